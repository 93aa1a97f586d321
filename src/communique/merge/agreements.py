"""Instruments across articles, each with the stages that the reports give it."""

from collections.abc import Mapping, Sequence
from typing import get_args

from communique.merge.bodies import Bodies
from communique.merge.wording import meanings, scored
from communique.records.commitments import Agreement, Stage, StageReport
from communique.records.ids import members_id
from communique.records.mentions import AgreementMention, Extraction
from communique.records.statements import Utterance
from communique.records.times import Time
from communique.text.pairing import complete_link, sharing

ORDER: tuple[Stage, ...] = get_args(Stage)
# What each likeness counts for. An equal name, an equal horizon or two renderings of one remark make one instrument of
# what has a party in common; nothing else does alone.
WEIGHTS = {"name": 0.6, "horizon": 0.5, "parties": 0.3, "stage": 0.1, "remark": 0.4}
LEAST = 0.75
# The life before signing: drafts, proposals and talks of one instrument go by many names.
_EARLY = frozenset({"proposed", "drafted", "negotiated"})


def merge_agreements(
    extractions: Sequence[Extraction],
    actor_of: Mapping[str, str],
    times: Mapping[str, Time | None],
    utterances: Sequence[Utterance] = (),
) -> tuple[list[Agreement], dict[str, str]]:
    """Every instrument, by id, and the instrument of each agreement mention."""
    bodies = Bodies(extractions, actor_of)
    mentions = {a.id: a for e in extractions for a in e.agreements}
    scores = {}
    remarks = _remarks(extractions, utterances)
    keys = {
        m.id: [*meanings(m.name), *([m.horizon] if m.horizon else []), *remarks.get(m.id, ())]
        for m in mentions.values()
    }
    for left, right in sharing(keys):
        same_remark = not remarks.get(left, frozenset()).isdisjoint(remarks.get(right, ()))
        features = _features(mentions[left], mentions[right], bodies, same_remark)
        if features is not None:
            scores[left, right] = scored(features, WEIGHTS)
    groups = complete_link(mentions, scores, LEAST)
    rows = [_agreement([mentions[id_] for id_ in group], bodies, times) for group in groups]
    of = {member: row.id for group, row in zip(groups, rows, strict=True) for member in group}
    return sorted(rows, key=lambda row: row.id), of


def _remarks(extractions: Sequence[Extraction], utterances: Sequence[Utterance]) -> dict[str, frozenset[str]]:
    """The utterances that each agreement mention stands in a rendering of."""
    of: dict[str, list[str]] = {}
    for utterance in utterances:
        for statement in utterance.renderings:
            of.setdefault(statement, []).append(utterance.id)
    return {
        a.id: frozenset(u for s in e.statements if s.content.contains(a.span) for u in of.get(s.id, ()))
        for e in extractions
        for a in e.agreements
    }


def _features(a: AgreementMention, b: AgreementMention, bodies: Bodies, same_remark: bool) -> dict[str, float] | None:
    """The likenesses of two mentions; None where they cannot be one instrument."""
    mine, theirs = (bodies.behind(bodies.merged(m.parties)) for m in (a, b))
    if a.horizon and b.horizon and a.horizon != b.horizon:
        return None
    if mine and theirs and not mine & theirs:
        return None
    left, right = meanings(a.name), meanings(b.name)
    shared = len(left & right) / max(len(left), len(right)) if left and right else 0.0
    return {
        "name": shared,
        "horizon": float(bool(a.horizon) and a.horizon == b.horizon),
        "parties": len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.5,
        "stage": float(a.stage == b.stage or {a.stage, b.stage} <= _EARLY),
        # One article's two instruments in one remark are two.
        "remark": float(same_remark and a.article != b.article),
    }


def _agreement(group: Sequence[AgreementMention], bodies: Bodies, times: Mapping[str, Time | None]) -> Agreement:
    stages = [StageReport(stage=m.stage, time=times.get(m.time or ""), span=m.span) for m in group]
    names = [m.name for m in group]
    return Agreement(
        id=members_id("agreement", (m.id for m in group)),
        name=max(names, key=lambda name: (names.count(name), len(name), name)),
        parties=tuple(sorted(bodies.behind(p for m in group for p in bodies.merged(m.parties)))),
        stages=tuple(sorted(stages, key=lambda s: (ORDER.index(s.stage), s.span.article, s.span.start))),
        horizon=next((m.horizon for m in group if m.horizon), None),
    )
