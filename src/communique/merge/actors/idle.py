"""Groups that the articles only mention ("its people", "reliable partners") are no actors of the record."""

from msgspec.structs import replace

from communique.records.record import Record
from communique.records.references import actors_of


def without_idle(record: Record) -> Record:
    """The record without groups that nothing in it refers to: they say nothing, promise nothing, take part in nothing
    and no judgement is about them."""
    needed = actors_of(record) | {item for judgement in record.judgements for item in judgement.items}
    kept = tuple(a for a in record.actors if a.kind != "group" or a.judged or a.id in needed)
    return replace(record, actors=kept)
