"""Findings on names: how the sources spell an actor."""

from collections.abc import Iterator

from communique.compare.ledger import Claim, Sources, finding
from communique.knowledge import load
from communique.records.actors import Actor
from communique.records.findings import About, Finding, Relation
from communique.records.record import Record
from communique.text.blanks import one_line
from communique.text.names import fold, initial, words


def name_findings(record: Record) -> Iterator[Finding]:
    """A finding for each person whom several articles name in full: one spelling, or several."""
    sources = Sources(record)
    for actor in record.actors:
        if actor.kind == "person":
            found = finding(About(kind="actor", id=actor.id), "name", _claims(actor), _related, sources)
            if found is not None and len({a for v in found.values for a in v.articles}) > 1:
                yield found


def _claims(actor: Actor) -> list[Claim]:
    return [
        Claim(value=one_line(m.span.exact), key=fold(m.span.exact), article=m.span.article, spans=(m.span,))
        for m in actor.mentions
        if m.how == "name" and len(fold(m.span.exact).split()) > 1
    ]


def _related(lead: Claim, other: Claim) -> Relation:
    """A fuller name refines a shorter one: a middle name, a word written out for its initial, "Robert" for "Bob"."""
    if lead.key == other.key:
        return "same"
    long, short = sorted((words(lead.value), words(other.value)), key=len, reverse=True)
    fuller = _stands_in(short, long) or load().nicknames.same_person(lead.value, other.value)
    return "refines" if fuller else "differs"


def _stands_in(short: list[str], long: list[str]) -> bool:
    """Whether the words of `short` stand in `long` in their order, initials for words allowed."""
    rest = iter(long)
    return all(any(word == full or initial(word, full) for full in rest) for word in short)
