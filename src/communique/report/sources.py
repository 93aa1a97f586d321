"""From spans to what a reader can check: the words, a little of what stands around them, and the article."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from communique.records.articles import Article
from communique.records.spans import Span
from communique.report.dates import when
from communique.report.index import Index
from communique.report.wording import clipped

# What stands around the exact words: their sentence, and no more of it than this on either side.
CONTEXT = 240
SHOWN = 8
LABEL = 60
TITLE = 40
# The end of a sentence, where two small letters, figures or closing marks stand before it: "Mr. Vance" has no end.
SENTENCE = re.compile(r"[a-z\d”\"’)%][a-z\d”\"’)%][.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|[.!?][\"”’]\s+(?=[\"“‘(]?[A-Z])")


@dataclass(frozen=True)
class Source:
    """An article as it is cited: its number, who printed it and when, and which of its paragraphs is meant."""

    number: int
    outlet: str
    date: str
    title: str
    article: str
    paragraph: int | None = None


@dataclass(frozen=True)
class Words:
    """Evidence: a sentence in pieces, each with whether it is of the words that are meant."""

    pieces: tuple[tuple[str, bool], ...]
    source: Source


@dataclass(frozen=True)
class Evidence:
    """Up to `SHOWN` sentences, how many stretches they and all others hold, and how many more sentences there are."""

    words: tuple[Words, ...]
    count: int
    more: int


def safe_url(url: str | None) -> str | None:
    """The address where it is a plain web address, so that a capture cannot smuggle in another kind of link."""
    if not url or len(url) > 2000 or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def printer_of(article: Article) -> str:
    """The outlet, else the agency, else the site; empty where none is known."""
    named = article.outlet or article.agency
    if named:
        return clipped(named.value, LABEL)
    url = safe_url(article.url)
    return ((urlsplit(url).hostname or "") if url else "").removeprefix("www.")


def outlet_of(article: Article) -> str:
    """Who printed it; where nobody is named, what to know it by: its title or its file's name."""
    if printer := printer_of(article):
        return printer
    return f"“{clipped(article.title.value, TITLE)}”" if article.title else article.capture.rpartition("/")[2][-LABEL:]


