"""A last look at an article's stretches as a whole: what a heading heads, and who signs below the body."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.clean.vocabulary import all_function_words, hits_in
from communique.clean.words import fold_words
from communique.records.articles import KEPT_ROLES, Paragraph, Role

# What stands between an article and the lines about other things below it.
_ENDS: frozenset[Role] = frozenset({"source", "tags", "share", "related", "comments", "byline", "legal"})
COLOPHON = 40  # words: a longer paragraph below the headings of other stories is the article's
LABEL = re.compile(r"(?P<label>[^:：]{2,30})[:：]\s+\S")
_SIGNED = re.compile(
    r"\(?(?:(?:additional )?reporting|writing|editing) by [^\W\d_]|\((?:with inputs? from|source:)\s", re.IGNORECASE
)


def settle(stretches: Sequence[Paragraph]) -> list[Paragraph]:
    """The stretches, those less that prove to be none of the article's once all are judged."""
    found = [_labelled(one) if one.role == "heading" else one for one in stretches]
    _signed(found)
    _other_stories(found)
    return found


def _labelled(heading: Paragraph) -> Paragraph:
    """A heading that a label for other stories begins ("Most read: …") is theirs."""
    label = LABEL.match(heading.text)
    hits = hits_in(label["label"]) if label else ()
    if label and any(hit.role == "related" and (hit.how == "announces" or hit.count > 1) for hit in hits):
        return replace(heading, role="related", reason=f"says “{label['label'].strip()}” before it")
    return heading


def _signed(found: list[Paragraph]) -> None:
    """ "(Reporting by …; editing by …)" as the last paragraph."""
    last = max((i for i, one in enumerate(found) if one.role == "body"), default=None)
    if last and _SIGNED.match(found[last].text) and any(one.role == "body" for one in found[:last]):
        found[last] = replace(found[last], role="byline", reason="names who reported, wrote and edited it")


def _other_stories(found: list[Paragraph]) -> None:
    """Several headings on end below the mark of the article's end, over no more than a line about the outlet."""
    kept = [i for i, one in enumerate(found) if one.role in KEPT_ROLES and one.role != "title"]
    below = [i for i in kept if found[i].role == "body"][-1:]
    if below and len(fold_words(found[below[0]].text)) > COLOPHON:
        below = []
    last = kept.index(below[0]) if below and below[0] == kept[-1] else len(kept)
    first = last
    while first > 0 and found[kept[first - 1]].role == "heading":
        first -= 1
    if last - first < 2 or first == 0:
        return
    between = found[kept[first - 1] + 1 : kept[first]]
    if not any(one.role in _ENDS for one in between) or _taken_up(found, kept, first, last):
        return
    for i in kept[first:last]:
        found[i] = replace(found[i], role="related", reason="headings on end below the article that head nothing of it")
    for i in kept[last:]:
        found[i] = replace(found[i], role="other", reason="a line below headings of other stories")


def _taken_up(found: Sequence[Paragraph], kept: Sequence[int], first: int, last: int) -> bool:
    """Whether what stands below the headings speaks of what they and the article speak of."""
    below = {word for i in kept[last:] for word in _telling(found[i].text)}
    return len(below & {word for i in kept[:last] for word in _telling(found[i].text)}) > 0.5 * len(below)


def _telling(text: str) -> set[str]:
    return {word for word in fold_words(text) if len(word) > 3 and word not in all_function_words()}
