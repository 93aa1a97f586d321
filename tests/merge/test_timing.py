"""Whose words stand for the time of an event of several reports."""

import pytest
from msgspec.structs import replace
from tests.factories import Report, day
from tests.merge.test_events import BERN, clusters

from communique.merge.events.timing import event_time
from communique.records.times import Time

DAY = "2021-05-03"


def told(
    name: str,
    words: str,
    iso: str = DAY,
    *,
    published: str = DAY,
    relative: bool = True,
    main: bool = False,
    **said: object,
) -> Report:
    """A report of one meeting with the words of its time; `said` are fields of the expression."""
    report = Report(name, f"President Anna Berg met President Carl Dahl in Bern {words}.", published)
    who = (report.person("Anna Berg", "president", "NO"), report.person("Carl Dahl", "president", "CH"))
    time = report.time(words, replace(day(iso), basis="relative" if relative else "stated"), **said)
    report.times[0] = replace(report.times[0], time=replace(report.times[0].time, span=report.times[0].span))
    report.event("met", who, place=BERN, time=time)
    report.events[0] = replace(report.events[0], main=main)
    return report


def time_of(*reports: Report) -> Time:
    (cluster,) = clusters(*reports)
    time = event_time(cluster)
    assert time is not None
    return time


def words(*reports: Report) -> str:
    span = time_of(*reports).span
    return span.exact if span else ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The hour before the date, the date before the day.
        (told("a", "at noon on Monday", clock="12:00"), told("b", "on May 3, 2021", relative=False)),
        (told("a", "on May 3, 2021", relative=False), told("b", "on Monday", main=True)),
        # Whose news it is, before whoever mentions it.
        (told("a", "today", main=True), told("b", "on Monday", published="2021-05-02")),
        # Whoever reported it first.
        (told("a", "on Monday"), told("b", "yesterday", published="2021-05-04")),
    ],
)
def test_whose_words_stand(first: Report, second: Report) -> None:
    expected = first.times[0].span.exact
    assert [words(first, second), words(second, first)] == [expected, expected]


def test_the_wording_that_most_share_stands() -> None:
    reports = told("a", "today"), told("b", "on Monday"), told("c", "on Monday")
    assert words(*reports) == "on Monday"


def test_the_basis_is_that_of_the_words() -> None:
    assert time_of(told("a", "on May 3, 2021", relative=False), told("b", "on Monday")).basis == "stated"


def test_the_narrowest_value_stands_before_all() -> None:
    month = told("a", "in May 2021", relative=False, main=True)
    whole = replace(month.times[0].time, earliest="2021-05-01", latest="2021-05-31", edtf="2021-05")
    month.times[0] = replace(month.times[0], time=whole)
    assert words(month, told("b", "on Monday")) == "on Monday"
