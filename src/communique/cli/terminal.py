"""Printing what came from captures on a terminal, safely."""

import os
import re
import sys
from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING

from communique.cli.widths import widths

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Control characters could steer the terminal, bidirectional ones make words read otherwise than they are.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PIPED_WIDTH = 160


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


def table(*columns: str) -> "Table":
    """An empty table; a column whose name begins with > is set to the right."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        made.add_column(name.removeprefix(">"), justify="right" if name.startswith(">") else "left")
    return made


def add(made: "Table", *cells: object) -> None:
    """One row; every cell is plain text, whatever it holds."""
    from rich.text import Text

    made.add_row(*(cell if isinstance(cell, Text) else Text(line(cell)) for cell in cells))


def put(screen: "Console", made: "Table") -> None:
    """Prints a table; where it is too wide for the screen, its columns share the room by what they hold."""
    heads = [str(column.header) for column in made.columns]
    cells = [[str(cell) for cell in row] for row in zip(*(column.cells for column in made.columns), strict=True)]
    fixed = [column.justify == "right" or head == "id" for column, head in zip(made.columns, heads, strict=True)]
    for longest, gap in product((12, 8, 5), (3, 2, 1)):
        made.padding = (0, gap // 2, 0, (gap - 1) // 2)
        found = widths(cells, heads, fixed, screen.width - 2 - gap * (len(heads) - 1), longest)
        if found:
            for column, width in zip(made.columns, found, strict=True):
                column.width = width
            break
    screen.print(made)


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
