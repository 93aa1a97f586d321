"""What persons decided, as shown: on the item it bears on, and as a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from communique.records.judged import Judged
from communique.records.judgements import Anchor, Judgement, StandingJudgement
from communique.records.times import Time
from communique.report.countries import country_name
from communique.report.dates import when
from communique.report.wording import clipped, listed

KINDS = {
    "speaker": "The speaker is", "same": "These are the same", "not_same": "These are not the same",
    "not_commitment": "This is no commitment", "date": "The date is", "place": "The place is", "title": "The title is",
    "hide": "Hidden", "note": "Note", "undo": "Withdrawn",
}  # fmt: skip
FIELDS = {
    "speakers": "speaker", "published": "date", "time": "date", "place": "place", "title": "title",
    "members": "what belongs together", "note": "note",
}  # fmt: skip
STANDINGS = {
    "applied": "applied", "overridden": "overridden by a later one", "replaced": "replaced by a later one",
    "anchor gone": "not applied: what it speaks of is not in the record", "withdrawn": "withdrawn",
}  # fmt: skip
WORDS = 140
# The kinds of items that have a page; an id begins with its kind.
SHOWN = frozenset(
    ("articles", "actors", "events", "statements", "utterances", "commitments", "agreements", "indicators")
)
MOST_ANCHORS = 4


@dataclass(frozen=True)
class Mark:
    """A person's decision on a field of an item, and what the rules had found there."""

    judgement: str
    field: str
    found: str
    says: str
    author: str
    made: str
    reason: str
    conflict: bool


@dataclass(frozen=True)
class Ruled:
    """A judgement in the list."""

    anchor: str
    kind: str
    says: str
    about: tuple[str, ...]
    others: tuple[str, ...]
    author: str
    made: str
    reason: str
    standing: str
    applied: bool
    conflict: bool
    items: tuple[tuple[str, str], ...]


def marks(judged: Iterable[Judged], known: Sequence[StandingJudgement]) -> tuple[Mark, ...]:
    """What persons decided on an item."""
    by_id = {row.id: row for row in known}
    return tuple(_mark(mark, by_id[mark.judgement]) for mark in judged if mark.judgement in by_id)


def _mark(mark: Judged, row: StandingJudgement) -> Mark:
    field = FIELDS.get(mark.field, mark.field)
    return Mark(
        row.id,
        field,
        clipped(mark.found, WORDS),
        says(row),
        row.author,
        moment(row.made),
        row.reason,
        bool(row.against),
    )


def ruled(row: StandingJudgement) -> Ruled:
    """One line of the list."""
    return Ruled(
        anchor=row.id,
        kind=KINDS.get(row.kind, row.kind),
        says=says(row),
        about=_about(row.anchors),
        others=_about(row.others),
        author=row.author,
        made=moment(row.made),
        reason=row.reason,
        standing=STANDINGS.get(row.standing, row.standing),
        applied=row.standing == "applied",
        conflict=bool(row.against),
        items=tuple((kind, name) for name in row.items if (kind := f"{name.partition('-')[0]}s") in SHOWN),
    )


def says(row: Judgement) -> str:
    """The value that a judgement gives, in words."""
    if row.who:
        return row.who.name or "an actor of the record"
    if row.when:
        return when(
            Time(earliest=row.when.earliest, latest=row.when.latest, basis="given", approximate=row.when.approximate)
        )
    if row.where:
        return listed([part for part in (row.where.name, country_name(row.where.country or "")) if part], ",")
    return row.words


def _about(anchors: Sequence[Anchor]) -> tuple[str, ...]:
    shown = [clipped(anchor.words, WORDS) or anchor.kind for anchor in anchors[:MOST_ANCHORS]]
    rest = len(anchors) - len(shown)
    return (*dict.fromkeys(shown), *([f"and {rest} more"] if rest > 0 else []))


def moment(iso: str) -> str:
    """ "22 November 2026, 14:05 UTC"."""
    try:
        clock = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{when(Time(earliest=iso[:10], latest=iso[:10], basis='given'))}, {clock:%H:%M} UTC"
