"""A capture as lines, each with its place: what all later judgement looks at."""

import re

from communique.clean.words import fold_lines, fold_words
from communique.records.base import Row

_BREAKS = "\r\n\v\f\x85\u2028\u2029"
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_ODD_BREAKS = "\v\f\x85\u2028\u2029"
# Zero-width characters and byte order marks count as blank: a line of them alone holds nothing to read.
_BLANK = " \t\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff\x00-\x1f"
_CONTENT = re.compile(f"[^{_BLANK}{_BREAKS}](?:[^{_BREAKS}]*[^{_BLANK}{_BREAKS}])?")
_BULLETS = frozenset("•◦▪▸►·‣∙●○■□*+-o")
_BULLET = re.compile(f"(?:[•◦▪▸►·‣∙●○■□*+-]|(?<=[{_BLANK}])o)[{_BLANK}]+(?=[^{_BLANK}])")


class Line(Row, frozen=True):
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
    folded: tuple[str, ...] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, folded; `folded` where they were, with those of other lines, when it was made."""
        return fold_words(self.text) if self.folded is None else self.folded


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold something to read, in order."""
    odd = text.count("\r") != text.count("\r\n") or any(mark in text for mark in _ODD_BREAKS)
    places: list[tuple[str, int, int, int, int, int | None, int]] = []
    last = page = 0
    margins: dict[str, tuple[int, int]] = {}  # what stands between two lines -> blank lines and the margin
    for content in _CONTENT.finditer(text):
        start, end = content.span()
        between = text[last:start]
        if odd:
            page += between.count("\f")
        if between not in margins:
            blanks = _BREAK.split(between) if odd else between.split("\n")
            margins[between] = len(blanks) - 2, len(blanks[-1])
        gap, indent = margins[between]
        gap += not places
        bullet = _BULLET.match(text, start, end) if text[start] in _BULLETS else None
        if bullet is None:
            places.append((text[start:end], start, end, indent, gap, None, page))
        else:
            places.append((text[bullet.end() : end], bullet.end(), end, indent, gap, start, page))
        last = end
    folded = fold_lines([place[0] for place in places])
    return [
        Line(words, start, end, indent, gap, bullet, "", page, folds)
        for (words, start, end, indent, gap, bullet, page), folds in zip(places, folded, strict=True)
    ]
