"""Printing what came from captures on a terminal, safely."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched, product
from typing import TYPE_CHECKING

from communique.cli.widths import widths

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Control characters could steer the terminal, bidirectional ones make words read otherwise than they are.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PIPED_WIDTH = 160
# Rows of a table that are printed at once.
ROWS = 500


def console(*, stderr: bool = False) -> "Console":
    """A console as wide as the terminal; piped, wide enough for tables, unless COLUMNS says how wide."""
    from rich.console import Console

    piped = not (sys.stderr if stderr else sys.stdout).isatty() and "COLUMNS" not in os.environ
    return Console(stderr=stderr, width=PIPED_WIDTH if piped else None, highlight=False, markup=False, emoji=False)


def safe(text: object) -> str:
    """`text` with what a terminal would obey replaced by a mark."""
    return _UNSAFE.sub("\ufffd", str(text))


def line(text: object, length: int = 0) -> str:
    """`text` on one line, safe, and shortened to `length` where one is given."""
    flat = " ".join(safe(text).split())
    return flat if not length or len(flat) <= length else flat[: length - 1].rstrip() + "…"


@dataclass
class Listed:
    """A table of plain text: its columns' names, which of them are set to the right, its rows."""

    heads: list[str]
    right: list[bool]
    rows: list[list[str]] = field(default_factory=list)


def table(*columns: str) -> Listed:
    """An empty table; a column whose name begins with > is set to the right."""
    return Listed([name.removeprefix(">") for name in columns], [name.startswith(">") for name in columns])


def add(made: Listed, *cells: object) -> None:
    """One row; every cell is plain text, whatever it holds."""
    made.rows.append([line(cell) for cell in cells])


def put(screen: "Console", made: Listed) -> None:
    """Prints a table; where it is too wide for the screen, its columns share the room by what they hold."""
    fixed = [right or head == "id" for right, head in zip(made.right, made.heads, strict=True)]
    for longest, gap in product((12, 8, 5), (3, 2, 1)):
        found = widths(made.rows, made.heads, fixed, screen.width - 2 - gap * (len(made.heads) - 1), longest)
        if found:
            put_rows(screen, made, found, gap)
            return
    screen.print(_rich(made, [None] * len(made.heads), gap, made.rows))


def put_rows(screen: "Console", made: Listed, found: Sequence[int], gap: int) -> None:
    """Prints a table whose columns are so wide. Its rows are set here and not by rich, which takes a millisecond for
    each; the same characters, by a test."""
    with screen.capture() as kept:
        screen.print(_rich(made, found, gap, ()))
    *head, foot = kept.get().splitlines()
    screen.out("\n".join(head), highlight=False)
    for rows in batched(made.rows, ROWS):
        screen.out("\n".join(text for row in rows for text in _set(screen, made, row, found, gap)), highlight=False)
    screen.out(foot, highlight=False)


def _rich(made: Listed, found: Sequence[int | None], gap: int, rows: Iterable[Iterable[str]]) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, gap // 2, 0, (gap - 1) // 2))
    for head, right, width in zip(made.heads, made.right, found, strict=True):
        shown.add_column(head, justify="right" if right else "left", width=width)
    for row in rows:
        shown.add_row(*map(Text, row))
    return shown


def _set(screen: "Console", made: Listed, row: Sequence[str], found: Sequence[int], gap: int) -> Iterator[str]:
    """The lines of a row."""
    cells = [_cell(screen, *cell) for cell in zip(row, found, made.right, strict=True)]
    between = " " * gap
    for number in range(max(map(len, cells))):
        shown = (cell[number] if number < len(cell) else " " * width for cell, width in zip(cells, found, strict=True))
        yield f" {between.join(shown)} "


def _cell(screen: "Console", text: str, width: int, right: bool) -> list[str]:
    """The lines of a cell, each as wide as its column."""
    from rich.cells import cell_len
    from rich.text import Text

    room = width - cell_len(text)
    if room >= 0:
        return [" " * room + text if right else text + " " * room]
    lines = Text(text).wrap(screen, width, justify="right" if right else "left", overflow="ellipsis")
    return [one.plain for one in lines]


def tally(title: str, counts: Mapping[str, int], columns: int = 1) -> str:
    """Counts under a title, in so many columns, read down and then across."""
    shown = [(name, f"{count:,}") for name, count in counts.items()]
    rows = -(-len(shown) // columns)
    parts = [shown[at : at + rows] for at in range(0, len(shown), rows)] if rows else []
    blocks = []
    for part in parts:
        names, numbers = max(len(name) for name, _ in part), max(len(number) for _, number in part)
        blocks.append([f"{name:<{names}}  {number:>{numbers}}" for name, number in part])
    lines = ["      ".join(block[row] for block in blocks if row < len(block)) for row in range(rows)]
    return "\n".join([line(title), *(f" {one}" for one in lines)])


def warn(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"{line(message)}\n")
