"""A person's judgements, brought to bear on what the rules find: before the merge, within it and after it.

    review  extractions, judgements -> extractions as they leave them, limits for the merge
    finish  record -> the record with what is hidden left out, marks on what was judged, and how each judgement stands

Nothing of the rules is lost: the extractions that are kept are not touched, so that withdrawing a judgement is merging
without it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from communique.knowledge import Knowledge
from communique.records.judgements import Judgement
from communique.records.mentions import Extraction
from communique.review.active import active
from communique.review.applied import Outcome, apply_to_extractions
from communique.review.bonds import Bonds, Sides
from communique.review.contradictions import Pairs, Verdicts, by_kind, settle_pairs, settle_values, sides_of
from communique.review.dates import given
from communique.review.limits import FREE, Limits, Ruled
from communique.review.members import found_in, present, where_present
from communique.review.named import place_of


@dataclass
class Review:
    """What judgements come to for a collection. `here` are those with anchors that are there, in time; `gone` the
    others; `found` is what the rules had, by judgement and member."""

    extractions: list[Extraction]
    limits: Limits = FREE
    here: list[Judgement] = field(default_factory=list)
    gone: list[Judgement] = field(default_factory=list)
    asked: dict[str, Judgement] = field(default_factory=dict)
    verdicts: Verdicts = field(default_factory=Verdicts)
    found: Mapping[tuple[str, str], str] = field(default_factory=dict)


def review(extractions: Sequence[Extraction], judgements: Iterable[Judgement], knowledge: Knowledge) -> Review:
    """The extractions with the judgements applied, and what the merge has to keep to. The order of either does not
    matter."""
    holding = active(judgements)
    ordered = sorted(extractions, key=lambda e: e.article.id)
    if not holding:
        return Review(ordered)
    where = where_present(ordered, holding)
    made = Review(ordered, asked={j.id: j for j in holding})
    for judgement in holding:
        with_anchors = present(judgement, where)
        if with_anchors is None:
            made.gone.append(judgement)
        else:
            made.here.append(with_anchors)
    settle_values(made.here, made.verdicts)
    pairs = {kind: settle_pairs(some, made.verdicts) for kind, some in sorted(by_kind(made.here).items())}
    applying = [j for j in made.here if made.verdicts.applies(j)]
    outcome = apply_to_extractions(ordered, applying, where, knowledge)
    made.extractions, made.found = outcome.extractions, outcome.found
    made.limits = _limits(made.here, applying, pairs, outcome, knowledge)
    return made


def _limits(
    here: Sequence[Judgement],
    applying: Sequence[Judgement],
    pairs: Mapping[str, Pairs],
    outcome: Outcome,
    knowledge: Knowledge,
) -> Limits:
    alive: set[tuple[str, str]] = {key for extraction in outcome.extractions for key in found_in(extraction)}
    rank = {judgement.id: number for number, judgement in enumerate(here)}
    whole = [(j, a.member) for j in applying for a in j.anchors if a.kind == "event"]
    return Limits(
        actors=_bonds("actor", pairs.get("actor"), outcome.bonds, alive),
        events=_bonds("event", pairs.get("event"), (), alive),
        utterances=_bonds("utterance", pairs.get("utterance"), (), alive),
        mention_times=outcome.mention_times,
        event_times={m: Ruled(rank[j.id], j.id, given(j.when)) for j, m in whole if j.when},
        event_places={m: Ruled(rank[j.id], j.id, place_of(j.where, knowledge)) for j, m in whole if j.where},
    )


def _bonds(kind: str, pairs: Pairs | None, more: Iterable[tuple[str, str]], alive: Set[tuple[str, str]]) -> Bonds:
    """Of members that no judgement has taken away."""
    pairs = pairs or Pairs()
    for left, right in more:
        pairs.groups.join(left, right)
    bond = {
        member: name
        for name, members in pairs.groups.members().items()
        if len(members) > 1
        for member in members
        if (kind, member) in alive
    }
    sides: dict[str, Sides] = {}
    for number, judgement in enumerate(sorted(pairs.apart, key=lambda j: j.id)):
        for side, members in enumerate(sides_of(judgement)):
            for member in members:
                if (kind, member) in alive:
                    sides[member] = sides.get(member, frozenset()) | {(number, side)}
    links = sorted({(min(pair), max(pair)) for pair in pairs.links if all((kind, m) in alive for m in pair)})
    return Bonds(bond, sides, Counter(one for own in sides.values() for one in own), links)


__all__ = ["FREE", "Limits", "Review", "review"]
