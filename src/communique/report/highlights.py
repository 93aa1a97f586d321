"""The sources as shown: the cleaned text with its layers marked, and what was dropped, with the reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.records.articles import Article, Paragraph
from communique.records.record import Record
from communique.records.spans import Span
from communique.report.dates import when
from communique.report.facts import basis
from communique.report.index import Index
from communique.report.sources import Citer, printer_of, safe_url
from communique.report.wording import clipped, listed

LAYERS = {
    "statement": "statements", "quote": "quotations", "event": "events", "commitment": "commitments",
    "indicator": "indicators", "time": "times", "actor": "actors",
}  # fmt: skip
DROPPED_SHOWN = 2000
# Start, end, and the layer (or layers) that cover what stands between.
MarkedStretch = tuple[int, int, str]


@dataclass(frozen=True)
class Segment:
    """A stretch of text with the layers that cover it."""

    text: str
    layers: str


@dataclass(frozen=True)
class Block:
    """A kept paragraph; `place` is its number in the article."""

    anchor: str
    place: int
    role: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Dropped:
    """A stretch that is no part of the article, with its role and the reason."""

    role: str
    reason: str
    text: str


@dataclass(frozen=True)
class Page:
    """One article."""

    number: int
    anchor: str
    title: str
    outlet: str
    facts: tuple[tuple[str, str], ...]
    url: str | None
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]


def pages(index: Index, citer: Citer) -> tuple[Page, ...]:
    """Every article in reading order."""
    marks = _marks(index.record)
    shared = _shared(index)
    return tuple(
        _page(number, index.articles[name], marks.get(name, []), shared, citer)
        for name, number in index.numbers.items()
    )


def page_of(article: str, marks: list[MarkedStretch], index: Index, citer: Citer) -> Page:
    """One article, with `marks` for what the record holds on it."""
    return _page(index.numbers[article], index.articles[article], marks, _shared(index), citer)


def _shared(index: Index) -> dict[str, list[int]]:
    """The numbers of the articles that print one text."""
    shared: dict[str, list[int]] = defaultdict(list)
    for name, number in index.numbers.items():
        shared[index.articles[name].origin].append(number)
    return shared


def _first(article: Article, index: Index) -> str:
    """Which article of the same text stood first, where the times that they state tell."""
    number = index.numbers.get(article.first_printed or "")
    return "" if number is None else "here" if article.first_printed == article.id else f"[{number}]"


def _page(
    number: int, article: Article, marks: list[MarkedStretch], shared: dict[str, list[int]], citer: Citer
) -> Page:
    others = [str(other) for other in shared[article.origin] if other != number]
    facts = {
        "Published": _published(article, citer),
        "Agency": article.agency.value if article.agency else "",
        "By": article.byline.value if article.byline else "",
        "Edited by": article.editor.value if article.editor else "",
        "Same text as": listed([f"[{other}]" for other in others]),
        "Printed first": _first(article, citer.index),
        "Capture": article.capture,
    }
    return Page(
        number=number,
        anchor=f"source-{number}",
        title=clipped(article.title.value, 300) if article.title else "Without a title",
        outlet=printer_of(article) or "outlet not named",
        facts=tuple((label, value) for label, value in facts.items() if value),
        url=safe_url(article.url),
        blocks=tuple(_blocks(number, article, marks)),
        dropped=tuple(_dropped(p) for p in article.paragraphs if p.start is None and p.text.strip()),
    )


def _published(article: Article, citer: Citer) -> str:
    if article.published is None:
        return when(None)
    return f"{when(article.published)} ({basis(article.published, citer, article.judged)})"


def _blocks(number: int, article: Article, marks: list[MarkedStretch]) -> Iterator[Block]:
    """One block a kept paragraph; the whole text where an article has none."""
    kept = [
        (n, paragraph.role, paragraph.start, paragraph.end)
        for n, paragraph in enumerate(article.paragraphs)
        if paragraph.start is not None and paragraph.end is not None
    ] or [(0, "body", 0, len(article.text))]
    stretches = _stretches(marks, {edge for _, _, start, end in kept for edge in (start, end)})
    at = 0
    for n, role, start, end in kept:
        while at < len(stretches) and stretches[at][1] <= start:
            at += 1
        segments = []
        while at < len(stretches) and stretches[at][1] <= end:
            segments.append(Segment(article.text[stretches[at][0] : stretches[at][1]], stretches[at][2]))
            at += 1
        if role != "title":
            yield Block(f"source-{number}-{n}", n, role, tuple(segments))


def _stretches(marks: list[MarkedStretch], edges: set[int]) -> list[MarkedStretch]:
    """The text cut at every edge and wherever a mark begins or ends, each piece with the layers that cover it."""
    changes: dict[int, Counter[str]] = defaultdict(Counter)
    for start, end, layer in marks:
        changes[start][layer] += 1
        changes[end][layer] -= 1
    cuts = sorted(edges | changes.keys())
    open_now: Counter[str] = Counter()
    found = []
    for start, end in pairwise(cuts):
        for layer, change in changes.get(start, {}).items():
            open_now[layer] += change
        found.append((start, end, " ".join(f"l-{layer}" for layer in LAYERS if open_now[layer] > 0)))
    return found


def _dropped(paragraph: Paragraph) -> Dropped:
    return Dropped(paragraph.role, paragraph.reason, clipped(paragraph.text, DROPPED_SHOWN))


def _marks(record: Record) -> dict[str, list[MarkedStretch]]:
    """Article -> (start, end, layer) of everything the record holds on it."""
    found: dict[str, list[MarkedStretch]] = defaultdict(list)
    for layer, span in _spans(record):
        if span.article:
            found[span.article].append((span.start, span.end, layer))
    return found


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    for statement in record.statements:
        yield from (("statement", span) for span in statement.pieces or (statement.content,))
        yield from (("quote", span) for span in statement.quotes)
    for event in record.events:
        yield from (("event", mention.span) for mention in event.mentions)
    for commitment in record.commitments:
        yield from (("commitment", span) for span in commitment.mentions or (commitment.action,))
    for indicator in record.indicators:
        yield from (("indicator", span) for span in indicator.mentions)
    yield from (("time", time.span) for time in record.times)
    for actor in record.actors:
        yield from (("actor", mention.span) for mention in actor.mentions)
