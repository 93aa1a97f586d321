"""Days as a person types them."""

import datetime as dt
import re

from communique.errors import UsageError
from communique.records.judgements import When
from communique.text.times.intervals import month_end

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def when_of(text: str) -> When:
    """A day, a month, a year, or two of them with / between; a ~ behind says that it is approximate.

    Raises:
        UsageError: it is none of these.
    """
    bare = text.replace("~", "")
    first, _, last = bare.partition("/")
    start, end = _days(first, text), _days(last or first, text)
    if end[1] < start[0]:
        raise UsageError(f"{text!r} ends before it begins")
    return When(earliest=start[0].isoformat(), latest=end[1].isoformat(), approximate="~" in text)


def _days(text: str, whole: str) -> tuple[dt.date, dt.date]:
    found = _DATE.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if day is None:
            return dt.date(year, month, 1), month_end(year, month)
        return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError as error:
        raise UsageError(
            f"{whole!r} is no date; give one like 2024-05-06, 2024-05, 2024 or 2024-05-06/2024-05-08,"
            " with ~ behind where it is approximate"
        ) from error
