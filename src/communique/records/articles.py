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
    where it was dropped; `capture_start`/`capture_end` may be null for HTML."""

    role: Role
    reason: str
    text: str
    start: int | None = None
    end: int | None = None
    capture_start: int | None = None
    capture_end: int | None = None


class Article(Row, frozen=True, kw_only=True):
    """One capture, cleaned. `text` is the title, a blank line, then the kept paragraphs."""

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
    origin: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    judged: tuple[Judged, ...] = ()
