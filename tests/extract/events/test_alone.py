"""Events that one who takes part is enough for: meetings of a body, statements, speeches, hearings, elections."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"
COUNCIL = "United Nations Security Council"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The United Nations Security Council held an emergency meeting on Monday.", ([COUNCIL], None, "Monday")),
        ("The United Nations Security Council called an emergency session on Monday.", ([COUNCIL], None, "Monday")),
        ("After a hastily called meeting, the United Nations Security Council was silent.", ([COUNCIL], None, None)),
        ("Emmanuel Macron had convened a crisis meeting.", ([MACRON], None, None)),
        ("Emmanuel Macron told a cabinet meeting on Monday that taxes would fall.", ([MACRON], None, "Monday")),
        (
            "Emmanuel Macron said at a meeting of the Socialist Party that taxes would fall.",
            ([MACRON, "Socialist Party"], None, None),
        ),
        (
            "In a statement after a meeting of the Socialist Party, Emmanuel Macron said that taxes would fall.",
            ([MACRON, "Socialist Party"], None, None),
        ),
    ],
)
def test_the_meeting_of_a_body(sentence: str, expected: tuple[list[str], str | None, str | None]) -> None:
    assert [event for event in told(sentence) if event[0] == "meeting"] == [("meeting", "held", *expected)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The United Nations Security Council issued a statement.", ([COUNCIL], None, None)),
        ("Emmanuel Macron posted on Twitter that the deal was welcome.", ([MACRON], None, None)),
        ("Emmanuel Macron gave a speech in Lisbon on Monday.", ([MACRON], "Lisbon", "Monday")),
        ("In a speech in Lisbon on Monday, Emmanuel Macron urged unity.", ([MACRON], "Lisbon", "Monday")),
        ("Emmanuel Macron spoke of the speech he gave in 2019 in Lisbon.", ([MACRON], "Lisbon", "2019")),
        (
            "Emmanuel Macron said on Sunday at a university forum in Lisbon that it was late.",
            ([MACRON], "Lisbon", "Sunday"),
        ),
        ("Emmanuel Macron told a rally in Lyon on Sunday that it was late.", ([MACRON], "Lyon", "Sunday")),
        ("Emmanuel Macron spoke during his appearance on Good Morning Spain on Friday.", ([MACRON], None, "Friday")),
        ("Emmanuel Macron told Le Monde on Thursday that he would stay.", ([MACRON, "Le Monde"], None, "Thursday")),
    ],
)
def test_words_at_an_occasion(sentence: str, expected: tuple[list[str], str | None, str | None]) -> None:
    assert told(sentence) == [("statement", "held", *expected)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron testified before the Senate on Tuesday.",
        "Emmanuel Macron gave testimony before the Senate on Tuesday.",
        "Emmanuel Macron was firm at his confirmation hearing on Tuesday.",
    ],
)
def test_a_hearing(sentence: str) -> None:
    assert told(sentence) == [("other", "held", [MACRON], None, "Tuesday")]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Emmanuel Macron won Sunday’s election.", [MACRON]),
        ("Emmanuel Macron’s defeat of Pedro Sánchez in Sunday’s election was a shock.", [MACRON, SANCHEZ]),
        ("Emmanuel Macron lost Sunday’s election to Pedro Sánchez.", [MACRON, SANCHEZ]),
        ("Emmanuel Macron defeated Pedro Sánchez in Sunday’s election.", [MACRON, SANCHEZ]),
    ],
)
def test_who_won_and_lost_an_election(sentence: str, people: list[str]) -> None:
    assert told(sentence) == [("election", "held", people, None, "Sunday")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron said in a statement that it was late.",
        "Emmanuel Macron mentioned a meeting of the Socialist Party.",
        "Emmanuel Macron told Reuters that he would stay.",
        "Emmanuel Macron liked the speech.",
        "Emmanuel Macron is losing his hearing.",
        "Emmanuel Macron issued a warning.",
        "Emmanuel Macron needs to win the election.",
        "Emmanuel Macron backed on Friday the re-election of Pedro Sánchez.",
        "Emmanuel Macron posted guards at the gate.",
        "His appearance surprised Emmanuel Macron.",
        "Emmanuel Macron gave much testimony about the taxes.",
        "Emmanuel Macron did not meet anybody in Lisbon.",
        "Emmanuel Macron was in Lisbon without holding a summit.",
    ],
)
def test_too_little(sentence: str) -> None:
    assert told(sentence) == []
