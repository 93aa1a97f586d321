"""Those who take part in an event, as all articles together know them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.records.mentions import Extraction, LocalActor

ACTING = frozenset({"person", "state", "government"})


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who takes part. `actor` is the group's name; `may_be` are the groups among which the name leaves it
    open; `offices` (title, country), of all those, tell who a person without a name can be; `head` says that the
    person leads a state."""

    actor: str
    kind: str
    country: str | None
    named: bool
    head: bool
    offices: frozenset[tuple[str, str | None]]
    may_be: frozenset[str] = frozenset()


def known_principals(
    extractions: Sequence[Extraction], cast: Cast, heads: frozenset[str]
) -> Callable[[LocalActor], Principal]:
    """Local actors as principals, with the state and the offices that any article gives them. Whoever another article
    or the table names counts as named."""
    named = {cast.group(a.id) for a in cast.locals.values() if a.name} | {cast.group(a) for a in cast.named}
    offices: dict[str, set[tuple[str, str | None]]] = {}
    countries: dict[str, set[str]] = {}
    for actor in cast.locals.values():
        group = cast.group(actor.id)
        offices.setdefault(group, set()).update((c.title, c.country) for c in actor.offices if not c.former)
        countries.setdefault(group, set()).update({actor.country} if actor.country else ())

    @cache
    def principal(group: str, kind: str, country: str | None, may_be: frozenset[str]) -> Principal:
        known = countries[group]
        country = country or (next(iter(known)) if len(known) == 1 else None)
        held = frozenset(office for g in (group, *may_be) for office in offices[g])
        head = any(g in heads for g in (group, *may_be))
        return Principal(group, kind, country, group in named, head, held, may_be)

    def of(actor: LocalActor) -> Principal:
        may_be = frozenset(cast.group(a) for a in cast.may_be.get(actor.id, ()))
        return principal(cast.group(actor.id), actor.kind, actor.country, may_be)

    return of


def heads_of(extractions: Sequence[Extraction], cast: Cast, knowledge: Knowledge) -> frozenset[str]:
    """Groups of persons who are called heads of state or government anywhere in the collection, or are so by the
    table."""

    @cache
    def is_head(title: str) -> bool:
        normal = knowledge.titles.normal(title)
        return normal is not None and normal.rank == "head"

    @cache
    def known_head(name: str) -> bool:
        return any(is_head(holder.title) for holder in knowledge.offices.of(name))

    persons = (a for e in extractions for a in e.actors if a.kind == "person")
    return frozenset(
        cast.group(a.id) for a in persons if any(is_head(c.title) for c in a.offices) or known_head(a.name)
    )


def same(left: Principal, right: Principal) -> bool:
    """The same actor; or a person known by office alone and one who is called by that office; or one whose name
    fits the other among others."""
    if left.actor == right.actor:
        return True
    if left.kind != "person" or right.kind != "person":
        return False
    if left.named and right.named:
        return bool((left.may_be or {left.actor}) & (right.may_be or {right.actor}))
    return bool(left.offices & right.offices)


def stands_for(left: Principal, right: Principal) -> bool:
    """A person and the state it acts for: sources name either."""
    if left.country is None or left.country != right.country or left.kind == right.kind:
        return False
    return left.kind in ACTING and right.kind in ACTING
