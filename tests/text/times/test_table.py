"""A table of expressions, each with what it means on a Wednesday, and on a page without a date."""

import pytest

from communique.records.times import Direction, Time
from communique.text.times import find, resolve, timex_value

WEDNESDAY = Time(earliest="2023-03-15", latest="2023-03-15", basis="given")
Row = tuple[str, str | None, str | None]


def read(text: str, reference: Time | None, direction: Direction | None = None) -> list[Row]:
    """The words of each expression with the EDTF of its time and its TIMEX3 value."""
    rows: list[Row] = []
    for found in find(text):
        time = resolve(found.expression, reference, direction)
        rows.append((text[found.start : found.end], time and time.edtf, timex_value(found.expression, time)))
    return rows


ABSOLUTE = [
    ("the twelfth of March 2021", "2021-03-12", "2021-03-12"),
    ("12th of March, 2021", "2021-03-12", "2021-03-12"),
    ("2021/03/12", "2021-03-12", "2021-03-12"),
    ("Fri 12 Mar 2021 14.05 GMT", "2021-03-12T14:05:00Z", "2021-03-12T14:05"),
    ("March 3-5, 2021", "2021-03-03/2021-03-05", "2021-03-03/2021-03-05"),
    ("2015-16", "2015/2016", "2015/2016"),
    ("FY 2020-21", "2020/2021", "2020/2021"),
    ("fiscal year 2019", "2019", "2019"),
    ("mid-2017", "2017-05-01~/2017-08-31~", "2017"),
    ("the 1990s", "199X", "199"),
    ("the last week of June 2017", "2017-06-24~/2017-06-30~", "2017-06"),
    ("the first week of 2017", "2017-01-01~/2017-01-07~", "2017"),
    ("the first Monday of June 2018", "2018-06-04", "2018-06-04"),
    ("the last Friday in May 2018", "2018-05-25", "2018-05-25"),
    ("the first weekend of May 2018", "2018-05-05/2018-05-06", "2018-05"),
    ("the last weekend of June 2018", "2018-06-23/2018-06-24", "2018-06"),
    ("the last day of February 2020", "2020-02-29", "2020-02-29"),
    ("the 100th day of 2019", None, None),
    ("Orthodox Easter 2021", "2021-05-02", "2021-05-02"),
    ("Father's Day 2021", "2021-06-20", "2021-06-20"),
    ("May Day 2021", "2021-05-01", "2021-05-01"),
    ("7:30 p.m. EST on 9 May 2021", "2021-05-09T19:30:00-05:00", "2021-05-09T19:30"),
    ("9 May 2021 around noon, capital time (08:30 UTC)", "2021-05-09T08:30:00Z", "2021-05-09T08:30"),
]


@pytest.mark.parametrize("reference", [WEDNESDAY, None])
@pytest.mark.parametrize(("words", "edtf", "value"), ABSOLUTE)
def test_what_bears_its_year_needs_no_reference(
    words: str, edtf: str | None, value: str | None, reference: Time | None
) -> None:
    expected = [] if edtf is None else [(words, edtf, value)]
    found = read(f"It was {words}, they said", reference)
    assert expected == found if expected else words not in [row[0] for row in found]


