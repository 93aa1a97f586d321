"""Judgements that contradict each other. The later one applies meanwhile; both are listed, until one is undone.

Who judges a thing twice has changed their mind: their earlier judgement is replaced, and that is no conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.records.judgements import Anchor, Judgement, Standing
from communique.text.clusters import Groups

type Key = tuple[str, str]
# A conflict with many names some.
MOST_NAMED = 20


@dataclass(slots=True)
class Verdicts:
    """How each judgement stands, and whose contradict it."""

    standing: dict[str, Standing] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)

    def loses(self, earlier: Judgement, later: Sequence[Judgement], *, wholly: bool = True) -> None:
        """`earlier` is contradicted by `later` ones; `wholly` where nothing of it applies."""
        others = [one for one in later if one.author != earlier.author]
        for one in others:
            self.against.setdefault(earlier.id, set()).add(one.id)
            self.against.setdefault(one.id, set()).add(earlier.id)
        if wholly:
            self.standing[earlier.id] = "overridden" if others else "replaced"

    def applies(self, judgement: Judgement) -> bool:
        """Whether nothing has been found against its being applied."""
        return judgement.id not in self.standing


def key_of(anchor: Anchor) -> Key:
    """What an anchor speaks of."""
    return anchor.kind, anchor.member


def settle_values(judgements: Sequence[Judgement], verdicts: Verdicts) -> None:
    """Of values that are given for one thing the last one counts. `judgements` are in time, with anchors that are
    here."""
    last: dict[tuple[str, Key], Judgement] = {}
    for judgement in reversed(judgements):
        value = _value(judgement)
        if value is None:
            continue
        keys = [(judgement.kind, key_of(anchor)) for anchor in judgement.anchors]
        later = {last[key].id: last[key] for key in keys if key in last and _value(last[key]) != value}
        if later:
            verdicts.loses(judgement, [later[id_] for id_ in sorted(later)], wholly=all(key in last for key in keys))
        for key in keys:
            last.setdefault(key, judgement)


def _value(judgement: Judgement) -> object:
    """What must be equal of two judgements on one thing. Of a speaker, the name is only a help to the member."""
    match judgement.kind:
        case "speaker":
            who = judgement.who
            return who and (who.anchor.member if who.anchor else (who.name, who.kind, who.country))
        case "date":
            return judgement.when
        case "place":
            return judgement.where
        case "title":
            return judgement.words
        case _:
            return None


class Pairs:
    """The "same" and "not the same" of one kind that hold together: `groups` of members that are one, and of each
    judgement in `apart` that its sides are not. What a group is on which side of is kept by group, so that many
    judgements cost little more than their number."""

    def __init__(self) -> None:
        self.groups = Groups()
        self.apart: list[Judgement] = []
        self.links: list[tuple[str, str]] = []
        self._sides: dict[str, set[tuple[int, int]]] = {}
        self._same: dict[str, list[Judgement]] = {}

    def join(self, judgement: Judgement) -> list[Judgement]:
        """Adds a "same", unless it contradicts what is there: the judgements that keep the two apart."""
        left, right = (side[0] for side in sides_of(judgement))
        a, b = self.groups.find(left), self.groups.find(right)
        opposed = self._opposed(a, b) if a != b else []
        if not opposed:
            self.links.append((left, right))
            self.groups.join(a, b)
            name = self.groups.find(a)
            self._sides[name] = _united(self._sides.pop(a, set()), self._sides.pop(b, set()) if a != b else set())
            told = [self._same.pop(a, []), self._same.pop(b, []) if a != b else []]
            more, fewer = sorted(told, key=len, reverse=True)
            more += [*fewer, judgement]
            self._same[name] = more
        return opposed

    def part(self, judgement: Judgement) -> list[Judgement]:
        """Adds a "not the same", unless it contradicts what is there: judgements by which some of both are one."""
        left, right = ({self.groups.find(m) for m in side} for side in sides_of(judgement))
        chained = [j for group in sorted(left & right) for j in self._same.get(group, ())[:MOST_NAMED]]
        if not left & right:
            self.apart.append(judgement)
            for side, groups in enumerate((left, right)):
                for group in groups:
                    self._sides.setdefault(group, set()).add((len(self.apart), side))
        return chained[:MOST_NAMED]

    def _opposed(self, left: str, right: str) -> list[Judgement]:
        fewer, more = sorted((self._sides.get(left, set()), self._sides.get(right, set())), key=len)
        numbers = sorted(number for number, side in fewer if (number, 1 - side) in more)
        return [self.apart[number - 1] for number in numbers[:MOST_NAMED]]


def _united(left: set[tuple[int, int]], right: set[tuple[int, int]]) -> set[tuple[int, int]]:
    more, fewer = (left, right) if len(left) > len(right) else (right, left)
    more |= fewer
    return more


def settle_pairs(judgements: Sequence[Judgement], verdicts: Verdicts) -> Pairs:
    """Those of "same" and "not the same" that contradict no later one, by whatever chain. `judgements` are in time,
    with anchors that are here."""
    pairs = Pairs()
    for judgement in reversed(judgements):
        later = pairs.join(judgement) if judgement.kind == "same" else pairs.part(judgement)
        if later:
            verdicts.loses(judgement, later)
    return pairs


def sides_of(judgement: Judgement) -> tuple[list[str], list[str]]:
    """The members on either side. Of a "same" the first of each side are bonded, the others stand in for them."""
    return [a.member for a in judgement.anchors], [a.member for a in judgement.others]


def by_kind(judgements: Sequence[Judgement]) -> Mapping[str, list[Judgement]]:
    """The "same" and "not the same" by the kind of thing that they speak of."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.kind in ("same", "not_same"):
            found.setdefault(judgement.anchors[0].kind, []).append(judgement)
    return found