class Citer:
    """Turns spans and article ids of one record into sources and evidence."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._known: dict[str, Source] = {}
        self._placed: dict[tuple[str, int], Source] = {}
        self._paragraphs: dict[str, Paragraphs] = {}

    def source(self, article: str, at: int | None = None) -> Source | None:
        """The article as a source; `at` is an offset into its text, to link to that paragraph."""
        found = self.index.articles.get(article)
        if found is None:
            return None
        if article not in self._known:
            title = clipped(found.title.value, 90) if found.title else clipped(found.capture, 90)
            number = self.index.numbers[article]
            self._known[article] = Source(number, outlet_of(found), when(found.published), title, article)
        if at is None:
            return self._known[article]
        if article not in self._paragraphs:
            self._paragraphs[article] = Paragraphs(found)
        return self._at(article, self._paragraphs[article].number(at))

    def _at(self, article: str, paragraph: int | None) -> Source:
        """The same row for the same paragraph: in a large record a few are asked for a million times."""
        if paragraph is None:
            return self._known[article]
        if (article, paragraph) not in self._placed:
            self._placed[article, paragraph] = replace(self._known[article], paragraph=paragraph)
        return self._placed[article, paragraph]

    def sources(self, articles: Iterable[str]) -> tuple[Source, ...]:
        """The articles as sources, each once, in reading order."""
        wanted = sorted({name for name in articles if name in self.index.numbers}, key=self.index.numbers.__getitem__)
        return tuple(source for name in wanted if (source := self.source(name)))

    def of_spans(self, spans: Iterable[Span]) -> tuple[Source, ...]:
        """One source an article, linking to the paragraph of its first span."""
        first: dict[str, Span] = {}
        for span in spans:
            first.setdefault(span.article or span.capture, span)
        found = (self.source(name, span.start if span.article else None) for name, span in first.items())
        return tuple(sorted((source for source in found if source), key=lambda source: source.number))

    def evidence(self, spans: Iterable[Span]) -> Evidence:
        """Every different stretch once, in reading order, those of one sentence together."""
        unique = {(span.article or span.capture, span.start, span.end): span for span in spans}
        known = [span for (name, _, _), span in unique.items() if name in self.index.numbers]
        known.sort(key=lambda span: (self.index.numbers[span.article or span.capture], span.start, span.end))
        groups = self._groups(known)
        rows = [words for start, end, group in groups[:SHOWN] if (words := self._words(start, end, group))]
        return Evidence(tuple(rows), len(unique), max(0, len(groups) - len(rows)))

    def _groups(self, spans: Iterable[Span]) -> list[tuple[int, int, list[Span]]]:
        """The stretches by sentence, with its start and end in the text; what is pinned in a capture stands alone."""
        found: list[tuple[int, int, list[Span]]] = []
        for span in spans:
            text = self.index.articles[span.article].text if span.article in self.index.articles else ""
            last = found[-1] if found else None
            if last and span.article and last[2][0].article == span.article and span.start < last[1]:
                end = last[1] if span.end <= last[1] else sentence_end(text, span)
                found[-1] = (last[0], end, [*last[2], span])
            elif span.article:
                found.append((sentence_start(text, span), sentence_end(text, span), [span]))
            else:
                found.append((span.start, span.end, [span]))
        return found

    def _words(self, start: int, end: int, spans: list[Span]) -> Words | None:
        first = spans[0]
        article = self.index.articles.get(first.article or first.capture)
        source = self.source(article.id, first.start if first.article else None) if article else None
        if article is None or source is None:
            return None
        if not first.article:
            return Words(((clipped(first.exact, 600), True),), source)
        return Words(tuple(_pieces(article.text, start, end, spans)), source)


def _pieces(text: str, start: int, end: int, spans: list[Span]) -> Iterator[tuple[str, bool]]:
    """The sentence cut where a stretch begins or ends; whether a piece is of a stretch. Three points stand for what of
    a very long sentence is left out."""
    if start > 0 and text[start - 1] not in "\n " and start < spans[0].start:
        yield "…", False
    at = start
    for span in spans:
        if span.start > at:
            yield text[at : span.start], False
        if span.end > at:
            yield text[max(at, span.start) : span.end], True
            at = span.end
    if end > at:
        yield text[at:end], False
    if end < len(text) and not text[end].isspace() and end > at:
        yield "…", False


def sentence_start(text: str, span: Span) -> int:
    """Where the sentence that holds the stretch begins, in its paragraph and not too far before it."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT, 0)
    ends = [match.end() for match in SENTENCE.finditer(text, start, span.start)]
    if ends:
        return ends[-1]
    blank = text.find(" ", start, span.start)
    return blank + 1 if span.start - start == CONTEXT and blank >= 0 else start


def sentence_end(text: str, span: Span) -> int:
    """Where the sentence that holds the end of the stretch ends, in its paragraph and not too far behind it."""
    if span.exact.rstrip('"”’')[-1:] in {".", "!", "?"}:
        return span.end
    stop = text.find("\n", span.end)
    most = min(stop if stop >= 0 else len(text), span.end + CONTEXT)
    # The words themselves may hold what tells an end from an abbreviation.
    found = SENTENCE.search(text, max(0, span.end - 2), most)
    if found:
        return max(span.end, found.start() + len(found.group().rstrip()))
    blank = text.rfind(" ", span.end, most)
    return blank if most == span.end + CONTEXT and blank >= 0 else most


class Paragraphs:
    """Where an article's kept paragraphs stand, none inside another."""

    def __init__(self, article: Article) -> None:
        rows = ((p.start, p.end, n, p.role) for n, p in enumerate(article.paragraphs) if p.start is not None)
        self._rows = sorted((start, end, n, role) for start, end, n, role in rows if end is not None)
        self._starts = [start for start, _, _, _ in self._rows]

    def number(self, at: int) -> int | None:
        """The number of the paragraph that covers `at`, from 0; None in the title, which is shown apart. Where one ends
        and the next begins, it is the one that the article has first."""
        last = bisect_right(self._starts, at)
        covering = [(n, role) for _, end, n, role in self._rows[max(0, last - 2) : last] if at <= end]
        n, role = min(covering, default=(None, ""))
        return None if role == "title" else n
