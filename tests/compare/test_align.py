"""Words of a quotation laid beside those of a remark."""

from communique.compare.check.align import align, stretches
from communique.merge.utterances.differences import words_of
from communique.records.spans import Span


def laid(asked: str, told: str) -> list[tuple[str, str]]:
    """The stretches as text, the equal ones once."""
    mine, theirs = (words_of(Span(start=0, end=len(text), exact=text)) for text in (asked, told))
    rows = stretches(align(mine, theirs), mine, theirs)
    return [(" ".join(w.text for w in a), " ".join(w.text for w in b)) for _, a, b in rows]


def test_a_part_of_a_remark() -> None:
    told = "On Monday we shall open the ferry to Oslo, whatever it costs"
    assert laid("open the ferry", told) == [("open the ferry", "open the ferry")]


def test_words_between_that_are_left_out_and_words_in_their_place() -> None:
    assert laid("open two ferries to Bergen", "we shall open the three new ferries to Bergen soon") == [
        ("open", "open"),
        ("two", "the three new"),
        ("ferries to Bergen", "ferries to Bergen"),
    ]


def test_a_word_in_another_place_at_the_end() -> None:
    assert laid("open the ferry today", "open the ferry tomorrow, if it is fine")[-1] == ("today", "tomorrow")


def test_nothing_in_common() -> None:
    assert laid("apples and pears", "ships that sail") == [("apples and pears", "")]
    assert laid("", "ships that sail") == []
