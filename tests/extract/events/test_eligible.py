"""What only looks like an event, what is one by another word, and what became of it."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron called Pedro Sánchez “the next Charles de Gaulle” on Monday.",
        "Emmanuel Macron called Pedro Sánchez, a former baker, an outstanding leader.",
        "Emmanuel Macron called Pedro Sánchez onto the stage.",
        "Emmanuel Macron called Pedro Sánchez his friend.",
        "Emmanuel Macron was accused of calling Pedro Sánchez a liar.",
        "Emmanuel Macron and Pedro Sánchez speak with one voice.",
        "President Emmanuel Macron of France received 19 percent in Marseille.",
        "President Emmanuel Macron of France welcomed extradition to Spain.",
        "Emmanuel Macron receives a daily intelligence briefing in Paris.",
        "Emmanuel Macron spoke and the audience booed in Paris.",
        "Emmanuel Macron frequently meets with Pedro Sánchez.",
        "Emmanuel Macron and Pedro Sánchez have spoken by phone 20 times.",
        "Emmanuel Macron will lead the team until inauguration.",
        "Emmanuel Macron spoke with angry voters.",
    ],
)
def test_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_talks_of_unnamed_powers_are_talks() -> None:
    expected = [("talks", "ongoing", ["Spain", "major powers"], None, None)]
    assert told("It comes at a time when Spain and major powers are holding talks to revive the pact.") == expected


def test_what_is_spoken_by_telephone_is_a_call() -> None:
    expected = [("call", "held", [MACRON, SANCHEZ], None, "Monday")]
    assert told("Emmanuel Macron and Pedro Sánchez spoke by telephone on Monday.") == expected
    assert told("Emmanuel Macron called Pedro Sánchez on Monday to discuss gas.") == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The meeting between Emmanuel Macron and Pedro Sánchez never took place.", "denied"),
        ("No meeting between Emmanuel Macron and Pedro Sánchez took place.", "denied"),
        ("There are no plans for a meeting between Emmanuel Macron and Pedro Sánchez.", "denied"),
        ("Aides denied that Emmanuel Macron had met Pedro Sánchez.", "denied"),
        ("Emmanuel Macron refused to meet Pedro Sánchez.", "denied"),
        ("Emmanuel Macron's planned visit to Madrid was called off on Monday.", "cancelled"),
        ("Emmanuel Macron postponed a visit to Madrid.", "planned"),
        ("Lawmakers asked the court to block Pedro Sánchez's visit to Paris.", "planned"),
        ("Emmanuel Macron said it was a great honour to meet Pedro Sánchez.", "held"),
        ("When Emmanuel Macron arrived in Madrid, it was not the first thing on his mind.", "held"),
    ],
)
def test_what_became_of_it(sentence: str, status: str) -> None:
    assert [e[1] for e in told(sentence)] == [status]


def test_what_stands_beside_a_plan_is_planned() -> None:
    found = told("Emmanuel Macron will meet Pedro Sánchez on Friday in Madrid, Macron's first visit to Spain.")
    assert [e[1] for e in found] == ["planned", "planned"]


def test_a_building_before_the_noun_takes_no_part() -> None:
    assert told("White House talks with Pedro Sánchez ended on Monday.") == [
        ("talks", "held", [SANCHEZ], "Washington", "Monday")
    ]


def test_officials_act_for_their_states() -> None:
    found = told(
        "France and Spain trade. On Monday senior French and Spanish officials held talks in Lisbon.",
    )
    assert found == [("talks", "held", ["France", "Spain"], "Lisbon", "Monday")]


def test_who_speaks_to_a_meeting_is_there() -> None:
    found = told("Emmanuel Macron told a meeting of the European Union in Lisbon on Monday that trade grew.")
    assert [(e[0], e[3]) for e in found] == [("meeting", "Lisbon")]
    assert MACRON in found[0][2]


def test_what_is_announced_at_a_time_is_a_statement() -> None:
    sentences = (
        "Emmanuel Macron announced on Monday that trade grew.",
        "Emmanuel Macron's office announced on Monday that trade grew.",
        "Emmanuel Macron tweeted on Monday that trade grew.",
        "Emmanuel Macron posted on Twitter on Monday that trade grew.",
        "Emmanuel Macron said in a statement on Monday that trade grew.",
    )
    assert [told(s) for s in sentences] == [[("statement", "held", [MACRON], None, "Monday")]] * 5
    assert told("Emmanuel Macron announced that trade grew.") == []


def test_the_summit_to_come_is_not_the_one_that_was() -> None:
    found = told(
        "Emmanuel Macron met Pedro Sánchez in Madrid in May. Macron will hold a summit with "
        "Sánchez in Lisbon in June. The summit "
        "would be short.",
        published="2023-05-20",
    )
    assert [e[0] for e in found] == ["meeting", "summit"]


def test_an_unnamed_ambassador_is_a_state() -> None:
    found = told("France has said little. Pedro Sánchez had a conversation with a French ambassador on Monday.")
    assert found == [("talks", "held", ["France", SANCHEZ], None, "Monday")]


def test_another_meeting_is_of_the_same_people() -> None:
    found = told("Emmanuel Macron met Pedro Sánchez in Lisbon. In May Macron was in Madrid for another meeting.")
    assert [e[2:4] for e in found] == [([MACRON, SANCHEZ], "Lisbon"), ([MACRON, SANCHEZ], "Madrid")]


def test_whose_aide_somebody_is_takes_no_part() -> None:
    found = told("Emmanuel Macron aide Catherine Colonna met Pedro Sánchez.")
    assert [e[2] for e in found] == [["Catherine Colonna", SANCHEZ]]
