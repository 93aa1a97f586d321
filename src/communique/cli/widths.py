"""How wide the columns of a table are where it does not fit: as narrow as costs the fewest lines in all."""

from collections.abc import Sequence

SAMPLE = 60
LONGEST = 12

Cells = Sequence[Sequence[str]]


def widths(
    cells: Cells, heads: Sequence[str], fixed: Sequence[bool], room: int, longest: int = LONGEST
) -> list[int] | None:
    """Characters for each column of `cells` (rows of columns), `room` in all; None where no division is possible.

    A column that is `fixed` (numbers, ids) keeps its width. The others are narrowed one character at a time where
    that makes the fewest rows longer, and not below their longest word, of which `longest` characters count; so a
    column of prose gets what the short ones leave. Long tables are judged by rows taken at even steps.
    """
    sample = cells[:: max(1, len(cells) // SAMPLE)]
    columns = range(len(heads))
    chosen = [max([_head(heads[c], fixed[c]), *(len(row[c]) for row in cells)]) for c in columns]
    least = [chosen[c] if fixed[c] else _least(heads[c], [row[c] for row in sample], longest) for c in columns]
    if sum(least) > room:
        return None
    chosen = [min(width, room) for width in chosen]
    while sum(chosen) > room:
        open_ = [c for c in columns if chosen[c] > least[c]]
        chosen[min(open_, key=lambda c: (_lines(sample, _narrowed(chosen, c)), -chosen[c], c))] -= 1
    return chosen


def _head(head: str, fixed: bool) -> int:
    """A heading of two words may stand on two lines over numbers."""
    return max((len(word) for word in head.split()), default=1) if fixed else len(head)


def _least(head: str, column: Sequence[str], most: int) -> int:
    longest = max((len(word) for text in column for word in text.split()), default=0)
    return max(min(longest, most), _head(head, fixed=True))


def _narrowed(chosen: Sequence[int], column: int) -> list[int]:
    return [width - (c == column) for c, width in enumerate(chosen)]


def _lines(cells: Cells, chosen: Sequence[int]) -> int:
    return sum(max(_height(text, width) for text, width in zip(row, chosen, strict=True)) for row in cells)


def _height(text: str, width: int) -> int:
    """Lines of `text`, about: a line that is broken at a word loses a few characters."""
    return 1 if len(text) <= width else -(-len(text) // max(1, width - 2))
