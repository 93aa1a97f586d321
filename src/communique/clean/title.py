"""Which line is the title, and where the outlet's name behind it begins."""

import re
from collections.abc import Sequence
from math import log2

from communique.clean.features import is_prose, is_separated
from communique.clean.lines import Line
from communique.clean.pieces import credit
from communique.clean.table import Row, column
from communique.clean.vocabulary import all_function_words
from communique.clean.weights import title_model

HEADLINE = 30  # words: what is shorter and has no end mark may be a long headline
BEGINNING = 13  # characters: a shorter line is no title said again
REACH = 40  # lines before the first paragraph in which a title is looked for
KEPT = ("size", "end", "colon", "question", "ellipsis", "capitals", "upper", "digits", "separated", "bullet", "lower",
        "number_first", "says", "repeated", "gap", "gap_after", "on_topic", "on_topic_often", "dated", "no_letters",
        "small", "same_indent", "says_navigation", "says_byline", "before_separated", "from_start")  # fmt: skip


def first_paragraph(rows: Sequence[Row], scores: Sequence[float], threshold: float) -> int | None:
    """The first line of running text that is kept: no cookie notice, nothing in another language than the page's."""
    for i, (row, p) in enumerate(zip(rows, scores, strict=True)):
        whole = row["end"] or row["words"] >= HEADLINE
        if p >= threshold and is_prose(row) and whole and not row["says_consent"] and not row["foreign"]:
            return i
    return None


def candidates(rows: Sequence[Row], first: int) -> range:
    """The lines in which the title is looked for: those before the first paragraph and the few around it."""
    return range(max(0, first - REACH), min(len(rows), first + 4))


def title_rows(lines: Sequence[Line], rows: Sequence[Row], scores: Sequence[float], first: int) -> list[Row]:
    """For each candidate its features as a title."""
    places = candidates(rows, first)
    lead = {w for i in range(first, min(first + 12, len(rows))) if is_prose(rows[i]) for w in _telling(lines[i])}
    sizes = sorted((rows[i]["words"] for i in places if i < first and not rows[i]["end"]), reverse=True)
    alike = _same_beginning(lines)
    found = []
    for i in places:
        row = {name: rows[i][name] for name in KEPT}
        words = _telling(lines[i])
        row["to_body"] = log2(1 + first - i) if i <= first else -float(i - first)
        row["p"] = scores[i]
        row["lead"] = sum(w in lead for w in words) / len(words) if words else 0.0
        row["longer"] = float(sum(size > rows[i]["words"] for size in sizes[:6]))
        row["mark_follows"] = float(_mark_follows(rows, i))
        row["mark_before"] = float(_mark_follows(rows, i, -1))
        row["said_again"] = float(_said_again(lines, i, alike))
        row["prose"] = float(is_prose(rows[i]))
        row["separated"] = float(is_separated(without_outlet(lines[i].text)))
        found.append(row)
    return found


def _telling(line: Line) -> set[str]:
    return {word for word in line.words if len(word) > 2 and word not in all_function_words()}


def _mark_follows(rows: Sequence[Row], i: int, step: int = 1) -> int:
    """How many lines on (or back) a date or a byline stands, 6 where none does soon."""
    for distance in range(1, 6):
        j = i + step * distance
        if (
            0 <= j < len(rows)
            and rows[j]["words"] <= 15
            and (rows[j]["dated"] or rows[j]["says_byline"] or rows[j]["says_date"])
        ):
            return distance
    return 6


def _same_beginning(lines: Sequence[Line]) -> dict[str, list[int]]:
    """Which lines begin with the same `BEGINNING` characters."""
    found: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        found.setdefault(line.text[:BEGINNING], []).append(i)
    return found


def _said_again(lines: Sequence[Line], i: int, alike: dict[str, list[int]]) -> int:
    """How many other lines near it say the line again, alone or with more behind it."""
    text = lines[i].text
    if len(text) < BEGINNING:
        return 0
    near = (j for j in alike[text[:BEGINNING]] if i - REACH <= j < i + REACH and j != i)
    return min(3, sum(lines[j].text.startswith(text) for j in near))


def find_title(lines: Sequence[Line], rows: Sequence[Row], scores: Sequence[float], threshold: float) -> int | None:
    """The line that is most likely the title, or None where none is likely enough."""
    first = first_paragraph(rows, scores, threshold)
    if first is None:
        return None
    model = title_model()
    places = candidates(rows, first)
    found = title_rows(lines, rows, scores, first)
    likely: list[float] = model({name: column(row[name] for row in found) for name in found[0]}).tolist()
    likely = [0.0 if credit(lines[i].text) else p for i, p in zip(places, likely, strict=True)]
    best = max(range(len(likely)), key=lambda k: (likely[k], -k))
    if likely[best] >= model.threshold:
        return next(i for i in places if lines[i].words == lines[places[best]].words)
    # A capture cut out by hand begins with its title.
    begins = 0 < first <= 3 and 4 <= rows[0]["words"] <= 25 and not rows[0]["end"] and not rows[0]["says"]
    return 0 if begins else None


def without_outlet(title: str) -> str:
    """`title` without the separator and the name at its end, if it has them."""
    suffix = outlet_suffix(title)
    return title[: suffix.start()] if suffix else title


_SUFFIX = re.compile(r"\s*(?:\s[|•·:»–—-]{1,2}|\|)\s+(?P<name>[^|]{2,60})$")


def outlet_suffix(title: str) -> re.Match[str] | None:
    """The separator and the name behind it at the end of a title, if what stands before is a headline by itself."""
    found = _SUFFIX.search(title, max(0, len(title) - 80))
    return found if found and len(title) - len(found.group()) >= 12 else None
