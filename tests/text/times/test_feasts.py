"""Days that move, and the words that name them."""

import datetime as dt

import pytest

from communique.records.times import Time
from communique.text.times.feasts import easter, feast_days, orthodox_easter
from communique.text.times.grammar import find
from communique.text.times.resolve import resolve

READ = Time(earliest="2018-04-18", latest="2018-04-18", basis="given")


@pytest.mark.parametrize(("year", "day"), [(1818, "03-22"), (1943, "04-25"), (2000, "04-23"), (2022, "04-17")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(("year", "day"), [(1917, "04-15"), (2010, "04-04"), (2016, "05-01"), (2022, "04-24")])
def test_orthodox_easter(year: int, day: str) -> None:
    assert orthodox_easter(year).isoformat() == f"{year}-{day}"


def test_holidays_on_a_weekday() -> None:
    names = ("thanksgiving", "election_day", "labor_day", "good_friday")
    days = [days[0].isoformat() for name in names if (days := feast_days(name, 2018))]
    assert days == ["2018-11-22", "2018-11-06", "2018-09-03", "2018-03-30"]


def test_the_weekend_at_a_feast_and_feasts_that_nobody_knows() -> None:
    assert feast_days("easter", 2018, weekend=True) == (dt.date(2018, 3, 31), dt.date(2018, 4, 1))
    assert feast_days("thanksgiving", 2018, weekend=True) == (dt.date(2018, 11, 24), dt.date(2018, 11, 25))
    assert (feast_days("midsummer", 2018), feast_days("easter", 1200)) == (None, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("They met over Easter weekend.", ("Easter weekend", "2018-03-31", "2018-04-01")),
        ("They met last Thanksgiving.", ("last Thanksgiving", "2017-11-23", "2017-11-23")),
        ("The vote on Election Day, 2016, was close.", ("Election Day, 2016", "2016-11-08", "2016-11-08")),
        ("On Easter, they rested.", ("Easter", "2018-04-01", "2018-04-01")),
        ("It opened on Boxing Day 2015.", ("Boxing Day 2015", "2015-12-26", "2015-12-26")),
        ("They marched on Remembrance Sunday.", ("Remembrance Sunday", "2017-11-12", "2017-11-12")),
        ("He spoke on Martin Luther King Jr. Day.", ("Martin Luther King Jr. Day", "2018-01-15", "2018-01-15")),
        ("He spoke on St. Patrick's Day.", ("St. Patrick's Day", "2018-03-17", "2018-03-17")),
        ("Shops closed on Memorial Day 2017.", ("Memorial Day 2017", "2017-05-29", "2017-05-29")),
        ("Mourners spoke of the Sept. 11 attacks.", ("Sept. 11", "2001-09-11", "2001-09-11")),
        ("All changed after 9/11, he said.", ("9/11", "2001-09-11", "2001-09-11")),
    ],
)
def test_feasts_are_read_and_dated(words: str, value: tuple[str, str, str]) -> None:
    ((start, end, expression, _),) = find(words)
    time = resolve(expression, READ)
    assert time is not None
    assert (words[start:end], time.earliest, time.latest) == value


def test_the_year_ended_is_a_length() -> None:
    words = "Trade grew in the fiscal year ended March 20."
    assert [(words[a:b], e.duration) for a, b, e, _ in find(words)] == [("the fiscal year", "P1Y"), ("March 20", None)]


@pytest.mark.parametrize(
    "words",
    [
        "the Super Tuesday primaries",
        "the Bloody Sunday inquiry",
        "an Easter egg hunt",
        "a halloween of sorts",
        "a 10/11",
    ],
)
def test_names_that_are_no_day(words: str) -> None:
    assert find(words) == []
