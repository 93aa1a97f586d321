"""Findings on utterances: the wording differences between renderings, by kind."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, equal, finding
from communique.records.findings import About, Finding
from communique.records.record import Record
from communique.records.statements import Difference, Utterance

# "other" and "added" are shown beside the renderings; as findings they would say that translations differ.
LEDGER_KINDS = ("number", "bound", "subject", "object", "verb", "polarity", "name", "time", "place", "occasion")


def utterance_findings(record: Record) -> Iterator[Finding]:
    """One finding for each kind of difference in an utterance, and one for who reports it at all."""
    sources = Sources(record)
    statements = {s.id: s for s in record.statements}
    for utterance in record.utterances:
        about = About(kind="utterance", id=utterance.id)
        told = [
            Claim(value="reported", key="reported", article=s.article, spans=(s.content,))
            for r in utterance.renderings
            if (s := statements.get(r)) is not None
        ]
        found = finding(about, "reported", told, equal, sources)
        if found is not None:
            yield found
        yield from _wording(utterance, about, sources)


def _wording(utterance: Utterance, about: About, sources: Sources) -> Iterator[Finding]:
    for kind in LEDGER_KINDS:
        rows = [d for d in utterance.differences if d.kind == kind]
        claims = [c for row in rows for c in _claims(row)]
        found = finding(about, kind, claims, equal, sources, note="; ".join(sorted({r.note for r in rows if r.note})))
        if found is not None and len(found.values) > 1:
            yield found


def _claims(row: Difference) -> Iterator[Claim]:
    sides = (row.left, row.right)
    # Occasions and places are compared by what they are ("talks / departure"); the spans are the words said there.
    values = row.note.split(" / ") if row.kind in {"occasion", "place"} and row.note.count(" / ") == 1 else ()
    for number, side in enumerate(sides):
        if side is not None:
            value = (values[number] if values else "") or side.exact
            yield Claim(value=value, key=value.casefold(), article=side.article, spans=(side,))
