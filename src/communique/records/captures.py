"""Bytes as found, and what could not be used of them."""

from typing import Literal

from communique.records.base import Row

MediaKind = Literal["text", "html", "article"]


class Sidecar(Row, frozen=True, kw_only=True):
    """What somebody wrote down about a capture, in NAME.json beside it. As untrusted as the capture."""

    url: str | None = None
    published: str | None = None
    fetched_at: str | None = None
    outlet: str | None = None


class Capture(Row, frozen=True, kw_only=True):
    """One page as found.

    `path` is relative to the collection's root, with `!` before a member of a container; `sha256` is of the
    bytes; `text` is the decoded capture (of HTML, its source), line ends untouched. `title` and `byline` are
    set by readers of structured input (JSON lines) only, where they stand in fields of their own.
    """

    path: str
    sha256: str
    kind: MediaKind
    text: str
    charset: str
    sidecar: Sidecar = Sidecar()
    title: str | None = None
    byline: str | None = None
    language: str | None = None


class Problem(Row, frozen=True, kw_only=True):
    """An input, or a part of one, that could not be used. `lost`: the whole input was lost."""

    capture: str
    stage: str
    code: str
    message: str
    lost: bool
