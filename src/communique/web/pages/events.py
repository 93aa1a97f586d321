"""The events: the list, and the page of one."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from communique.records.events import Event
from communique.records.record import Record
from communique.records.references import actors_of
from communique.report.alone import alone
from communique.report.facts import sheet
from communique.report.index import Index
from communique.report.judged import marks
from communique.report.promises import event_label, instruments
from communique.report.renderings import Said
from communique.report.sources import Citer
from communique.report.timeline import entries
from communique.report.wording import clipped
from communique.store.about import of_event
from communique.store.heads import actor_heads, column, gather, ids_json
from communique.web.answers import PAGE, Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, find, pager
from communique.web.pages.common import item_page

FILTERS = ("actor", "form", "status", "level", "place", "topic", "outlet", "first", "last")
# Offered as the same event, so many of those nearest in time.
NEAR = 20
LABEL = 90


def light(look: Look, ids: list[str]) -> Record:
    """The events with whom they name, without the articles that report them: enough for a list."""
    part = Record(events=tuple(gather(look.connection, "events", ids)))
    return Record(events=part.events, actors=tuple(actor_heads(look.connection, actors_of(part))))


@get("/events", sync_to_thread=True)
def events_page(request: Asked) -> Response[Any]:
    """The events, the latest first."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*FILTERS, "article")), page_of(request)
        found = find(look, "events", filters, page, PAGE)
        index, _ = look.views(light(look, found.ids))
        rows = {event.id: event for event in index.record.events}
        return {
            "entries": entries((rows[name] for name in found.ids), index),
            "pager": pager("/events", filters, found, page, PAGE),
            "choices": choices(look, "events", FILTERS, filters),
        }

    return answer(request, "events.html", view)


@get("/events/{item:str}", sync_to_thread=True)
def event_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One event."""

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        event = index.events[item]
        shown = sheet(event, index, citer)
        return {
            "sheet": shown,
            "voices": by_speaker(shown.said),
            "alone": alone(event, shown.said, index, citer),
            "instruments": instruments(part.agreements, index, citer),
            "marks": marks(event.judged, part.judgements),
            "others": other_events(look, event),
            "parts": reports(event, index, citer),
        }

    return item_page(request, "events", item, "event.html", of_event, show)


def reports(event: Event, index: Index, citer: Citer) -> list[tuple[str, str]]:
    """The event's reports, to be told apart by: the mention's id, who printed it and its words."""
    named = ((row, citer.source(row.article)) for row in event.mentions)
    return [
        (row.id, f"{source.outlet} [{source.number}]: {clipped(row.span.exact, LABEL)}")
        for row, source in named
        if source
    ]


def other_events(look: Look, event: Event) -> list[tuple[str, str]]:
    """The events nearest in time in which one of the same actors takes part: those that may be the same."""
    names = [one.actor for one in event.participants]
    day = event.time.earliest[:10] if event.time else ""
    ids = column(
        look.connection,
        "SELECT id FROM events WHERE id <> :event AND id IN (SELECT event FROM event_participants"
        " WHERE actor IN (SELECT value FROM json_each(:actors)))"
        " ORDER BY abs(julianday(substr(earliest, 1, 10)) - julianday(:day)), id LIMIT :most",
        {"event": event.id, "actors": ids_json(names), "day": day, "most": NEAR},
    )
    index, _ = look.views(light(look, ids))
    return [(name, event_label(index.events[name], index)) for name in ids if name in index.events]


def by_speaker(said: tuple[Said, ...]) -> list[tuple[str, str, list[Said]]]:
    """The utterances by who made them: an id where it is one known actor, the name, the utterances; in the order in
    which they begin to speak."""
    groups: dict[str, tuple[str, str, list[Said]]] = {}
    for row in said:
        only = row.actors[0] if len(row.actors) == 1 else ""
        groups.setdefault(row.speaker, (only, row.speaker, []))[2].append(row)
    return list(groups.values())


HANDLERS: tuple[HTTPRouteHandler, ...] = (events_page, event_page)
