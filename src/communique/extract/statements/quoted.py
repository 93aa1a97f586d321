"""Quotations and the drafts that hold them: which stand near, which are whole, which are left."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from communique.extract.statements.contents import spread
from communique.extract.statements.model import Draft, Page
from communique.knowledge.verbs import Cue
from communique.text.quotes import Quotation

# The cue that no lexicon lists, or that is no word at all.
UNLISTED = Cue("", "say", frozenset({"clause"}))
# "[He] left." and "(I left.)" are sentences as well.
BRACKETS = "()[] \n"
SENTENCE_ENDS = frozenset(".!?,…-—")


def near(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that share a character with the stretch."""
    first = bisect_left(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    return quotations[first:last]


def grown(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """Each draft with the quotations it enters made whole."""
    found = []
    for draft in drafts:
        entered = near(page.quotations, draft.start, draft.end)
        found.append(draft._replace(pieces=spread(draft.pieces, entered)) if entered else draft)
    return found


def unclaimed(page: Page, drafts: Iterable[Draft]) -> list[Quotation]:
    """The quotations that no draft's content holds."""
    held = sorted({piece for draft in drafts for piece in draft.pieces})
    found, reached, n = [], -1, 0
    for quotation in page.quotations:
        while n < len(held) and held[n][0] <= quotation.start:
            reached = max(reached, held[n][1])
            n += 1
        if reached < quotation.stop and quotation.inner < quotation.stop:
            found.append(quotation)
    return found


def is_sentence(page: Page, quotation: Quotation) -> bool:
    """Whether it reads as a spoken sentence: a capital first, an end mark or comma last."""
    inner = page.tree.text[quotation.inner : quotation.stop].strip(BRACKETS)
    return inner[:1].isupper() and inner[-1:] in SENTENCE_ENDS
