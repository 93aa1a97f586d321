"""When a page says it was published: absolute dates in its date lines, or none."""

from collections.abc import Iterator, Sequence
from datetime import date

from communique.clean.dates import Order, Stated, find_dates
from communique.clean.vocabulary import page_vocabulary
from communique.clean.words import fold_words
from communique.records.articles import KEPT_ROLES, Paragraph
from communique.records.base import Row
from communique.records.times import Time

# Stretches above the title, into the body and after it in which a date is the page's own.
ABOVE, BELOW, TRAILING = 12, 8, 8
BESIDE = 8  # stretches between the title and a date that is shown beside it
_UPDATED = frozenset(
    "updated update modified edited aggiornato actualizado atualizado aktualisiert bijgewerkt aktualizacja обновлено"
    " güncelleme reviewed 更新时间 更新日 수정 تحديث".split()
)


class Dated(Row, frozen=True):
    """A date of the capture: what it states, where (offsets into the capture; -1 where its place is not known),
    and how the page calls it."""

    stated: Stated
    start: int
    end: int
    text: str
    label: str | None
    place: int


def dates_of(paragraphs: Sequence[Paragraph], order: Order | None) -> tuple[Dated | None, Dated | None]:
    """(published, updated) as the capture states them."""
    found = list(_dates(paragraphs, order))
    usable = [one for one in (_settled(one, found) for one in found) if one is not None]
    updated = [one for one in usable if one.label == "updated"]
    said = [one for one in usable if one.label == "published"]
    plain = [one for one in usable if one.label is None]
    return _best(said or plain, [*said, *plain]), _best(updated, updated)


def outweighs(shown: Dated, said: Time, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a date that the page shows beside its title stands against what its markup says: the markup keeps the day
    of a draft, or of the move to another system, and readers see neither. A moment is the same on two days. Where
    the page shows the markup's day as well, in whatever order of day and month, the two agree."""
    if shown.stated.day is None or shown.place > BESIDE or len(said.earliest) < len("2022-07-19"):
        return False
    day = date.fromisoformat(said.earliest[:10])
    apart = abs(date.fromisoformat(shown.stated.iso()[:10]) - day).days
    if apart <= (1 if "T" in said.earliest else 0):
        return False
    return not any(_may_be(one, day) for one in _dates(paragraphs, None))


def _may_be(one: Dated, day: date) -> bool:
    """Whether a date can be read as that day; one in figures alone, either way round."""
    stated = one.stated
    read = (stated.month, stated.day)
    readings = (read, stated.alternative, read[::-1] if not any(map(str.isalpha, one.text)) else None)
    return stated.year == day.year and (day.month, day.day) in readings


def _dates(paragraphs: Sequence[Paragraph], order: Order | None) -> Iterator[Dated]:
    title = next((i for i, p in enumerate(paragraphs) if p.role == "title"), None)
    body = [i for i, p in enumerate(paragraphs) if p.role in KEPT_ROLES and p.role != "title"]
    first, last = (body[0], body[-1]) if body else (0, len(paragraphs))
    top = title if title is not None else first
    for i, paragraph in enumerate(paragraphs):
        header = top - ABOVE <= i <= first + BELOW
        if paragraph.role not in ("date", "dateline", "byline") or not (header or i <= last + TRAILING):
            continue
        signed = any(p.role == "byline" for p in paragraphs[max(0, i - 1) : i + 2])
        for label, stated in _labelled(paragraph.text, paragraphs[i - 1].text if i else "", order):
            if header or label == "published" or (signed and label is None):
                exact = paragraph.text[stated.start : stated.end]
                start = -1 if paragraph.capture_start is None else paragraph.capture_start + stated.start
                yield Dated(stated, start, start + len(exact), exact, label, abs(i - top))


def _labelled(text: str, before: str, order: Order | None) -> Iterator[tuple[str | None, Stated]]:
    at = 0
    label: str | None = _label(before) if len(before) < 30 else None
    for stated in find_dates(text, order):
        label = _label(text[at : stated.start]) or label
        yield label, stated
        at = stated.end


def _label(text: str) -> str | None:
    words = fold_words(text)
    if any(word in _UPDATED for word in words):
        return "updated"
    said = any(hit.role == "date" and hit.how in ("starts", "is") for hit in page_vocabulary().hits(words))
    return "published" if said else None


def _settled(one: Dated, found: Sequence[Dated]) -> Dated | None:
    """The date with the order of day and month that another date of the page confirms, or None."""
    stated = one.stated
    if stated.alternative is None:
        return one
    readings = [(stated.month, stated.day), stated.alternative]
    sure = {
        (d.stated.month, d.stated.day) for d in found if d.stated.alternative is None and d.stated.year == stated.year
    }
    confirmed = [reading for reading in readings if reading in sure]
    if len(confirmed) != 1:
        return None
    month, day = confirmed[0]
    return Dated(
        Stated(stated.start, stated.end, stated.year, month, day, stated.clock),
        one.start,
        one.end,
        one.text,
        one.label,
        one.place,
    )


def _best(found: Sequence[Dated], others: Sequence[Dated]) -> Dated | None:
    """The one of `found` nearest the title; of `others` that name the same day, the most precise."""
    if not found:
        return None
    nearest = min(found, key=lambda one: (one.stated.day is None, one.place, one.start))
    same = [one for one in others if one.stated.iso().startswith(nearest.stated.iso()[:10])]
    return max(same, key=lambda one: (len(one.stated.iso()), -one.start))
