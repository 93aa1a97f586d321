"""Where and when an event was, and what in its sentence was elsewhere or at another time."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron held talks with Pedro Sánchez on the situation in Syria.",
        "Emmanuel Macron called Pedro Sánchez about the bombing in Kabul.",
        "Talks between Emmanuel Macron and Pedro Sánchez over fishing in Morocco ended.",
        "Emmanuel Macron met Pedro Sánchez, a former mayor in Valencia.",
        "Emmanuel Macron met Pedro Sánchez weeks after a summit in Lisbon.",
        "French President Emmanuel Macron and Spanish Prime Minister Pedro Sánchez discussed the war in Ukraine.",
    ],
)
def test_what_is_spoken_of_is_elsewhere(sentence: str) -> None:
    assert [e[3] for e in told(sentence)] == [None]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Emmanuel Macron met Pedro Sánchez on the sidelines of a conference in Lisbon.", "Lisbon"),
        ("Having met twice, once before at the White House, Emmanuel Macron and Pedro Sánchez spoke.", "Washington"),
        ("Emmanuel Macron met protesters and workers at a factory in Lyon.", "Lyon"),
    ],
)
def test_what_is_there_says_where(sentence: str, place: str) -> None:
    assert [e[3] for e in told(sentence) if e[0] == "meeting"] == [place]


def test_a_clause_about_somebody_lends_nothing() -> None:
    assert told("Emmanuel Macron met Pedro Sánchez, who had visited Moscow in 2013.") == [
        ("meeting", "held", [MACRON, SANCHEZ], None, None),
        ("visit", "held", [SANCHEZ], "Moscow", "2013"),
    ]


def test_what_was_before_or_after_lends_nothing() -> None:
    places = [
        [e[3] for e in told(sentence) if e[0] == "meeting"]
        for sentence in (
            "Emmanuel Macron met Pedro Sánchez before flying to Lisbon.",
            "Emmanuel Macron met Pedro Sánchez after his visit to Moscow.",
        )
    ]
    assert places == [[None], [None]]


def test_a_journey_lends_its_place_and_time() -> None:
    sentences = (
        "Emmanuel Macron visited Madrid on Monday and met Pedro Sánchez.",
        "During his visit to Madrid on Monday, Emmanuel Macron met Pedro Sánchez.",
        "Emmanuel Macron arrived in Madrid on Monday and held talks with Pedro Sánchez.",
    )
    met = [e[3:] for s in sentences for e in told(s) if e[0] in {"meeting", "talks"}]
    assert met == [("Madrid", "Monday")] * 3


def test_the_time_of_the_words_is_not_that_of_the_event() -> None:
    assert told("Emmanuel Macron said on Monday he would soon visit Madrid.") == [
        ("visit", "planned", [MACRON], "Madrid", None)
    ]


def test_a_clause_of_time_describes_the_time() -> None:
    assert told("In July 2008, when Emmanuel Macron was visiting Madrid, it rained.") == [
        ("visit", "held", [MACRON], "Madrid", "July 2008")
    ]


def test_what_then_followed_was_that_day() -> None:
    found = told("Emmanuel Macron met Pedro Sánchez on Monday.", "Macron then met Giorgia Meloni.")
    assert [(e[2][-1], e[4]) for e in found] == [(SANCHEZ, "Monday"), ("Giorgia Meloni", "Monday")]


def test_a_month_is_no_town() -> None:
    found = told("Emmanuel Macron told Pedro Sánchez in a March meeting that trade grew.")
    assert [(e[0], e[3]) for e in found] == [("meeting", None)]
