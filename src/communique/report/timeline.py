"""The events along time: a picture with one lane for each set of parties, and the same as a list by year."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.records.events import Event
from communique.report.chart import Dot, Lane, picture
from communique.report.dates import day_of, short, when
from communique.report.facts import is_principal, parties
from communique.report.index import Index
from communique.report.links import Links
from communique.report.naming import act_of
from communique.report.people import principals
from communique.report.wording import STATUSES, capital, counted, listed, said

LANES = 5
OTHERS = "Others"


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
class Timeline:
    """The picture, as SVG, and the list."""

    picture: str
    years: tuple[Year, ...]


def timeline(index: Index, links: Links) -> Timeline:
    """Every event that is no part of another."""
    events = [event for event in index.events.values() if event.id not in index.wholes]
    names = _lane_names(events, index)
    shown = [event for event in events if is_principal(event, index)] or events
    return Timeline(_picture(shown, names, index, links), _years(events, names, index))


def _picture(events: Sequence[Event], names: list[str], index: Index, links: Links) -> str:
    lanes = tuple(
        Lane(
            name,
            tuple(dot for event in events if _lane_of(event, names, index) == n for dot in dots(event, index, links)),
        )
        for n, name in enumerate(names)
    )
    return picture(lanes, "The events along time, by who met")


def dots(event: Event, index: Index, links: Links) -> Iterable[Dot]:
    """The event as a mark, where its time is known."""
    first = day_of(event.time.earliest) if event.time else None
    last = day_of(event.time.latest) if event.time else None
    if first and last and first <= last:
        names = listed([actor.name for actor in principals(event, index)])
        label = f"{when(event.time)}: {act_of(event)}, {names}"
        yield Dot(links.item("events", event.id), label, first, last, event.status == "held")


def entries(events: Iterable[Event], index: Index) -> tuple[Entry, ...]:
    """The events as lines of a list, with their years."""
    return tuple(_entry(event, [], index, dated=True) for event in events)


def _lane_names(events: list[Event], index: Index) -> list[str]:
    counts = Counter(_parties(event, index) for event in events if is_principal(event, index))
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return ranked[:LANES] + ([OTHERS] if len(ranked) > LANES or not ranked else [])


def _parties(event: Event, index: Index) -> str:
    return listed(parties(event, index)) or OTHERS


def _lane_of(event: Event, names: list[str], index: Index) -> int:
    name = _parties(event, index)
    return names.index(name) if name in names else len(names) - (OTHERS in names)


def _years(events: list[Event], names: list[str], index: Index) -> tuple[Year, ...]:
    rows: dict[str, list[Entry]] = {}
    for event in events:
        first = day_of(event.time.earliest) if event.time else None
        label = str(first.year) if first else "Date not known"
        rows.setdefault(label, []).append(_entry(event, names, index))
    return tuple(Year(label, tuple(entries)) for label, entries in rows.items())


def _entry(event: Event, names: list[str], index: Index, *, dated: bool = False) -> Entry:
    return Entry(
        anchor=event.id,
        date=when(event.time) if dated else short(event.time),
        what=capital(act_of(event)),
        who=listed([actor.name for actor in principals(event, index)]),
        place=event.place.name if event.place else "",
        status="" if event.status == "held" else said(STATUSES, event.status),
        reports=counted(len({mention.article for mention in event.mentions}), "report"),
        lane=_lane_of(event, names, index) if names else 0,
        principal=is_principal(event, index),
    )
