"""Persons known by office alone, or by a name that fits several: who held the office on the article's date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.knowledge import Knowledge
from communique.merge.actors.same import Known, known, skeleton
from communique.records.base import Row
from communique.records.mentions import Extraction, LocalActor
from communique.records.statements import SpeakerBasis
from communique.records.times import Time
from communique.text.names import same_person, words


class Settled(Row, frozen=True, kw_only=True):
    """A local actor that is `same_as` another, or is called `name` by the table."""

    local: str
    same_as: str | None = None
    name: str | None = None
    basis: SpeakerBasis


def settle_by_date(
    extractions: Sequence[Extraction], may_be: Mapping[str, tuple[str, ...]], knowledge: Knowledge
) -> Iterator[Settled]:
    """One row for each person without a name of its own whose office had one holder on its article's date. Undated
    articles are left to the merge of events. `may_be`: persons whose name fits several."""
    persons = [a for e in extractions for a in e.actors if a.kind == "person"]
    named = _by_sound(known(a for a in persons if a.name and a.id not in may_be))
    table: dict[str, str] = {}
    for extraction in sorted(extractions, key=lambda e: e.article.id):
        for actor in extraction.actors:
            if actor.kind != "person" or extraction.article.published is None:
                continue
            if actor.name and actor.id not in may_be:
                continue
            name = holder_on(actor, extraction.article.published, knowledge)
            if name is None or (actor.name and not same_person(name, actor.name)):
                continue
            match = _named(name, actor, named.get(skeleton(words(name)[-1]), ()))
            if match is not None:
                yield Settled(local=actor.id, same_as=match, basis="other articles")
            elif not actor.name:
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


def _by_sound(rows: Iterable[Known]) -> dict[str, list[Known]]:
    """By the sounds of their first and last words; full names first."""
    found: dict[str, list[Known]] = {}
    for row in sorted(rows, key=lambda k: (len(words(k.name)) == 1, k.name, k.country or "")):
        for sound in sorted({skeleton(words(row.name)[0]), skeleton(words(row.name)[-1])}):
            found.setdefault(sound, []).append(row)
    return found


def _named(name: str, actor: LocalActor, near: Iterable[Known]) -> str | None:
    """Somebody whom other articles call by that name, of the state where both say one."""
    for row in near:
        if same_person(name, row.name) and (not row.country or not actor.country or row.country == actor.country):
            return row.locals[0]
    return None
