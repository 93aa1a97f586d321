"""A record without some of its items, and without what points at them."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from communique.records.events import Event
from communique.records.record import Record
from communique.records.statements import Statement, Utterance

# The fields that name other items: one, or several.
ONE = {
    "statements": ("event",),
    "utterances": ("event",),
    "commitments": ("agreement", "statement", "event"),
    "indicators": ("statement",),
}
SEVERAL = {
    "events": ("part_of",),
    "statements": ("via", "addressees"),
    "utterances": ("speakers", "renderings"),
    "commitments": ("parties", "counterparties"),
    "agreements": ("parties",),
    "indicators": ("subjects",),
}


def without(record: Record, hidden: Collection[str]) -> Record:
    """The record without the items whose ids are `hidden`. An utterance goes with all its renderings. Relationships are
    not looked at: they are worked out from what is left."""
    if not hidden:
        return record
    gone = set(hidden) | {s.id for s in record.statements if s.utterance in hidden}
    kept = {name: tuple(_rows(name, getattr(record, name), gone)) for name in ("events", *ONE, "agreements")}
    return replace(
        record,
        articles=tuple(row for row in record.articles if row.id not in gone),
        actors=tuple(row for row in record.actors if row.id not in gone),
        **kept,
    )


def _rows(name: str, rows: Iterable[Any], gone: set[str]) -> Iterator[Any]:
    for row in rows:
        if row.id in gone:
            continue
        changes: dict[str, Any] = {field: None for field in ONE.get(name, ()) if getattr(row, field) in gone}
        for field in SEVERAL.get(name, ()):
            left = tuple(item for item in getattr(row, field) if item not in gone)
            if left != getattr(row, field):
                changes[field] = left
        changes |= _parts(row, gone)
        yield replace(row, **changes) if changes else row


def _parts(row: Any, gone: set[str]) -> dict[str, Any]:
    """What within a row names a hidden item."""
    match row:
        case Statement():
            speakers = tuple(
                replace(
                    s,
                    actor=None if s.actor in gone else s.actor,
                    candidates=tuple(c for c in s.candidates if c not in gone),
                )
                for s in row.speakers
            )
            return {"speakers": speakers} if speakers != row.speakers else {}
        case Utterance():
            links = tuple(link for link in row.links if not {link.left, link.right} & gone)
            return {"links": links} if links != row.links else {}
        case Event():
            there = tuple(p for p in row.participants if p.actor not in gone)
            told = tuple(
                replace(m, participants=tuple(p for p in m.participants if p not in gone)) for m in row.mentions
            )
            changes: dict[str, Any] = {"participants": there} if there != row.participants else {}
            return changes | ({"mentions": told} if told != row.mentions else {})
        case _:
            return {}
