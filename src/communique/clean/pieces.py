"""Stretches inside a line: a name behind the title, a dateline before a sentence, fields side by side."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.clean.dates import find_dates
from communique.clean.lines import Line
from communique.clean.places import is_place
from communique.clean.press import is_agency
from communique.clean.vocabulary import hits_in
from communique.clean.words import cased
from communique.records.articles import Role
from communique.records.base import Row


class Piece(Row, frozen=True):
    """Characters `start` to `end` of a line, with a role and the reason."""

    start: int
    end: int
    role: Role
    reason: str


# A dateline alone is no longer.
SHORT = 80
_DASH = r"(?:(?:\s?[–—―]|\s?--|\s-)\s?|(?<=[)/])\.?\s)"
_PLACE = r"[^\W\d_][\w.'’ -]{1,40}?(?:,\s?[^\W\d_][\w.' -]{1,30}?)?"
_DATED = r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?)?"
_DATELINE = re.compile(rf"(?P<place>{_PLACE}){_DATED},?(?:\s?[(/](?P<agency>[^()/]{{2,40}})[)/])?\.?{_DASH}(?=\S)")
_MAY_LEAD = re.compile(r"[–—―]|-[-\s]|\s-|[/)]\.?\s")
_GLUED = re.compile(r"(?P<place>[A-Z][a-z]{2,20})(?=[A-Z][a-z]+\s)")
_CREDIT = re.compile(
    r"\s*[|(\[/–—-]?\s*(?:"
    r"(?:file )?(?:photo|image|picture|foto|fotografía|(?:(?:photo|image|picture) )?credit|фото)s?"
    r"(?:\s?(?:by|courtesy of))?\s?[:/]"
    r"|©|\bREUTERS/|\bAP Photo/|\(AP Photo)\s?[^|]{2,80}$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s*[|(\[/]\s*(?P<name>[^|()\[\]/]{2,40})[)\]]?$")
# What one of the two forms has: looked for first, as most lines have neither.
_CREDIT_MARK = re.compile(r"[|(\[/:©]")
_CREDIT_WORDS = ("©", "photo", "image", "picture", "foto", "credit", "reuters", "фото")
_MAY_PART = re.compile(r"[|•·\t]|\s{3}")
_FIELDS = re.compile(r"\s{3,}|\s*[|•·]\s+|\t+")


def dateline(text: str) -> re.Match[str] | None:
    """A place, perhaps a date and an agency, and a dash before the first sentence ("MOSCOW, Jan. 19 (TASS) -")."""
    head = text[:120]
    found = _DATELINE.match(head) if _MAY_LEAD.search(head) else None
    if not found or not text[found.end() : found.end() + 1]:
        return None
    agency = found["agency"]
    return found if (agency and is_agency(agency)) or is_place(found["place"]) else None


def is_dateline(text: str) -> bool:
    """Whether a line is nothing but a dateline with its agency ("ACCRA, Ghana (AP) --")."""
    found = dateline(text.rstrip() + " x") if len(text) < SHORT else None
    if found is None or found.end() < len(text.rstrip()):
        return False
    return found["agency"] is not None and is_agency(found["agency"])


def glued(text: str, lines: Sequence[Line]) -> re.Match[str] | None:
    """A place or category set before a sentence without a space ("GhanaDuring"): it stands alone on one of the page's
    `lines`, or is a place that one of them names."""
    found = _GLUED.match(text[:60])
    if not found:
        return None
    word = found["place"]
    named = is_place(word) and any(word in line.text[:200] and word in cased(line.text[:200]) for line in lines)
    return found if named or any(line.text == word for line in lines) else None


def credit(text: str) -> re.Match[str] | None:
    """The picture's source at the end of a caption."""
    return _credit(text) if _CREDIT_MARK.search(text, max(0, len(text) - 120)) else None


@lru_cache(maxsize=2_000)
def _credit(text: str) -> re.Match[str] | None:
    tail = max(0, len(text) - 120)
    lowered = text[tail:].lower()
    worded = _CREDIT.search(text, tail) if any(word in lowered for word in _CREDIT_WORDS) else None
    named = _NAMED.search(text, tail)
    if named is None or (worded is not None and worded.start() <= named.start()):
        return worded
    return named if is_agency(named["name"]) else None


def fields(text: str) -> list[tuple[int, int]]:
    """The parts of a line set side by side with wide gaps, bars or dots between them."""
    if not _MAY_PART.search(text):
        return [(0, len(text))] if text.strip() else []
    places, start = [], 0
    for gap in _FIELDS.finditer(text):
        places.append((start, gap.start()))
        start = gap.end()
    places.append((start, len(text)))
    return [(a, b) for a, b in places if text[a:b].strip()]


def split_fields(text: str, role: Role, reason: str) -> Iterator[Piece]:
    """A dropped line as its fields, each with a role of its own where its words or its date tell one."""
    for start, end in fields(text):
        yield from _split_date(text, start, end, role, reason)


def _split_date(text: str, start: int, end: int, role: Role, reason: str) -> Iterator[Piece]:
    dates = find_dates(text[start:end])
    if not dates:
        clock = role != "date" or any(char.isdigit() for char in text[start:end])
        yield _named(text, start, end, role, reason) if clock else _named(text, start, end, "other", "beside the date")
        return
    first, last = start + dates[0].start, start + dates[-1].end
    label = hits_in(text[start:first])
    if any(hit.role == "date" for hit in label) or not text[start:first].strip():
        first = start
    yield from _rest(text, start, first, role, reason)
    yield Piece(first, last, "date", "a date line")
    yield from _rest(text, last, end, role, reason)


def _rest(text: str, start: int, end: int, role: Role, reason: str) -> Iterator[Piece]:
    if any(char.isalnum() for char in text[start:end]):
        yield _named(
            text, start, end, "navigation" if role == "date" else role, "beside the date" if role == "date" else reason
        )


def _named(text: str, start: int, end: int, role: Role, reason: str) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    part = text[start:end]
    if part.isdigit():
        return Piece(start, end, "counter", "a bare number")
    for hit in hits_in(part):
        if hit.how in ("is", "starts") and hit.role != role:
            return Piece(start, end, _ROLES.get(hit.role, role), f"says “{part[:40]}”")
    return Piece(start, end, role, reason)


_ROLES: dict[str, Role] = {
    "comments": "comments", "share": "share", "related": "related", "consent": "consent", "legal": "legal",
    "counter": "counter", "tags": "tags", "navigation": "navigation", "byline": "byline", "date": "date",
    "credit": "credit", "source": "source",
}  # fmt: skip
