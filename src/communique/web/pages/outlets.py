"""Who prints: the outlets side by side, and one of them with what it alone gives, what it gives otherwise than the
others, and what it leaves out."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler

from communique.compare.outlets import Outlet, outlets
from communique.records.times import Time
from communique.report.dates import when
from communique.report.wording import clipped
from communique.store.heads import ids_json
from communique.store.load import load_record
from communique.web.answers import Asked, answer
from communique.web.desk import Look
from communique.web.pages.findings import KINDS
from communique.web.pages.labels import labelled
from communique.web.words import NAMES

# Of a larger record only the counts are shown: to compare its outlets is to read all of it.
MOST_COMPARED = 2_000
# Of each list about one outlet, so many lines.
MOST = 100
LABEL = 200


@dataclass(frozen=True)
class Row:
    """An outlet in the list. `compared` is null in a record too large for it."""

    name: str
    articles: int
    origins: int
    period: str
    compared: Outlet | None = None


@dataclass(frozen=True)
class Line:
    """An item by its address, in words; `others` is how many texts give what the outlet leaves out."""

    kind: str
    item: str
    label: str
    others: int = 0


@get("/outlets", sync_to_thread=True)
def outlets_page(request: Asked) -> Response[Any]:
    """The outlets, or with `name` one of them."""
    name = request.query_params.get("name")

    def view(look: Look) -> Mapping[str, object]:
        if name is None:
            return {"outlets": look.once("outlets", _rows), "one": None}
        found = look.once("outlets compared", _compared).get(name)
        if found is None:
            raise NotFoundException("No outlet of this name is compared with others")
        return {
            "outlets": (),
            "one": found,
            "left_out": _lines(look, ((KINDS[m.about.kind], m.about.id, m.others) for m in found.left_out)),
            "alone": _lines(look, ((KINDS[about.kind], about.id, 0) for about in found.alone)),
            "differing": _lines(look, (("findings", item, 0) for item in found.differing)),
            "articles": _lines(look, (("articles", item, 0) for item in found.articles)),
        }

    return answer(request, "outlets.html", view)


def _compared(connection: sqlite3.Connection) -> dict[str, Outlet]:
    """The outlets beside each other, by name; empty for a record that is too large."""
    (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    return {row.name: row for row in outlets(load_record(connection))} if articles <= MOST_COMPARED else {}


def _rows(connection: sqlite3.Connection) -> list[Row]:
    """Every outlet, those with most articles first."""
    beside = _compared(connection)
    return [_row(outlet, connection) for outlet in beside.values()] or _counted(connection)


def _row(outlet: Outlet, connection: sqlite3.Connection) -> Row:
    first, last = connection.execute(
        "SELECT min(published_earliest), max(published_latest) FROM articles"
        " WHERE id IN (SELECT value FROM json_each(?))", (ids_json(outlet.articles),),
    ).fetchone()  # fmt: skip
    return Row(outlet.name, len(outlet.articles), outlet.origins, _period(first, last), outlet)


def _counted(connection: sqlite3.Connection) -> list[Row]:
    """The outlets that name themselves, and agencies where no outlet does; the others together."""
    rows = connection.execute(
        "SELECT coalesce(outlet, agency, ''), count(*) AS n, count(DISTINCT origin), min(published_earliest),"
        " max(published_latest) FROM articles GROUP BY 1 ORDER BY n DESC, 1"
    )
    return [Row(name, count, origins, _period(first, last)) for name, count, origins, first, last in rows]


def _lines(look: Look, items: Iterable[tuple[str, str, int]]) -> list[Line]:
    """The first items (kind, id, others) in words."""
    shown = list(items)[:MOST]
    labels: dict[str, str] = {}
    for kind in sorted({kind for kind, _, _ in shown}):
        labels |= labelled(look, kind, [item for of, item, _ in shown if of == kind])
    return [Line(kind, item, clipped(labels.get(item) or NAMES[kind], LABEL), n) for kind, item, n in shown]


def _period(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "dates not known"
    return when(Time(earliest=first[:10], latest=last[:10], basis="stated"))


HANDLERS: tuple[HTTPRouteHandler, ...] = (outlets_page,)
