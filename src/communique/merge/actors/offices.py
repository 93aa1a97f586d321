"""Persons known by office alone: who held it on the article's date."""

from collections.abc import Iterator, Sequence

from communique.knowledge import Knowledge
from communique.records.base import Row
from communique.records.mentions import Extraction, LocalActor
from communique.records.statements import SpeakerBasis
from communique.records.times import Time
from communique.text.clusters import Groups
from communique.text.names import same_person


class Settled(Row, frozen=True, kw_only=True):
    """A nameless local actor that is `same_as` another, or is called `name` by the table."""

    local: str
    same_as: str | None = None
    name: str | None = None
    basis: SpeakerBasis


def settle_by_date(extractions: Sequence[Extraction], groups: Groups, knowledge: Knowledge) -> Iterator[Settled]:
    """One row for each nameless person whose office had one holder on its article's date. Undated articles are left
    to the merge of events."""
    named = [a for e in extractions for a in e.actors if a.kind == "person" and a.name]
    table: dict[str, str] = {}
    for extraction in extractions:
        for actor in extraction.actors:
            if actor.kind != "person" or actor.name or extraction.article.published is None:
                continue
            name = holder_on(actor, extraction.article.published, knowledge)
            if name is None:
                continue
            match = next((a.id for a in named if same_person(name, a.name) and _fits(a, actor)), None)
            if match is not None:
                yield Settled(local=actor.id, same_as=match, basis="other articles")
            else:
                yield Settled(local=actor.id, same_as=table.setdefault(name, actor.id), name=name, basis="reference")


def holder_on(actor: LocalActor, time: Time, knowledge: Knowledge) -> str | None:
    """The name of the one who held the actor's office at that time; none where the table knows none or several."""
    for claim in actor.offices:
        if claim.former or (claim.country is None and claim.organization is None):
            continue
        where = claim.country or claim.organization or ""
        holders = knowledge.offices.holders(claim.title, where, time.earliest[:10], time.latest[:10])
        names = sorted({h.name for h in holders})
        if len(names) == 1:
            return names[0]
    return None


def _fits(named: LocalActor, nameless: LocalActor) -> bool:
    return named.country is None or nameless.country is None or named.country == nameless.country
