"""What was promised and measured: commitments by kind, agreements by stage, indicators; lists, and the page of one."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from communique.records.indicators import Indicator
from communique.records.record import Record
from communique.report.chart import Point, series
from communique.report.dates import day_of
from communique.report.index import Index
from communique.report.judged import marks
from communique.report.ledger import rulings
from communique.report.promises import Figure, Promise, figures, instruments, promises
from communique.report.sources import Citer
from communique.report.wording import KINDS, STAGES, capital
from communique.store.heads import column
from communique.store.queries import Filters, counted_by
from communique.store.slices import Chosen, around, findings_on
from communique.web.answers import FULL_PAGE, Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, find, pager
from communique.web.pages.common import item_page

COMMITMENT_FILTERS = ("kind", "actor", "topic", "words")
AGREEMENT_FILTERS = ("stage", "actor", "words")
INDICATOR_FILTERS = ("measure", "actor")
# On the board, of each kind.
FIRST = 8


@dataclass(frozen=True)
class Group:
    """Promises of one kind on the board: some of them, and how many there are."""

    kind: str
    name: str
    promises: tuple[Promise, ...]
    total: int


@dataclass(frozen=True)
class Series:
    """Figures of one measure and subject: a small picture where they are of several times."""

    measure: str
    subjects: str
    picture: str
    figures: tuple[Figure, ...]


def _load(kind: str) -> Any:
    def load(connection: sqlite3.Connection, item: str) -> Record:
        chosen = Chosen(**{kind: (item,), "findings": tuple(findings_on(connection, (item,)))})
        return around(connection, chosen)

    return load


@get("/commitments", sync_to_thread=True)
def commitments_page(request: Asked) -> Response[Any]:
    """The commitments: a board with some of each kind, or the list of one kind."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*COMMITMENT_FILTERS, "event", "article")), page_of(request)
        common = {"choices": choices(look, "commitments", COMMITMENT_FILTERS, filters), "filters": filters}
        if not filters.given():
            return {**common, "groups": _board(look), "promises": (), "pager": None}
        found = find(look, "commitments", filters, page, FULL_PAGE)
        index, citer = look.views(around(look.connection, Chosen(commitments=tuple(found.ids))))
        shown = promises(index.record.commitments, index, citer)
        return {
            **common,
            "groups": (),
            "promises": shown,
            "pager": pager("/commitments", filters, found, page, FULL_PAGE),
        }

    return answer(request, "commitments.html", view)


def _board(look: Look) -> list[Group]:
    counts = look.once("commitment kinds", lambda c: counted_by(c, "commitments", "kind"))
    ids = {kind: find(look, "commitments", Filters(kind=kind), 1, FIRST).ids for kind in KINDS}
    chosen = Chosen(commitments=tuple(name for names in ids.values() for name in names))
    index, citer = look.views(around(look.connection, chosen))
    shown = promises(index.record.commitments, index, citer)
    return [
        Group(kind, label, tuple(row for row in shown if row.anchor in set(ids[kind])), counts.get(kind, 0))
        for kind, label in KINDS.items()
        if ids[kind]
    ]


@get("/commitments/{item:str}", sync_to_thread=True)
def commitment_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One commitment, with the later reports that bear on it."""

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        row = part.commitments[0]
        return {
            "promise": promises([row], index, citer)[0],
            "utterance": _utterance(look, row.statement),
            "agreement": row.agreement,
            "marks": marks(row.judged, part.judgements),
            "rulings": rulings(part.findings, index, citer),
        }

    return item_page(request, "commitments", item, "commitment.html", _load("commitments"), show)


def _utterance(look: Look, statement: str | None) -> str | None:
    """The utterance that a statement renders."""
    found = column(look.connection, "SELECT utterance FROM statements WHERE id = ?", (statement or "",))
    return str(found[0]) if found else None


@get("/agreements", sync_to_thread=True)
def agreements_page(request: Asked) -> Response[Any]:
    """The agreements by name, with the stages that were reported."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*AGREEMENT_FILTERS, "article")), page_of(request)
        found = find(look, "agreements", filters, page, FULL_PAGE)
        index, citer = look.views(around(look.connection, Chosen(agreements=tuple(found.ids))))
        return {
            "instruments": instruments(index.record.agreements, index, citer),
            "stages": [capital(stage) for stage in STAGES.values()],
            "pager": pager("/agreements", filters, found, page, FULL_PAGE),
            "choices": choices(look, "agreements", AGREEMENT_FILTERS, filters),
        }

    return answer(request, "agreements.html", view)


