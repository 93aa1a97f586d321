"""Tables of what happened: events, who took part in each, and what each article says of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from communique.export.tables.column import Column, Table, dates
from communique.export.tables.lookup import Lookup
from communique.records.events import Event, EventReport, Participant, ParticipantRole


class Part(NamedTuple):
    """An actor in an event."""

    event: Event
    who: Participant


class Told(NamedTuple):
    """An event in an article."""

    event: Event
    report: EventReport


def _events(look: Lookup) -> list[Event]:
    return sorted(look.record.events, key=lambda row: (row.time is None, row.time.earliest if row.time else "", row.id))


def _parts(look: Lookup) -> Iterator[Part]:
    return (Part(event, who) for event in _events(look) for who in event.participants)


def _told(look: Lookup) -> Iterator[Told]:
    for event in _events(look):
        ordered = sorted(event.mentions, key=lambda m: (look.day(m.article), m.article, m.span.start, m.id))
        yield from (Told(event, report) for report in ordered)


def _actors(row: Event, *roles: ParticipantRole) -> list[str]:
    return list(dict.fromkeys(one.actor for one in row.participants if not roles or one.role in roles))


def _articles(row: Event) -> list[str]:
    return list(dict.fromkeys(report.article for report in row.mentions))


def _day(row: Event) -> str | None:
    return row.time.earliest[:10] if row.time else None


def _sources(field: str, what: str) -> Column:
    def fill(row: Event, look: Lookup) -> object:
        found = look.findings.get((row.id, field))
        return found.judgement if found else None

    meaning = f"whether the sources agree, refine, differ or one stands alone on {what}; blank: none says"
    return Column(f"sources_on_{field}", "string", meaning, fill)


def _words(row: Event, look: Lookup) -> str | None:
    ordered = sorted(row.mentions, key=lambda m: (look.day(m.article), m.article, m.span.start))
    return ordered[0].span.exact if ordered else None


EVENTS = Table(
    "events",
    "each meeting, visit, call, signing or other event once, however many articles report it; by date",
    _events,
    (
        Column("event", "string", "id", lambda row, look: row.id),
        *dates("date", lambda row, look: row.time, "it took place or is to"),
        Column("form", "string", "meeting, summit, visit, talks, call, signing, …; other: an act", lambda r, k: r.form),
        Column(
            "status", "string", "held, planned, ongoing, conditional, denied or cancelled", lambda row, look: row.status
        ),
        Column("level", "string", "head, minister, official or other", lambda row, look: row.level),
        Column("participants", "string", "names", lambda row, look: look.names(_actors(row))),
        Column("participant_ids", "string", "ids of actors, in the same order", lambda row, look: _actors(row)),
        Column(
            "countries", "string", "of the participants, ISO alpha-2", lambda row, look: look.countries(_actors(row))
        ),
        Column("hosts", "string", "names", lambda row, look: look.names(_actors(row, "host", "chair"))),
        Column("guests", "string", "names", lambda row, look: look.names(_actors(row, "guest"))),
        Column("place", "string", "as precise as it is known", lambda r, k: r.place.name if r.place else None),
        Column(
            "city",
            "string",
            "of the place, where one is known",
            lambda row, look: row.place.city if row.place else None,
        ),
        Column("country", "string", "of the place, ISO alpha-2", lambda r, k: r.place.country if r.place else None),
        Column(
            "country_name", "string", "of the place", lambda r, look: look.state(r.place.country) if r.place else None
        ),
        Column("latitude", "number", "only where sure", lambda row, look: row.place.lat if row.place else None),
        Column("longitude", "number", "only where sure", lambda row, look: row.place.lon if row.place else None),
        Column("topics", "string", "sectors that are named with it", lambda row, look: row.topics),
        Column("part_of", "string", "ids of the events that it is a part of", lambda row, look: row.part_of),
        Column("plover", "string", "PLOVER's event type", lambda row, look: row.plover.event if row.plover else None),
        Column("plover_mode", "string", "PLOVER's mode", lambda row, look: row.plover.mode if row.plover else None),
        Column("quad", "string", "PLOVER's quad class", lambda row, look: row.plover.quad if row.plover else None),
        Column(
            "cameo", "string", "CAMEO's code, where one stands alone", lambda r, k: r.plover.cameo if r.plover else None
        ),
        Column("articles", "integer", "how many report it", lambda row, look: len(_articles(row))),
        Column("origins", "integer", "in how many distinct texts", lambda row, look: look.origins(_articles(row))),
        Column("outlets", "string", "who report it", lambda row, look: look.outlets(_articles(row))),
        _sources("participants", "who took part"),
        _sources("place", "where"),
        _sources("time", "when"),
        _sources("form", "the form"),
        _sources("status", "whether it took place"),
        Column("words", "string", "the first report's words for it", _words),
        Column(
            "sources", "string", "addresses, or captures", lambda r, k: [k.source(one) or "" for one in _articles(r)]
        ),
    ),
    key="event",
)

PARTICIPANTS = Table(
    "participants",
    "one row for each actor in each event: what pairs and networks are counted from",
    _parts,
    (
        Column("event", "string", "id", lambda row, look: row.event.id),
        *dates("date", lambda row, look: row.event.time, "the event took place or is to"),
        Column("form", "string", "of the event", lambda row, look: row.event.form),
        Column("status", "string", "of the event", lambda row, look: row.event.status),
        Column("actor", "string", "id", lambda row, look: row.who.actor),
        Column("name", "string", "of the actor", lambda r, look: next(iter(look.names((r.who.actor,))), None)),
        Column("kind", "string", "of the actor: person, state, …", lambda row, look: _kind(row.who.actor, look)),
        Column(
            "country", "string", "of the actor, ISO alpha-2", lambda r, k: next(iter(k.countries((r.who.actor,))), None)
        ),
        Column(
            "office",
            "string",
            "that the actor held on the day, else as the texts call it",
            lambda r, k: k.office(r.who.actor, _day(r.event)),
        ),
        Column(
            "role",
            "string",
            "host, guest, chair, mediator, signatory, addressee or participant",
            lambda r, k: r.who.role,
        ),
        Column(
            "words", "string", "that name the actor there", lambda r, k: r.who.spans[0].exact if r.who.spans else None
        ),
    ),
    refers=(("event", "events"), ("actor", "actors")),
)

REPORTS = Table(
    "reports",
    "one row for each place where an article tells an event: what each outlet says of it, side by side",
    _told,
    (
        Column("event", "string", "id", lambda row, look: row.event.id),
        Column("article", "string", "id", lambda row, look: row.report.article),
        Column("outlet", "string", "who printed it", lambda row, look: look.outlet(row.report.article)),
        Column("published", "date", "day of the article", lambda row, look: look.published(row.report.article)),
        Column("status", "string", "that this report gives; recalled: as something past", lambda r, k: r.report.status),
        Column("certain", "boolean", "no: it may be another event", lambda r, k: r.report.certainty == "certain"),
        Column("form", "string", "that this report gives", lambda row, look: row.report.form),
        *dates("date", lambda row, look: row.report.time, "it took place, by this report"),
        Column(
            "place", "string", "that this report gives", lambda r, k: r.report.place.name if r.report.place else None
        ),
        Column("country", "string", "of that place", lambda r, k: r.report.place.country if r.report.place else None),
        Column("participants", "string", "that it names", lambda row, look: look.names(row.report.participants)),
        Column("words", "string", "exact", lambda row, look: row.report.span.exact),
        Column(
            "start",
            "integer",
            "first character of the words in the article's text (articles.jsonl)",
            lambda r, k: r.report.span.start,
        ),
        Column("end", "integer", "the character behind them", lambda row, look: row.report.span.end),
        Column("source", "string", "address, or capture", lambda row, look: look.source(row.report.article)),
    ),
    refers=(("event", "events"), ("article", "articles")),
)


def _kind(actor: str, look: Lookup) -> Any:
    known = look.actors.get(actor)
    return known.kind if known else None
