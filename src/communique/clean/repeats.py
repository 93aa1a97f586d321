"""Stretches that only repeat another: the title said again, a standfirst that is the first paragraph's beginning."""

from collections.abc import Sequence

from communique.clean.page import BEGINNING, Page
from communique.clean.table import Mask, masked
from communique.clean.verdicts import Rule, Verdict

# Words a line must have to count as a repetition; lines on and back in which its like is looked for.
LEAST, AHEAD, BACK = BEGINNING, 40, 400


def _may_repeat_title(page: Page) -> Mask:
    return page.sheet.beginning_with(page.title_words[0] if page.title_words else "")


def repeats_title(page: Page, i: int) -> Verdict | None:
    """The title again, alone or with a few words more."""
    if page.title is None or i == page.title:
        return None
    words, title = page.lines[i].words, page.title_words
    same = words == title and len(title) >= 2
    longer = len(title) >= 4 and len(words) <= len(title) + 5 and words[: len(title)] == title
    shorter = len(words) >= 4 and len(words) >= 0.7 * len(title) and title[: len(words)] == words
    if same or ((longer or shorter) and not page.rows[i]["end"]):
        return Verdict("duplicate", "the title again")
    return None


def _may_repeat_on_pages(page: Page) -> Mask:
    return masked(page.margins, len(page.lines))


def repeats_on_pages(page: Page, i: int) -> Verdict | None:
    """The header or footer of a printed page."""
    return Verdict("navigation", "stands at the edge of other pages too") if i in page.margins else None


def _may_repeat_below(page: Page) -> Mask:
    shared = (i for same in page.beginnings.values() if len(same) > 1 for i in same)
    return masked(shared, len(page.lines)) & (page["end"] > 0)


def repeats_below(page: Page, i: int) -> Verdict | None:
    """A sentence before the article that a paragraph below begins with, or says again."""
    words = page.lines[i].words
    if len(words) < LEAST or not page.rows[i]["end"]:
        return None
    for j in page.beginnings[words[:BEGINNING]]:
        ahead = i < j < i + AHEAD and page.likely(j)
        if ahead and len(page.lines[j].words) >= len(words) and _begins(words, page.lines[j].words):
            return Verdict("duplicate", "repeats the beginning of a paragraph below")
    return None


def _may_repeat_above(page: Page) -> Mask:
    found: Mask = (page["words"] >= LEAST + 2) & (page["repeated"] > 0)
    return found


def repeats_above(page: Page, i: int) -> Verdict | None:
    """A longer line that stands word for word above, in a copy that is kept: of two near each other the first goes."""
    words = page.lines[i].words
    if len(words) < LEAST + 2 or not page.rows[i]["repeated"]:
        return None
    same = page.beginnings[words[:BEGINNING]]
    above = (j for j in same if i - BACK <= j < i and page.likely(j) and page.lines[j].words == words)
    if any(repeats_below(page, j) is None for j in above):
        return Verdict("duplicate", "stands word for word above")
    return None


def _begins(short: Sequence[str], long: Sequence[str]) -> bool:
    same = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= 0.8 * len(short) and same >= LEAST


BEFORE = (Rule(_may_repeat_title, repeats_title), Rule(_may_repeat_on_pages, repeats_on_pages))
AFTER = (Rule(_may_repeat_below, repeats_below), Rule(_may_repeat_above, repeats_above))
