from typing import Any

import pytest

from communique.records.times import TimeExpression
from communique.text.times import find


def fields(expression: TimeExpression) -> dict[str, Any]:
    said = {name: getattr(expression, name) for name in expression.__struct_fields__}
    told = {name: value for name, value in said.items() if value is not None and value is not False}
    return told | ({"until": fields(told["until"])} if "until" in told else {})


def found(text: str) -> dict[str, dict[str, Any]]:
    return {text[start:end]: fields(expression) for start, end, expression, _ in find(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed on March 4, 2021.", {"March 4, 2021": {"year": 2021, "month": 3, "day": 4}}),
        ("signed on 4 March 2021.", {"4 March 2021": {"year": 2021, "month": 3, "day": 4}}),
        ("signed on Thursday, March 4.", {"Thursday, March 4": {"month": 3, "day": 4, "weekday": 3}}),
        ("opened Feb. 9, officials", {"Feb. 9": {"month": 2, "day": 9}}),
        ("the 3rd of June, 2020", {"the 3rd of June, 2020": {"year": 2020, "month": 6, "day": 3}}),
        ("on 2021-03-04", {"2021-03-04": {"year": 2021, "month": 3, "day": 4}}),
        ("on 04-Mar-2021", {"04-Mar-2021": {"year": 2021, "month": 3, "day": 4}}),
        ("on 25/03/2021", {"25/03/2021": {"year": 2021, "month": 3, "day": 25}}),
        ("on 03/25/2021", {"03/25/2021": {"year": 2021, "month": 3, "day": 25}}),
        ("on 04/03/2021", {}),
        ("on 04.03.2021", {"04.03.2021": {"year": 2021, "month": 3, "day": 4}}),
        ("on 45/03/2021", {}),
        ("on February 31", {"February": {"month": 2}}),
        ("in March 2021", {"March 2021": {"year": 2021, "month": 3}}),
        ("in 2021", {"2021": {"year": 2021}}),
        ("in the 1980s", {"the 1980s": {"decade": 1980}}),
        ("in the nineties", {"the nineties": {"decade": 1990}}),
        ("in the 19th century", {"the 19th century": {"century": 18}}),
        ("in mid-2019", {"mid-2019": {"year": 2019, "part": "mid"}}),
        ("late in May", {"late in May": {"month": 5, "part": "late"}}),
        ("the end of 2024", {"the end of 2024": {"year": 2024, "part": "late", "modifier": "END"}}),
        ("on Wednesday evening", {"Wednesday evening": {"weekday": 2, "daypart": "EV"}}),
        ("met last Friday", {"last Friday": {"weekday": 4, "offset": -1}}),
        ("meet next Monday", {"next Monday": {"weekday": 0, "offset": 1}}),
        ("on Friday last week", {"Friday last week": {"weekday": 4, "unit": "week", "offset": -1}}),
        ("today", {"today": {"unit": "day", "offset": 0}}),
        ("late yesterday", {"late yesterday": {"unit": "day", "offset": -1, "part": "late"}}),
        ("the day after tomorrow", {"the day after tomorrow": {"unit": "day", "offset": 2}}),
        ("speaks tonight", {"tonight": {"unit": "day", "offset": 0, "daypart": "NI"}}),
        ("said this morning", {"this morning": {"unit": "day", "offset": 0, "daypart": "MO"}}),
        ("today, Tuesday, in", {"today, Tuesday": {"weekday": 1, "unit": "day", "offset": 0}}),
        ("last year", {"last year": {"unit": "year", "offset": -1}}),
        ("earlier this month", {"earlier this month": {"unit": "month", "offset": 0, "modifier": "START"}}),
        ("two weeks ago", {"two weeks ago": {"unit": "week", "offset": -2}}),
        ("about three decades ago", {"about three decades ago": {"unit": "year", "offset": -30, "modifier": "APPROX"}}),
        ("the third quarter of 2020", {"the third quarter of 2020": {"year": 2020, "quarter": 3}}),
        ("in Q2 2020", {"Q2 2020": {"year": 2020, "quarter": 2}}),
        ("the first half of next year", {"the first half of next year": {"unit": "year", "offset": 1, "half": 1}}),
        ("in spring 2020", {"spring 2020": {"year": 2020, "season": "SP"}}),
        ("over the weekend", {"the weekend": {"weekend": True}}),
        ("its third-quarter loss", {"third-quarter": {"quarter": 3}}),
        ("the May 2021 vote", {"May 2021": {"year": 2021, "month": 5}}),
        (
            "the quarter ended June 30",
            {
                "the quarter": {"month": 6, "day": 30, "unit": "quarter", "direction": "past"},
                "June 30": {"month": 6, "day": 30},
            },
        ),
        ("the last half of 2019", {"the last half of 2019": {"year": 2019, "half": 2}}),
        ("the same period last year", {"the same period last year": {"unit": "year", "offset": -1}}),
        (
            "until 2024 or later",
            {"2024 or later": {"year": 2024, "bound": "before", "direction": "future", "modifier": "ON_OR_AFTER"}},
        ),
        ("the week of May 3", {"the week of May 3": {"month": 5, "day": 3, "unit": "week"}}),
        ("during Easter week", {"Easter week": {"unit": "week", "feast": "easter"}}),
        ("the eve of the New Year", {"the eve of the New Year": {"month": 12, "day": 31}}),
        (
            "mid-afternoon yesterday",
            {"mid-afternoon yesterday": {"unit": "day", "offset": -1, "part": "mid", "daypart": "AF"}},
        ),
        ("the early hours of Tuesday", {"the early hours of Tuesday": {"weekday": 1, "part": "early"}}),
        (
            "rose the next morning",
            {"the next morning": {"unit": "day", "offset": 1, "daypart": "MO", "anaphoric": True}},
        ),
        ("later in the summer", {"later in the summer": {"season": "SU", "modifier": "END"}}),
        (
            "on Friday, 12 May 2017, at 3 pm",
            {"Friday, 12 May 2017, at 3 pm": {"year": 2017, "month": 5, "day": 12, "weekday": 4, "clock": "15:00"}},
        ),
        ("the 12th of last month", {"the 12th of last month": {"day": 12, "unit": "month", "offset": -1}}),
        ("the latter half of the 1990s", {"the latter half of the 1990s": {"decade": 1990}}),
        ("in 1Q 2018", {"1Q 2018": {"year": 2018, "quarter": 1}}),
        ("on New Year's Day 2019", {"New Year's Day 2019": {"year": 2019, "month": 1, "day": 1}}),
        ("overnight Tuesday", {"overnight Tuesday": {"weekday": 1, "daypart": "NI"}}),
        ("the weekend of May 5", {"the weekend of May 5": {"month": 5, "day": 5, "weekend": True}}),
        ("in April and May", {"April": {"month": 4}, "May": {"month": 5}}),
        ("on 25-03-2021", {"25-03-2021": {"year": 2021, "month": 3, "day": 25}}),
        ("in the year to June", {"June": {"month": 6}}),
        ("half a century ago", {"half a century ago": {"unit": "year", "offset": -50}}),
        ("a year and a half ago", {"a year and a half ago": {"unit": "month", "offset": -18, "modifier": "APPROX"}}),
        (
            "left the night before.",
            {"the night before": {"unit": "day", "offset": -1, "daypart": "NI", "anaphoric": True}},
        ),
        ("on Christmas Eve", {"Christmas Eve": {"month": 12, "day": 24}}),
    ],
)
def test_dates(text: str, expected: dict[str, dict[str, Any]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10:00 GMT", {"10:00 GMT": {"clock": "10:00", "zone": "GMT"}}),
        ("at 08:34 UTC+8", {"08:34 UTC+8": {"clock": "08:34", "zone": "+08:00"}}),
        ("at 5 p.m. (GMT-3)", {"5 p.m. (GMT-3)": {"clock": "17:00", "zone": "-03:00"}}),
        ("at 0730 GMT", {"0730 GMT": {"clock": "07:30", "zone": "GMT"}}),
        ("at 5 p.m. local time", {"5 p.m. local time": {"clock": "17:00"}}),
        ("at 12 a.m.", {"12 a.m.": {"clock": "00:00"}}),
        ("left at 4 in the morning", {"4 in the morning": {"daypart": "MO", "clock": "04:00"}}),
        ("9 a.m. Tuesday", {"9 a.m. Tuesday": {"weekday": 1, "clock": "09:00"}}),
        (
            "around noon today, Friday, capital time (09:15 UTC) that",
            {
                "around noon today, Friday, capital time (09:15 UTC)": {
                    "weekday": 4,
                    "unit": "day",
                    "offset": 0,
                    "clock": "09:15",
                    "zone": "UTC",
                    "modifier": "APPROX",
                }
            },
        ),
    ],
)
def test_clocks(text: str, expected: dict[str, dict[str, Any]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for 15 years", {"15 years": {"duration": "P15Y"}}),
        ("a 30-year pact", {"30-year": {"duration": "P30Y"}}),
        ("over five decades", {"over five decades": {"duration": "P50Y", "modifier": "MORE_THAN"}}),
        ("for a year and a half", {"a year and a half": {"duration": "P1Y6M"}}),
        ("a quarter of a century", {"a quarter of a century": {"duration": "P25Y"}}),
        ("less than a quarter of it", {}),
        ("half a century", {"half a century": {"duration": "P50Y"}}),
        ("the next 10 years", {"the next 10 years": {"duration": "P10Y"}}),
        ("for several days", {"several days": {"duration": "PXD"}}),
        ("within 90 minutes", {"90 minutes": {"duration": "PT90M"}}),
        ("a 45-year-old woman", {}),
        ("aged 45 years old", {}),
        ("four flights a week", {}),
        ("the first nine months", {"the first nine months": {"duration": "P9M"}}),
        ("the first week of it", {"the first week": {"duration": "P1W"}}),
        ("the six months ended then", {"the six months": {"duration": "P6M"}}),
        ("the past 20-plus years", {"the past 20-plus years": {"duration": "P20Y"}}),
        ("in a year or two", {"a year or two": {"duration": "P1Y"}}),
        ("to last two days", {"two days": {"duration": "P2D"}}),
        ("over a three-year period", {"a three-year period": {"duration": "P3Y"}}),
        ("he will one day return", {"one day": {"vague": "FUTURE_REF"}}),
        ("open Tuesday nights", {"Tuesday nights": {"repeated": "XXXX-WXX-2TNI"}}),
        ("talks twice a week", {"a week": {"repeated": "P1W"}}),
        ("every year", {"every year": {"repeated": "P1Y"}}),
        ("every Thursday", {"every Thursday": {"repeated": "XXXX-WXX-4"}}),
        ("two days before the vote", {"two days": {"duration": "P2D"}}),
        ("two days later", {"two days later": {"unit": "day", "offset": 2, "anaphoric": True}}),
        ("the previous day", {"the previous day": {"unit": "day", "offset": -1, "anaphoric": True}}),
        (
            "later in the day",
            {"later in the day": {"unit": "day", "offset": 0, "modifier": "END", "anaphoric": True}},
        ),
        ("in the coming months", {"the coming months": {"vague": "FUTURE_REF"}}),
        ("in recent years", {"recent years": {"vague": "PAST_REF"}}),
        ("is now ready", {"now": {"vague": "PRESENT_REF"}}),
    ],
)
def test_lengths_sets_and_vague_times(text: str, expected: dict[str, dict[str, Any]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 6 to 9 April", {"6 to 9 April": {"month": 4, "day": 6, "until": {"month": 4, "day": 9}}}),
        (
            "April 6-9, 2020",
            {"April 6-9, 2020": {"year": 2020, "month": 4, "day": 6, "until": {"year": 2020, "month": 4, "day": 9}}},
        ),
        ("between 2011 and 2014", {"2011 and 2014": {"year": 2011, "until": {"year": 2014}}}),
        ("in 2011-2014", {"2011-2014": {"year": 2011, "until": {"year": 2014}}}),
        ("in 2011-12", {"2011-12": {"year": 2011, "until": {"year": 2012}}}),
        ("in 1980-88", {"1980-88": {"year": 1980, "until": {"year": 1988}}}),
        (
            "from May to July 2020",
            {"May to July 2020": {"year": 2020, "month": 5, "until": {"year": 2020, "month": 7}}},
        ),
        ("in 2011 and 2014", {"2011": {"year": 2011}, "2014": {"year": 2014}}),
        ("since 2011", {"2011": {"year": 2011, "bound": "after", "direction": "past"}}),
        ("from January to March", {"January to March": {"month": 1, "until": {"month": 3}}}),
        ("through July", {"July": {"month": 7, "direction": "nearest"}}),
        ("before July", {"July": {"month": 7, "bound": "before"}}),
        ("until Friday", {"Friday": {"weekday": 4, "bound": "before", "direction": "future"}}),
        (
            "by the end of the year",
            {
                "the end of the year": {
                    "unit": "year",
                    "offset": 0,
                    "part": "late",
                    "bound": "before",
                    "modifier": "END",
                }
            },
        ),
    ],
)
def test_intervals_and_bounds(text: str, expected: dict[str, dict[str, Any]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "they may march on",
        "Mr. May said no",
        "said April Jones",
        "they sat down",
        "2000 troops",
        "sold for $2020",
        "Resolution 2015 was adopted",
        "the 1984-page book",
        "the Winter Olympics in the winter palace",
        "since the fall of the city",
        "a last-minute deal",
        "photo1999a",
        "resolutions 1803 and 2049",
        "Resolutions 2254, 2049 and 1803",
        "killed 12 in the crash",
        "the second half of the match",
        "scored in the first half",
        "at 1600 Pine Avenue",
        "under the Christmas tree",
        "the pollster Whit Jones",
        "read the Springfield Sun.",
        "paid $15 an hour or less",
        "one-quarter of it",
        "the 29-years-old driver",
        "on the last day of it",
        "read www.example.org/2pm3pm",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == {}
