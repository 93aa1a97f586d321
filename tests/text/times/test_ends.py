"""An interval is one mention within the pipeline and two rows of the record."""

import pytest

from communique.records.spans import Span
from communique.records.times import Time, TimeMention
from communique.text.times import each_end, find, resolve, timex_value

WEDNESDAY = Time(earliest="2023-03-15", latest="2023-03-15", basis="stated")


def mention(words: str, reference: Time | None = WEDNESDAY) -> TimeMention:
    (found,) = find(words)

    def span(start: int, end: int) -> Span:
        return Span(article="a", start=start, end=end, exact=words[start:end])

    time = resolve(found.expression, reference)
    return TimeMention(
        id="whole",
        article="a",
        span=span(found.start, found.end),
        expression=found.expression,
        time=time,
        value=timex_value(found.expression, time),
        ends=tuple(span(*end) for end in found.ends),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("from May 3 to May 7, 2021", [("May 3", "2021-05-03"), ("May 7, 2021", "2021-05-07")]),
        ("between 1990 and 1995", [("1990", "1990"), ("1995", "1995")]),
        ("in 2001-2004", [("2001", "2001"), ("2004", "2004")]),
        ("from Monday to Friday", [("Monday", "2023-03-13"), ("Friday", "2023-03-17")]),
        ("from last November to February", [("last November", "2022-11"), ("February", "2023-02")]),
        ("on April 24 and 25, 2020", [("April 24", "2020-04-24"), ("25, 2020", "2020-04-25")]),
        ("on May 3-5, 2021", [("May 3-5, 2021", "2021-05-03/2021-05-05")]),
        ("in 1980-88", [("1980-88", "1980/1988")]),
        ("on Tuesday", [("Tuesday", "2023-03-14")]),
    ],
)  # fmt: skip
def test_each_end_has_its_words_and_its_time(words: str, expected: list[tuple[str, str]]) -> None:
    ends = each_end(mention(words))
    assert [(e.span.exact, e.value) for e in ends] == expected
    assert [e.time and e.time.edtf for e in ends] == [value for _, value in expected]


def test_the_ends_have_ids_of_their_own_and_no_ends() -> None:
    first, last = each_end(mention("from May 3 to May 7, 2021"))
    assert len({first.id, last.id, "whole"}) == 3
    assert (first.ends, last.ends, first.expression.until, last.expression.until) == ((), (), None, None)
    assert first.time is not None
    assert first.time.span == first.span


def test_the_ends_of_an_undated_text_stay_open() -> None:
    assert [(e.span.exact, e.value, e.time) for e in each_end(mention("from Monday to Friday", None))] == [
        ("Monday", "XXXX-WXX-1", None),
        ("Friday", "XXXX-WXX-5", None),
    ]
