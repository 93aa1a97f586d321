"""What differs in wording between two renderings of our own."""

import pytest

from communique.merge.utterances.differences import differences
from communique.records.spans import Span


def found(left: str, right: str) -> list[tuple[str, str | None, str | None]]:
    spans = (Span(article=name, start=0, end=len(text), exact=text) for name, text in (("a", left), ("b", right)))
    return [(d.kind, d.left and d.left.exact, d.right and d.right.exact) for d in differences(*spans, {})]


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
