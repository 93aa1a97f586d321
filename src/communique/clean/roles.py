"""From scored lines to roles: rules first, then the weights, then what the neighbourhood makes of a line."""

from functools import cache

import numpy as np

from communique.clean import captions, inner, marks, repeats
from communique.clean.page import Page
from communique.clean.table import Mask, which
from communique.clean.verdicts import Rule, Verdict
from communique.clean.vocabulary import all_function_words
from communique.records.articles import KEPT_ROLES, Role

# The first that holds of a line decides.
RULES: tuple[Rule, ...] = (*repeats.BEFORE, captions.RULE, *marks.RULES, *repeats.AFTER, *inner.RULES)
_REGIONS: tuple[tuple[str, Role, str], ...] = (
    ("after_comments", "comments", "follows the mark of the comments"),
    ("after_related", "related", "follows the mark of other stories"),
    ("after_share", "share", "follows the share buttons"),
    ("after_tags", "tags", "follows the mark of the tags"),
    ("after_legal", "legal", "follows legal text"),
)
NEAR = 12
_BEHIND = tuple(Verdict(role, reason) for _, role, reason in _REGIONS)
_MENU = tuple(
    Verdict("navigation", f"a short line {where}, like a menu's")
    for where in ("before the article", "after the article", "aside")
)
_UNLIKE = (
    "without an end mark", "in another language", "on other things", "apart from the article's paragraphs",
    "among buttons and menus",
)  # fmt: skip
_PARAGRAPH, _LINE = Verdict("body", "a paragraph of the article"), Verdict("body", "a line of the article")
_DOUBTFUL: frozenset[Role] = frozenset({"navigation", "other", "title", "related", "share", "heading", "duplicate"})


def judge(page: Page) -> list[Verdict]:
    """A verdict for each line."""
    if not page.lines:
        return []
    found = _by_rule(page)
    if page.title is not None:
        found[page.title] = Verdict("title", "the line most like a title before the first paragraph")
        for i in range(page.title):
            if is_kept(found[i]):
                found[i] = Verdict("other", "stands before the title")
    _keep_something(page, found)
    _trailing(page, found)
    _headings(page, found)
    return _standfirst(page, _tags(page, found))


def _by_rule(page: Page) -> list[Verdict]:
    """What the rules say of each line but the title, and where none holds, what the weights and its place say."""
    found = _by_weight(page)
    free: Mask = np.ones(len(page.lines), np.bool_)
    if page.title is not None:
        free[page.title] = False
    for rule in RULES:
        for i in which(rule.where(page) & free):
            if verdict := rule.of(page, i):
                found[i], free[i] = verdict, False
    return found


def _by_weight(page: Page) -> list[Verdict]:
    """Kept lines by how they read; dropped ones by what they stand behind, else by what they are unlike."""
    passed = np.stack([page[name] for name, _, _ in _REGIONS])
    behind = np.where((passed.min(axis=0) <= NEAR) & (page["left"] < 0.5), passed.argmin(axis=0), -1)
    short = (page["words"] <= 8) & (page["end"] == 0)
    place = np.where(page["passed"] < 0.1, 0, np.where(page["left"] < 0.1, 1, 2))
    menu = np.where(short, place, -1).tolist()
    unlike = _facts(page)
    found = []
    for i, (kept, prose, region) in enumerate(
        zip(page.kept.tolist(), page.prose.tolist(), behind.tolist(), strict=True)
    ):
        if kept:
            found.append(_PARAGRAPH if prose else _LINE)
        elif region >= 0:
            found.append(_BEHIND[region])
        elif menu[i] >= 0:
            found.append(_MENU[menu[i]])
        else:
            found.append(_unlike(unlike[i]))
    return found


