"""Captions: sentences about a picture that stand among the article's own."""

from communique.clean.dates import find_dates
from communique.clean.page import Page
from communique.clean.pieces import credit
from communique.clean.press import is_picture_source
from communique.clean.table import Mask, moved
from communique.clean.verdicts import Rule, Verdict

LONGEST = 70


def _may_show(page: Page) -> Mask:
    """A credit stands in the line or in one of the two below; or two signs of a caption come together."""
    words, sentences = page["words"], page["sentences"]
    credited = page.credited | moved(page.credited, 1) | moved(page.credited, 2)
    worded = page.with_hit(lambda hit: hit.role == "caption")
    beside = moved(page.sources, 1) | moved(page.sources, -1)
    signed = (sentences <= 2) & (worded | (beside & (page["digits"] > 0)))
    return (words >= 3) & (words <= LONGEST) & (sentences <= 4) & (credited | signed)


def caption(page: Page, i: int) -> Verdict | None:
    """A line with a picture's credit at its end, or with two signs of one: beside a lone credit, closing with a
    full date, in a caption's words, or begun again by a line that carries a credit."""
    row, text = page.rows[i], page.text(i)
    if not 3 <= row["words"] <= LONGEST or row["sentences"] > 4:
        return None
    if _has_credit(text):
        return Verdict("caption", "a picture's caption: its credit stands at the end")
    if any(page.text(j).startswith(text) and _has_credit(page.text(j)) for j in (i + 1, i + 2)):
        return Verdict("caption", "the caption that stands again below with its credit")
    signs = [sign for sign, present in _signs(page, i) if present]
    return Verdict("caption", f"a picture's caption: {' and '.join(signs)}") if len(signs) >= 2 else None


def _has_credit(text: str) -> bool:
    found = credit(text)
    return found is not None and len(text[: found.start()].split()) >= 3


def _signs(page: Page, i: int) -> list[tuple[str, bool]]:
    row = page.rows[i]
    worded = any(hit.role == "caption" for hit in page.hits(i))
    one = row["sentences"] <= 2
    closing = one and row["digits"] > 0 and _closes_with_date(page.text(i))
    if not one or not (worded or closing):  # one sign is none
        return []
    beside = any(is_picture_source(page.text(j)) and not find_dates(page.text(j + 1)) for j in (i - 1, i + 1))
    return [("it stands beside a credit", beside), ("it closes with a full date", closing),
            ("it describes a picture", worded)]  # fmt: skip


def _closes_with_date(text: str) -> bool:
    end = text[-60:]
    dates = find_dates(end) if len(text) < 600 else []
    return bool(dates) and dates[-1].day is not None and len(end) - dates[-1].end <= 3


RULE = Rule(_may_show, caption)
