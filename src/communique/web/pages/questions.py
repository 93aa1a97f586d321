"""Asking the record: full-text search with filters, and checking a quotation."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import structs

from communique.compare.check import Checked, check
from communique.merge.wording import STOP
from communique.records.record import Record
from communique.records.references import actors_of
from communique.report.checking import Answer, answered
from communique.report.index import Index
from communique.report.people import voices
from communique.report.sources import Citer, Source
from communique.report.wording import listed
from communique.store.finding import MOST, Matches, Place, find_paragraphs, find_statements, near
from communique.store.heads import actor_heads, column, gather, ids_json
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
MOST_WORDS = 24


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
            "most": MOST,
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
    """The statements that share most with `words`, with their utterances and whom they or the words name: what a
    quotation is checked against."""
    statements = gather(connection, "statements", near(connection, telling(words)))
    named = column(
        connection,
        "SELECT DISTINCT a.id FROM json_each(?) w JOIN actors a ON a.name LIKE '%' || w.value || '%' LIMIT 200",
        (ids_json(word for word in WORD.findall(words) if word[:1].isupper() and len(word) > 3),),
    )
    part = Record(
        statements=tuple(statements),
        utterances=tuple(gather(connection, "utterances", (row.utterance for row in statements))),
    )
    return structs.replace(part, actors=tuple(actor_heads(connection, {*named, *actors_of(part)})))


def telling(words: str) -> list[str]:
    """The words to look for, less those that stand in every statement; where there are no others, all."""
    every = list(dict.fromkeys(WORD.findall(words)))
    return [word for word in every if word.lower() not in STOP][:MOST_WORDS] or every[:MOST_WORDS]


def asked(connection: sqlite3.Connection, words: str, speaker: str) -> Checked:
    """What the record knows of `words`."""
    part = candidates(connection, f"{words} {speaker}")
    found = check(part, words, speaker)
    if found.verdict != "none" or found.short:
        return found
    # No statement; but an article may print them without giving them to anybody.
    printed = find_paragraphs(connection, f'"{found.said}"', Filters(), 1, 1)
    texts = gather(connection, "articles", (place.article for place in printed.places))
    return check(structs.replace(part, articles=tuple(texts)), words, speaker) if texts else found


def checked(look: Look, words: str, speaker: str) -> Answer:
    """The same as shown."""
    found = asked(look.connection, words, speaker)
    chosen = Chosen(
        utterances=tuple(match.utterance for match in found.matches),
        events=tuple(match.event for match in found.matches if match.event),
        actors=tuple(actor for match in found.matches for actor in match.speakers),
    )
    part = around(look.connection, chosen)
    index, citer = look.views(part)
    return answered(found, part, index, citer)


HANDLERS: tuple[HTTPRouteHandler, ...] = (search_page, check_page)
