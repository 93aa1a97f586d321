"""Findings on names: how the sources spell an actor."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, equal, finding
from communique.records.actors import Actor
from communique.records.findings import About, Finding
from communique.records.record import Record
from communique.text.blanks import one_line
from communique.text.names import fold


def name_findings(record: Record) -> Iterator[Finding]:
    """A finding for each person whom several articles name in full: one spelling, or several."""
    sources = Sources(record)
    for actor in record.actors:
        if actor.kind == "person":
            found = finding(About(kind="actor", id=actor.id), "name", _claims(actor), equal, sources)
            if found is not None and len({a for v in found.values for a in v.articles}) > 1:
                yield found


def _claims(actor: Actor) -> list[Claim]:
    return [
        Claim(value=one_line(m.span.exact), key=fold(m.span.exact), article=m.span.article, spans=(m.span,))
        for m in actor.mentions
        if m.how == "name" and len(fold(m.span.exact).split()) > 1
    ]
