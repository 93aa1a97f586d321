"""When a page says it was published: absolute dates in its date lines, or none."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from communique.clean import addresses
from communique.clean.dates import Order, Stated, find_dates
from communique.clean.vocabulary import page_vocabulary
from communique.clean.words import fold_words
from communique.records.articles import KEPT_ROLES, Paragraph
from communique.records.base import Row

# Stretches above the title, into the body and after it in which a date is the page's own.
ABOVE, BELOW, TRAILING = 12, 8, 8
REACH = 6  # words before a date that may tell what it is
Label = Literal["published", "dated", "updated"]
# Words that may as well speak of what the article is about: a meeting's date, a book's release.
_LOOSE = frozenset("date stand issued released created дата".split())
_UPDATED = frozenset(
    "updated update modified edited aggiornato actualizado atualizado aktualisiert bijgewerkt aktualizacja обновлено"
    " güncelleme reviewed 更新时间 更新日 수정 تحديث".split()
)


class Dated(Row, frozen=True):
    """A date of the capture: what it states, where (offsets into the capture; -1 where its place is not known),
    how the page calls it, how many stretches from the title, whether in the lines around it, above it, and apart
    from the article."""

    stated: Stated
    start: int
    end: int
    text: str
    label: Label | None
    place: int
    header: bool
    above: bool
    apart: bool


def dates_of(
    paragraphs: Sequence[Paragraph], order: Order | None, address: Stated | None = None
) -> tuple[Dated | None, Dated | None]:
    """(published, updated) as the capture states them. `address` is what the page's address says of the day."""
    found = list(all_dates(paragraphs, order))
    usable = [one for one in (_settled(one, found, address) for one in found) if one is not None]
    updated = [one for one in usable if one.label == "updated"]
    shown = _without_lists([one for one in usable if one.label != "updated"])
    if address is not None:
        shown = [one for one in shown if addresses.agree(one.stated, address)] or shown
    return _best(shown), _best(updated)


def _without_lists(shown: Sequence[Dated]) -> Sequence[Dated]:
    """The dates less those above the title, or apart from the article, where several days stand there: they are other
    stories'."""
    for elsewhere in (_above, _apart):
        if len({one.stated.iso()[:10] for one in shown if elsewhere(one)}) > 1:
            shown = [one for one in shown if not elsewhere(one)]
    return shown


def _above(one: Dated) -> bool:
    return one.above and one.label is None


def _apart(one: Dated) -> bool:
    return one.apart


def all_dates(paragraphs: Sequence[Paragraph], order: Order | None) -> Iterator[Dated]:
    """Every date around the title, and below the body those that say they are the article's."""
    title = next((i for i, p in enumerate(paragraphs) if p.role == "title"), None)
    body = [i for i, p in enumerate(paragraphs) if p.role in KEPT_ROLES and p.role != "title"]
    first, last = (body[0], body[-1]) if body else (0, len(paragraphs))
    top = title if title is not None else first
    for i, paragraph in enumerate(paragraphs):
        header = top - ABOVE <= i <= first + BELOW
        if paragraph.role not in ("date", "dateline", "byline"):
            continue
        trailing = first + BELOW < i <= last + TRAILING
        signed = any(p.role == "byline" for p in paragraphs[max(0, i - 1) : i + 2])
        for label, stated in _labelled(paragraph.text, paragraphs[i - 1].text if i else "", order):
            own = label == "published" or (trailing and ((label == "dated" and i > last) or (signed and label is None)))
            if header or own:
                exact = paragraph.text[stated.start : stated.end]
                start = -1 if paragraph.capture_start is None else paragraph.capture_start + stated.start
                yield Dated(
                    stated,
                    start,
                    start + len(exact),
                    exact,
                    label,
                    abs(i - top),
                    i <= first + 1,
                    i < top,
                    not header and not trailing,
                )


def _labelled(text: str, before: str, order: Order | None) -> Iterator[tuple[Label | None, Stated]]:
    at = 0
    label: Label | None = label_of(before) if len(before) < 30 else None
    for stated in find_dates(text, order):
        label = label_of(text[at : stated.start]) or label
        yield label, stated
        at = stated.end


def label_of(text: str) -> Label | None:
    """What the words before a date call it."""
    words = fold_words(text)[-REACH:]
    if any(word in _UPDATED for word in words):
        return "updated"
    if words[-2:] in (("publish", "date"), ("publication", "date")):
        return "published"
    said = [hit for hit in page_vocabulary().hits(words) if hit.role == "date" and hit.how in ("starts", "is")]
    if not said:
        return None
    return "dated" if all(hit.phrase[-1] in _LOOSE for hit in said) else "published"


def _settled(one: Dated, found: Sequence[Dated], address: Stated | None) -> Dated | None:
    """The date with the order of day and month that another date of the page or its address confirms, or None."""
    stated = one.stated
    if stated.alternative is None:
        return one
    readings = [(stated.month, stated.day), stated.alternative]
    sure = {
        (d.stated.month, d.stated.day) for d in found if d.stated.alternative is None and d.stated.year == stated.year
    }
    confirmed = [reading for reading in readings if reading in sure]
    if not confirmed and address is not None and address.year == stated.year:
        confirmed = [reading for reading in readings if reading[0] == address.month]
    if len(confirmed) != 1:
        return None
    month, day = confirmed[0]
    return replace(one, stated=replace(stated, month=month, day=day, alternative=None))


def _best(found: Sequence[Dated]) -> Dated | None:
    """What the page calls its publication around the title, else what stands there nearest the title, else what it
    calls so elsewhere; of the dates that name the same day, the most precise."""
    if not found:
        return None
    nearest = min(found, key=_rank)
    same = [one for one in found if one.stated.iso().startswith(nearest.stated.iso()[:10])]
    return max(same, key=lambda one: (len(one.stated.iso()), -one.start))


def _rank(one: Dated) -> tuple[bool, bool, bool, int, int]:
    return one.stated.day is None, not one.header, one.label != "published", one.place, one.start
