"""Lines that somebody broke to fit a page, joined to paragraphs again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line with its right edge, and how wide its first word is with a space before it, in any one unit."""

    text: str
    right: float
    first: float


def joined(lines: Sequence[Line], edge: float) -> Iterator[str]:
    """The lines of one block as paragraphs: a line goes on where the next one's first word had no room left before
    `edge`, the right edge of the column. A list's items and a menu's entries have room, and stay lines."""
    held = ""
    for i, line in enumerate(lines):
        held = _append(held, line.text.strip())
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or line.right + following.first <= edge:
            yield held
            held = ""


def _append(held: str, text: str) -> str:
    if held.endswith("\u00ad"):
        return held[:-1] + text
    # A hyphen at the end of a line is kept: it may be the word's own ("long-term", "20-year").
    return held + text if held.endswith("-") and not held.endswith(" -") else f"{held} {text}".strip()
