"""Journeys begun, ended and awaited, words to a house, deals with a partner, and what brings people together."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"
TWO = [MACRON, SANCHEZ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Emmanuel Macron touched down in Madrid on Monday.", ("arrival", "held", [MACRON], "Madrid", "Monday")),
        ("Emmanuel Macron left for Madrid on Monday.", ("departure", "held", [MACRON], None, "Monday")),
        ("Emmanuel Macron departed for Madrid on Monday.", ("departure", "held", [MACRON], None, "Monday")),
        ("Emmanuel Macron ended a three-day trip to Spain on Monday.", ("visit", "held", [MACRON], "Spain", "Monday")),
        ("Emmanuel Macron returned from a visit to Spain.", ("visit", "held", [MACRON], "Spain", None)),
        ("Emmanuel Macron is due in Madrid on Friday.", ("visit", "planned", [MACRON], "Madrid", "Friday")),
        ("Emmanuel Macron is expected in Madrid on Friday.", ("visit", "planned", [MACRON], "Madrid", "Friday")),
        ("Emmanuel Macron addressed parliament on Monday.", ("statement", "held", [MACRON], None, "Monday")),
        ("Emmanuel Macron signed a deal with Pedro Sánchez on Monday.", ("signing", "held", TWO, None, "Monday")),
        ("A summit brought together Emmanuel Macron and Pedro Sánchez.", ("summit", "held", TWO, None, None)),
        ("Emmanuel Macron joined Pedro Sánchez at a summit in Lisbon.", ("summit", "held", TWO, "Lisbon", None)),
    ],
)
def test_ways(sentence: str, expected: tuple[str, str, list[str], str | None, str | None]) -> None:
    assert told(sentence) == [expected]


def test_talks_that_somebody_is_on_the_way_to() -> None:
    due = "Emmanuel Macron is due in Madrid on Friday for talks with Pedro Sánchez."
    assert ("talks", "planned", TWO, "Madrid", "Friday") in told(due)
    going = "Emmanuel Macron is travelling to Madrid on Friday for talks with Pedro Sánchez."
    assert [event[1] for event in told(going) if event[0] == "talks"] == ["planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rent of Emmanuel Macron is due in May.",
        "Emmanuel Macron left for good.",
        "Emmanuel Macron left the party for Pedro Sánchez.",
        "Emmanuel Macron is expected to win in Madrid.",
        "Emmanuel Macron addressed the problem in Madrid on Monday.",
        "Emmanuel Macron addressed parliament.",
        "The plan brought together Emmanuel Macron and Pedro Sánchez.",
    ],
)
def test_no_way(sentence: str) -> None:
    assert told(sentence) == []
