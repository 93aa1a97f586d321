"""The merged record with what judgements ask of it: what is hidden left out, marks, and how each judgement stands."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import structs

from communique.records.judged import Judged
from communique.records.judgements import Anchor, Judgement, StandingJudgement
from communique.records.record import Record
from communique.records.statements import Statement
from communique.review import Review
from communique.review.contradictions import key_of
from communique.review.members import KINDS, holders
from communique.review.without import without

# The field that a judgement settles, by what it says and of what. A single mention is a part of its event.
FIELDS = {
    ("speaker", "statement"): "speakers",
    ("date", "article"): "published",
    ("date", "mention"): "time",
    ("date", "event"): "time",
    ("place", "mention"): "place",
    ("place", "event"): "place",
    ("title", "article"): "title",
}
OF_EVENTS = frozenset({("date", "event"), ("place", "event")})
type Holders = Mapping[tuple[str, str], list[str]]


def visible(record: Record, review: Review) -> Record:
    """The record without the items that a judgement hides."""
    hiding = [j for j in review.here if j.kind == "hide"]
    if not hiding:
        return record
    held = holders(record)
    return without(record, {item for j in hiding for a in j.anchors for item in held.get(key_of(a), ())})


def finish(record: Record, review: Review) -> Record:
    """The record with its marks and its judgements."""
    if not review.asked:
        return record
    held = holders(record)
    _settle_events(review, held)
    items = {j.id: _items((*j.anchors, *j.others), held) for j in review.here}
    marks = _marks(review, held)
    changed = {name: tuple(_marked(row, marks.get(row.id, {})) for row in getattr(record, name)) for name in KINDS}
    standing = [_standing(j, review, items.get(j.id)) for j in review.asked.values()]
    return structs.replace(record, **changed, judgements=tuple(sorted(standing, key=lambda j: j.id)))


def _items(anchors: Iterable[Anchor], held: Holders) -> tuple[str, ...]:
    return tuple(sorted({item for anchor in anchors for item in held.get(key_of(anchor), ())}))


def _settle_events(review: Review, held: Holders) -> None:
    """Dates and places given for mentions that the merge has put together: the last one counts."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in reversed(review.here):
        own = [anchor for anchor in judgement.anchors if (judgement.kind, anchor.kind) in OF_EVENTS]
        if not own or not review.verdicts.applies(judgement):
            continue
        keys = [(judgement.kind, item) for item in _items(own, held)]
        later = {j.id: j for key in keys if (j := last.get(key)) and _value(j) != _value(judgement)}
        if later:
            whole = all(key in last for key in keys)
            review.verdicts.loses(judgement, [later[id_] for id_ in sorted(later)], wholly=whole)
        for key in keys:
            last.setdefault(key, judgement)


def _value(judgement: Judgement) -> object:
    return judgement.when or judgement.where


def _marks(review: Review, held: Holders) -> dict[str, dict[tuple[str, str], Judged]]:
    """By item, a mark for each field and judgement that applies."""
    found: dict[str, dict[tuple[str, str], Judged]] = {}
    for judgement in review.here:
        if not review.verdicts.applies(judgement) or judgement.kind in ("hide", "not_commitment"):
            continue
        for anchor in (*judgement.anchors, *judgement.others):
            name = FIELDS.get((judgement.kind, anchor.kind), "note" if judgement.kind == "note" else "members")
            if (judgement.kind, anchor.kind) in OF_EVENTS or not _is_last(judgement, anchor, review):
                continue
            mark = Judged(judgement=judgement.id, field=name, found=review.found.get((judgement.id, anchor.member), ""))
            for item in held.get(key_of(anchor), ()):
                found.setdefault(item, {}).setdefault((name, judgement.id), mark)
    return found


def _is_last(judgement: Judgement, anchor: Anchor, review: Review) -> bool:
    """Whether it is the judgement that was acted on, of several that say the same."""
    acts = (judgement.kind, anchor.kind) in FIELDS
    return not acts or (judgement.id, anchor.member) in review.found


def _marked(row: Any, marks: Mapping[tuple[str, str], Judged]) -> Any:
    if not marks:
        return row
    every = {(mark.field, mark.judgement): mark for mark in row.judged} | dict(marks)
    row = structs.replace(row, judged=tuple(every[key] for key in sorted(every)))
    if isinstance(row, Statement) and any(name == "speakers" for name, _ in marks):
        row = structs.replace(row, speakers=tuple(structs.replace(s, basis="judgement") for s in row.speakers))
    return row


def _standing(judgement: Judgement, review: Review, items: tuple[str, ...] | None) -> StandingJudgement:
    """How it stands; `items` is None where none of its anchors is there."""
    return StandingJudgement(
        **structs.asdict(judgement),
        standing="anchor gone" if items is None else review.verdicts.standing.get(judgement.id, "applied"),
        against=tuple(sorted(review.verdicts.against.get(judgement.id, ()))),
        items=items or (),
    )
