"""Tables of who acts: actors, their offices, and pairs of states."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.export.tables.column import Column, Table
from communique.export.tables.lookup import Lookup, articles_of
from communique.records.actors import Actor, Office
from communique.records.findings import Relationship


class Held(NamedTuple):
    """An office of an actor."""

    actor: Actor
    office: Office


def _actors(look: Lookup) -> list[Actor]:
    return sorted(look.record.actors, key=lambda row: (-len(row.mentions), row.name, row.id))


def _offices(look: Lookup) -> Iterator[Held]:
    return (Held(actor, office) for actor in _actors(look) for office in actor.offices)


def _days(row: Relationship, look: Lookup) -> list[str]:
    times = [event.time for one in row.events if (event := look.events.get(one))]
    return sorted(time.earliest[:10] for time in times if time)


ACTORS = Table(
    "actors",
    "persons, states, governments, organizations, blocs, formats, media, groups; those mentioned most first",
    _actors,
    (
        Column("actor", "string", "id", lambda row, look: row.id),
        Column("name", "string", "the fullest that the texts give, or the table", lambda row, look: row.name),
        Column(
            "kind",
            "string",
            "person, state, government, organization, bloc, format, media or group",
            lambda r, k: r.kind,
        ),
        Column("country", "string", "ISO alpha-2", lambda row, look: row.country),
        Column("other_names", "string", "spellings", lambda r, look: [one for one in r.names if one != r.name]),
        Column("wikidata", "string", "id there, where known", lambda row, look: row.identifiers.get("wikidata")),
        Column("events", "integer", "in which it takes part", lambda row, look: look.attended[row.id]),
        Column("statements", "integer", "that it makes", lambda row, look: look.spoken[row.id]),
        Column("mentions", "integer", "by name or description", lambda row, look: len(row.mentions)),
        Column("articles", "integer", "that mention it", lambda r, look: len(articles_of(m.span for m in r.mentions))),
    ),
    key="actor",
)

OFFICES = Table(
    "offices",
    "one row for each office of an actor",
    _offices,
    (
        Column("actor", "string", "id", lambda row, look: row.actor.id),
        Column("name", "string", "of the actor", lambda row, look: row.actor.name),
        Column("title", "string", "president, foreign minister, …", lambda row, look: row.office.title),
        Column("country", "string", "ISO alpha-2", lambda row, look: row.office.country),
        Column("from", "string", "a day, a month or a year; blank: not known", lambda row, look: row.office.start),
        Column("to", "string", "the same", lambda row, look: row.office.end),
        Column(
            "basis",
            "string",
            "text: the articles call it so; reference: the table of offices",
            lambda r, k: r.office.basis,
        ),
        Column(
            "words", "string", "of the first text", lambda r, k: r.office.spans[0].exact if r.office.spans else None
        ),
    ),
    refers=(("actor", "actors"),),
)

RELATIONSHIPS = Table(
    "relationships",
    "two or more states: what the record holds between them",
    lambda look: sorted(look.record.relationships, key=lambda row: (-len(row.events), row.id)),
    (
        Column("relationship", "string", "id", lambda row, look: row.id),
        Column("actors", "string", "names", lambda row, look: look.names(row.actors)),
        Column("countries", "string", "ISO alpha-2", lambda row, look: look.countries(row.actors)),
        Column("events", "integer", "in which they meet or act together", lambda row, look: len(row.events)),
        Column("first_event", "date", "the first that is dated", lambda r, k: next(iter(_days(r, k)), None)),
        Column("last_event", "date", "the last that is dated", lambda r, k: next(iter(_days(r, k)[-1:]), None)),
        Column(
            "sectors", "string", "that are named between them", lambda row, look: [one.sector for one in row.sectors]
        ),
        Column("agreements", "integer", "to which they are parties", lambda row, look: len(row.agreements)),
        Column("formats", "string", "that they share", lambda row, look: look.names(row.formats)),
        Column("event_ids", "string", "of these events", lambda row, look: row.events),
    ),
    key="relationship",
)
