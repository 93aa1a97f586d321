"""When a quotation is said to have been spoken, beside the time of the occasion in the record."""

import datetime as dt

from communique.records.times import Time, TimeExpression
from communique.text.times import find
from communique.text.times.intervals import bounds

# An occasion that may have been on more days than these tells nothing of a day.
_MOST_DAYS = 366
_NAMED = frozenset({"year", "month", "day"})


def misdated(around: str, occasion: Time | None) -> str:
    """The words of an attribution that give a day, month or year on which the occasion cannot have been; "" where
    there are none, or where the record does not know when it was."""
    if occasion is None or occasion.approximate:
        return ""
    first, last = bounds(occasion)
    if (last - first).days > _MOST_DAYS:
        return ""
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    for found in find(around):
        if _plain(found.expression) and not any(_may_be(day, found.expression) for day in days):
            return around[found.start : found.end].strip()
    return ""


def _plain(expression: TimeExpression) -> bool:
    """Whether it names a day, a month or a year of the calendar and counts from nothing else."""
    fields = {name: getattr(expression, name) for name in expression.__struct_fields__}
    empty = {name: getattr(TimeExpression(), name) for name in fields}
    said = {name for name, value in fields.items() if value != empty[name]} - {
        "direction",
        "weekday",
        "clock",
        "daypart",
    }
    return bool(said) and said <= _NAMED


def _may_be(day: dt.date, expression: TimeExpression) -> bool:
    return all(
        wanted is None or wanted == have
        for wanted, have in (
            (expression.year, day.year),
            (expression.month, day.month),
            (expression.day, day.day),
        )
    )
