"""From spans to what a reader can check: the words, a little of what stands around them, and the article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
    """Evidence: the exact words, and what stands before and behind them where they are in the kept text."""

    before: str
    exact: str
    after: str
    source: Source


@dataclass(frozen=True)
class Evidence:
    """Up to `SHOWN` pieces of evidence, and how many more there are."""

    words: tuple[Words, ...]
    more: int

    @property
    def count(self) -> int:
        """All of them, shown or not."""
        return len(self.words) + self.more


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

    def source(self, article: str, at: int | None = None) -> Source | None:
        """The article as a source; `at` is an offset into its text, to link to that paragraph."""
        found = self.index.articles.get(article)
        if found is None:
            return None
        number = self.index.numbers[article]
        place = None if at is None else paragraph_at(found, at)
        title = clipped(found.title.value, 90) if found.title else clipped(found.capture, 90)
        return Source(number, outlet_of(found), when(found.published), title, article, place)

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

    def words(self, span: Span) -> Words | None:
        """The span with its surroundings; None where its article is not in the record."""
        article = self.index.articles.get(span.article or span.capture)
        if article is None:
            return None
        source = self.source(article.id, span.start if span.article else None)
        if source is None:
            return None
        if not span.article:
            return Words("", clipped(span.exact, 600), "", source)
        start = max(article.text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT, 0)
        stop = article.text.find("\n", span.end)
        end = min(stop if stop >= 0 else len(article.text), span.end + CONTEXT)
        before, after = article.text[start : span.start], article.text[span.end : end]
        return Words(_head_cut(before), span.exact, _tail_cut(after, span.exact), source)

    def evidence(self, spans: Iterable[Span]) -> Evidence:
        """Every different stretch once, in reading order."""
        unique = {(span.article or span.capture, span.start, span.end): span for span in spans}
        known = [span for (name, _, _), span in unique.items() if name in self.index.numbers]
        known.sort(key=lambda span: self.index.numbers[span.article or span.capture])
        rows = [words for span in known[:SHOWN] if (words := self.words(span))]
        return Evidence(tuple(rows), max(0, len(unique) - len(rows)))


def paragraph_at(article: Article, at: int) -> int | None:
    """The number of the kept paragraph that covers `at`, from 0; None in the title, which is shown apart."""
    for n, paragraph in enumerate(article.paragraphs):
        if paragraph.start is not None and paragraph.end is not None and paragraph.start <= at <= paragraph.end:
            return None if paragraph.role == "title" else n
    return None


def _head_cut(text: str) -> str:
    """What of `text` belongs to the sentence that goes on behind it."""
    ends = [match.end() for match in SENTENCE.finditer(text)]
    if ends:
        return text[ends[-1] :]
    return f"…{text.partition(' ')[2]}" if len(text) == CONTEXT and " " in text else text


def _tail_cut(text: str, exact: str) -> str:
    """What of `text` belongs to the sentence that `exact` is in."""
    if exact.rstrip('"”’')[-1:] in {".", "!", "?"}:
        return ""
    # The words themselves may hold what tells an end from an abbreviation.
    found = SENTENCE.search(exact[-2:] + text)
    if found:
        return text[: max(0, found.end() - len(exact[-2:]))].rstrip()
    return f"{text.rpartition(' ')[0]}…" if len(text) == CONTEXT and " " in text else text