RELATIVE: list[tuple[str, Direction | None, str | None, str, str]] = [
    # words, direction, EDTF on the Wednesday, value there, value on a page without a date
    ("Wednesday evening", "past", "2023-03-15", "2023-03-15TEV", "XXXX-WXX-3TEV"),
    ("last Tuesday", None, "2023-03-14", "2023-03-14", "XXXX-WXX-2"),
    ("next Tuesday", None, "2023-03-21", "2023-03-21", "XXXX-WXX-2"),
    ("Tuesday", "past", "2023-03-14", "2023-03-14", "XXXX-WXX-2"),
    ("Tuesday", "future", "2023-03-21", "2023-03-21", "XXXX-WXX-2"),
    ("this week", None, "2023-03-13/2023-03-19", "2023-W11", "XXXX-WXX"),
    ("later this week", None, "2023-03-15/2023-03-19", "2023-W11", "XXXX-WXX"),
    ("late June", "past", "2022-06-21~/2022-06-30~", "2022-06", "XXXX-06"),
    ("late June", "future", "2023-06-21~/2023-06-30~", "2023-06", "XXXX-06"),
    ("in the coming weeks", None, None, "FUTURE_REF", "FUTURE_REF"),
    ("over past decades", None, None, "PAST_REF", "PAST_REF"),
    ("the first Monday of the month", None, "2023-03-06", "2023-03-06", "XXXX-WXX-1"),
    ("the last Sunday of next month", None, "2023-04-30", "2023-04-30", "XXXX-WXX-7"),
    ("the third Thursday in November", "past", "2022-11-17", "2022-11-17", "XXXX-11"),
    ("the second week of next month", None, "2023-04-08~/2023-04-14~", "2023-04", "XXXX-XX"),
    ("the last day of the year", None, "2023-12-31", "2023-12-31", "XXXX-XX-XX"),
    ("a quarter-century ago", None, "1998", "1998", "XXXX"),
    ("two-and-a-half years ago", None, "2020-09~", "2020-09", "XXXX-XX"),
    ("a week ago", None, "2023-03-06/2023-03-12", "2023-W10", "XXXX-WXX"),
    ("ten years ago today", None, "2013-03-15", "2013-03-15", "XXXX-XX-XX"),
    ("two years ago this week", None, "2021-03-15/2021-03-21", "2021-W11", "XXXX-WXX"),
    ("a year ago this month", None, "2022-03", "2022-03", "XXXX-XX"),
    ("a week ago Monday", None, "2023-03-06", "2023-03-06", "XXXX-WXX-1"),
    ("a week from Monday", None, "2023-03-27", "2023-03-27", "XXXX-WXX-1"),
    ("two weeks from today", None, "2023-03-29", "2023-03-29", "XXXX-XX-XX"),
    ("a year ago", None, "2022", "2022", "XXXX"),
    ("a long time ago", None, None, "PAST_REF", "PAST_REF"),
    ("overnight", None, "2023-03-14", "2023-03-14TNI", "XXXX-XX-XXTNI"),
    ("overnight from Saturday to Sunday", "past", "2023-03-11", "2023-03-11TNI", "XXXX-WXX-6TNI"),
    ("the night of January 3-4", "past", "2023-01-03", "2023-01-03TNI", "XXXX-01-03TNI"),
    ("election day", "past", "2022-11-08", "2022-11-08", "XXXX-XX-XX"),
    ("7 p.m. Friday EST", "past", "2023-03-10T19:00:00-05:00", "2023-03-10T19:00", "XXXX-WXX-5T19:00"),
    ("the quarter", None, None, "XXXX-QX", "XXXX-QX"),
    ("in Q3", "past", "2022-07-01/2022-09-30", "2022-Q3", "XXXX-Q3"),
    ("one Sunday", None, None, "XXXX-WXX-7", "XXXX-WXX-7"),
    ("on a Sunday morning", None, None, "XXXX-WXX-7TMO", "XXXX-WXX-7TMO"),
    ("every Friday night", None, None, "XXXX-WXX-5TNI", "XXXX-WXX-5TNI"),
    ("every few weeks", None, None, "PXW", "PXW"),
    ("every other day", None, None, "P2D", "P2D"),
    ("every single day", None, None, "P1D", "P1D"),
    ("bi-monthly", None, None, "P2M", "P2M"),
    ("to this day", None, None, "PRESENT_REF", "PRESENT_REF"),
    ("two-and-a-half-year", None, None, "P2Y6M", "P2Y6M"),
    ("an hour-and-a-half", None, None, "PT1.5H", "PT1.5H"),
    ("24 hours", None, None, "PT24H", "PT24H"),
    ("20-year", None, None, "P20Y", "P20Y"),
]
LEADING = ("in ", "over ", "on ")


@pytest.mark.parametrize(("words", "direction", "edtf", "value", "undated"), RELATIVE)
def test_what_is_relative_stays_open_on_an_undated_page(
    words: str, direction: Direction | None, edtf: str | None, value: str, undated: str
) -> None:
    lead = next((each for each in LEADING if words.startswith(each)), "")
    marked = words.removeprefix(lead)
    assert read(f"They spoke {words}.", WEDNESDAY, direction) == [(marked, edtf, value)]
    assert read(f"They spoke {words}.", None, direction) == [(marked, None, undated)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ahead of Friday's vote", [("Friday", "2023-03-17", "2023-03-17")]),
        (
            "from 9am to 5pm on Saturday",
            [("9am to 5pm on Saturday", "2023-03-11", "2023-03-11T09:00/2023-03-11T17:00")],
        ),
        ("in May-June 2018", [("May-June 2018", "2018-05-01/2018-06-30", "2018-05/2018-06")]),
        ("years prior, in 2011", [("2011", "2011", "2011")]),
        ("the future of the pact", []),
        ("in the future", [("the future", None, "FUTURE_REF")]),
        ("saving seed for the future", []),
        ("in the foreseeable future", []),
        ("the current ferry timetable", []),
        ("the ferry has recently moved", []),
        ("the ferry recently moved", [("recently", None, "PAST_REF")]),
        ("most recently at Bergen", []),
        ("fares rise 4% annually", []),
        ("they meet annually", [("annually", None, "P1Y")]),
        ("the daily harbour report", []),
        ("a daily ferry", [("daily", None, "P1D")]),
        ("a 37-year-old man", []),
        ("a New Year's message", []),
        ("before New Year's, they", [("New Year's", "2023-01-01", "2023-01-01")]),
        ("on 12/03/2017", []),
        ("on 25/03/2017", [("25/03/2017", "2017-03-25", "2017-03-25")]),
    ],
)
def test_in_their_surroundings(text: str, expected: list[Row]) -> None:
    assert read(text, WEDNESDAY) == expected
