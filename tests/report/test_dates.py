import pytest

from communique.records.times import Time
from communique.report.dates import short, when


def time(first: str, last: str | None = None, approximate: bool = False) -> Time:
    return Time(earliest=first, latest=last or first, basis="stated", approximate=approximate)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "date not known"),
        (time("2022-01-19"), "19 January 2022"),
        (time("2022-07-20T08:34+08:00"), "20 July 2022, 08:34 (UTC+08:00)"),
        (time("2022-07-20T08:34"), "20 July 2022, 08:34"),
        (time("2022-06-21", "2022-06-30", approximate=True), "late June 2022 (approximately)"),
        (time("2022-06-01", "2022-06-10", approximate=True), "early June 2022 (approximately)"),
        (time("2022-06-11", "2022-06-20", approximate=True), "mid-June 2022 (approximately)"),
        (time("2022-06-21", "2022-06-30"), "21 to 30 June 2022"),
        (time("2024-02-01", "2024-02-29"), "February 2024"),
        (time("2022-01-17", "2022-01-23"), "17 to 23 January 2022"),
        (time("2022-06-28", "2022-07-02"), "28 June to 2 July 2022"),
        (time("2021-12-28", "2022-01-02"), "28 December 2021 to 2 January 2022"),
        (time("2017-01-01", "2017-12-31"), "2017"),
        (time("1990-01-01", "1999-12-31"), "1990 to 1999"),
        (time("2022-01-01", "2022-03-31"), "January to March 2022"),
        (time("2021-11-01", "2022-02-28"), "November 2021 to February 2022"),
        (time("2022-07-19T09:00+03:00", "2022-07-19T11:00+03:00"), "19 July 2022"),
        (time("some day"), "date not known"),
        (time("2022-13-40"), "date not known"),
    ],
)
def test_when(given: Time | None, words: str) -> None:
    assert when(given) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, ""),
        (time("2022-07-20T08:34+08:00"), "20 July"),
        (time("2022-06-21", "2022-06-30", approximate=True), "late June"),
        (time("2017-01-01", "2017-12-31"), "2017"),
        (time("2021-12-28", "2022-01-02"), "28 December 2021 to 2 January 2022"),
    ],
)
def test_short_leaves_the_year_to_the_heading(given: Time | None, words: str) -> None:
    assert short(given) == words
