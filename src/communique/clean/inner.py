"""What stands between the paragraphs: sub-headings of the article, or headlines of other stories."""

import numpy as np

from communique.clean.page import HEADING, Page
from communique.clean.press import press
from communique.clean.table import Mask, moved
from communique.clean.verdicts import Rule, Verdict
from communique.clean.vocabulary import all_function_words
from communique.clean.words import cased, fold

LEAST, AHEAD = 5, 5
_GUIDE = frozenset("how what why when where who which tip step the a best top our your conclusion".split())


def heading_like(page: Page, i: int) -> bool:
    """Whether a line has the shape of a heading: short, no sentence, no list item."""
    row = page.rows[i]
    return 0 < row["words"] <= HEADING and not row["end"] and not row["bullet"] and not row["no_letters"]


def _may_be_other(page: Page) -> Mask:
    """Few lines of the shape of a heading stand so, and are no question, no title of a list, no numbered point."""
    plain = (page["colon"] == 0) & (page["question"] == 0) & (page["number_first"] == 0)
    found: Mask = page.headings & page.kept & plain & (page["words"] >= LEAST) & page.near
    return found


def other_story(page: Page, i: int) -> Verdict | None:
    """The headline of another story between two paragraphs: set apart, in news words, on names of its own."""
    row = page.rows[i]
    if not (heading_like(page, i) and row["words"] >= LEAST and page.likely(i)) or row["colon"] or row["question"]:
        return None
    if row["number_first"] or page.lines[i].words[0] in _GUIDE or not page.near[i]:
        return None
    if _crowded(page, i):
        return None
    signs = [_set_apart(page, i), _news_worded(page, i), _new_names(page, i), _unanswered(page, i)]
    if sum(signs) >= 3:
        return Verdict("related", "the headline of another story: the text around it does not take it up")
    return None


def _may_be_announced(page: Page) -> Mask:
    announcing = page.with_hit(lambda hit: hit.how == "announces")
    return page.headings & (page["words"] >= 3) & moved(announcing, -1)


def announced(page: Page, i: int) -> Verdict | None:
    """A headline right below a line that announces other stories ("See also")."""
    if i == 0 or not heading_like(page, i) or page.rows[i]["words"] < 3:
        return None
    above = page.hits(i - 1)
    if any(hit.how == "announces" for hit in above):
        return Verdict("related", "stands below a line that announces other stories")
    return None


def _crowded(page: Page, i: int) -> bool:
    """Whether the article has many such lines: then they are its own headings."""
    like = page.headings & page.kept & (page["words"] >= 3) & (page["gap"] == page["gap"][i])
    return int(np.count_nonzero(like)) - bool(like[i]) >= 4


def _set_apart(page: Page, i: int) -> bool:
    row = page.rows[i]
    return row["gap"] > 0 or row["gap_after"] > 0


def _news_worded(page: Page, i: int) -> bool:
    return any(word in press().headline_words for word in page.lines[i].words[1:])


def _names(text: str) -> list[str]:
    return [word for word in cased(text)[1:] if word[0].isupper() and fold(word) not in all_function_words()]


def _new_names(page: Page, i: int) -> bool:
    names = {fold(name) for name in _names(page.text(i))}
    others = page.prose_words
    own = page.lines[i].words if page.prose[i] else ()
    return any(others[name] <= own.count(name) for name in names)


def _unanswered(page: Page, i: int) -> bool:
    """Whether the next paragraphs take up few of its telling words."""
    telling = {w for w in page.lines[i].words if len(w) > 3 and w not in all_function_words()}
    after = [j for j in range(i + 1, min(len(page.lines), i + 1 + AHEAD)) if page.prose[j]][:3]
    said = {word for j in after for word in page.lines[j].words}
    return len(telling & said) < 0.34 * len(telling)


RULES = (Rule(_may_be_announced, announced), Rule(_may_be_other, other_story))
