"""A capture as lines, each with its place: what all later judgement looks at."""

import re
from collections.abc import Iterator
from functools import cached_property

from communique.clean.words import fold_words
from communique.records.base import Row

_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Zero-width characters and byte order marks count as blank: a line of them alone holds nothing to read.
_BLANK = " \t\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff\x00-\x1f"
_LEAD = re.compile(f"[{_BLANK}]*")
_BULLET = re.compile(f"(?:[•◦▪▸►·‣∙●○■□*+-]|(?<=[{_BLANK}])o)[{_BLANK}]+(?=[^{_BLANK}])")
_TRAIL = re.compile(f"[{_BLANK}]")


class Line(Row, frozen=True, dict=True):
    """A line without its blank margins: `text` is the capture from `start` to `end`.

    `bullet` is where its list mark starts (the mark ends before `start`), `indent` the width of the margin,
    `gap` the number of blank lines before it. `tag` is set for HTML only: the element it stands in. `page` is the
    number of form feeds before it, by which a printed document's pages are parted.
    """

    text: str
    start: int
    end: int
    indent: int = 0
    gap: int = 0
    bullet: int | None = None
    tag: str = ""
    page: int = 0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return fold_words(self.text)


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold something to read, in order."""
    lines: list[Line] = []
    gap = page = 0
    for start, end in _extents(text):
        page += text[start - 1 : start] == "\f"
        line = _line(text, start, end, gap, page)
        if line is None:
            gap += 1
        else:
            lines.append(line)
            gap = 0
    return lines


def _extents(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _line(text: str, start: int, end: int, gap: int, page: int) -> Line | None:
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    if first == end:
        return None
    while _TRAIL.match(text, end - 1):
        end -= 1
    bullet = _BULLET.match(text, first, end)
    if bullet is None:
        return Line(text[first:end], first, end, first - start, gap, page=page)
    return Line(text[bullet.end() : end], bullet.end(), end, first - start, gap, first, page=page)
