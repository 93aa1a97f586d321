"""The day, month or year that a page's address holds: a check on dates that the page states, never a date by itself.

Of some fifty pages of WCXB's development half whose address holds one, none was published at another time.
"""

import re

from communique.clean.dates import Stated, is_date
from communique.clean.vocabulary import month_numbers

_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[^\W\d_]{3,9})(?:/(?P<day>\d{1,2}))?(?=[/?#.]|$)"
    r"|(?<=[/_-])(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"
    r"|/(?P<yy>(?:19|20)\d\d)(?P<mm>[01]\d)(?P<dd>[0-3]\d)(?=[/_-])"
)
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_GROUPS = (("year", "y", "yy"), ("month", "m", "mm"), ("day", "d", "dd"))
LONGEST = 2_000


def dated(address: str | None) -> Stated | None:
    """The first day or month in the path of an address, else the first year that is a part of it."""
    for found in _PATH.finditer((address or "")[:LONGEST].lower()):
        year, month, day = (found[a] or found[b] or found[c] for a, b, c in _GROUPS)
        number = int(month) if month.isdigit() else month_numbers().get(month)
        if number and is_date(int(year), number, int(day or 1)):
            return Stated(found.start(), found.end(), int(year), number, int(day) if day else None)
    only = _YEAR.search((address or "")[:LONGEST])
    return Stated(only.start(), only.end(), int(only[1])) if only else None


def agree(one: Stated, address: Stated) -> bool:
    """Whether a date falls on the day or in the month of an address, as far as both say it."""
    same = one.year == address.year and (None in (one.month, address.month) or one.month == address.month)
    return same and (None in (one.day, address.day) or one.day == address.day)
