import datetime as dt

import pytest

from communique.records.times import Time
from communique.text.times import intervals


def time(earliest: str, latest: str | None = None, approximate: bool = False) -> Time:
    return Time(earliest=earliest, latest=latest or earliest, basis="stated", approximate=approximate)


def test_bounds_of_a_date_are_the_date() -> None:
    assert intervals.bounds(time("2021-03-04")) == (dt.date(2021, 3, 4), dt.date(2021, 3, 4))


def test_bounds_of_an_instant_are_the_dates_any_zone_may_show() -> None:
    assert intervals.bounds(time("2021-03-04T02:00+03:00")) == (dt.date(2021, 3, 3), dt.date(2021, 3, 4))
    assert intervals.bounds(time("2021-03-04T11:00+00:00")) == (dt.date(2021, 3, 3), dt.date(2021, 3, 5))


def test_civil_date_keeps_the_clock_of_the_place() -> None:
    assert intervals.civil(time("2021-03-04T02:00+09:00")) == (dt.date(2021, 3, 4), dt.date(2021, 3, 4))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (None, time("2021-01-01"), True),
        (time("2021-01-01"), time("2021-01-01"), True),
        (time("2021-01-01"), time("2021-01-02"), False),
        (time("2021-01-01", "2021-01-31"), time("2021-01-20"), True),
        (time("2021-01-21", "2021-01-31", True), time("2021-01-12"), True),
        (time("2021-01-21", "2021-01-31", True), time("2021-01-10"), False),
        (time("2021-03-04T02:00+03:00"), time("2021-03-03"), True),
        (time("2021-03-04T02:00+03:00"), time("2021-03-05"), False),
        (time("2021-03-04T02:00+03:00"), time("2021-03-03T23:00+00:00"), True),
        (time("2021-03-04T02:00+03:00"), time("2021-03-04T02:00+00:00"), False),
    ],
)
def test_compatible(a: Time | None, b: Time | None, expected: bool) -> None:
    assert intervals.compatible(a, b) is expected
    assert intervals.compatible(b, a) is expected


def test_slack_is_allowed_only_where_one_is_approximate() -> None:
    assert not intervals.compatible(time("2021-01-01"), time("2021-01-05"), slack_days=30)
    assert not intervals.compatible(time("2021-01-01", approximate=True), time("2021-01-05"), slack_days=3)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-01-19", "2021-01-19", "2021-01-19"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-02-01", "2021-02-28", "2021-02"),
        ("2021-02-01", "2021-02-27", "2021-02-01/2021-02-27"),
        ("1990-01-01", "1999-12-31", "199X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("1991-01-01", "2000-12-31", "1991/2000"),
    ],
)
def test_edtf(first: str, last: str, expected: str) -> None:
    assert intervals.edtf(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == expected


def test_edtf_marks_both_ends_of_an_approximate_interval() -> None:
    assert intervals.edtf(dt.date(2021, 1, 21), dt.date(2021, 1, 31), True) == "2021-01-21~/2021-01-31~"


def test_intersect_keeps_what_both_allow() -> None:
    both = intervals.intersect(time("2021-01-21", "2021-01-31", True), time("2021-01-25", "2021-02-28"))
    assert both == Time(
        earliest="2021-01-25", latest="2021-01-31", edtf="2021-01-25/2021-01-31", basis="stated", approximate=False
    )


def test_intersect_of_strangers_is_the_narrower() -> None:
    day = time("2021-01-12")
    assert intervals.intersect(time("2021-01-21", "2021-01-31", True), day) is day
    assert intervals.intersect(None, day) is day
    assert intervals.intersect(None, None) is None


def test_narrower_prefers_fewer_days_then_instants_then_exact_then_the_first() -> None:
    day, month, instant = time("2021-01-12"), time("2021-01-01", "2021-01-31"), time("2021-01-12T10:00+00:00")
    assert intervals.narrower(month, day) is day
    assert intervals.narrower(day, instant) is instant
    assert intervals.narrower(time("2021-01-12", approximate=True), day) is day
    assert intervals.narrower(day, time("2021-01-13")) is day


def test_refines() -> None:
    assert intervals.refines(time("2021-01-12"), time("2021-01-01", "2021-01-31"))
    assert not intervals.refines(time("2021-02-12"), time("2021-01-01", "2021-01-31"))
    assert not intervals.refines(time("2021-01-12"), time("2021-01-12"))


def test_days_count_both_ends() -> None:
    assert intervals.days(time("2021-01-12", "2021-01-19")) == 8
