"""Who the words are resolved to."""

import pytest
from tests.extract.statements.spoken import speakers, statements

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"
MET = "President Emmanuel Macron of France met Prime Minister Pedro Sánchez of Spain in Lisbon."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Macron said the talks went well.", [[MACRON]]),
        ("Macron and Sánchez said the talks went well.", [[MACRON, SANCHEZ]]),
        ("The two leaders praised the talks.", [[MACRON, SANCHEZ]]),
        ("“The talks went well,” Macron said. He added that more would follow.", [[MACRON], [MACRON]]),
        ("Macron, who said the talks went well, left at noon.", [[MACRON]]),
        ("Macron said the talks went well. Who also stated that “more will follow”.", [[MACRON], [MACRON]]),
        ("Two people close to him said the talks went well.", [["Two people"]]),
    ],
)
def test_forms_of_speaker(sentence: str, expected: list[list[str]]) -> None:
    found = speakers(f"{MET} {sentence}")
    assert [sorted(row) for row in found] == expected


def test_how_is_said() -> None:
    _, found = statements(f"{MET} Macron said the talks went well. He added that the two leaders would meet again.")
    assert [[s.how for s in row.speakers] for row in found] == [["named"], ["pronoun"]]


def test_speech_is_never_given_to_a_place_as_a_place() -> None:
    article, found = statements("Tehran said the talks went well, and Moscow denied it.")
    kinds = {actor.id: actor.kind for actor in article.actors}
    assert [kinds[s.actor] for row in found for s in row.speakers if s.actor] == ["state", "state"]


def test_who_passes_words_on() -> None:
    article, found = statements("Reuters quoted Emmanuel Macron as saying that the talks went well.")
    names = {actor.id: actor.name for actor in article.actors}
    assert [([names[s.actor or ""] for s in row.speakers], [names[v] for v in row.via]) for row in found] == [
        ([MACRON], ["Reuters"])
    ]


def test_whom_it_is_addressed_to() -> None:
    article, found = statements("Emmanuel Macron told Pedro Sánchez that the talks went well.")
    names = {actor.id: actor.name for actor in article.actors}
    assert [[names[a] for a in row.addressees] for row in found] == [[SANCHEZ]]


def test_the_occasion_is_the_event_of_the_sentence() -> None:
    spoke = "At a joint press conference with Sánchez in Lisbon, Macron said the road is ready."
    article, found = statements(f"{MET} {spoke}")
    forms = {event.id: event.form for event in article.events}
    assert [forms.get(row.event or "") for row in found] == ["press_conference"]
