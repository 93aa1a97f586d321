"""Which day an article was published, where its markup and the page that readers see say different things.

The markup keeps the day of a draft, or of the move to another system, and readers see neither; the page shows the
day of a change as if it were the article's. What either is called, the page's address and the zone of a moment
decide between them.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from communique.clean import addresses, declared_dates
from communique.clean.dates import Stated
from communique.clean.declared_dates import Said
from communique.clean.published import Dated, all_dates
from communique.clean.structured import Markup
from communique.records.articles import Paragraph

BESIDE = 8  # stretches between the title and a date that is shown beside it
# A page that shows the day of a change as its own reports the same article still, unless a year has passed:
# then it has been written anew, and the day it shows is the new text's.
ANEW, DAY = timedelta(days=365), timedelta(days=1)
# The zones there are, in hours from UTC; of the regions that span oceans elsewhere, those of their mainland.
ZONES = {"US": (-10, -4), "CA": (-8, -2), "GB": (0, 1), "IE": (0, 1), "IN": (5, 6), "AU": (8, 11), "NZ": (12, 13)}
EVERYWHERE = (-12, 14)


def publication(
    shown: Dated | None, markup: Markup, paragraphs: Sequence[Paragraph], address: Stated | None
) -> Dated | Said | None:
    """What the markup says, if nothing that the page shows stands against it, else what the page shows. Where a
    moment in UTC is the day before or after by the clocks of the place, the day is the one that the page shows."""
    changes = list(declared_dates.updated(markup))
    said = _earlier(list(declared_dates.published(markup)), changes)
    if said is None or shown is None:
        return said or shown
    if shown.stated.day is not None and in_zone(said.stated, day := _day(shown.stated), markup.region):
        others = (*declared_dates.published(markup), *declared_dates.timed(markup))
        return in_own_zone(said.stated, day, others) or shown
    return shown if shown_prevails(shown, said.stated, changes, paragraphs, address) else said


def _earlier(said: Sequence[Said], changes: Sequence[Said]) -> Said | None:
    """The first statement, unless it is the moment of the last change and another names an earlier day: some systems
    write the change into both."""
    first = said[0] if said else None
    if first is None or not changes or first.stated.clock is None or first.stated.iso() != changes[0].stated.iso():
        return first
    return next((one for one in said if one.stated.day and _day(one.stated) < _day(first.stated)), first)


def shown_prevails(
    shown: Dated, said: Stated, changes: Iterable[Said], paragraphs: Sequence[Paragraph], address: Stated | None
) -> bool:
    """Whether the date that the page shows stands against what its markup says."""
    if shown.stated.day is None or said.day is None:
        return False
    day, other = _day(shown.stated), _day(said)
    if day == other:
        return False
    if address is not None and addresses.agree(shown.stated, address) != addresses.agree(said, address):
        return addresses.agree(shown.stated, address)
    if shown.place > BESIDE and shown.label != "published":
        return False
    if said.clock is not None and abs(day - other) <= DAY and (day > other or not _in_utc(said)):
        return False  # the next day of a zone that is not known, or the day that an article was set for
    if any(_day(one.stated) == day for one in changes if one.stated.day) and other <= day <= other + ANEW:
        return False
    return not any(_may_be(one, other) for one in all_dates(paragraphs, None) if one.label != "updated")


def in_zone(moment: Stated, day: date, region: str | None) -> bool:
    """Whether a moment given in UTC falls on that day by the clocks of the region, and on another by UTC's own."""
    if not _in_utc(moment):
        return False
    at = _instant(moment)
    west, east = ZONES.get(region or "", EVERYWHERE)
    return day != at.date() and (at + timedelta(hours=west)).date() <= day <= (at + timedelta(hours=east)).date()


def _in_utc(one: Stated) -> bool:
    return one.clock is not None and one.clock.endswith("+00:00")


def in_own_zone(moment: Stated, day: date, others: Iterable[Said]) -> Said | None:
    """The same moment as one of `others` gives it with the offset of the place, where it falls on that day."""
    at = _instant(moment)
    same = (one for one in others if one.stated.clock and _instant(one.stated) == at)
    return next((one for one in same if _day(one.stated) == day), None)


def _instant(one: Stated) -> datetime:
    return datetime.fromisoformat(one.iso()).astimezone(UTC)


def _day(one: Stated) -> date:
    return date.fromisoformat(one.iso()[:10])


def _may_be(one: Dated, day: date) -> bool:
    """Whether a date can be read as that day; one in figures alone, either way round."""
    stated = one.stated
    read = (stated.month, stated.day)
    readings = (read, stated.alternative, read[::-1] if not any(map(str.isalpha, one.text)) else None)
    return stated.year == day.year and (day.month, day.day) in readings
