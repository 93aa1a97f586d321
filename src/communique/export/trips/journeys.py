"""Events abroad of one leader, put together to journeys."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from communique.export.trips.leaders import Leader, leader
from communique.knowledge import Knowledge
from communique.records.actors import Actor
from communique.records.events import TOOK_PLACE, Event

DAY = len("2022-01-19")
# Events of a journey lie no further apart than a night.
APART = timedelta(days=1)


class Journey(NamedTuple):
    """One leader in one country abroad, with the events there, by their beginning."""

    leader: Leader
    visited: str
    events: tuple[Event, ...]


def journeys(events: Iterable[Event], actors: Mapping[str, Actor], known: Knowledge) -> list[Journey]:
    """Every journey that an event which took place tells of: a leader takes part, and it is in another country.

    Events of one leader in one country are one journey where their days meet; one whose day is not known to the
    month stays a journey of its own, since two cannot be told apart."""
    stays: dict[tuple[str, str], list[tuple[Leader, Event]]] = {}
    for event in sorted(events, key=_order):
        visited = event.place.country if event.place else None
        if event.status not in TOOK_PLACE or visited is None:
            continue
        day = event.time.earliest[:DAY] if event.time else None
        for participant in event.participants:
            found = leader(actors[participant.actor], day, known) if participant.actor in actors else None
            if found is not None and found.country != visited:
                stays.setdefault((found.actor.id, visited), []).append((found, event))
    return [
        Journey(grouped[0][0], visited, tuple(event for _, event in grouped))
        for (_, visited), stay in sorted(stays.items())
        for grouped in _grouped(stay)
    ]


def span(event: Event) -> tuple[date, date] | None:
    """First and last day of an event known to within a month; None otherwise."""
    if event.time is None:
        return None
    first, last = (date.fromisoformat(t[:DAY]) for t in (event.time.earliest, event.time.latest))
    return (first, last) if (last - first).days < 31 else None


def _order(event: Event) -> tuple[str, str]:
    return (event.time.earliest if event.time else "", event.id)


def _grouped(stay: list[tuple[Leader, Event]]) -> list[list[tuple[Leader, Event]]]:
    groups: list[list[tuple[Leader, Event]]] = []
    until: date | None = None
    for item in stay:
        days = span(item[1])
        if days is not None and until is not None and days[0] <= until + APART:
            groups[-1].append(item)
            until = max(until, days[1])
        else:
            groups.append([item])
            until = days[1] if days else None
    return groups
