"""Who held which office when (`data/offices_*.yaml`).

A file maps a state's ISO code (`offices`) or an organization's key (`organization_offices`) to titles in normal
form, and each title to rows of [from, to, name, other spellings …]. Dates are ISO days, months or years; `..` is
unknown or not yet; a `?` behind a date marks a row that is not confirmed. `spellings` lists further spellings of
people's names, once for all their offices.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace

from communique.errors import KnowledgeError
from communique.knowledge.names import key
from communique.knowledge.yaml_table import Tables, row
from communique.records.base import Row

# Open ends are known up to here: a holder of a later day is given, but not confirmed.
AS_OF = "2025-06-30"
OPEN = ".."
HEAD_OF_STATE = (
    "president", "king", "queen", "emperor", "emir", "sultan", "grand duke", "prince", "pope", "supreme leader",
    "captain regent", "transitional leader",
)  # fmt: skip
HEAD_OF_GOVERNMENT = ("prime minister", "state counsellor", "chief adviser", "chief executive")
_GENERIC = {
    "head of state": HEAD_OF_STATE,
    "head of government": HEAD_OF_GOVERNMENT,
    "leader": ("leader", *HEAD_OF_STATE, *HEAD_OF_GOVERNMENT, "general secretary"),
    "transitional leader": ("transitional leader", "president"),
    "monarch": ("king", "queen", "emperor", "emir", "sultan", "grand duke", "prince"),
}
# Several hold these at once: the words name nobody, whoever of them is in the table.
SHARED = frozenset(("deputy foreign minister", "deputy minister", "spokesperson", "ambassador", "envoy", "minister"))
_DATE_LENGTHS = (4, 7, 10)


class Holder(Row, frozen=True, kw_only=True):
    """One person in one office, from `start` to `end` (ISO, as precise as known; None: open).

    `country` is an ISO code or None, `organization` a key or None. `confirmed` is False where the row is not
    sure, or where the day asked for lies after what the table knows.
    """

    name: str
    names: tuple[str, ...] = ()
    title: str
    country: str | None = None
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    confirmed: bool = True


class Offices:
    """All holders, by office and by name."""

    def __init__(self, table: Iterable[Holder], leading: dict[str, str] | None = None) -> None:
        """`table`: in the order of the files; `leading`: ISO code to the title of the state's leader."""
        self._table = tuple(table)
        self._leading = leading or {}
        self._by_office: dict[tuple[str, str], list[Holder]] = {}
        self._by_name: dict[str, list[Holder]] = {}
        for holder in self._table:
            self._by_office.setdefault((holder.country or holder.organization or "", holder.title), []).append(holder)
            for folded in dict.fromkeys(key(name) for name in (holder.name, *holder.names)):
                self._by_name.setdefault(folded, []).append(holder)

    def __iter__(self) -> Iterator[Holder]:
        """The holders in table order."""
        return iter(self._table)

    @cached_property
    def _by_part(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for folded, holders in self._by_name.items():
            for part in _parts(folded):
                found.setdefault(part, {}).update((holder.name, None) for holder in holders)
        return found

    def of(self, name: str) -> tuple[Holder, ...]:
        """Every office of the person of this full name or variant, by start."""
        return tuple(sorted(self._by_name.get(key(name), ()), key=lambda holder: holder.start or ""))

    def named(self, part: str) -> tuple[str, ...]:
        """Full names of the people with this surname or other end of a name ("Putin", "Kim"), in table order."""
        return tuple(self._by_part.get(key(part), ()))

    def holders(self, title: str, where: str | None, earliest: str | None, latest: str | None) -> tuple[Holder, ...]:
        """Who held an office at any time from `earliest` to `latest` (ISO dates, None: open), by start.

        `title` is in normal form, or "leader", "head of state", "head of government", "monarch"; `where` is an ISO
        code or an organization's key. Empty where the table knows none, or several hold such an office at once.
        """
        titles = () if title in SHARED else self._titles(title, where)
        found = [holder for name in titles for holder in self._by_office.get((where or "", name), ())]
        late = earliest is not None and earliest > AS_OF
        within = (holder for holder in found if _overlaps(holder, earliest, latest))
        sure = (replace(holder, confirmed=False) if late and holder.end is None else holder for holder in within)
        return tuple(sorted(sure, key=lambda holder: (holder.start or "", holder.name)))

    def _titles(self, title: str, where: str | None) -> tuple[str, ...]:
        """The titles in the table that `title` stands for, there."""
        if title == "leader" and where in self._leading:
            return (self._leading[where],)
        if title == "head of government" and not any((where, name) in self._by_office for name in HEAD_OF_GOVERNMENT):
            return HEAD_OF_STATE
        return _GENERIC.get(title, (title,))


def _parts(folded: str) -> Iterator[str]:
    """Beginnings and ends of a name of several words, that may stand for its owner."""
    listed = folded.split()
    for size in range(1, min(len(listed), 4)):
        yield " ".join(listed[-size:])
        yield " ".join(listed[:size])


def first_day(date: str) -> str:
    """The first day of an ISO day, month or year."""
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """The last day of an ISO day, month or year."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02d}"
    return date


def _overlaps(holder: Holder, earliest: str | None, latest: str | None) -> bool:
    starts_late = holder.start is not None and latest is not None and first_day(holder.start) > last_day(latest)
    ended_early = holder.end is not None and earliest is not None and last_day(holder.end) < first_day(earliest)
    return not (starts_late or ended_early)


def _holders(tables: Tables, source: str, table: str) -> Iterator[Holder]:
    offices = row(tables.get(table) or {}, dict[str, dict[str, list[list[str | int]]]], f"{source}: {table}")
    for where, titles in offices.items():
        for title, listed in titles.items():
            for number, cells in enumerate(listed, 1):
                place = f"{source}: {table}, {where}, {title}, row {number}"
                yield _holder(cells, title, where, table == "offices", place)


def _holder(cells: list[str | int], title: str, where: str, of_state: bool, place: str) -> Holder:
    if len(cells) < 3:
        raise KnowledgeError(f"{place}: expected [from, to, name, ...], found {cells!r}; correct the row")
    start, end, name, *names = map(str, cells)
    return Holder(
        name=name,
        names=tuple(names),
        title=title,
        country=where if of_state else None,
        organization=None if of_state else where,
        start=_date(start, place),
        end=_date(end, place),
        confirmed=not (start.endswith("?") or end.endswith("?")),
    )


def _date(cell: str, place: str) -> str | None:
    date = cell.removesuffix("?")
    if date == OPEN:
        return None
    if len(date) not in _DATE_LENGTHS or not date.replace("-", "").isdigit():
        raise KnowledgeError(f"{place}: {cell!r} is no ISO day, month or year, nor ..; correct the row")
    return date


def build(*sources: tuple[str, Tables]) -> Offices:
    """The holders of every source (file name, tables). A person's spellings, wherever given, go with every office."""
    spellings: dict[str, tuple[str, ...]] = {}
    for name, tables in sources:
        for person, listed in (tables.get("spellings") or {}).items():
            spellings[person] = row(listed, tuple[str, ...], f"{name}: spellings, {person}")
    found: list[Holder] = []
    for name, tables in sources:
        for table in ("offices", "organization_offices"):
            found += _holders(tables, name, table)
    names: dict[str, dict[str, None]] = {}
    for holder in found:
        names.setdefault(holder.name, {}).update(dict.fromkeys((*holder.names, *spellings.get(holder.name, ()))))
    leading: dict[str, str] = {}
    for name, tables in sources:
        table_of = row(tables.get("leading") or {}, dict[str, list[str]], f"{name}: leading")
        leading |= {code: title for title, codes in table_of.items() for code in codes}
    return Offices((replace(holder, names=tuple(names[holder.name])) for holder in found), leading)
