"""Dates that somebody gave beside a capture: normalised, or refused where they are absurd."""

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

EARLIEST_YEAR, LATEST_YEAR = 1800, 2100
_PREFIX = re.compile(r"(\d{4})(?:-(\d{2}))?")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2}|UTC)?)?")


def given_date(value: str) -> str | None:
    """`value` as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm+hh:mm, or None where it is no sane date.

    ISO 8601 and the dates of mail and feeds (RFC 2822) are read. A clock time without an offset is dropped: it
    cannot be compared, and its date is the civil date at the place.
    """
    text = value.strip()
    return _prefix(text) or _iso(text) or _mail(text)


def _prefix(text: str) -> str | None:
    match = _PREFIX.fullmatch(text)
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return None
    return text if _sane(int(match[1])) else None


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    day, clock, offset = match.groups()
    try:
        parsed = date.fromisoformat(day)
        if clock and offset:
            return _instant(datetime.fromisoformat(f"{day}T{clock}{offset.replace('UTC', 'Z')}"))
        time.fromisoformat(clock or "00:00")
    except ValueError:
        return None
    return day if _sane(parsed.year) else None


def _mail(text: str) -> str | None:
    try:
        parsed = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if parsed.tzinfo is None:
        return parsed.date().isoformat() if _sane(parsed.year) else None
    return _instant(parsed)


def _instant(parsed: datetime) -> str | None:
    return parsed.isoformat(timespec="minutes") if _sane(parsed.year) else None


def _sane(year: int) -> bool:
    return EARLIEST_YEAR <= year <= LATEST_YEAR
