"""The actors and the relationships between them: lists, and the page of one."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from communique.records.record import Record
from communique.report.chart import Lane, picture
from communique.report.countries import country_name
from communique.report.judged import marks
from communique.report.ledger import rulings
from communique.report.people import office_at
from communique.report.profile import last_said, newest, profile, relationship_name
from communique.report.promises import figures, instruments, occasion, promises
from communique.report.relations import matrix, standing
from communique.report.renderings import Rendering, utterances
from communique.report.timeline import dots, entries
from communique.report.wording import ACTOR_KINDS, clipped, said
from communique.store.about import of_actor, of_relationship
from communique.store.heads import actor_heads, column, gather, ids_json
from communique.store.queries import statement_counts, weights, years
from communique.store.slices import Chosen, around
from communique.web.addresses import Addresses
from communique.web.answers import PAGE, Asked, answer, desk_of, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import actors, choices, find, pager
from communique.web.pages.common import item_page

FILTERS = ("kind", "words")
CONTACTS = 20
LAST_WORDS = 6
# Offered as the same, so many.
OFFERED = 60
LABEL = 100


@dataclass(frozen=True)
class Line:
    """An actor in the list."""

    anchor: str
    name: str
    kind: str
    country: str
    office: str
    statements: int
    articles: int
    spellings: tuple[str, ...]


@get("/actors", sync_to_thread=True)
def actors_page(request: Asked) -> Response[Any]:
    """The actors that take part in something, those in most articles first; a search looks through all."""

    def view(look: Look) -> Mapping[str, object]:
        asked, page = filters_of(request, (*FILTERS, "event", "article", "part")), page_of(request)
        part = asked.part or ("all" if asked.words or asked.event or asked.article else "acting")
        filters = replace(asked, part=part)
        found = find(look, "actors", filters, page, PAGE)
        return {
            "part": part,
            "lines": _lines(look, found.ids),
            "pager": pager("/actors", filters, found, page, PAGE),
            "choices": choices(look, "actors", FILTERS, filters),
        }

    return answer(request, "actors.html", view)


def _lines(look: Look, ids: list[str]) -> list[Line]:
    heads = {head.id: head for head in actor_heads(look.connection, ids)}
    index, _ = look.views(Record(actors=tuple(heads.values())))
    spoken = statement_counts(look.connection, ids_json(ids))
    told = weights(look.connection, ids_json(ids))
    return [
        Line(
            name,
            index.actor_name(name),
            said(ACTOR_KINDS, heads[name].kind),
            country_name(heads[name].country or "") or "",
            office_at(heads[name], None, index),
            spoken.get(name, 0),
            told.get(name, (0, 0, 0))[0],
            tuple(other for other in heads[name].names if other != heads[name].name)[:4],
        )
        for name in ids
    ]


@get("/actors/{item:str}", sync_to_thread=True)
def actor_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One actor."""

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        at = ids_json([item])
        return {
            "actor": profile(index.actors[item], index, citer),
            "contacts": contacts(look.connection, item),
            "marks": marks(index.actors[item].judged, part.judgements),
            "others": like(look, index.actors[item].kind, item),
            "spoken": statement_counts(look.connection, at).get(item, 0),
            "told": weights(look.connection, at).get(item, (0, 0, 0)),
            "taken_part": _count(look.connection, "event_participants WHERE actor = ?", item),
        }

    return item_page(request, "actors", item, "actor.html", of_actor, show)


def contacts(connection: sqlite3.Connection, actor: str) -> list[tuple[str, str, int]]:
    """Who takes part in the same events most often: id, name, in how many."""
    rows = connection.execute(
        "SELECT a.id, a.name, count(DISTINCT o.event) AS n FROM event_participants p"
        " JOIN event_participants o ON o.event = p.event AND o.actor <> p.actor JOIN actors a ON a.id = o.actor"
        " WHERE p.actor = ? AND a.name <> '' GROUP BY a.id ORDER BY n DESC, a.name, a.id LIMIT ?",
        (actor, CONTACTS),
    )
    return [(name, words, int(count)) for name, words, count in rows]


