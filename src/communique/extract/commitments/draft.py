"""A commitment as the rules first see it, before its parties and its clause are worked out."""

from typing import NamedTuple

from communique.records.commitments import CommitmentKind, Strength


class Draft(NamedTuple):
    """`cue` is the token that commits, `action` the head of what is to be done, `subject` the heads of the noun
    phrases of those who commit (empty where the words name none). `whole`: the action is the cue's own clause
    ("will expand", "handed over a draft")."""

    kind: CommitmentKind
    strength: Strength
    cue: int
    action: int
    subject: tuple[int, ...] = ()
    whole: bool = False
