"""The events: the list, and the page of one."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from communique.records.record import Record
from communique.report.alone import alone
from communique.report.facts import sheet
from communique.report.promises import instruments
from communique.report.renderings import Said
from communique.report.timeline import entries
from communique.store.heads import actor_heads, gather
from communique.store.queries import listed
from communique.store.references import actors_of
from communique.store.slices import of_event
from communique.web.answers import PAGE, Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, pager
from communique.web.pages.common import item_page

FILTERS = ("actor", "form", "status", "level", "place", "topic", "outlet", "first", "last")
"""What the list of events can be narrowed down to; `article` also comes by links."""


def light(look: Look, ids: list[str]) -> Record:
    """The events with whom they name, without the articles that report them: enough for a list."""
    part = Record(events=tuple(gather(look.connection, "events", ids)))
    return Record(events=part.events, actors=tuple(actor_heads(look.connection, actors_of(part))))


@get("/events", sync_to_thread=True)
def events_page(request: Asked) -> Response[Any]:
    """The events, the latest first."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*FILTERS, "article")), page_of(request)
        found = listed(look.connection, "events", filters, page, PAGE)
        index, _ = look.views(light(look, found.ids))
        rows = {event.id: event for event in index.record.events}
        return {
            "entries": entries((rows[name] for name in found.ids), index),
            "pager": pager("/events", filters, found, page, PAGE),
            "choices": choices(look, "events", FILTERS, filters),
        }

    return answer(request, "events.html", view)


@get("/events/{item:str}", sync_to_thread=True)
def event_page(request: Asked, item: str) -> Response[Any]:
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
        }

    return item_page(request, "events", item, "event.html", of_event, show)


def by_speaker(said: tuple[Said, ...]) -> list[tuple[str, str, list[Said]]]:
    """The utterances by who made them: an id where it is one known actor, the name, the utterances; in the order in
    which they begin to speak."""
    groups: dict[str, tuple[str, str, list[Said]]] = {}
    for row in said:
        only = row.actors[0] if len(row.actors) == 1 else ""
        groups.setdefault(row.speaker, (only, row.speaker, []))[2].append(row)
    return list(groups.values())


HANDLERS: tuple[HTTPRouteHandler, ...] = (events_page, event_page)
