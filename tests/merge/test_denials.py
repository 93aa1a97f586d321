"""A denial differs only where both sides have what it denies, and only one denies it."""

import pytest
from tests.merge.test_differences import found

from communique.compare.check.align import Alignment, stretches
from communique.merge.utterances.denials import denied_before
from communique.merge.utterances.differences import typed, words_of
from communique.records.spans import Span


@pytest.mark.parametrize(
    ("left", "right", "rows"),
    [
        # Both deny it, in other words.
        (
            "The new guards are aimed at no other port",
            "The new guards are not aimed at any other port",
            [("other", "aimed", "not aimed"), ("other", "no", "any")],
        ),
        # A clause between the denial and what it denies.
        (
            "We will open the old ports soon",
            "We will not, whatever comes, open the old ports soon",
            [("polarity", None, "not, whatever comes")],
        ),
        (
            "They will open the old ports in May",
            "They will certainly never again open the old ports in May",
            [("polarity", None, "certainly never again")],
        ),
        (
            "The fish and the boats will be sold",
            "Not only the fish but the boats will be sold",
            [("added", None, "Not only"), ("other", "and", "but")],
        ),
        (
            "The catch is good for the harbour",
            "The catch is not good for the harbour",
            [("polarity", "good", "not good")],
        ),
    ],
)
def test_what_a_denial_changes(left: str, right: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    assert found(left, right) == rows


def test_what_stands_on_one_side_alone_is_left_out_with_its_denial() -> None:
    left, right = (
        Span(start=0, end=len(text), exact=text)
        for text in (
            "The roads will be open and dry",
            "The roads will not be a toy of one summer, they will be kept open and dry",
        )
    )
    asked, told = words_of(left), words_of(right)
    # The first "be" beside the first.
    pairs = ((0, 0), (1, 1), (2, 2), (-1, 3), (3, 4), *((-1, n) for n in range(5, 14)), (4, 14), (5, 15), (6, 16))
    rows = typed(left, right, stretches(Alignment(pairs), asked, told), {})
    assert [(d.kind, d.left, d.right and d.right.exact) for d in rows] == [
        ("added", None, "not be a toy of one summer"),
        ("added", None, "they will be kept"),
    ]


def test_no_one_is_nobody_and_no_number() -> None:
    span = Span(start=0, end=26, exact="No one came, one boat left")
    assert [w.text for w in words_of(span)] == ["No one", "came", "one", "boat", "left"]


@pytest.mark.parametrize(
    ("text", "asked", "denied"),
    [
        ("It is not true that we closed the port", "closed the port", True),
        ("We did not go home and the trade grew", "the trade grew", False),
        ("This was no small thing, and the trade grew", "the trade grew", False),
        ("We never sold the boats", "sold the boats", True),
    ],
)
def test_a_denial_before_the_words_takes_them_in_within_its_clause(text: str, asked: str, denied: bool) -> None:
    span = Span(start=0, end=len(text), exact=text)
    words = words_of(span)
    start = next(n for n, w in enumerate(words) if w.start == text.index(asked))
    assert bool(denied_before(span, words, start, len(words))) == denied
