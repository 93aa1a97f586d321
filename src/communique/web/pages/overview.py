"""The first page: what the collection holds, when, where the sources differ, and what is new."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.handlers import HTTPRouteHandler

from communique.errors import StoreError
from communique.records.times import Time
from communique.report.chart import Dot, Lane, picture
from communique.report.countries import country_name
from communique.report.dates import day_of, when
from communique.report.ledger import is_telling, rulings
from communique.report.timeline import entries
from communique.report.wording import FORMS, capital, counted, listed, said
from communique.store.heads import column, gather
from communique.store.history import last_build
from communique.store.load import counts
from communique.store.queries import Filters
from communique.store.queries import listed as items
from communique.web.addresses import Addresses
from communique.web.answers import PAGE, Asked, answer, desk_of, filters_of, page_of
from communique.web.desk import Desk, Look
from communique.web.lists import find, pager
from communique.web.pages.changes import tallies
from communique.web.pages.events import light
from communique.web.pages.findings import with_subjects

LANES = 5
TOLD = 10
DIFFERING = 6
LOOKED_AT = 60
OTHERS = "Others"
SINCE, SEEN = "communique-since", "communique-seen"
A_YEAR = 365 * 24 * 3600
SHOWN = (
    "articles", "events", "actors", "utterances", "commitments", "agreements", "indicators", "relationships",
)  # fmt: skip


@get("/", sync_to_thread=True)
def overview_page(request: Asked) -> Response[Any]:
    """The overview. "Since your last visit" lasts as long as the browser is open; then the visit counts as the last."""
    with desk_of(request).look() as look:
        now = last_build(look.connection)
    since = _number(request.cookies.get(SINCE, request.cookies.get(SEEN, "")), now)
    cookies = (
        Cookie(SINCE, value=str(since), httponly=True, samesite="strict"),
        Cookie(SEEN, value=str(now), httponly=True, samesite="strict", max_age=A_YEAR),
    )

    def view(look: Look) -> Mapping[str, object]:
        shared = look.once("overview", lambda _: _overview(look))
        return {**shared, "since": since, "news": tallies(look, since) if since < now else []}

    return answer(request, "overview.html", view, cookies=cookies)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def warm(desk: Desk) -> None:
    """Works out what is the same for every reader, so that the first need not wait."""
    with suppress(StoreError), desk.look() as look:
        look.once("overview", lambda _: _overview(look))


def _overview(look: Look) -> dict[str, object]:
    """What is the same for every reader of this state of the record."""
    connection = look.connection
    held = counts(connection)
    most = column(
        connection,
        "SELECT w.item FROM weights w JOIN events e ON e.id = w.item WHERE w.kind = 'events'"
        " ORDER BY w.articles DESC, e.earliest DESC, w.item LIMIT ?",
        (TOLD,),
    )
    index, _ = look.views(light(look, most))
    rows = {event.id: event for event in index.record.events}
    differing = items(connection, "findings", Filters(judgement="differ"), 1, LOOKED_AT)
    found, citer = look.views(with_subjects(connection, differing.ids))
    telling = [row for row in found.record.findings if is_telling(row)][:DIFFERING]
    lanes = _lanes(connection)
    return {
        "counts": [(kind, held[kind]) for kind in SHOWN],
        "problems": held["problems"],
        "articles": held["articles"],
        "tally": _tally(connection, held["articles"]),
        "title": "; ".join([lane.name for lane in lanes if lane.name != OTHERS][:3]) or "What the reports say",
        "picture": picture(lanes, "The events along time, by the states that took part"),
        "most": entries((rows[name] for name in most), index),
        "rulings": rulings(telling, found, citer),
        "differing": differing.total,
    }


def _tally(connection: sqlite3.Connection, articles: int) -> str:
    if not articles:
        return "no articles"
    origins, outlets, first, last = connection.execute(
        "SELECT count(DISTINCT origin), count(DISTINCT coalesce(outlet, agency)), min(published_earliest),"
        " max(published_latest) FROM articles"
    ).fetchone()
    words = (
        f"{counted(articles, 'article')} in {counted(origins, 'distinct text')} from {counted(outlets, 'named outlet')}"
    )
    if not first:
        return words
    return f"{words}, published {when(Time(earliest=first[:10], latest=last[:10], basis='stated'))}"


def _lanes(connection: sqlite3.Connection) -> list[Lane]:
    """The events that two or more states took part in, by these; the sets that meet most often, then all others."""
    parties: dict[str, list[str]] = defaultdict(list)
    rows = connection.execute(
        "SELECT DISTINCT p.event, a.country FROM event_participants p JOIN actors a ON a.id = p.actor"
        " WHERE a.country IS NOT NULL AND p.event NOT IN (SELECT event FROM event_parts) ORDER BY 1, 2"
    )
    for event, country in rows:
        parties[event].append(country)
    dots: dict[str, list[Dot]] = defaultdict(list)
    for event, form, status, earliest, latest, place in connection.execute(
        "SELECT id, form, status, earliest, latest, place FROM events WHERE earliest IS NOT NULL ORDER BY id"
    ):
        first, last = day_of(earliest), day_of(latest)
        if len(parties[event]) > 1 and first and last and first <= last:
            names = listed(sorted(country_name(code) or code for code in parties[event]))
            dots[names].append(_dot(event, form, status, place, first, last))
    sizes = Counter({name: len(marks) for name, marks in dots.items()})
    ranked = sorted(sizes, key=lambda name: (-sizes[name], name))
    lanes = [Lane(name, tuple(dots[name])) for name in ranked[:LANES]]
    rest = tuple(dot for name in ranked[LANES:] for dot in dots[name])
    return [*lanes, Lane(OTHERS, rest)] if rest else lanes


def _dot(event: str, form: str, status: str, place: str | None, first: date, last: date) -> Dot:
    day = when(Time(earliest=first.isoformat(), latest=last.isoformat(), basis="stated"))
    where = f", {place}" if place else ""
    return Dot(
        Addresses().item("events", event), f"{day}: {capital(said(FORMS, form))}{where}", first, last, status == "held"
    )


@get("/problems", sync_to_thread=True)
def problems_page(request: Asked) -> Response[Any]:
    """What could not be used, with the stage and the reason."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, ("stage", "words")), page_of(request)
        found = find(look, "problems", filters, page, PAGE)
        rows = gather(look.connection, "problems", found.ids)
        return {"problems": rows, "pager": pager("/problems", filters, found, page, PAGE)}

    return answer(request, "problems.html", view)


HANDLERS: tuple[HTTPRouteHandler, ...] = (overview_page, problems_page)
