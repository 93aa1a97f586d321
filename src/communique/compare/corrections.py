"""Articles that correct an earlier report, by their own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.records.articles import Article
from communique.records.spans import Span

_PIECE = r"(?:article|story|report|post|item|dispatch|version|headline)"
_SAYS = re.compile(
    r"(?:^|[\s(\[])(?:corrections?|clarification|erratum|corrects|correcting)\s*[:—–-]"
    rf"|\ban? (?:earlier|previous|prior) version of (?:this|the|our|an?) {_PIECE}\b"
    rf"|\b(?:this|the) {_PIECE} (?:has been|was|is) (?:corrected|amended|updated to correct)\b"
    rf"|\b(?:corrects|to correct) (?:the|a|an|an? earlier|an? previous) \w+",
    re.IGNORECASE,
)
# One of these stands in all of them.
_HINTS = ("correct", "CORRECT", "Correct", "version of", "larification", "LARIFICATION", "rratum", "RRATUM")
# What an earlier version said is withdrawn by the sentence that tells of it.
_EARLIER = re.compile(rf"\ban? (?:earlier|previous|prior) version of (?:this|the|our|an?) {_PIECE}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]?")


class Correction(NamedTuple):
    """The words by which an article says that it corrects; and, where it tells what was said before, that sentence."""

    words: Span
    withdrawn: Span | None


def corrections(articles: Sequence[Article]) -> dict[str, Correction]:
    """The articles that say so, by id."""
    return {a.id: found for a in articles if (found := correction(a)) is not None}


def correction(article: Article) -> Correction | None:
    """The words of an article that say so, in its text or in a note that is no part of it."""
    if (match := _says(article.text)) is not None:
        words = _sentence(article, match.start(), match.end())
        earlier = _EARLIER.search(article.text)
        return Correction(words, _sentence(article, earlier.start(), earlier.end()) if earlier else None)
    return next(_notes(article), None)


def _says(text: str) -> re.Match[str] | None:
    return _SAYS.search(text) if any(hint in text for hint in _HINTS) else None


def _notes(article: Article) -> Iterator[Correction]:
    """A note of the editors outside the text."""
    for paragraph in article.paragraphs:
        start, end = paragraph.capture_start, paragraph.capture_end
        if paragraph.start is None and start is not None and end is not None and _says(paragraph.text):
            yield Correction(Span(capture=article.id, start=start, end=end, exact=paragraph.text), None)


def _sentence(article: Article, start: int, end: int) -> Span:
    """From the words to the end of their sentence."""
    rest = _SENTENCE.match(article.text, end)
    stop = rest.end() if rest else end
    while stop > end and article.text[stop - 1].isspace():
        stop -= 1
    while start < end and article.text[start].isspace():
        start += 1
    return Span(article=article.id, start=start, end=stop, exact=article.text[start:stop])


def withdrawn(spans: Sequence[Span], by: Mapping[str, Correction]) -> bool:
    """Whether all the spans stand where an article tells what an earlier version said."""
    return bool(spans) and all(
        (told := by.get(s.article)) is not None and told.withdrawn is not None and told.withdrawn.overlaps(s)
        for s in spans
    )
