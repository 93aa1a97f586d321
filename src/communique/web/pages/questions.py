"""Asking the record: full-text search with filters, and checking a quotation."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from communique.compare.check import check
from communique.records.record import Record
from communique.report.checking import Answer, answered
from communique.report.index import Index
from communique.report.people import voices
from communique.report.sources import Citer, Source
from communique.report.wording import listed
from communique.store.finding import Matches, Place, find_paragraphs, find_statements, near
from communique.store.heads import column, ids_json
from communique.store.queries import Filters, Found
from communique.store.slices import Chosen, around, closed
from communique.web.answers import Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, pager

FILTERS = ("actor", "place", "topic", "outlet", "mode", "first", "last")
SIZE = 20
LONGEST = 2000
WORD = re.compile(r"\w[\w’'-]*")
MOST_NAME = 200


@dataclass(frozen=True)
class Hit:
    """A match as shown: the words with marks, who said them, where they stand."""

    marked: str
    speaker: str
    href: tuple[str, str]
    source: Source


@get("/search", sync_to_thread=True)
def search_page(request: Asked) -> Response[Any]:
    """What was said and printed that holds all of some words."""

    def view(look: Look) -> Mapping[str, object]:
        words = request.query_params.get("words", "").strip()[:LONGEST]
        filters, page = filters_of(request, FILTERS), page_of(request)
        spoken = find_statements(look.connection, words, filters, page, SIZE)
        printed = find_paragraphs(look.connection, words, filters, page, SIZE)
        most = Found([], max(spoken.total, printed.total))
        place = pager("/search", filters, most, page, SIZE)
        place.given["words"] = words
        return {
            "words": words,
            "asked": bool(words or filters.given()),
            "said": _said(look, spoken),
            "said_total": spoken.total,
            "printed": _printed(look, printed),
            "printed_total": printed.total,
            "pager": place,
            "choices": _choices(look, filters),
        }

    return answer(request, "search.html", view)


def _choices(look: Look, filters: Filters) -> tuple[object, ...]:
    return choices(look, "statements", FILTERS, filters)


def _said(look: Look, found: Matches) -> list[Hit]:
    part = around(look.connection, Chosen(statements=tuple(place.item for place in found.places)))
    index, citer = look.views(part)
    return [hit for place in found.places if (hit := _spoken(place, index, citer))]


def _spoken(place: Place, index: Index, citer: Citer) -> Hit | None:
    row = index.statements[place.item]
    source = citer.source(row.article, row.content.start)
    if source is None:
        return None
    names = listed([voice.name for voice in voices(row.speakers, index)]) or "somebody"
    return Hit(place.marked, names, ("utterances", row.utterance), source)


def _printed(look: Look, found: Matches) -> list[Hit]:
    part = closed(look.connection, Record(), (), [place.article for place in found.places])
    _, citer = look.views(part)
    hits = []
    for place in found.places:
        whole = citer.source(place.article)
        if whole:
            at = Source(whole.number, whole.outlet, whole.date, whole.title, whole.article, place.at)
            hits.append(Hit(place.marked, "", ("articles", place.article), at))
    return hits


@get("/check", sync_to_thread=True)
def check_page(request: Asked) -> Response[Any]:
    """What a quotation comes from, and how its words were changed."""

    def view(look: Look) -> Mapping[str, object]:
        words = request.query_params.get("words", "").strip()[:LONGEST]
        speaker = request.query_params.get("speaker", "").strip()[:MOST_NAME]
        return {"words": words, "speaker": speaker, "found": checked(look, words, speaker) if words else None}

    return answer(request, "check.html", view)


def candidates(connection: sqlite3.Connection, words: str) -> Record:
    """The statements that share most with `words`, with their utterances and whom they or the words name."""
    part = around(connection, Chosen(statements=tuple(near(connection, WORD.findall(words)))))
    utterances_of = column(
        connection,
        "SELECT DISTINCT utterance FROM statements WHERE id IN (SELECT value FROM json_each(?))"
        " AND utterance IS NOT NULL",
        (ids_json(row.id for row in part.statements),),
    )
    named = column(
        connection,
        "SELECT DISTINCT a.id FROM actors a JOIN json_each(?) w ON a.name LIKE '%' || w.value || '%' LIMIT 200",
        (ids_json(word for word in WORD.findall(words) if word[:1].isupper() and len(word) > 3),),
    )
    return around(
        connection,
        Chosen(
            statements=tuple(row.id for row in part.statements), utterances=tuple(utterances_of), actors=tuple(named)
        ),
    )


def checked(look: Look, words: str, speaker: str) -> Answer:
    """What the record knows of `words`."""
    part = candidates(look.connection, f"{words} {speaker}")
    index, citer = look.views(part)
    return answered(check(part, words, speaker), part, index, citer)


HANDLERS: tuple[HTTPRouteHandler, ...] = (search_page, check_page)
