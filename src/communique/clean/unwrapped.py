"""Text captures whose lines somebody broke at a column: the breaks inside their paragraphs, blanked for judging.

A blank stands for each character of a break, so that every place in the text is the same place in the capture; the
paragraphs keep the capture's own characters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

# Columns at which lines are broken; what has wider lines is broken nowhere.
NARROWEST, WIDEST = 40, 110
OUTLIERS = 0.05  # of the lines that others follow: addresses and tables, wider than the column
# So many lines, and so large a part of the full ones, go on in the middle of a sentence.
FEWEST, GOING_ON = 3, 0.4
_BELOW = re.compile(r"\n[ \t]{0,12}[^\WA-Z\d_]|\r[^\n]")  # what a sentence's second line may begin with
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
MARGIN = 12  # a wider one is layout
_ITEM = re.compile(r"o\s|[•◦▪▸►·‣∙●○■□*+>|]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|https?://")
_DASH, _NAME_ALONE = re.compile(r"[–—-]\s"), re.compile(r"(?:\S+[ \t]+){0,2}\S*[^.!?\s][ \t]*$", re.MULTILINE)
_WORD = re.compile(r"[^ \t]+")  # a no-break space breaks no line
_STOPS = (".", "!", "?", "…", "”", '"')
_ENDS = (*_STOPS, ":", ";")


class _Line(NamedTuple):
    """A line's place, its width without the blanks at its end, its margin, and its first word's width."""

    start: int
    end: int
    width: int
    margin: int
    first: int


def unwrapped(text: str) -> str:
    """`text` with blanks for the breaks inside paragraphs, as long as it was; the same where no column is found."""
    if sum(1 for _ in islice(_BELOW.finditer(text), FEWEST)) < FEWEST:
        return text
    lines = [_line(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    column = _column(text, pairs)
    if column is None:
        return text
    parts, at = [], 0
    for before, after in _goes_on(text, pairs, column):
        parts += [text[at : before.end], " " * (after.start - before.end)]
        at = after.start
    return "".join((*parts, text[at:]))


def _line(text: str, start: int, end: int) -> _Line:
    line = text[start:end]
    width, bare = len(line.rstrip()), line.lstrip()
    first = _WORD.search(bare)
    return _Line(start, end, width, len(line) - len(bare), first.end() - first.start() if first else 0)


def _adjoin(text: str, a: _Line, b: _Line) -> bool:
    """Whether two lines that hold something stand one below the other without a blank line or a page's end between."""
    return a.width > 0 and b.width > 0 and text[a.end : b.start] in ("\n", "\r\n", "\r")


def _column(text: str, pairs: Sequence[tuple[_Line, _Line]]) -> int | None:
    """How wide the column is at which lines were broken."""
    widths = sorted(a.width for a, _ in pairs)
    if len(widths) < FEWEST:
        return None
    column = widths[int((len(widths) - 1) * (1 - OUTLIERS))]
    if not NARROWEST <= column <= WIDEST:
        return None
    full = [(a, b) for a, b in pairs if not _has_room(a, b, column)]
    going_on = sum(_mid_sentence(text, a, b) for a, b in full)
    return column if going_on >= max(FEWEST, GOING_ON * len(full)) else None


def _has_room(a: _Line, b: _Line, column: int) -> bool:
    """Whether the first word of the line below would have fitted into the line."""
    return a.width + 1 + b.first <= column


def _mid_sentence(text: str, a: _Line, b: _Line) -> bool:
    begin = b.start + b.margin
    goes_on = text[begin].islower() and b.margin <= MARGIN and _ITEM.match(text, begin) is None
    return goes_on and not text[a.start : a.end].rstrip().endswith(_ENDS)


def _goes_on(text: str, pairs: Sequence[tuple[_Line, _Line]], column: int) -> Iterator[tuple[_Line, _Line]]:
    """The pairs of which the second line goes on with the first one's paragraph."""
    joined = -1  # where the line began that was joined last: its margin is the paragraph's
    for a, b in pairs:
        same_margin = a.margin == b.margin <= MARGIN or (a.start != joined and b.margin < a.margin)
        if same_margin and not _has_room(a, b, column) and not _is_apart(text, a, b):
            joined = b.start
            yield a, b


def _is_apart(text: str, a: _Line, b: _Line) -> bool:
    """Whether a line begins an item, or stands by itself below a sentence's end."""
    begin, above = b.start + b.margin, text[a.start : a.end].rstrip()
    if above.endswith(_ENDS) and _DASH.match(text, begin):
        return True
    alone = above.endswith(_STOPS) and _NAME_ALONE.match(text, begin, b.end)
    return bool(alone or _ITEM.match(text, begin))