@get("/agreements/{item:str}", sync_to_thread=True)
def agreement_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One agreement, with the commitments that speak of it."""

    def load(connection: sqlite3.Connection, name: str) -> Record:
        held = column(
            connection, "SELECT id FROM commitments WHERE json_extract(data, '$.agreement') = ? ORDER BY id LIMIT ?",
            (name, FULL_PAGE),
        )  # fmt: skip
        findings = tuple(findings_on(connection, (name,)))
        return around(connection, Chosen(agreements=(name,), commitments=tuple(held), findings=findings))

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        return {
            "instrument": instruments(part.agreements, index, citer)[0],
            "marks": marks(part.agreements[0].judged, part.judgements),
            "promises": promises(part.commitments, index, citer),
            "rulings": rulings(part.findings, index, citer),
        }

    return item_page(request, "agreements", item, "agreement.html", load, show)


@get("/indicators", sync_to_thread=True)
def indicators_page(request: Asked) -> Response[Any]:
    """The indicators by measure and subject, with a small picture where there are several times."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*INDICATOR_FILTERS, "article")), page_of(request)
        found = find(look, "indicators", filters, page, FULL_PAGE)
        index, citer = look.views(around(look.connection, Chosen(indicators=tuple(found.ids))))
        return {
            "series": _series(index.record.indicators, index, citer),
            "pager": pager("/indicators", filters, found, page, FULL_PAGE),
            "choices": choices(look, "indicators", INDICATOR_FILTERS, filters),
        }

    return answer(request, "indicators.html", view)


def _series(rows: Sequence[Indicator], index: Index, citer: Citer) -> list[Series]:
    shown = {figure.anchor: figure for figure in figures(rows, index, citer)}
    ordered = sorted(rows, key=lambda row: (not row.measure, row.measure, row.subjects))
    found = []
    for _, together in groupby(ordered, key=lambda row: (row.measure, row.subjects)):
        group = list(together)
        units = {row.unit for row in group if not row.duration}
        title = ", ".join(part for part in (shown[group[0].id].measure, shown[group[0].id].subjects) if part)
        drawn = series(_points(group, shown), title) if len(units) == 1 else ""
        table = tuple(figure for figure in shown.values() if figure.anchor in {row.id for row in group})
        found.append(Series(shown[group[0].id].measure, shown[group[0].id].subjects, drawn, table))
    return found


def _points(rows: Sequence[Indicator], shown: Mapping[str, Figure]) -> list[Point]:
    """One point a figure whose period is known, at its beginning; a fall is below the line."""
    return [
        Point(at, -row.value if row.change == "down" else row.value, f"{shown[row.id].value}, {shown[row.id].period}")
        for row in rows
        if row.period and (at := day_of(row.period.earliest)) and not row.duration
    ]


@get("/indicators/{item:str}", sync_to_thread=True)
def indicator_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One indicator."""

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        row = part.indicators[0]
        return {
            "figure": figures([row], index, citer)[0],
            "utterance": _utterance(look, row.statement),
            "measure": row.measure,
            "marks": marks(row.judged, part.judgements),
            "rulings": rulings(part.findings, index, citer),
        }

    return item_page(request, "indicators", item, "indicator.html", _load("indicators"), show)


HANDLERS: tuple[HTTPRouteHandler, ...] = (
    commitments_page,
    commitment_page,
    agreements_page,
    agreement_page,
    indicators_page,
    indicator_page,
)
