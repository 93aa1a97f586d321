"""The table of pairs: two countries in one year, as dyadic data in political science counts them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from communique.export.tables.column import Column, Table
from communique.export.tables.lookup import Lookup
from communique.records.events import Event

ENCOUNTERS = frozenset({"meeting", "summit", "visit", "talks"})
DONE = frozenset({"held", "ongoing"})
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
YEAR = len("2022")


class Pair(NamedTuple):
    """Two countries, a year ("" where it is not known), and the events in which both take part."""

    first: str
    second: str
    year: str
    events: tuple[Event, ...]


def _pairs(look: Lookup) -> Iterator[Pair]:
    found: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in look.record.events:
        for first, second in combinations(_countries(event, look), 2):
            found[first, second, _year(event)].append(event)
    for first, second, year in sorted(found, key=lambda key: (key[:2], key[2] == "", key[2])):
        yield Pair(first, second, year, tuple(found[first, second, year]))


def _countries(event: Event, look: Lookup) -> list[str]:
    return sorted({code for one in event.participants if (code := _country(one.actor, look))})


def _country(actor: str, look: Lookup) -> str | None:
    known = look.actors.get(actor)
    return known.country if known else None


def _year(event: Event) -> str:
    """The year of an event; "" where it is not known, or may be one of two."""
    if event.time is None or event.time.earliest[:YEAR] != event.time.latest[:YEAR]:
        return ""
    return event.time.earliest[:YEAR]


def _count(meaning: str, name: str, of: Callable[[Event, Pair, Lookup], bool]) -> Column:
    return Column(name, "integer", meaning, lambda row, look: sum(of(event, row, look) for event in row.events))


def _encounter(event: Event, row: Pair, look: Lookup) -> bool:
    """Whether the two met: once for a meeting with all its parts."""
    wholes = (look.events.get(one) for one in event.part_of)
    within = any(whole and whole.form in ENCOUNTERS and _both(whole, row, look) for whole in wholes)
    return event.form in ENCOUNTERS and event.status in DONE and not within


def _both(event: Event, row: Pair, look: Lookup) -> bool:
    return {row.first, row.second} <= set(_countries(event, look))


def _of_level(level: str) -> Callable[[Event, Pair, Lookup], bool]:
    return lambda event, row, look: _encounter(event, row, look) and event.level == level


def _of_quad(quad: str) -> Callable[[Event, Pair, Lookup], bool]:
    def held(event: Event, _row: Pair, _look: Lookup) -> bool:
        return event.status in DONE and event.plover is not None and event.plover.quad == quad

    return held


def _articles(row: Pair) -> set[str]:
    return {report.article for event in row.events for report in event.mentions}


def _text(name: str, meaning: str, fill: Callable[[Any, Lookup], object]) -> Column:
    return Column(name, "string", meaning, fill)


DYADS = Table(
    "dyads",
    "two countries in one year: how often they met and what passed between them; a pair's row without a year holds the"
    " events whose year is not known",
    _pairs,
    (
        _text("country_1", "ISO alpha-2, the earlier in the alphabet", lambda row, look: row.first),
        _text("country_2", "ISO alpha-2", lambda row, look: row.second),
        _text("name_1", "of the first country", lambda row, look: look.state(row.first)),
        _text("name_2", "of the second country", lambda row, look: look.state(row.second)),
        Column("year", "integer", "blank: not known, or one of two", lambda row, look: row.year or None),
        _count("meetings, summits, visits and talks of both that took place; with parts of it once", "met", _encounter),
        _count("of these, of heads of state or government", "met_heads", _of_level("head")),
        _count("of these, of ministers", "met_ministers", _of_level("minister")),
        _count(
            "of these, with nobody of a third country",
            "met_alone",
            lambda event, row, look: _encounter(event, row, look) and len(_countries(event, look)) == 2,
        ),
        _count("telephone calls", "calls", lambda event, row, look: event.form == "call" and event.status in DONE),
        _count("signings", "signings", lambda event, row, look: event.form == "signing" and event.status in DONE),
        _count(
            "events that were planned, not known to have taken place", "planned", lambda e, r, k: e.status == "planned"
        ),
        *(
            _count(f"events of PLOVER's quad class {quad} that took place", quad.replace(" ", "_"), _of_quad(quad))
            for quad in QUADS
        ),
        Column("articles", "integer", "that report any of it", lambda row, look: len(_articles(row))),
        Column("origins", "integer", "in how many distinct texts", lambda row, look: look.origins(_articles(row))),
        Column("events", "string", "ids", lambda row, look: sorted(event.id for event in row.events)),
    ),
)
