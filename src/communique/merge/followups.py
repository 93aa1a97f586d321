"""What a later report says of a commitment: it repeats, advances, completes, delays or drops it. Evidence with its
words, never a verdict."""

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from communique.records.commitments import CommitmentKind, Followup, FollowupRelation, Stage
from communique.records.spans import Span
from communique.records.times import Time
from communique.text.stems import stem, word_spans
from communique.text.times.intervals import bounds

ORDER: tuple[Stage, ...] = get_args(Stage)

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


class Made(NamedTuple):
    """A commitment as it was made: the day of its last report, its words, its kind, the instrument it speaks of and the
    articles that report it."""

    when: Time | None
    words: str
    kind: CommitmentKind
    instrument: str | None
    articles: frozenset[str]


def followups(
    made: Made, again: Sequence[tuple[Span, CommitmentKind, Time | None]], later: Sequence[Later]
) -> tuple[Followup, ...]:
    """The later reports on a commitment: like commitments (`again`) and further stages of its instrument. Undated
    reports follow nothing."""
    found: dict[tuple[str, int], Followup] = {}
    for span, kind, when in again:
        if _after(made.when, when):
            turned = kind == "refusal" and made.kind != "refusal"
            relation: FollowupRelation = "drops" if turned else relation_of(span.exact, made.words)
            found[span.article, span.start] = Followup(span=span, relation=relation, article=span.article)
    stages = [row for row in later if made.instrument and row.agreement == made.instrument]
    reached = max((ORDER.index(row.stage) for row in stages if row.span.article in made.articles), default=-1)
    for row in stages:
        if row.stage in _BY_STAGE and _after(made.when, row.published):
            relation = _BY_STAGE[row.stage] if ORDER.index(row.stage) > reached else "repeats"
            follow = Followup(span=row.span, relation=relation, article=row.span.article)
            found.setdefault((row.span.article, row.span.start), follow)
    return tuple(found[key] for key in sorted(found))


def relation_of(words: str, before: str = "") -> FollowupRelation:
    """What the words of a later report do to the commitment that they speak of: what it said already `before` ("to
    start talks") is no news."""
    known = {stem(w) for _, _, w in word_spans(before)}
    for relation, cue in CUES:
        if any(stem(m.group().split()[0]) not in known for m in cue.finditer(words)):
            return relation
    return "repeats"


def _after(made: Time | None, when: Time | None) -> bool:
    return made is not None and when is not None and bounds(when)[0] > bounds(made)[1]
