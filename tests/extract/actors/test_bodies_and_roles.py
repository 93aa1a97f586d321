"""Bodies in full and in short, what leads a state's body, and names that a page runs into other words."""

import pytest
from tests.parsed import cast, read

from communique.extract.actors.one_body import is_short_for


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("LFB", "Lofoten Fishing Board"),
        ("L.F.B.", "The Lofoten Fishing Board"),
        ("Fishing Board", "Lofoten Fishing Board"),
        ("Acme", "Acme Holdings Inc."),
        ("Wolves", "Narvik Wolves"),
    ],
)
def test_a_shorter_name_of_a_body(short: str, full: str) -> None:
    assert is_short_for(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Board", "Lofoten Fishing Board"),
        ("Lofoten", "Lofoten Fishing Board"),
        ("LFC", "Lofoten Fishing Board"),
        ("Lofoten Fishing Board", "Lofoten Fishing Board"),
    ],
)
def test_no_name_of_that_body(short: str, full: str) -> None:
    assert not is_short_for(short, full)


def test_a_body_and_its_short_names_are_one() -> None:
    found = cast(
        "The Lofoten Fishing Board (LFB) met. LFB closed the port.",
        "The Center for Sea & Land said no. The Center for Sea and Land left.",
    )
    assert found["Lofoten Fishing Board"] == ["Lofoten Fishing Board", "LFB", "LFB"]
    assert found["Center for Sea & Land"] == ["Center for Sea & Land", "Center for Sea and Land"]


def test_who_leads_a_body_of_a_state_leads_no_state() -> None:
    _, found = read(
        "The director of South Korea's National Intelligence Service left.",
        "The chief executive of the US chocolate firm Acme stayed.",
    )
    people = [[(o.title, o.country, o.organization) for o in a.offices] for a in found.actors if a.kind == "person"]
    assert people == [[("director", "KR", "National Intelligence Service")]]


def test_two_directors_of_one_state_are_two() -> None:
    _, found = read("Former FBI Director Carl Dahl wrote. The former FBI director left. The CIA director stayed.")
    people = [[m.span.exact for m in a.mentions] for a in found.actors if a.kind == "person"]
    assert people == [["Former FBI Director", "Carl Dahl", "The former FBI director"], ["The CIA director"]]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The former New Mexico governor spoke.", []),
        ("Trade with Latin America and South America grew.", []),
        ("Trade with Mexico and America grew.", ["Mexico", "United States"]),
    ],
)
def test_a_part_of_a_state_or_of_the_world_is_no_state(text: str, states: list[str]) -> None:
    _, found = read(text)
    assert sorted(a.name for a in found.actors if a.kind == "state") == states


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He served under President Dahl.", "Dahl"),
        ("Anna Berg Seeks More Help As Talks Stall.", "Anna Berg"),
        ("Actress Amanda Berg said so.", "Amanda Berg"),
        ("Ohio Sen Carl Dahl left.", "Carl Dahl"),
        ("Mr Dahl said it was late.", "Dahl"),
    ],
)
def test_a_name_without_the_words_around_it(text: str, name: str) -> None:
    _, found = read(text)
    people = [(a.name, [o.title.split()[0] for o in a.offices]) for a in found.actors if a.kind == "person" and a.name]
    assert [n for n, _ in people] == [name]
    assert not any("under" in titles for _, titles in people)


@pytest.mark.parametrize(
    "text",
    [
        "The driver, a man from Beckenham, was held.",
        "He was taken to St George's Hospital.",
        "PolitiFact announced a prize.",
    ],
)
def test_towns_hospitals_and_firms_are_no_persons(text: str) -> None:
    _, found = read(text)
    assert [a.name for a in found.actors if a.kind == "person" and a.name] == []


def test_the_line_of_who_writes_says_nothing_of_whom_the_text_begins_with() -> None:
    _, found = read("By Anna Berg, BBC North America reporter", "Carl Dahl launched himself into politics.")
    assert {a.name: [o.title for o in a.offices] for a in found.actors if a.kind == "person"} == {
        "Anna Berg": ["journalist"],
        "Carl Dahl": [],
    }


def test_officials_of_two_states_are_two_groups() -> None:
    _, found = read("Officials in Tokyo said yes. Norwegian officials said no. Officials said maybe.")
    assert [a.country for a in found.actors if a.kind == "group"] == ["JP", "NO", None]


def test_all_of_a_party_are_not_the_two_who_were_named_last() -> None:
    _, found = read("Anna Berg and Carl Dahl met. The Republicans left.")
    assert [a for a in found.actors if a.kind == "group" and a.members] == []


def test_a_group_has_no_words_of_another_phrase() -> None:
    _, found = read("He met a longstanding condition U.S. diplomats had set.")
    assert [a.name for a in found.actors if a.kind == "group"] == ["U.S. diplomats"]


@pytest.mark.parametrize("words", ["Three committee chairmen", "The chairmen of the three committees"])
def test_so_many_holders_of_an_office_are_those_whom_the_article_names(words: str) -> None:
    _, found = read(f"{words} left.", "Chairman Anna Berg, Chairman Carl Dahl and Chairman Eva Lund signed.")
    assert [a.name for a in found.actors if a.kind == "group"] == ["Anna Berg and Carl Dahl and Eva Lund"]
