"""Speech that goes on: quotations without a cue of their own, over sentences and paragraphs."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from communique.extract.statements.contents import joined
from communique.extract.statements.model import Draft, Page
from communique.extract.statements.quoted import UNLISTED, is_sentence, near
from communique.text.quotes import Quotation

ENDS = ".!?…:\"”»'’—-"
# How many reports before a quotation are looked at for the one it goes on with.
REACH_BACK = 4


def continued(page: Page, drafts: Sequence[Draft], loose: Iterable[Quotation]) -> list[Draft]:
    """`drafts` with the loose quotations that stand as sentences of their own: joined to the quotation before
    them, in their paragraph or the one above, or to the one right behind them; else carried on by the speaker of
    the report before them."""
    found = list(drafts)
    order = sorted(range(len(found)), key=lambda n: (found[n].start, found[n].end))
    starts = [found[n].start for n in order]
    for quotation in loose:
        if not _stands_alone(page.tree.text, quotation):
            continue
        at = bisect_left(starts, quotation.start)
        before = _before_it(page, found, order[max(0, at - REACH_BACK) : at], quotation)
        behind = [
            n for n in order[at : at + 1] if _paragraph(page, found[n].start) == _paragraph(page, quotation.start)
        ]
        spoken = next((n for n in (*before, *behind) if near(page.quotations, found[n].start, found[n].end)), None)
        if spoken is not None:
            pieces = joined((*found[spoken].pieces, (quotation.start, quotation.end)))
            found[spoken] = found[spoken]._replace(pieces=pieces)
        elif before and is_sentence(page, quotation) and found[before[0]].source.head is not None:
            found.append(_carried(page, found[before[0]], quotation))
    return found


def _before_it(page: Page, drafts: Sequence[Draft], before: Sequence[int], quotation: Quotation) -> list[int]:
    """Of the drafts before the quotation, those of its paragraph, or of the one above where it opens its own;
    nearest first."""
    reach = 1 if _opens_paragraph(page.tree.text, quotation) else 0
    here = _paragraph(page, quotation.start)
    ordered = sorted(before, key=lambda n: -drafts[n].end)
    return [n for n in ordered if 0 <= here - _paragraph(page, drafts[n].end - 1) <= reach]


def _carried(page: Page, last: Draft, quotation: Quotation) -> Draft:
    token = page.tree.at(quotation.start) or 0
    return Draft(token, (), UNLISTED, last.source, ((quotation.start, quotation.end),), "carried")


def _opens_paragraph(text: str, quotation: Quotation) -> bool:
    return quotation.start == 0 or text[quotation.start - 1] == "\n"


def _paragraph(page: Page, offset: int) -> int:
    token = page.tree.at(offset)
    return -9 if token is None else page.tree.sentence_of(token).paragraph


def _first(text: str, quotation: Quotation) -> str:
    """The first letter of the quotation, behind a bracket."""
    return text[quotation.inner : quotation.stop][:3].lstrip("([")[:1]


def _stands_alone(text: str, quotation: Quotation) -> bool:
    before = text[max(0, quotation.start - 4) : quotation.start].rstrip()
    return (not before or before[-1] in ENDS or text[quotation.start - 1] == "\n") and _first(text, quotation).isupper()
