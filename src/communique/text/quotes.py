"""Quotations in a text: paired marks of any kind, nested, over several paragraphs, unclosed.

One pass over each paragraph. Marks whose two sides look alike (" ' '') are told apart by what touches them;
apostrophes are told from single marks by the letters around them. Linear in the length of the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Opening mark -> the marks that may close it (German and Polish close “ low-high, Danish turns guillemets round;
# careless editing opens with a straight mark and closes with a curly one, or the other way).
PAIRS: dict[str, str] = {
    "“": "”\"“", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘’", "‛": "’",
    "「": "」", "『": "』", "《": "》", "〝": "〞〟", "｢": "｣", '"': '"”', "''": "''", "``": "''", "＂": "＂", "'": "'",
}  # fmt: skip
MARK = re.compile("``|''|[“”„‟«»‹›‘’‚‛「」『』《》〝〞〟｢｣\"＂']")
SINGLE = frozenset("‘'‚‛")
ALIKE = frozenset({'"', "''", "＂", "'"})
# Words that begin with an apostrophe: years ('90s) and the clipped words of speech.
CLIPPED = re.compile(r"(?:\d0s|\d\d|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)
OPENS_AFTER = frozenset("([{—–-/…“‘«„\"'")
CLOSES_BEFORE = frozenset(")]}.,;:!?—–-/…”’»“\"'")


class Quotation(NamedTuple):
    """`start` to `end` with its marks, `inner` to `stop` without. `closed`: its closing mark was found.
    `depth` is 0 for an outermost one. `continues`: the same quotation goes on in the next paragraph."""

    start: int
    end: int
    inner: int
    stop: int
    closed: bool
    depth: int
    continues: bool = False

    def covers(self, start: int, end: int) -> bool:
        """Whether the stretch lies inside the marks."""
        return self.start <= start and end <= self.end


class _Open(NamedTuple):
    mark: str
    start: int
    end: int


def find(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of one paragraph, text[start:end], in text order. One that is never closed ends where
    the next one opens, at the latest at the end of the paragraph; a single mark never closed is an apostrophe."""
    stop = len(text) if end is None else end
    stack: list[_Open] = []
    left_open: list[_Open] = []
    found: list[Quotation] = []
    for match in MARK.finditer(text, start, stop):
        mark, at = match[0], match.span()
        left = text[at[0] - 1] if at[0] > start else " "
        right = text[at[1]] if at[1] < stop else " "
        opener = _closes(mark, stack, left, right)
        if opener is not None:
            first = stack[opener]
            left_open.extend(stack[opener + 1 :])
            del stack[opener:]
            found.append(Quotation(first.start, at[1], first.end, at[0], True, 0))
        elif _opens(mark, left, right, text[at[1] : at[1] + 6]):
            if mark in SINGLE and stack and stack[-1].mark in SINGLE:
                stack.pop()
            stack.append(_Open(mark, *at))
    found.extend(_unclosed(text, left_open + stack, found, stop))
    return _with_depth(sorted(found, key=lambda q: (q.start, -q.end)))


def find_all(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The quotations of consecutive paragraphs. One left open continues where the next paragraph opens with a
    mark of its own kind (the printer's rule for speech of several paragraphs)."""
    found: list[Quotation] = []
    for n, (start, end) in enumerate(paragraphs):
        following = paragraphs[n + 1][0] if n + 1 < len(paragraphs) else None
        for quotation in find(text, start, end):
            goes_on = not quotation.closed and quotation.end == end and _repeats(text, quotation, following)
            found.append(quotation._replace(continues=goes_on))
    return found


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Those that stand in no other."""
    return [quotation for quotation in quotations if quotation.depth == 0]


def _repeats(text: str, quotation: Quotation, following: int | None) -> bool:
    mark = text[quotation.start : quotation.inner]
    return following is not None and text.startswith(mark, following)


def _closes(mark: str, stack: Sequence[_Open], left: str, right: str) -> int | None:
    """The place in the stack of the opening mark that `mark` closes here."""
    for n in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in PAIRS[stack[n].mark] and _may_close(mark, left, right):
            return n
    return None


def _may_close(mark: str, left: str, right: str) -> bool:
    if mark in ("’", "'"):
        return not right.isalnum() and not left.isspace()
    if mark == "“":
        return not left.isspace() and (right.isspace() or right in CLOSES_BEFORE)
    if mark in ALIKE:
        return not left.isspace() and (left != "(" or right in CLOSES_BEFORE)
    return True


def _opens(mark: str, left: str, right: str, after: str) -> bool:
    if mark not in PAIRS or right.isspace():
        return mark in PAIRS and mark not in ALIKE and mark not in SINGLE and mark != "»"
    if mark in SINGLE:
        return (left.isspace() or left in OPENS_AFTER) and not CLIPPED.match(after)
    if mark == "»":
        return left.isspace() and right.isalnum()
    return mark not in ALIKE or left.isspace() or left in OPENS_AFTER or not left.isalnum()


def _unclosed(text: str, opened: Sequence[_Open], closed: Sequence[Quotation], end: int) -> list[Quotation]:
    """What stays open: each up to where the next of its kind opens, for speech of one kind of mark is seldom
    nested. Single marks were apostrophes after all."""
    doubles = [mark for mark in opened if mark.mark not in SINGLE]
    starts = sorted([(m.start, m.mark) for m in doubles] + [(q.start, text[q.start : q.inner]) for q in closed])
    following: dict[str, int] = {}
    ends: dict[int, int] = {}
    for start, mark in reversed(starts):
        ends[start] = following.get(mark, end)
        following[mark] = start
    return [Quotation(m.start, ends[m.start], m.end, ends[m.start], False, 0) for m in doubles]


def _with_depth(ordered: Sequence[Quotation]) -> list[Quotation]:
    """`ordered` with the depth of each, counted by the ends still open."""
    ends: list[int] = []
    found = []
    for quotation in ordered:
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        found.append(quotation._replace(depth=len(ends)))
        ends.append(quotation.end)
    return found
