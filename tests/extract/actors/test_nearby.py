"""Whom "the two leaders" and "both countries" mean: those spoken of last, in sentences of our own."""

import pytest
from tests.parsed import read


def members(*paragraphs: str) -> list[list[str]]:
    """The members of each group, in text order."""
    _, found = read(*paragraphs)
    names = {a.id: a.name for a in found.actors}
    return [[names[m] for m in a.members] for a in found.actors if a.kind == "group" and a.members]


MACRON = "French President Emmanuel Macron praised Kenyan President William Ruto. Macron thanked Ruto again."


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # Not the two that the article names most.
        (
            "Ghana's President Nana Akufo-Addo will see Chilean President Gabriel Boric. The two leaders are friends.",
            ["Nana Akufo-Addo", "Gabriel Boric"],
        ),
        # Of three in one sentence, those that are joined.
        ("Macron heard that Norwegian and Danish diplomats met. The two countries share a sea.", ["Norway", "Denmark"]),
        ("Macron said that North and South Korea were talking; the two nations signed a truce.", None),
    ],
)
def test_a_count_means_those_spoken_of_last(sentence: str, wanted: list[str] | None) -> None:
    named = "North Korea and South Korea trade with Norway and Denmark."
    assert members(MACRON, named, sentence) == [wanted or ["North Korea", "South Korea"]]


def test_leaders_without_a_count_are_the_last_list() -> None:
    text = (
        "Ghanaian President Nana Akufo-Addo, Chilean President Gabriel Boric and Kenyan President William Ruto met. "
        "The leaders shook hands."
    )
    assert members(MACRON, text) == [["William Ruto", "Nana Akufo-Addo", "Gabriel Boric"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "She has served three presidents.",
        "People live on both sides of the Atlantic.",
        "The two major parties will vote.",
        "Republicans said both parties would vote.",
        "He won in Iowa and Ohio. In both states he was ahead.",
    ],
)
def test_a_count_may_mean_nobody_named(sentence: str) -> None:
    assert members(MACRON, "Norway trades with Denmark.", sentence) == []
