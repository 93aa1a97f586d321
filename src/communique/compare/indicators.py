"""Findings on indicators: one measure in several reports."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, equal, finding
from communique.records.findings import About, Finding
from communique.records.record import Record


def indicator_findings(record: Record) -> Iterator[Finding]:
    """A finding for the value of each indicator: who gives it."""
    sources = Sources(record)
    for indicator in record.indicators:
        value = f"{indicator.value:g} {indicator.unit}".strip()
        claims = [Claim(value=value, key=value, article=m.article, spans=(m,)) for m in indicator.mentions]
        found = finding(About(kind="indicator", id=indicator.id), "value", claims, equal, sources)
        if found is not None:
            yield found
