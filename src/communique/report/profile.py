"""An actor as shown on a page of its own: names, offices over time, what it said and promised, whom it meets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.records.actors import Actor
from communique.records.events import Event
from communique.report.index import NO_DAY, Index, event_order
from communique.report.ledger import Ruling, rulings
from communique.report.people import office_words, span_of_years
from communique.report.promises import Promise, promises
from communique.report.renderings import Said, utterances
from communique.report.sources import Citer, Evidence
from communique.report.timeline import Entry, entries
from communique.report.wording import ACTOR_KINDS, OFFICE_BASES, capital, listed, said


@dataclass(frozen=True)
class OfficeHeld:
    """An office, when, and on what that rests."""

    words: str
    interval: str
    basis: str
    evidence: Evidence


@dataclass(frozen=True)
class Profile:
    """Everything shown of one actor, as far as the slice has it."""

    anchor: str
    name: str
    kind: str
    country: str
    spellings: tuple[str, ...]
    offices: tuple[OfficeHeld, ...]
    events: tuple[Entry, ...]
    said: tuple[Said, ...]
    promises: tuple[Promise, ...]
    relationships: tuple[tuple[str, str], ...]
    rulings: tuple[Ruling, ...]


def profile(actor: Actor, index: Index, citer: Citer) -> Profile:
    """The view of an actor's slice."""
    taken_part = [row for row in index.events.values() if any(one.actor == actor.id for one in row.participants)]
    own = [row for row in index.record.commitments if actor.id in row.parties]
    return Profile(
        anchor=actor.id,
        name=actor.name or f"unnamed {said(ACTOR_KINDS, actor.kind)}",
        kind=capital(said(ACTOR_KINDS, actor.kind)),
        country=index.countries.get(actor.country or "", ""),
        spellings=tuple(name for name in actor.names if name != actor.name),
        offices=offices(actor, index, citer),
        events=entries(newest(taken_part), index),
        said=last_said(utterances(index.record.utterances, index, citer), index),
        promises=promises(own, index, citer),
        relationships=tuple((row.id, relationship_name(row.actors, index)) for row in index.record.relationships),
        rulings=rulings(index.findings_on.get(actor.id, []), index, citer),
    )


def offices(actor: Actor, index: Index, citer: Citer) -> tuple[OfficeHeld, ...]:
    """The actor's offices, the earliest first, those without a date last."""
    ordered = sorted(actor.offices, key=lambda row: (row.start or "9999", row.end or "9999", row.title))
    return tuple(
        OfficeHeld(
            office_words(row, index),
            span_of_years(row.start, row.end),
            said(OFFICE_BASES, row.basis),
            citer.evidence(row.spans),
        )
        for row in ordered
    )


def relationship_name(actors: Sequence[str], index: Index) -> str:
    """The names of those who stand in it."""
    return listed([index.actor_name(actor) for actor in actors])


def newest(rows: Iterable[Event]) -> list[Event]:
    """The latest first, those without a date last."""
    ordered = sorted(rows, key=event_order)
    dated = [row for row in ordered if event_order(row)[0] != NO_DAY]
    return [*reversed(dated), *ordered[len(dated) :]]


def last_said(rows: Iterable[Said], index: Index) -> tuple[Said, ...]:
    """What was said last first; what was said on no known occasion, or on one without a date, last."""
    places = {event.id: n for n, event in enumerate(newest(index.events.values()))}
    return tuple(sorted(rows, key=lambda row: places.get(row.occasion or "", len(places))))
