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
    article, found = statements("Tehran said the talks went well, and Moscow denied the claim.")
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A statement from Foreign Committee Chairman Pedro Gomez said the port was closed.", ["Pedro Gomez"]),
        ("A memo written by the World Bank said the port was closed.", ["World Bank"]),
        ("A report by researchers at the World Bank said the port was closed.", ["World Bank"]),
        ("The World Bank website said the port was closed.", ["World Bank"]),
        ("The memos, sent to the World Bank, said it was shut.", ["memos"]),
        ("A letter to the World Bank said it was shut.", ["letter"]),
    ],
)
def test_a_paper_gives_the_words_of_its_authors(sentence: str, expected: list[str]) -> None:
    assert speakers(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In a statement, Ana Ruiz said it was shut. The statement added that it would stay so.", [["Ana Ruiz"]] * 2),
        ("Ana Ruiz's letter was long. The letter said the port was closed.", [["Ana Ruiz"]]),
        ("Ana Ruiz read the letter. The letter said the port was closed.", [["letter"]]),
        ("In the newspaper, Ana Ruiz said it was shut. The newspaper said it was open.", [["Ana Ruiz"], ["newspaper"]]),
    ],
)
def test_a_paper_speaks_as_whoever_it_was_said_to_be_of(sentence: str, expected: list[list[str]]) -> None:
    assert speakers(sentence) == expected


def test_whom_an_outlet_says_it_is_quoting_speaks() -> None:
    article, found = statements("“The port is closed,” the World Bank said, quoting Ana Ruiz.")
    names = {actor.id: actor.name for actor in article.actors}
    assert [([names[s.actor or ""] for s in row.speakers], [names[v] for v in row.via]) for row in found] == [
        (["Ana Ruiz"], ["World Bank"])
    ]


def test_some_and_others_are_of_those_spoken_of() -> None:
    told = "Experts in Lisbon are divided. Some say the port is safe. Others say that it is not."
    assert speakers(told) == [["Experts"], ["Experts"]]
    assert speakers("Ana Ruiz left Lisbon. Some say the port is safe.") == [["[Some]"]]


def test_joint_authors_speak_together() -> None:
    sentence = "A statement from Committee Chairman Pedro Gomez and Senator Ana Ruiz said the port was closed."
    assert speakers(sentence) == [["Pedro Gomez", "Ana Ruiz"]]


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("Ana Ruiz wanted to close the port and rejected the offer.", ["wanted", "rejected"]),
        ("Ana Ruiz refused to close the port and praises the crew.", ["refused", "praises"]),
        ("Ana Ruiz rejected “a long war” in Syria and agreed to hold talks.", ["rejected", "agreed"]),
    ],
)
def test_joined_verbs_share_the_subject(sentence: str, cues: list[str]) -> None:
    _, found = statements(sentence)
    assert [s.cue.exact for s in found if s.cue] == cues
    assert speakers(sentence) == [["Ana Ruiz"]] * 2


def test_the_subject_stands_nearest_the_verb() -> None:
    sentence = "In talks with Juan Mora, then the chief of staff, Eva Blom writes that the port was closed."
    assert speakers(sentence) == [["Eva Blom"]]


@pytest.mark.parametrize(
    "behind",
    [
        "“We waited for hours,” Pedro Gomez recounts.",
        "“We waited for hours,” Gomez, the captain, recounts in his book.",
        "“We waited for hours”, Pedro Gomez, who was in Rome, recounts.",
        "“We waited for hours.” Pedro Gomez recounted.",
    ],
)
def test_a_name_with_a_verb_behind_the_closing_mark_speaks(behind: str) -> None:
    first, second = speakers("“The ship was late,” Ana Ruiz said.", behind)
    assert first == ["Ana Ruiz"]
    assert "Gomez" in second[0]


def test_an_outlet_that_tells_of_plans_has_none_itself() -> None:
    assert speakers("Reuters said that Norway was closing the port. It plans to sell it.") == [["Reuters"], ["Norway"]]
    assert speakers("Reuters said that Norway was closing the port. It added that it was old.") == [["Reuters"]] * 2
