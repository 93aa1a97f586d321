"""The events along time: a picture with one lane for each set of parties, and the same as a list by year."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from communique.records.events import Event
from communique.report.dates import MONTHS, day_of, short, when
from communique.report.facts import is_principal, parties
from communique.report.index import Index
from communique.report.people import principals
from communique.report.wording import FORMS, STATUSES, capital, clipped, counted, listed, said

LANES = 5
OTHERS = "Others"
WIDTH = 720
LANE_HEIGHT = 46
LANE_NAME = 28
TOP = 26
DAYS = 366
DOT = 12


@dataclass(frozen=True)
class Entry:
    """One event in the list."""

    anchor: str
    date: str
    what: str
    who: str
    place: str
    status: str
    reports: str
    lane: int
    principal: bool


@dataclass(frozen=True)
class Year:
    """The events of one year; the undated under "Date not known"."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Mark:
    """An event in the picture: a dot at `x`, or a bar `width` wide."""

    anchor: str
    x: float
    y: float
    width: float
    label: str
    held: bool


@dataclass(frozen=True)
class Lane:
    """One set of parties: its name, its line's height, its events."""

    name: str
    number: int
    y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Column:
    """A year in the picture. Years without an event are left out, and `gap` says that some are before it."""

    label: str
    x: float
    width: float
    months: tuple[tuple[str, float], ...]
    gap: bool


@dataclass(frozen=True)
class Timeline:
    """The picture and the list."""

    lanes: tuple[Lane, ...]
    columns: tuple[Column, ...]
    height: float
    years: tuple[Year, ...]


def timeline(index: Index) -> Timeline:
    """Every event that is no part of another."""
    events = [event for event in index.events.values() if event.id not in index.wholes]
    names = _lane_names(events, index)
    columns = _columns(events)
    shown = [event for event in events if is_principal(event, index)] or events
    lanes = tuple(_lane(n, name, shown, names, columns, index) for n, name in enumerate(names))
    return Timeline(lanes, columns, TOP + LANE_HEIGHT * len(lanes) + 8, _years(events, names, index))


def _lane_names(events: list[Event], index: Index) -> list[str]:
    counts = Counter(_parties(event, index) for event in events if is_principal(event, index))
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return ranked[:LANES] + ([OTHERS] if len(ranked) > LANES or not ranked else [])


def _parties(event: Event, index: Index) -> str:
    return listed(parties(event, index)) or OTHERS


def _lane_of(event: Event, names: list[str], index: Index) -> int:
    name = _parties(event, index)
    return names.index(name) if name in names else len(names) - (OTHERS in names)


def _columns(events: list[Event]) -> tuple[Column, ...]:
    years = sorted({day.year for event in events if event.time and (day := day_of(event.time.earliest))})
    width = WIDTH / len(years) if years else WIDTH
    return tuple(_column(n, year, width, bool(n) and years[n - 1] != year - 1) for n, year in enumerate(years))


def _column(n: int, year: int, width: float, gap: bool) -> Column:
    step = 3 if width > 180 else 6 if width > 90 else 12
    months = tuple(
        (MONTHS[m - 1][:3], round(n * width + width * (date(year, m, 1).timetuple().tm_yday - 1) / DAYS, 1))
        for m in range(1, 13, step)
    )
    return Column(str(year), round(n * width, 1), round(width, 1), months, gap)


def _x(day: date, columns: tuple[Column, ...]) -> float:
    """Where the day stands; a day of a year without a column stands at the end of the column before it."""
    at = 0.0
    for column in columns:
        if int(column.label) == day.year:
            return column.x + column.width * (day.timetuple().tm_yday - 1) / DAYS
        if int(column.label) < day.year:
            at = column.x + column.width
    return at


def _lane(n: int, name: str, events: list[Event], names: list[str], columns: tuple[Column, ...], index: Index) -> Lane:
    y = TOP + LANE_HEIGHT * n + LANE_HEIGHT * 0.62
    marks: list[Mark] = []
    for event in events:
        if event.time and _lane_of(event, names, index) == n and (mark := _mark(event, y, columns, marks, index)):
            marks.append(mark)
    return Lane(clipped(name, LANE_NAME), n, y, tuple(marks))


def _mark(event: Event, y: float, columns: tuple[Column, ...], before: list[Mark], index: Index) -> Mark | None:
    first = day_of(event.time.earliest) if event.time else None
    last = day_of(event.time.latest) if event.time else None
    if first is None or last is None:
        return None
    x = _x(first, columns)
    width = max(0.0, _x(last, columns) - x) if last > first else 0.0
    # Two on one day stand one above the other.
    same = sum(abs(mark.x - x) < DOT for mark in before)
    names = listed([actor.name for actor in principals(event, index)])
    label = f"{when(event.time)}: {said(FORMS, event.form)}, {names}"
    return Mark(event.id, round(x, 1), round(y - same * DOT, 1), round(width, 1), label, event.status == "held")


def _years(events: list[Event], names: list[str], index: Index) -> tuple[Year, ...]:
    rows: dict[str, list[Entry]] = {}
    for event in events:
        first = day_of(event.time.earliest) if event.time else None
        label = str(first.year) if first else "Date not known"
        rows.setdefault(label, []).append(_entry(event, names, index))
    return tuple(Year(label, tuple(entries)) for label, entries in rows.items())


def _entry(event: Event, names: list[str], index: Index) -> Entry:
    return Entry(
        anchor=event.id,
        date=short(event.time),
        what=capital(said(FORMS, event.form)),
        who=listed([actor.name for actor in principals(event, index)]),
        place=event.place.name if event.place else "",
        status="" if event.status == "held" else said(STATUSES, event.status),
        reports=counted(len({mention.article for mention in event.mentions}), "report"),
        lane=_lane_of(event, names, index),
        principal=is_principal(event, index),
    )
