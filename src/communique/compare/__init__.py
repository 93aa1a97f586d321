"""Where the sources agree, refine, differ or stand alone."""

from collections.abc import Callable, Iterator

from communique.compare.agreements import agreement_findings
from communique.compare.commitments import commitment_findings
from communique.compare.events import event_findings
from communique.compare.indicators import indicator_findings
from communique.compare.names import name_findings
from communique.compare.utterances import utterance_findings
from communique.records.findings import Finding
from communique.records.record import Record

LEDGERS: tuple[Callable[[Record], Iterator[Finding]], ...] = (
    event_findings,
    utterance_findings,
    commitment_findings,
    agreement_findings,
    indicator_findings,
    name_findings,
)


def compare(record: Record) -> tuple[Finding, ...]:
    """Every finding of the record, by id."""
    return tuple(sorted((f for ledger in LEDGERS for f in ledger(record)), key=lambda f: f.id))
