"""What differs in wording between two renderings of our own."""

import pytest

from communique.merge.utterances.differences import differences
from communique.records.mentions import StatementMention
from communique.records.spans import Span


def said(article: str, text: str, cue: str = "") -> StatementMention:
    """The whole text as one statement, in two pieces where a cue stands inside."""
    ends = [(0, len(text))] if not cue else [(0, text.index(cue)), (text.index(cue) + len(cue), len(text))]
    spans = [Span(article=article, start=s, end=e, exact=text[s:e]) for s, e in ends]
    whole = Span(article=article, start=0, end=len(text), exact=text)
    return StatementMention(
        id=article, article=article, mode="direct", content=whole, pieces=tuple(spans) if cue else ()
    )


def found(left: str, right: str) -> list[tuple[str, str | None, str | None]]:
    rows = differences(said("a", left), said("b", right), {})
    return [(d.kind, d.left and d.left.exact, d.right and d.right.exact) for d in rows]


def test_who_said_it_is_no_part_of_the_words() -> None:
    left = said(
        "a",
        "“The boats are old,” Berg told a crowd of fishermen. “The roads are long.”",
        "Berg told a crowd of fishermen.",
    )
    right = said("b", "“The boats are old,” the mayor said. “The roads are very long.”", "the mayor said.")
    assert [(d.kind, d.left, d.right and d.right.exact) for d in differences(left, right, {})] == [
        ("added", None, "very")
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We are developing and expanding ties with friends", "We are expanding and developing ties with friends"),
        ("They guarded the ports for more than forty years", "They guarded the ports for over 40 years"),
        ("They guarded the ports", "They guarded the ports"),
    ],
)
def test_the_same_in_other_order_or_figures_is_no_difference(left: str, right: str) -> None:
    assert found(left, right) == []


def test_another_figure_is_a_number_and_a_bound_is_a_bound() -> None:
    assert found("They guarded the ports for 30 years", "They guarded the ports for 40 years") == [
        ("number", "30", "40")
    ]
    assert found("They guarded the ports for 40 years", "They guarded the ports for over 40 years") == [
        ("bound", "40", "over 40")
    ]


def test_what_shares_too_little_is_not_compared_word_by_word() -> None:
    assert found("They guarded the northern ports", "Nobody came to see the opera in spring") == []


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The old ports will not open in May", "The old ports will open in May", "polarity"),
        ("The old ports didn't open in May", "The old ports opened in May", "polarity"),
        ("It didn't change the old ports of May", "The old ports of May", "added"),
    ],
)
def test_a_denial_denies_what_both_sides_say(left: str, right: str, kind: str) -> None:
    assert [row[0] for row in found(left, right)] == [kind]
