"""Actors across articles: persons by name and office, everything else by its key in the tables or its name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.knowledge import Knowledge
from communique.merge.actors.offices import Settled, settle_by_date, settle_by_others
from communique.merge.actors.same import join_persons
from communique.merge.actors.table import leaders
from communique.records.ids import members_id
from communique.records.mentions import Extraction, LocalActor
from communique.records.statements import SpeakerBasis
from communique.review.bonds import UNBOUND, Bonds, gather
from communique.text.clusters import Groups
from communique.text.names import fold


@dataclass(slots=True)
class Cast:
    """Which local actors are one. `basis` says how an actor known by office alone got its name, where it did;
    `named` holds the names that only the table of offices gives; `may_be`, for those whose name fits several, a local
    actor of each."""

    locals: dict[str, LocalActor]
    groups: Groups
    basis: dict[str, SpeakerBasis] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    may_be: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)

    def actor_of(self, local: str) -> str:
        """The merged actor's id."""
        if not self._ids:
            self._ids = {
                member: members_id("actor", members) for members in self.groups.members().values() for member in members
            }
        return self._ids[local]

    def group(self, local: str) -> str:
        """The name of the group while merging goes on; not an id to be kept."""
        return self.groups.find(local)

    def join(self, left: str, right: str, basis: SpeakerBasis) -> None:
        """Makes a local actor known by office, or by a name that fits several, `left`, the same as `right`; unless a
        person says that it is not."""
        self.groups.join(left, right)
        if self.groups.find(left) != self.groups.find(right):
            return
        self.may_be.pop(left, None)
        self.basis[left] = basis
        self._ids = {}

    def members(self) -> Mapping[str, list[LocalActor]]:
        """Local actors by merged id."""
        found: dict[str, list[LocalActor]] = {}
        for name in sorted(self.locals):
            found.setdefault(self.actor_of(name), []).append(self.locals[name])
        return found


def merge_actors(extractions: Sequence[Extraction], knowledge: Knowledge, bonds: Bonds = UNBOUND) -> Cast:
    """Groups of local actors. Persons known by office alone stay apart, unless their article's own date and the
    table of offices say who they are. The order of `extractions` does not matter. `bonds`: what persons have judged
    of local actors."""
    locals_ = {actor.id: actor for e in sorted(extractions, key=lambda e: e.article.id) for actor in e.actors}
    known = leaders(extractions, knowledge)
    persons = join_persons([a for a in locals_.values() if a.kind == "person" and a.name], knowledge, bonds, known)
    named = {local: holder.name for local, holder in known.items()}
    cast = Cast(locals_, persons.groups, named=named, may_be=persons.may_be)
    for actor in locals_.values():
        cast.groups.add(actor.id)
    _join_by_key(cast, locals_.values())
    _keep_bonds(cast, bonds)
    for settled in list(settle_by_date(extractions, cast.may_be, knowledge)):
        if settled.local not in bonds.bond:
            _apply(cast, settled)
    for settled in list(settle_by_others(extractions, cast.group, cast.basis)):
        if settled.local not in bonds.bond:
            _apply(cast, settled)
    _join_groups(cast)
    return cast


def _apply(cast: Cast, settled: Settled) -> None:
    if settled.same_as is not None:
        cast.join(settled.local, settled.same_as, settled.basis)
    if settled.name is not None:
        cast.named[settled.local] = settled.name
        cast.basis.setdefault(settled.local, settled.basis)


def _keep_bonds(cast: Cast, bonds: Bonds) -> None:
    """Whoever has no name of its own, or one that fits several, is whom a person says it is."""
    for members in bonds.bonded():
        known = [m for m in members if cast.locals[m].name and m not in cast.may_be]
        for member in members if known else ():
            cast.may_be.pop(member, None)
            if member not in known:
                cast.basis[member] = "judgement"


def _join_by_key(cast: Cast, actors: Iterable[LocalActor]) -> None:
    alike: dict[tuple[str, str], list[str]] = {}
    for actor in actors:
        if actor.kind == "person" or (actor.kind == "group" and not actor.key):
            continue
        # A body without a key ("Iranian official media") is known by its name alone.
        alike.setdefault((actor.kind, actor.key or fold(actor.name)), []).append(actor.id)
    for members in alike.values():
        gather(cast.groups, members)


def _join_groups(cast: Cast) -> None:
    """Groups of the same known members are one; groups without known members ("officials") stay apart."""
    first: dict[tuple[str, ...], str] = {}
    for actor in cast.locals.values():
        if actor.kind == "group" and actor.members:
            key = tuple(sorted({cast.group(m) for m in actor.members}))
            cast.groups.join(first.setdefault(key, actor.id), actor.id)
