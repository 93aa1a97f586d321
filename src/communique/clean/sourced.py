"""Who a capture names as its agency, its author and its outlet, with the words that say so."""

import re
from collections.abc import Iterator, Sequence

from communique.clean import outlets
from communique.clean.pieces import dateline
from communique.clean.press import editor_label, is_agency
from communique.records.articles import Paragraph, Role
from communique.records.spans import Sourced, Span

_LABEL = re.compile(r"[^:：]{2,24}[:：]\s*")
_BY = re.compile(
    r"\(?(?:(?:story|written|posted|reported|reporting|writing|published|article|words|text)\s+)?by:?\s+|(?:author|authors|autor|autore|auteur|автор|yazar)\s*[:：]\s*",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"\s{2,}|\s*[|•·,;–—(]|\s-\s|\s+(?:on|for|in|at|updated|published|posted|reviewed)\b|\d", re.IGNORECASE
)
_MAKERS: tuple[Role, ...] = ("byline", "source", "date", "credit")
LONGEST = 300


def pin(article: str, text: str, start: int, end: int) -> Span:
    """The stretch of a decoded capture as a span."""
    return Span(capture=article, start=start, end=end, exact=text[start:end])


def located(article: str, text: str, paragraph: Paragraph, offset: int, value: str) -> Sourced:
    """`value`, which stands `offset` characters into a paragraph, with its words in the capture if they are there."""
    if paragraph.capture_start is None:
        return Sourced(value=value, span=find_span(article, text, value))
    start = paragraph.capture_start + offset
    return Sourced(value=value, span=pin(article, text, start, start + len(value)))


def find_span(article: str, text: str, value: str) -> Span | None:
    """Where `value` stands word for word in a capture, first."""
    at = text.find(value) if value else -1
    return pin(article, text, at, at + len(value)) if at >= 0 else None


def agency(article: str, text: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    """The news agency in a source line, a dateline or a byline. A picture's credit is none."""
    order = {"source": 0, "dateline": 1, "byline": 2}
    for paragraph in sorted((p for p in paragraphs if p.role in order), key=lambda p: order[p.role]):
        for offset, name in _names(paragraph):
            if is_agency(name):
                return located(article, text, paragraph, offset, name)
    return None


def _names(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    if paragraph.role == "dateline":
        found = dateline(paragraph.text + " x")
        if found and found["agency"]:
            yield found.start("agency"), found["agency"]
        return
    label = _LABEL.match(paragraph.text) or _BY.match(paragraph.text)
    start = label.end() if label else 0
    for part in re.finditer(r"[^,;/|]+", paragraph.text[start:]):
        name = part.group().strip()
        if name:
            yield start + part.start() + part.group().index(name), name


def editor(article: str, text: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    """Who edited it: the name behind "Edited by", "Editor:" and the like in a line that names who made the article."""
    for paragraph in paragraphs:
        label = editor_label().search(paragraph.text[:LONGEST]) if paragraph.role in _MAKERS else None
        if label:
            name = _name_behind(paragraph.text[:LONGEST], label.end())
            if name and name[0].isalpha() and not is_agency(name):
                return located(article, text, paragraph, paragraph.text.index(name, label.end()), name)
    return None


def _name_behind(text: str, start: int) -> str | None:
    """The name, or the names, from `start` to where a field or a remark ends; None where it is too long for one."""
    rest = text[start:]
    ends = [cut.start() for pattern in (_NAME_ENDS, editor_label()) if (cut := pattern.search(rest, 1))]
    name = rest[: min(ends, default=len(rest))].strip(" .:)")
    return name if name and len(name.split()) <= 8 else None


def byline(article: str, text: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    """The author: the name after "By", an agency's apart."""
    for paragraph in paragraphs:
        label = _BY.match(paragraph.text) if paragraph.role == "byline" else None
        if label:
            name = _name_behind(paragraph.text, label.end())
            if name and not is_agency(name):
                return located(article, text, paragraph, paragraph.text.index(name, label.end()), name)
    return None


def outlet(article: str, text: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    """The outlet's name, where the page says it twice."""
    claim = outlets.outlet(paragraphs)
    return claim and located(article, text, claim.paragraph, claim.start, claim.name)
