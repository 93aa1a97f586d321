"""The order in which `communique show` lists the items of a kind: as a reader wants them, never by id."""

from collections.abc import Callable, Sequence
from typing import Any

from communique.cli.view import View
from communique.records.spans import Span
from communique.records.times import Time

type Key = tuple[Any, ...]

_JUDGEMENTS = ("differ", "refine", "agree", "alone")


def in_order(kind: str, rows: Sequence[Any], view: View) -> list[Any]:
    """Dated items by date, undated ones last; findings from the one that matters most; actors and relationships
    from those that the record holds most of; everything else as it stands in its articles."""
    key = _KEYS.get(kind)
    return sorted(rows, key=lambda row: (*key(row, view), row.id)) if key else list(rows)


def _day(time: Time | None) -> Key:
    return (time is None, time.earliest if time else "")


def _place(span: Span | None, view: View) -> Key:
    article = view.articles.get(span.article) if span else None
    if span is None or article is None:
        return (*_day(None), "", 0)
    return (*_day(article.published), article.capture, span.start)


def _utterance(row: Any, view: View) -> Key:
    event = view.events.get(row.event or "")
    first = view.statements.get(row.renderings[0]) if row.renderings else None
    return (*_day(event.time if event else None), row.event or "", *_place(first.content if first else None, view))


_KEYS: dict[str, Callable[[Any, View], Key]] = {
    "events": lambda row, view: _day(row.time),
    "times": lambda row, view: (*_day(row.time), *_place(row.span, view)),
    "statements": lambda row, view: _place(row.content, view),
    "utterances": _utterance,
    "commitments": lambda row, view: _place(row.action, view),
    "agreements": lambda row, view: (row.name.lower(),),
    "indicators": lambda row, view: (row.measure == "", row.measure, *_day(row.period), row.value),
    "actors": lambda row, view: (-len(row.mentions), row.name),
    "relationships": lambda row, view: (-len(row.events), view.names(row.actors)),
    "findings": lambda row, view: (_JUDGEMENTS.index(row.judgement), row.about.kind, row.about.id),
    "judgements": lambda row, view: (row.made,),
    "articles": lambda row, view: (*_day(row.published), row.capture),
}
