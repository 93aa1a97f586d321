"""What was promised, and the instruments that hold promises."""

from typing import Literal

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Span
from communique.records.times import Time

CommitmentKind = Literal["pledge", "agreed", "proposal", "plan", "refusal", "threat"]
Strength = Literal["firm", "intended", "possible"]
FollowupRelation = Literal["repeats", "advances", "completes", "delays", "drops"]
Stage = Literal["proposed", "drafted", "negotiated", "agreed", "signed", "ratified", "in_force", "suspended", "ended"]


class Followup(Row, frozen=True, kw_only=True):
    """A later report that bears on the commitment. Evidence, never a verdict."""

    span: Span
    relation: FollowupRelation
    article: str


class CommitmentReport(Row, frozen=True, kw_only=True):
    """One article's words about the commitment, with what those words say of it."""

    article: str
    span: Span
    kind: CommitmentKind
    strength: Strength
    deadline: Time | None = None
    horizon: str | None = None


class Commitment(Row, frozen=True, kw_only=True):
    """A pledge, proposal, plan, agreement, refusal or threat to act. `reports` are its mentions with what each says;
    `members`: commitment mentions' ids."""

    id: str
    kind: CommitmentKind
    strength: Strength
    condition: Span | None = None
    parties: tuple[str, ...] = ()
    counterparties: tuple[str, ...] = ()
    action: Span
    agreement: str | None = None
    deadline: Time | None = None
    horizon: str | None = None
    topics: tuple[str, ...] = ()
    statement: str | None = None
    event: str | None = None
    mentions: tuple[Span, ...] = ()
    reports: tuple[CommitmentReport, ...] = ()
    followups: tuple[Followup, ...] = ()
    members: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()


class StageReport(Row, frozen=True, kw_only=True):
    """One article's words on how far an instrument has come."""

    stage: Stage
    time: Time | None = None
    span: Span


class Agreement(Row, frozen=True, kw_only=True):
    """An instrument with a life: proposed, drafted, …, ended."""

    id: str
    name: str
    parties: tuple[str, ...] = ()
    stages: tuple[StageReport, ...] = ()
    horizon: str | None = None
    judged: tuple[Judged, ...] = ()
