"""TIMEX3 values, as TimeBank writes them."""

import datetime as dt

from msgspec.structs import replace

from communique.records.times import Time, TimeExpression
from communique.text.times.intervals import civil

UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX",
           "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip


def timex_value(expression: TimeExpression, time: Time | None) -> str | None:
    """The TIMEX3 value of `expression` resolved to `time`, with X for what is not known (`XXXX-WXX-3`)."""
    fixed = expression.duration or expression.repeated or expression.vague
    if fixed:
        return fixed
    if expression.until is not None:
        return _interval(expression, expression.until, time)
    grain = granularity(expression)
    if grain is None:
        return None
    known = _unit(grain, expression, civil(time)) if time is not None else None
    value = known or _open(grain, expression)
    if grain != "day" or value is None:
        return value
    if expression.clock:
        return f"{value}T{expression.clock}"
    return f"{value}T{expression.daypart}" if expression.daypart else value


def _interval(start: TimeExpression, until: TimeExpression, time: Time | None) -> str | None:
    # TIMEX3 has no value for an interval: both ends as ISO 8601 joins them, where they are known.
    if time is None:
        return None
    ends = (
        timex_value(replace(start, until=None), replace(time, latest=time.earliest)),
        timex_value(until, replace(time, earliest=time.latest)),
    )
    return f"{ends[0]}/{ends[1]}" if all(ends) else None


def granularity(expression: TimeExpression) -> str | None:
    """The smallest calendar unit that is named; clocks and parts of a day count as days."""
    if expression.weekend:
        return "weekend"
    if expression.unit is not None and expression.offset is None:
        return expression.unit
    if expression.nth == 0 and expression.nth_of in ("week", "month"):
        return expression.nth_of
    if (
        expression.nth_of == "day"
        or expression.day is not None
        or expression.weekday is not None
        or expression.feast is not None
    ):
        return "day"
    for name in ("month", "season", "quarter", "half"):
        if getattr(expression, name) is not None:
            return name
    if expression.unit is not None:
        return "day" if expression.unit in ("hour", "minute", "second") else expression.unit
    if expression.clock or expression.daypart:
        return "day"
    return next((name for name in ("year", "decade", "century") if getattr(expression, name) is not None), None)


def is_clock(expression: TimeExpression) -> bool:
    """Whether it tells the time of day and leaves open of which day."""
    named = (expression.year, expression.month, expression.day, expression.weekday, expression.unit)
    return bool(expression.clock or expression.daypart) and all(each is None for each in named)


def _unit(grain: str, expression: TimeExpression, days: tuple[dt.date, dt.date]) -> str | None:
    first, last = (_label(grain, expression, day) for day in days)
    return first if first == last else None


def _label(grain: str, expression: TimeExpression, day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    match grain:
        case "day":
            return day.isoformat()
        case "week" | "weekend":
            return f"{year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
        case "month":
            return day.isoformat()[:7]
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "half":
            return f"{day.year:04}-H{(day.month + 5) // 6}"
        case "season":
            # A winter bears the year of its December.
            return f"{day.year - (expression.season == 'WI' and day.month < 3):04}-{expression.season}"
        case "decade":
            return f"{day.year:04}"[:3]
        case "century":
            return f"{day.year:04}"[:2]
        case _:
            return f"{day.year:04}"


def _open(grain: str, expression: TimeExpression) -> str | None:
    if expression.month is not None:
        return f"XXXX-{expression.month:02}" + (f"-{expression.day:02}" if expression.day is not None else "")
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday + 1}"
    for name, letter in (("quarter", "Q"), ("half", "H")):
        if getattr(expression, name) is not None:
            return f"XXXX-{letter}{getattr(expression, name)}"
    if expression.season is not None:
        return f"XXXX-{expression.season}"
    return UNKNOWN.get(grain)