def _count(connection: sqlite3.Connection, where: str, value: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {where}", (value,)).fetchone()[0])  # noqa: S608


@get("/relationships", sync_to_thread=True)
def relationships_page(request: Asked) -> Response[Any]:
    """The relationships, those with most events first."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, ("actor",)), page_of(request)
        found = find(look, "relationships", filters, page, PAGE)
        rows = gather(look.connection, "relationships", found.ids)
        heads = actor_heads(look.connection, {name for row in rows for name in row.actors})
        index, _ = look.views(Record(actors=tuple(heads)))
        lines = [
            (row.id, relationship_name(row.actors, index), len(row.events), len(row.agreements),
             [sector.sector for sector in sorted(row.sectors, key=lambda one: (-len(one.spans), one.sector))[:6]])
            for row in rows
        ]  # fmt: skip
        return {
            "lines": lines,
            "pager": pager("/relationships", filters, found, page, PAGE),
            "choices": choices(look, "relationships", ("actor",), filters),
        }

    return answer(request, "relationships.html", view)


@get("/relationships/{item:str}", sync_to_thread=True)
def relationship_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One relationship."""

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        row = part.relationships[0]
        between = set(row.events)
        shown = [event for event in index.events.values() if event.id in between]
        dated = [event for event in shown if event.time]
        lane = Lane(relationship_name(row.actors, index), tuple(d for e in dated for d in dots(e, index, Addresses())))
        last = utterances(part.utterances, index, citer)
        return {
            "standing": standing(row, index, citer),
            "matrix": look.once(f"matrix-{row.id}", lambda c: matrix(row, look.once("years", years))),
            "actors": [(name, index.actor_name(name)) for name in row.actors],
            "picture": picture([lane], "The events between them along time"),
            "events": entries(newest(shown), index),
            "total": len(row.events),
            "promises": promises(part.commitments, index, citer),
            "instruments": instruments(part.agreements, index, citer),
            "figures": figures(part.indicators, index, citer),
            "formats": [(name, index.actor_name(name)) for name in row.formats],
            "last": last_said(last, index)[:LAST_WORDS],
        }

    return item_page(request, "relationships", item, "relationship.html", of_relationship, show)


@get("/utterances/{item:str}", sync_to_thread=True)
def utterance_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """What was said once, with all its renderings."""

    def load(connection: sqlite3.Connection, name: str) -> Record:
        findings = [
            row[0] for row in connection.execute("SELECT id FROM findings WHERE about = ? ORDER BY id", (name,))
        ]
        return around(connection, Chosen(utterances=(name,), findings=tuple(findings)))

    def show(look: Look, part: Record) -> Mapping[str, object] | None:
        index, citer = look.views(part)
        rows = utterances([row for row in part.utterances if row.id == item], index, citer)
        if not rows:
            return None
        return {
            "said": rows[0],
            "marks": marks(part.utterances[0].judged, part.judgements),
            "voices": {row.id: marks(row.judged, part.judgements) for row in part.statements},
            "choices": actors(look, speaking=True),
            "others": others_there(look, item),
            "parts": [
                (name, f"{source.outlet} [{source.number}]: {clipped(_text(row), LABEL)}")
                for row in rows[0].renderings
                for name, source in ((row.statement, row.source), *row.copies)
            ],
            "occasion": occasion(rows[0].occasion, index),
            "rulings": rulings(part.findings, index, citer),
        }

    return item_page(request, "utterances", item, "utterance.html", load, show)


@get("/statements/{item:str}", sync_to_thread=True)
def statement_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """A statement is shown with the other renderings of its utterance."""
    with desk_of(request).look() as look:
        found = column(look.connection, "SELECT utterance FROM statements WHERE id = ?", (item,))
    if not found or not found[0]:
        raise NotFoundException
    return Redirect(Addresses().item("utterances", found[0]), status_code=303)


def _text(rendering: Rendering) -> str:
    return "".join(piece.text for piece in rendering.pieces)


def like(look: Look, kind: str, actor: str) -> list[tuple[str, str]]:
    """The actors of a kind that are in most articles: those that may be the same."""
    rows = look.connection.execute(
        "SELECT t.id, t.name FROM weights w JOIN actors t ON t.id = w.item AND w.kind = 'actors'"
        " WHERE t.kind = ? AND t.id <> ? AND t.name <> '' ORDER BY w.articles DESC, w.item LIMIT ?",
        (kind, actor, OFFERED),
    )
    return sorted(((item, name) for item, name in rows), key=lambda row: (row[1].lower(), row[0]))


def others_there(look: Look, utterance: str) -> list[tuple[str, str]]:
    """The other utterances of the same occasion, each by the words of its first rendering."""
    rows = look.connection.execute(
        "SELECT o.id, s.content FROM utterances u JOIN utterances o ON o.event = u.event AND o.id <> u.id"
        " JOIN statements s ON s.id = json_extract(o.data, '$.renderings[0]')"
        " WHERE u.id = ? ORDER BY s.content, o.id LIMIT ?",
        (utterance, OFFERED),
    )
    return [(item, clipped(words, LABEL)) for item, words in rows]


HANDLERS: tuple[HTTPRouteHandler, ...] = (
    actors_page,
    actor_page,
    relationships_page,
    relationship_page,
    utterance_page,
    statement_page,
)
