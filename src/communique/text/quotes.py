"""Quotations in a text: paired marks of any kind, nested, over several paragraphs, unclosed.

One pass over each paragraph. Marks whose two sides look alike (" ' '') are told apart by what touches them;
apostrophes are told from single marks by the letters around them. Linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Opening mark -> the marks that may close it (German and Polish close “ low-high, Danish turns guillemets round;
# careless editing opens with a straight mark and closes with a curly one, or the other way).
PAIRS: dict[str, frozenset[str]] = {
    opening: frozenset(closing.split())
    for opening, closing in {
        "“": "” \" “ ’’ ''", "„": "“ ”", "‟": "”", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘ ’", "‛": "’",
        "‘‘": "’’", "``": "''", "''": "''", '"': '" ”', "＂": "＂", "'": "'", "「": "」", "『": "』", "《": "》",
        "〝": "〞 〟", "｢": "｣",
    }.items()
}  # fmt: skip
MARK = re.compile("``|''|‘‘|’’|[“”„‟«»‹›‘’‚‛「」『』《》〝〞〟｢｣\"＂']")
SINGLE = frozenset("‘'‚‛")
ALIKE = frozenset({'"', "''", "＂", "'"})
# Words that begin with an apostrophe: years ('90s) and the clipped words of speech.
CLIPPED = re.compile(r"(?:\d0s|\d\d|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)
# A paragraph of dialogue opens with a dash, and goes on behind a second one in small letters.
DASH = re.compile(r"[—–―]\s(?=[^\W\d_a-z])")
DASH_END = re.compile(r"[,.!?…]\s?[—–―]\s(?=[^\W\d_A-Z])")
SURE_ENDS = frozenset(".,!?…")
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


class _Mark(NamedTuple):
    """A mark with the characters that touch it; white space where the paragraph ends."""

    text: str
    start: int
    end: int
    left: str
    right: str


def find(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of one paragraph, text[start:end], in text order. One that is never closed ends where
    the next one opens, at the latest at the end of the paragraph; a single mark never closed is an apostrophe."""
    stop = len(text) if end is None else end
    marks = [
        _Mark(m[0], *m.span(), _left(text, m.start(), start), _right(text, m.end(), stop))
        for m in _marks(text, start, stop)
    ]
    held = _possessives(marks)
    stack: list[_Mark] = []
    left_open: list[_Mark] = []
    found: list[Quotation] = list(_dialogue(text, start, stop))
    for n, mark in enumerate(marks):
        opener = None if n in held else _closes(mark, stack)
        if opener is not None:
            first = stack[opener]
            left_open.extend(stack[opener + 1 :])
            del stack[opener:]
            found.append(Quotation(first.start, mark.end, first.end, mark.start, True, 0))
        elif _opens(mark, text[mark.end : mark.end + 6]):
            if mark.text in SINGLE and stack and stack[-1].text in SINGLE:
                stack.pop()
            stack.append(mark)
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


def _marks(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    return MARK.finditer(text, start, stop)


def _left(text: str, at: int, start: int) -> str:
    return text[at - 1] if at > start else " "


def _right(text: str, at: int, stop: int) -> str:
    return text[at] if at < stop else " "


def _possessives(marks: Sequence[_Mark]) -> set[int]:
    """The marks behind a plural s that are apostrophes, because a surer end of their quotation follows:
    in ‘the workers’ turn,’ the first."""
    found: set[int] = set()
    surer = False
    for n in range(len(marks) - 1, -1, -1):
        mark = marks[n]
        if mark.text not in ("’", "'"):
            surer = surer and mark.text not in SINGLE
        elif mark.left in SURE_ENDS:
            surer = True
        elif mark.left == "s" and mark.right.isspace() and surer:
            found.add(n)
        elif mark.left.isspace():
            surer = False
    return found


def _dialogue(text: str, start: int, stop: int) -> Iterator[Quotation]:
    """A paragraph of dialogue after a dash: — We are ready, — said the minister."""
    opening = DASH.match(text, start, stop)
    closing = DASH_END.search(text, opening.end(), stop) if opening else None
    if opening and closing:
        yield Quotation(start, closing.start() + 1, opening.end(), closing.start() + 1, True, 0)


def _closes(mark: _Mark, stack: Sequence[_Mark]) -> int | None:
    """The place in the stack of the opening mark that `mark` closes here."""
    for n in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark.text in PAIRS[stack[n].text] and _may_close(mark):
            return n
    return None


def _may_close(mark: _Mark) -> bool:
    if mark.text in ("’", "'"):
        return not mark.right.isalnum() and not mark.left.isspace()
    if mark.text == "“":
        return not mark.left.isspace() and (mark.right.isspace() or mark.right in CLOSES_BEFORE)
    if mark.text in ALIKE:
        return not mark.left.isspace() and (mark.left != "(" or mark.right in CLOSES_BEFORE)
    return True


def _opens(mark: _Mark, after: str) -> bool:
    left, right = mark.left, mark.right
    if mark.text not in PAIRS:
        return False
    if right.isspace():
        return mark.text not in ALIKE and mark.text not in SINGLE and mark.text != "»"
    if mark.text in SINGLE:
        return (left.isspace() or left in OPENS_AFTER) and not CLIPPED.match(after)
    if mark.text == "»":
        return left.isspace() and right.isalnum()
    return mark.text not in ALIKE or left.isspace() or left in OPENS_AFTER or not left.isalnum()


def _unclosed(text: str, opened: Sequence[_Mark], closed: Sequence[Quotation], end: int) -> list[Quotation]:
    """What stays open: each up to where the next of its kind opens, for speech of one kind of mark is seldom
    nested. Single marks were apostrophes after all, unless a paragraph opens with one."""
    doubles = [mark for mark in opened if mark.text not in SINGLE or _opens_speech(text, mark)]
    starts = sorted([(m.start, m.text) for m in doubles] + [(q.start, text[q.start : q.inner]) for q in closed])
    following: dict[str, int] = {}
    ends: dict[int, int] = {}
    for start, mark in reversed(starts):
        ends[start] = following.get(mark, end)
        following[mark] = start
    return [Quotation(m.start, ends[m.start], m.end, ends[m.start], False, 0) for m in doubles]


def _opens_speech(text: str, mark: _Mark) -> bool:
    """Whether a single mark opens its paragraph before a capital: speech that goes on behind it, as papers that quote
    with single marks print it. ('Tis and '90s are apostrophes.)"""
    first = mark.start == 0 or text[mark.start - 1] == "\n"
    return first and mark.right.isupper() and not CLIPPED.match(text[mark.end : mark.end + 6])


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
