"""The first, second or last day, weekday, week or weekend of a month or a year; the same day of another."""

import datetime as dt

from communique.records.times import TimeExpression
from communique.text.times.calendar import Stretch, shifted
from communique.text.times.intervals import month_end, shift

SATURDAY = 5
MONTHS_OF = {"month": 1, "year": 12}


def nth_in(expression: TimeExpression, whole: Stretch | None) -> Stretch | None:
    """The stretch of `whole` that `expression.nth` counts, or None where it has not so many. Weeks are counted from
    its first day, the last one back from its last."""
    if whole is None or expression.nth is None:
        return None
    found = _counted(expression, *whole, expression.nth)
    return found if whole[0] <= found[0] and found[0] <= found[1] and found[1] <= whole[1] else None


def _counted(expression: TimeExpression, first: dt.date, last: dt.date, nth: int) -> Stretch:
    if expression.nth_of == "day":
        day = last if nth < 0 else shift(first, nth - 1)
        return day, day
    if expression.nth_of == "week":
        return (
            (shift(last, -6), last) if nth < 0 else (shift(first, 7 * (nth - 1)), min(last, shift(first, 7 * nth - 1)))
        )
    if expression.nth_of == "weekend":
        saturday = _weekday(SATURDAY, first, shift(last, -1), nth)
        return saturday, shift(saturday, 1)
    day = _weekday(expression.weekday or 0, first, last, nth)
    return day, day


def _weekday(weekday: int, first: dt.date, last: dt.date, nth: int) -> dt.date:
    if nth < 0:
        return shift(last, -((last.weekday() - weekday) % 7))
    return shift(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def same_day(expression: TimeExpression, day: dt.date) -> Stretch | None:
    """ "Ten years ago today", "a year ago this week", "a week from Monday": the day, week or month that lies just so
    many units from that of the reference, or from the nearest such weekday on that side of it."""
    offset = expression.offset or 0
    if expression.weekday is not None:
        back, ahead = (day.weekday() - expression.weekday) % 7, (expression.weekday - day.weekday()) % 7
        day = shift(day, -back if offset < 0 else ahead)
    there = shift(day, 7 * offset) if expression.unit == "week" else _months_on(day, expression.unit or "", offset)
    if there is None:
        return None
    return shifted(there, expression.nth_of, 0) if expression.nth_of in ("week", "month") else (there, there)


def _months_on(day: dt.date, unit: str, offset: int) -> dt.date | None:
    months = day.year * 12 + day.month - 1 + offset * MONTHS_OF[unit]
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, month_end(year, month).day)) if 1 <= year <= 9999 else None
