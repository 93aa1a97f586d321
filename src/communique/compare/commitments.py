"""Findings on commitments: who reports them, as what, how firm, by when and for how long."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, equal, finding
from communique.compare.times import related_times, time_claim
from communique.records.commitments import Commitment
from communique.records.findings import About, Finding, Relation
from communique.records.record import Record


def commitment_findings(record: Record) -> Iterator[Finding]:
    """A finding for who reports each commitment, and one for each field that several articles give."""
    sources = Sources(record)
    for commitment in record.commitments:
        about = About(kind="commitment", id=commitment.id)
        told = [Claim(value="reported", key="reported", article=m.article, spans=(m,)) for m in commitment.mentions]
        reported = finding(about, "reported", told, equal, sources)
        if reported is not None:
            yield reported
        if len({r.article for r in commitment.reports}) > 1:
            yield from _fields(commitment, about, sources)


def _fields(commitment: Commitment, about: About, sources: Sources) -> Iterator[Finding]:
    rows = commitment.reports
    ledgers = (
        ("kind", [Claim(value=r.kind, key=r.kind, article=r.article, spans=(r.span,)) for r in rows], _related_kinds),
        (
            "strength",
            [Claim(value=r.strength, key=r.strength, article=r.article, spans=(r.span,)) for r in rows],
            equal,
        ),
        ("deadline", [time_claim(r.deadline, r.article, r.span) for r in rows if r.deadline], related_times),
        (
            "horizon",
            [Claim(value=r.horizon, key=r.horizon, article=r.article, spans=(r.span,)) for r in rows if r.horizon],
            equal,
        ),
    )
    for field, claims, relate in ledgers:
        found = finding(about, field, claims, relate, sources)
        if found is not None:
            yield found


def _related_kinds(lead: Claim, other: Claim) -> Relation:
    """What one report calls a plan and another a pledge is the same promise, told with more or less."""
    return "same" if lead.key == other.key else "refines"
