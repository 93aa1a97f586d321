"""What a later report says of a commitment: it repeats, advances, completes, delays or drops it. Evidence with its
words, never a verdict."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from communique.records.commitments import CommitmentKind, Followup, FollowupRelation, Stage
from communique.records.spans import Span
from communique.records.times import Time
from communique.text.times.intervals import bounds

# The first row whose words stand in the later report says what it does; without any, it repeats.
CUES: tuple[tuple[FollowupRelation, re.Pattern[str]], ...] = (
    ("drops", re.compile(r"\b(?:abandon|scrap|cancel|call(?:ed|s)? off|withdr[ae]w|back(?:ed|s)? out|renounc|reneg|"
                         r"no longer|ruled? out|refus|reject)\w*", re.I)),
    ("delays", re.compile(r"\b(?:postpon|delay|put off|defer|suspend|stall|behind schedule|put on hold)\w*", re.I)),
    ("completes", re.compile(r"\b(?:complet|fulfil|implemented|accomplish|signed|ratif|inaugurat|enter\w* into force|"
                             r"took effect|came into force|delivered|finali[sz]ed)\w*", re.I)),
    ("advances", re.compile(r"\b(?:progress|advanc|step(?:ped)? up|accelerat|under way|underway|resum|start|began|"
                            r"launch|negotiat|draft|working (?:on|to)|final stage|close to)\w*", re.I)),
)  # fmt: skip
_BY_STAGE: dict[Stage, FollowupRelation] = {
    "negotiated": "advances",
    "agreed": "advances",
    "signed": "completes",
    "ratified": "completes",
    "in_force": "completes",
    "suspended": "delays",
    "ended": "drops",
}


class Later(NamedTuple):
    """An instrument at a stage in some report."""

    agreement: str
    stage: Stage
    span: Span
    published: Time | None


def followups(
    made: Time | None,
    instrument: str | None,
    again: Sequence[tuple[Span, CommitmentKind, Time | None]],
    later: Sequence[Later],
) -> tuple[Followup, ...]:
    """The later reports on a commitment of which the last report is dated `made`: like commitments (`again`) and
    further stages of its `instrument`. Undated reports follow nothing."""
    found: dict[tuple[str, int], Followup] = {}
    for span, kind, when in again:
        if _after(made, when):
            relation: FollowupRelation = "drops" if kind == "refusal" else relation_of(span.exact)
            found[span.article, span.start] = Followup(span=span, relation=relation, article=span.article)
    for row in later:
        if instrument and row.agreement == instrument and row.stage in _BY_STAGE and _after(made, row.published):
            follow = Followup(span=row.span, relation=_BY_STAGE[row.stage], article=row.span.article)
            found.setdefault((row.span.article, row.span.start), follow)
    return tuple(found[key] for key in sorted(found))


def relation_of(words: str) -> FollowupRelation:
    """What the words of a later report do to the commitment that they speak of."""
    return next((relation for relation, cue in CUES if cue.search(words)), "repeats")


def _after(made: Time | None, when: Time | None) -> bool:
    return made is not None and when is not None and bounds(when)[0] > bounds(made)[1]
