"""What every item rests on, as lines of the link tables: the stretches, and how many articles and texts speak of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from communique.records.record import Record
from communique.records.spans import Span
from communique.store.tables import Cells

type Trace = tuple[str, str, str, Span]


def traces(record: Record) -> Iterator[Trace]:
    """`(layer, kind, item, span)` for every stretch of text that an item of the record rests on."""
    for actor in record.actors:
        yield from _each("actor", "actors", actor, (mention.span for mention in actor.mentions))
    for time in record.times:
        yield "time", "times", time.id, time.span
    for event in record.events:
        yield from _each("event", "events", event, (mention.span for mention in event.mentions))
    for statement in record.statements:
        yield from _each("statement", "statements", statement, statement.pieces or (statement.content,))
        yield from _each("quote", "statements", statement, statement.quotes)
    for commitment in record.commitments:
        yield from _each("commitment", "commitments", commitment, commitment.mentions or (commitment.action,))
    for agreement in record.agreements:
        yield from _each("agreement", "agreements", agreement, (stage.span for stage in agreement.stages))
    for indicator in record.indicators:
        yield from _each("indicator", "indicators", indicator, indicator.mentions)


def _each(layer: str, kind: str, row: Any, spans: Iterable[Span]) -> Iterator[Trace]:
    yield from ((layer, kind, row.id, span) for span in spans)


def spans(record: Record) -> Iterator[Cells]:
    """Lines of `spans`: what stands in the kept text of an article of the record."""
    known = {article.id for article in record.articles}
    for layer, kind, item, span in traces(record):
        if span.article in known:
            yield span.article, span.start, span.end, layer, kind, item


def weights(record: Record) -> Iterator[Cells]:
    """Lines of `weights`: each item with its articles, origins and stretches counted, utterances by renderings."""
    origins = {article.id: article.origin for article in record.articles}
    kinds: dict[str, str] = {}
    articles: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for layer, kind, item, span in traces(record):
        if layer != "quote" and (span.article or span.capture) in origins:
            kinds[item] = kind
            articles.setdefault(item, set()).add(span.article or span.capture)
            counts[item] = counts.get(item, 0) + 1
    for utterance in record.utterances:
        told = [name for rendering in utterance.renderings for name in sorted(articles.get(rendering, ()))]
        kinds[utterance.id], articles[utterance.id], counts[utterance.id] = "utterances", set(told), len(told)
    for item in sorted(kinds):
        texts = len({origins[name] for name in articles[item]})
        yield item, kinds[item], len(articles[item]), texts, counts[item]
