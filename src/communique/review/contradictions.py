"""Judgements that contradict each other. The later one applies meanwhile; both are listed, until one is undone.

Who judges a thing twice has changed their mind: their earlier judgement is replaced, and that is no conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.records.judgements import Anchor, Judgement, Standing
from communique.text.clusters import Groups

type Key = tuple[str, str]


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


@dataclass(slots=True)
class Pairs:
    """The "same" and "not the same" of one kind that hold together: bonds and, of each judgement that keeps two sides
    apart, the sides."""

    groups: Groups = field(default_factory=Groups)
    same: list[Judgement] = field(default_factory=list)
    apart: list[Judgement] = field(default_factory=list)


def settle_pairs(judgements: Sequence[Judgement], verdicts: Verdicts) -> Pairs:
    """Those of "same" and "not the same" that contradict no later one, by whatever chain. `judgements` are in time,
    with anchors that are here."""
    pairs = Pairs()
    for judgement in reversed(judgements):
        left, right = sides_of(judgement)
        if judgement.kind == "same":
            later = _apart(pairs, left[0], right[0])
            if later:
                verdicts.loses(judgement, later)
            else:
                pairs.groups.join(left[0], right[0])
                pairs.same.append(judgement)
        else:
            later = _chained(pairs, left, right)
            if later:
                verdicts.loses(judgement, later)
            else:
                pairs.apart.append(judgement)
    return pairs


def sides_of(judgement: Judgement) -> tuple[list[str], list[str]]:
    """The members on either side. Of a "same" the first of each side are bonded, the others stand in for them."""
    return [a.member for a in judgement.anchors], [a.member for a in judgement.others]


def _apart(pairs: Pairs, left: str, right: str) -> list[Judgement]:
    """Later judgements that keep the bonds of the two apart."""
    a, b = pairs.groups.find(left), pairs.groups.find(right)
    found = []
    for judgement in pairs.apart:
        one, other = ({pairs.groups.find(m) for m in side} for side in sides_of(judgement))
        if (a in one and b in other) or (b in one and a in other):
            found.append(judgement)
    return found


def _chained(pairs: Pairs, left: Sequence[str], right: Sequence[str]) -> list[Judgement]:
    """Later judgements by which some of the left and some of the right are one."""
    find = pairs.groups.find
    both = {find(m) for m in left} & {find(m) for m in right}
    return [j for j in pairs.same if find(j.anchors[0].member) in both]


def by_kind(judgements: Sequence[Judgement]) -> Mapping[str, list[Judgement]]:
    """The "same" and "not the same" by the kind of thing that they speak of."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.kind in ("same", "not_same"):
            found.setdefault(judgement.anchors[0].kind, []).append(judgement)
    return found