def _facts(page: Page) -> list[int]:
    """What each line is unlike the article in, as bits in the order of `_UNLIKE`."""
    facts = (
        page["end"] == 0,
        page["foreign"] + page["other_script"] > 0,
        page["on_topic"] < 0.3,
        page["inside3"] == 0,
        page["says_near4"] >= 2,
    )
    found: list[int] = sum(np.left_shift(fact, bit, dtype=np.intp) for bit, fact in enumerate(facts)).tolist()
    return found


@cache
def _unlike(facts: int) -> Verdict:
    said = [words for bit, words in enumerate(_UNLIKE) if facts >> bit & 1] or ["by its place and neighbours"]
    return Verdict("other", f"reads unlike the article: {', '.join(said)}")


def _headings(page: Page, found: list[Verdict]) -> None:
    """Kept short lines that a kept paragraph follows are headings."""
    for i, verdict in enumerate(found):
        if verdict.role != "body" or not page.headings[i] or page.rows[i]["words"] > 16:
            continue
        after = [j for j in range(i + 1, min(i + 3, len(found))) if found[j].role == "body"]
        follows = any(page.rows[j]["words"] > page.rows[i]["words"] for j in after)
        if follows and not page.text(i)[0].islower():
            found[i] = Verdict("heading", "a short line without an end mark before a paragraph")


def _trailing(page: Page, found: list[Verdict]) -> None:
    """Short lines that the last paragraph does not follow but nothing of the article either are none of its own."""
    kept = [i for i, verdict in enumerate(found) if is_kept(verdict)]
    while len(kept) > 3 and page.headings[kept[-1]] and page.rows[kept[-1]]["words"] <= 8:
        found[kept.pop()] = Verdict("navigation", "a short line after the last paragraph")


def _keep_something(page: Page, found: list[Verdict]) -> None:
    """A capture of a sentence or two is an article: where nothing was kept, its longest text is the body."""
    if any(verdict.role in ("body", "standfirst") for verdict in found):
        return
    free = [i for i, verdict in enumerate(found) if verdict.role in _DOUBTFUL]
    prose = [i for i in free if page.rows[i]["end"] and page.rows[i]["words"] >= 3 and found[i].role != "title"]
    for i in prose or sorted(free, key=lambda i: -page.rows[i]["words"])[:1]:
        found[i] = Verdict("body", "the only text the capture has")


def _tags(page: Page, found: list[Verdict]) -> list[Verdict]:
    """A line of names alone right after the last paragraph lists what the article is filed under."""
    last = max((i for i, verdict in enumerate(found) if verdict.role == "body"), default=-1)
    for i in range(last + 1, min(last + 3, len(found))):
        plain = [w for w in page.lines[i].words if w not in all_function_words()]
        short = found[i].role in ("navigation", "other", "share") and 1 <= len(page.lines[i].words) <= 8
        if short and plain and page.rows[i]["capitals"] == 1.0 and page.rows[i]["on_topic"] == 1.0:
            found[i] = Verdict("tags", "names from the article alone on a line after it")
    return found


def _standfirst(page: Page, found: list[Verdict]) -> list[Verdict]:
    """The first paragraph, where it tells what the second tells again, or a date or byline parts the two."""
    kept = [i for i, verdict in enumerate(found) if verdict.role == "body"]
    if page.title is None or len(kept) < 4 or page.rows[kept[0]]["words"] > 60 or page.rows[kept[0]]["sentences"] > 2:
        return found
    first, second = kept[:2]
    parted = any(found[i].role in ("date", "byline") for i in range(first + 1, second))
    if first > page.title and (parted or _retold(page, first, second)):
        found[first] = Verdict("standfirst", "sums up the article before its first paragraph")
    return found


def _retold(page: Page, first: int, second: int) -> bool:
    words, below = (
        {w for w in page.lines[i].words if len(w) > 2 and w not in all_function_words()} for i in (first, second)
    )
    return len(words) >= 6 and len(words & below) >= 0.5 * len(words) and all(page.prose[i] for i in (first, second))


def is_kept(verdict: Verdict) -> bool:
    """Whether a verdict's line goes into the article's text."""
    return verdict.role in KEPT_ROLES
