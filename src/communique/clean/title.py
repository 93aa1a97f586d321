"""Which line is the title, and where the outlet's name behind it begins."""

import re
from collections.abc import Sequence

import numpy as np

from communique.clean.characters import BAR
from communique.clean.lines import Line
from communique.clean.own import is_separated
from communique.clean.page import Page
from communique.clean.table import Column, Columns, Mask, column, moved
from communique.clean.vocabulary import all_function_words
from communique.clean.weights import title_model

HEADLINE = 30  # words: what is shorter and has no end mark may be a long headline
BEGINNING = 13  # characters: a shorter line is no title said again
REACH = 40  # lines before the first paragraph in which a title is looked for
KEPT = ("size", "end", "colon", "question", "ellipsis", "capitals", "upper", "digits", "separated", "bullet", "lower",
        "number_first", "says", "repeated", "gap", "gap_after", "on_topic", "on_topic_often", "dated", "no_letters",
        "small", "same_indent", "says_navigation", "says_byline", "before_separated", "from_start")  # fmt: skip


def first_paragraph(page: Page) -> int | None:
    """The first line of running text that is kept: no cookie notice, nothing in another language than the page's."""
    whole = (page["end"] > 0) | (page["words"] >= HEADLINE)
    places = (page.kept & page.prose & whole & (page["says_consent"] + page["foreign"] == 0)).nonzero()[0]
    return int(places[0]) if places.size else None


def candidates(page: Page, first: int) -> slice:
    """The lines in which the title is looked for: those before the first paragraph and the few around it."""
    return slice(max(0, first - REACH), min(len(page.lines), first + 4))


def title_columns(page: Page, first: int) -> Columns:
    """For each candidate its features as a title."""
    among = candidates(page, first)
    places = np.arange(among.start, among.stop)
    columns = {name: page[name][among] for name in KEPT}
    marks = (page["words"] <= 15) & (page["dated"] + page["says_byline"] + page["says_date"] > 0)
    headlines = page["words"][among][(places < first) & (page["end"][among] == 0)]
    bars = page.sheet.with_kind(BAR)[among].tolist()
    longest = -np.sort(-headlines)[:6, None]
    return columns | {
        "to_body": np.where(places <= first, np.log2(1.0 + np.maximum(0, first - places)), first - places),
        "p": page.chances[among],
        "lead": _in_lead(page, first, among),
        "longer": np.count_nonzero(longest > page["words"][among], axis=0).astype(np.float64),
        "mark_follows": _to_mark(marks, 1)[among],
        "mark_before": _to_mark(marks, -1)[among],
        "said_again": _said_again(page.lines, among),
        "prose": page.prose[among].astype(np.float64),
        "separated": column(
            may and is_separated(without_outlet(line.text)) for may, line in zip(bars, page.lines[among], strict=True)
        ),
    }


def _in_lead(page: Page, first: int, among: slice) -> Column:
    """The share of each candidate's telling words that stand in the first paragraphs."""
    lead = {w for i in range(first, min(first + 12, len(page.lines))) if page.prose[i] for w in _telling(page.lines[i])}
    told = [_telling(line) for line in page.lines[among]]
    return column(len(words & lead) / len(words) if words else 0.0 for words in told)


def _telling(line: Line) -> set[str]:
    return {word for word in line.words if len(word) > 2} - all_function_words()


def _to_mark(marks: Mask, step: int) -> Column:
    """How many lines on (or back) a date or a byline stands, 6 where none does soon."""
    found = np.full(len(marks), 6.0)
    for distance in range(5, 0, -1):
        found[moved(marks, step * distance)] = distance
    return found


def _said_again(lines: Sequence[Line], among: slice) -> Column:
    """How many other lines near each candidate say it again, alone or with more behind it."""
    near = {i: lines[i].text for i in range(max(0, among.start - REACH), min(len(lines), among.stop + REACH))}
    alike: dict[str, list[int]] = {}
    for i, text in near.items():
        alike.setdefault(text[:BEGINNING], []).append(i)
    return column(
        min(
            3,
            sum(
                i - REACH <= j < i + REACH and j != i and near[j].startswith(near[i])
                for j in alike[near[i][:BEGINNING]]
            ),
        )
        if len(near[i]) >= BEGINNING
        else 0.0
        for i in range(among.start, among.stop)
    )


def find_title(page: Page) -> int | None:
    """The line that is most likely the title, or None where none is likely enough."""
    first = first_paragraph(page)
    if first is None:
        return None
    model, among = title_model(), candidates(page, first)
    likely = np.where(page.credited[among], 0.0, model(title_columns(page, first)))
    best = among.start + int(likely.argmax())
    if likely.max() >= model.threshold:
        return next(i for i in range(best + 1) if i >= among.start and page.lines[i].words == page.lines[best].words)
    # A capture cut out by hand begins with its title.
    row = page.rows[0]
    begins = 0 < first <= 3 and 4 <= row["words"] <= 25 and not row["end"] and not row["says"]
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
