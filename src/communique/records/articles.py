"""What a capture reports, cleaned: every stretch kept or dropped, with its role and the reason."""

from typing import Literal

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Sourced
from communique.records.times import Time

Role = Literal[
    "title", "standfirst", "dateline", "body", "heading", "caption", "credit", "byline", "date", "source",
    "related", "navigation", "share", "tags", "comments", "consent", "legal", "counter", "duplicate", "other",
]  # fmt: skip
KEPT_ROLES: frozenset[Role] = frozenset({"title", "standfirst", "heading", "body"})


class Paragraph(Row, frozen=True, kw_only=True):
    """A stretch of the capture with one role. `start`/`end` are offsets into the article's text, or null
    where it was dropped; `capture_start`/`capture_end` may be null for HTML. `origin` is set for a paragraph of the
    body that other articles print word for word: the same in each of them, whatever else they print."""

    role: Role
    reason: str
    text: str
    start: int | None = None
    end: int | None = None
    capture_start: int | None = None
    capture_end: int | None = None
    origin: str | None = None


class Article(Row, frozen=True, kw_only=True):
    """One capture, cleaned. `text` is the title, a blank line, then the kept paragraphs.

    Articles that print the same text have one `origin`. `first_printed` is the id of the one that did so first, by
    the publication times stated: null where one of them states none, where two cannot be told apart, and where no
    other article has the origin."""

    id: str
    capture: str
    sha256: str
    url: str | None = None
    language: str | None = None
    title: Sourced | None = None
    published: Time | None = None
    updated: Time | None = None
    dateline: Sourced | None = None
    outlet: Sourced | None = None
    agency: Sourced | None = None
    byline: Sourced | None = None
    editor: Sourced | None = None
    origin: str
    first_printed: str | None = None
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    judged: tuple[Judged, ...] = ()
