"""What stands between the paragraphs: sub-headings of the article, or headlines of other stories."""

from itertools import islice

from communique.clean.features import is_prose
from communique.clean.press import press
from communique.clean.verdicts import Page, Verdict
from communique.clean.vocabulary import all_function_words
from communique.clean.words import cased, fold

LEAST, MOST, AHEAD = 5, 25, 5
_GUIDE = frozenset("how what why when where who which tip step the a best top our your conclusion".split())


def heading_like(page: Page, i: int) -> bool:
    """Whether a line has the shape of a heading: short, no sentence, no list item."""
    row = page.rows[i]
    return 0 < row["words"] <= MOST and not row["end"] and not row["bullet"] and not row["no_letters"]


def other_story(page: Page, i: int) -> Verdict | None:
    """The headline of another story between two paragraphs: set apart, in news words, on names of its own."""
    row = page.rows[i]
    if not (heading_like(page, i) and row["words"] >= LEAST and page.likely(i)) or row["colon"] or row["question"]:
        return None
    if row["number_first"] or page.lines[i].words[0] in _GUIDE or not _between(page, i):
        return None
    if _crowded(page, i):
        return None
    signs = [_set_apart(page, i), _news_worded(page, i), _new_names(page, i), _unanswered(page, i)]
    if sum(signs) >= 3:
        return Verdict("related", "the headline of another story: the text around it does not take it up")
    return None


def announced(page: Page, i: int) -> Verdict | None:
    """A headline right below a line that announces other stories ("See also")."""
    if i == 0 or not heading_like(page, i) or page.rows[i]["words"] < 3:
        return None
    above = page.lines[i - 1].hits
    if any(hit.how == "announces" for hit in above):
        return Verdict("related", "stands below a line that announces other stories")
    return None


def _between(page: Page, i: int) -> bool:
    before = any(page.likely(j) and is_prose(page.rows[j]) for j in range(max(0, i - 3), i))
    after = any(page.likely(j) and is_prose(page.rows[j]) for j in range(i + 1, min(len(page.rows), i + 4)))
    return before and after


def _crowded(page: Page, i: int) -> bool:
    """Whether the article has many such lines: then they are its own headings."""
    gap = page.rows[i]["gap"]
    like = (
        j
        for j, row in enumerate(page.rows)
        if row["words"] >= 3 and row["gap"] == gap and page.likely(j) and heading_like(page, j) and j != i
    )
    return len(list(islice(like, 4))) == 4


def _set_apart(page: Page, i: int) -> bool:
    row = page.rows[i]
    return row["gap"] > 0 or row["gap_after"] > 0


def _news_worded(page: Page, i: int) -> bool:
    return any(word in press().headline_words for word in page.lines[i].words[1:])


def _names(text: str) -> list[str]:
    return [word for word in cased(text)[1:] if word[0].isupper() and fold(word) not in all_function_words()]


def _new_names(page: Page, i: int) -> bool:
    names = {fold(name) for name in _names(page.text(i))}
    others = {word for j, line in enumerate(page.lines) if j != i and is_prose(page.rows[j]) for word in line.words}
    return any(name not in others for name in names)


def _unanswered(page: Page, i: int) -> bool:
    """Whether the next paragraphs take up few of its telling words."""
    telling = {w for w in page.lines[i].words if len(w) > 3 and w not in all_function_words()}
    after = [j for j in range(i + 1, min(len(page.rows), i + 1 + AHEAD)) if is_prose(page.rows[j])][:3]
    said = {word for j in after for word in page.lines[j].words}
    return len(telling & said) < 0.34 * len(telling)
