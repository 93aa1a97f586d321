"""Persons known by office alone, or by a name that fits several: who held the office on the article's date."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from communique.knowledge import Knowledge
from communique.merge.actors.same import Known, known, skeleton
from communique.records.base import Row
from communique.records.mentions import Extraction, LocalActor, OfficeClaim
from communique.records.spans import Span
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


def settle_by_others(
    extractions: Iterable[Extraction], group: Callable[[str], str], settled: Container[str]
) -> Iterator[Settled]:
    """One row for each person without a name whom other articles of the collection call by that very office and its
    own article names elsewhere: "the former director" of a text about Berg. `group`: the merged actor so far;
    `settled`: who is known already."""
    ordered = sorted(extractions, key=lambda e: e.article.id)
    bearers: dict[OfficeClaim, set[str]] = {}
    for actor in (a for e in ordered for a in e.actors if a.kind == "person" and a.name):
        for claim in actor.offices:
            bearers.setdefault(_bare(claim), set()).add(group(actor.id))
    for extraction in ordered:
        here = {group(a.id): a.id for a in extraction.actors if a.kind == "person" and a.name}
        for actor in extraction.actors:
            if actor.kind != "person" or actor.name or actor.id in settled:
                continue
            found = {one for claim in actor.offices for one in bearers.get(_bare(claim), ()) if one in here}
            if len(found) == 1 and not any(_bare(c) in _claims(extraction, here[min(found)]) for c in actor.offices):
                yield Settled(local=actor.id, same_as=here[found.pop()], basis="other articles")


def _claims(extraction: Extraction, local: str) -> set[OfficeClaim]:
    return {_bare(claim) for actor in extraction.actors if actor.id == local for claim in actor.offices}


def _bare(claim: OfficeClaim) -> OfficeClaim:
    """The claim without its place in the text."""
    return replace(claim, span=Span(article="", start=0, end=0, exact=""))


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
