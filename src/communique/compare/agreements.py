"""Findings on instruments: how far the sources say that they have come."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, finding
from communique.compare.times import related_times, time_claim
from communique.records.commitments import Agreement, Stage
from communique.records.findings import About, Finding, Relation
from communique.records.record import Record

# The life of an instrument. Reports of one time that put it at different stages differ; what a later report says may
# have come to pass since.
LIFE: tuple[Stage, ...] = (
    "proposed", "drafted", "negotiated", "agreed", "signed", "ratified", "in_force", "suspended", "ended",
)  # fmt: skip


def agreement_findings(record: Record) -> Iterator[Finding]:
    """A finding for the stage of each instrument that several articles speak of."""
    sources = Sources(record)
    days = {a.id: a.published.earliest[:10] for a in record.articles if a.published}
    for agreement in record.agreements:
        claims = [
            Claim(
                value=s.stage.replace("_", " "),
                key=f"{LIFE.index(s.stage)} {days.get(s.span.article, '')}",
                article=s.span.article,
                spans=(s.span,),
            )
            for s in agreement.stages
        ]
        found = finding(About(kind="agreement", id=agreement.id), "stage", _by_stage(claims), _related, sources)
        if found is not None:
            yield found
        yield from _dated(agreement, sources)


def _dated(agreement: Agreement, sources: Sources) -> Iterator[Finding]:
    """A finding for the day of each stage that some report dates."""
    for stage in LIFE:
        claims = [time_claim(s.time, s.span.article, s.span) for s in agreement.stages if s.stage == stage and s.time]
        about = About(kind="agreement", id=agreement.id)
        found = finding(about, f"{stage.replace('_', ' ')} on", claims, related_times, sources)
        if found is not None:
            yield found


def _by_stage(claims: list[Claim]) -> list[Claim]:
    """The claims with one key a stage: the day of its first report goes with it."""
    first: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: c.key):
        first.setdefault(claim.value, claim.key)
    return [Claim(value=c.value, key=first[c.value], article=c.article, spans=c.spans) for c in claims]


def _related(lead: Claim, other: Claim) -> Relation:
    """A later stage in a later report is its progress; another stage at the same time, or none known, differs."""
    (stage, day), (other_stage, other_day) = lead.key.split(" "), other.key.split(" ")
    if stage == other_stage:
        return "same"
    progress = day and other_day and day != other_day and (int(stage) < int(other_stage)) == (day < other_day)
    return "refines" if progress else "differs"
