"""Where the sources agree, refine, differ or stand alone: the list, and one finding."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from communique.records.findings import Finding
from communique.records.record import Record
from communique.report.ledger import rulings
from communique.store.heads import gather
from communique.store.queries import Filters
from communique.store.slices import Chosen, around
from communique.web.answers import FULL_PAGE, Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, find, pager
from communique.web.pages.common import item_page

FILTERS = ("judgement", "kind", "field")
# Where the items that a finding speaks of are kept.
KINDS = {
    "event": "events", "utterance": "utterances", "commitment": "commitments", "agreement": "agreements",
    "indicator": "indicators", "actor": "actors", "article": "articles",
}  # fmt: skip


def with_subjects(connection: sqlite3.Connection, ids: Iterable[str]) -> Record:
    """The findings with what they speak of."""
    rows: list[Finding] = gather(connection, "findings", ids)
    about: dict[str, list[str]] = {}
    for row in rows:
        about.setdefault(KINDS[row.about.kind], []).append(row.about.id)
    chosen = {kind: tuple(names) for kind, names in about.items()}
    return around(connection, Chosen(findings=tuple(row.id for row in rows), **chosen))


@get("/findings", sync_to_thread=True)
def findings_page(request: Asked) -> Response[Any]:
    """The findings; unless another judgement is asked for, those that differ."""

    def view(look: Look) -> Mapping[str, object]:
        asked, page = filters_of(request, (*FILTERS, "about")), page_of(request)
        filters = asked if asked.given() or "judgement" in request.query_params else Filters(judgement="differ")
        found = find(look, "findings", filters, page, FULL_PAGE)
        index, citer = look.views(with_subjects(look.connection, found.ids))
        return {
            "rulings": rulings(index.record.findings, index, citer),
            "pager": pager("/findings", filters, found, page, FULL_PAGE),
            "choices": choices(look, "findings", FILTERS, filters),
        }

    return answer(request, "findings.html", view)


@get("/findings/{item:str}", sync_to_thread=True)
def finding_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One finding."""

    def load(connection: sqlite3.Connection, name: str) -> Record:
        return with_subjects(connection, (name,))

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        return {"ruling": rulings(part.findings, index, citer)[0]}

    return item_page(request, "findings", item, "finding.html", load, show)


HANDLERS: tuple[HTTPRouteHandler, ...] = (findings_page, finding_page)
