"""The articles: the list, and the page of one with its layers, what was dropped, and the capture."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from communique.records.record import Record
from communique.report.dates import when
from communique.report.highlights import LAYERS
from communique.report.highlights import page_of as article_view
from communique.report.judged import marks
from communique.report.ledger import rulings
from communique.report.promises import figures, instruments, promises
from communique.report.renderings import utterances
from communique.report.sources import outlet_of
from communique.report.timeline import entries
from communique.report.wording import clipped
from communique.store.about import of_article
from communique.store.heads import gather
from communique.store.inputs import capture
from communique.web.answers import PAGE, Asked, answer, filters_of, page_of
from communique.web.desk import Look
from communique.web.lists import choices, find, pager
from communique.web.pages.common import item_page

FILTERS = ("outlet", "first", "last", "words")
# Of the capture as found, so many characters are shown.
SHOWN = 200_000


@dataclass(frozen=True)
class Line:
    """An article in the list."""

    anchor: str
    number: int
    title: str
    outlet: str
    date: str


@get("/articles", sync_to_thread=True)
def articles_page(request: Asked) -> Response[Any]:
    """The articles, the latest first."""

    def view(look: Look) -> Mapping[str, object]:
        filters, page = filters_of(request, (*FILTERS, "actor", "event")), page_of(request)
        found = find(look, "articles", filters, page, PAGE)
        rows = gather(look.connection, "articles", found.ids)
        lines = [
            Line(row.id, look.numbers[row.id], clipped(row.title.value, 160) if row.title else "Without a title",
                 outlet_of(row), when(row.published))
            for row in rows
        ]  # fmt: skip
        return {
            "lines": lines,
            "pager": pager("/articles", filters, found, page, PAGE),
            "choices": choices(look, "articles", FILTERS, filters),
        }

    return answer(request, "articles.html", view)


@get("/articles/{item:str}", sync_to_thread=True)
def article_page(request: Asked, item: FromPath[str]) -> Response[Any]:
    """One article."""
    beside = request.query_params.get("capture") == "1"

    def show(look: Look, part: Record) -> Mapping[str, object]:
        index, citer = look.views(part)
        article = index.articles[item]
        stretches = look.connection.execute(
            "SELECT start, stop, layer FROM spans WHERE article = ? AND layer <> 'agreement'", (item,)
        ).fetchall()
        found = capture(look.connection, article.capture, article.sha256) if beside else None
        here = {row.id for row in part.statements if row.article == item}
        said = [row for row in part.utterances if here & set(row.renderings)]
        return {
            "page": article_view(item, stretches, index, citer),
            "item": item,
            "marks": marks(article.judged, part.judgements),
            "layers": LAYERS,
            "beside": beside,
            "capture": found.text[:SHOWN] if found else "",
            "cut": max(0, len(found.text) - SHOWN) if found else 0,
            "events": entries((row for row in part.events if any(m.article == item for m in row.mentions)), index),
            "said": utterances(said, index, citer),
            "promises": promises(part.commitments, index, citer),
            "instruments": instruments(part.agreements, index, citer),
            "figures": figures(part.indicators, index, citer),
            "rulings": rulings(part.findings, index, citer),
        }

    return item_page(request, "articles", item, "article.html", of_article, show)


HANDLERS: tuple[HTTPRouteHandler, ...] = (articles_page, article_page)
