import pytest

from communique.records.times import Time
from communique.text.times import find, resolve, timex_value

WEDNESDAY = Time(earliest="2023-03-15", latest="2023-03-15", basis="given")


def value(words: str, reference: Time | None) -> str | None:
    ((_, _, expression, _),) = find(words)
    return timex_value(expression, resolve(expression, reference))


@pytest.mark.parametrize(
    ("words", "dated", "undated"),
    [
        ("Tuesday", "2023-03-14", "XXXX-WXX-2"),
        ("Tuesday evening", "2023-03-14TEV", "XXXX-WXX-2TEV"),
        ("5 p.m. Tuesday", "2023-03-14T17:00", "XXXX-WXX-2T17:00"),
        ("today", "2023-03-15", "XXXX-XX-XX"),
        ("March 4", "2023-03-04", "XXXX-03-04"),
        ("late January", "2023-01", "XXXX-01"),
        ("last week", "2023-W10", "XXXX-WXX"),
        ("the weekend", "2023-W10-WE", "XXXX-WXX-WE"),
        ("last year", "2022", "XXXX"),
        ("the third quarter", "2022-Q3", "XXXX-Q3"),
        ("the first half of 2021", "2021-H1", "2021-H1"),
        ("last summer", "2022-SU", "XXXX-SU"),
        ("winter 2021", "2021-WI", "2021-WI"),
        ("the 1980s", "198", "198"),
        ("the 19th century", "18", "18"),
        ("20 years", "P20Y", "P20Y"),
        ("every day", "P1D", "P1D"),
        ("recently", "PAST_REF", "PAST_REF"),
        ("2011-2014", "2011/2014", "2011/2014"),
        ("from June to July", "2022-06/2022-07", None),
    ],
)
def test_values(words: str, dated: str, undated: str | None) -> None:
    assert (value(words, WEDNESDAY), value(words, None)) == (dated, undated)


def test_a_reference_too_wide_for_the_unit_leaves_it_open() -> None:
    week = Time(earliest="2023-03-12", latest="2023-03-18", basis="inferred")
    assert [value(words, week) for words in ("yesterday", "Wednesday", "last year")] == [
        "XXXX-XX-XX",
        "XXXX-WXX-3",
        "2022",
    ]
