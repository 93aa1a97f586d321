"""Who is at an event, by more than name: states are there by their people."""

from collections.abc import Mapping

from communique.merge.actors import Cast
from communique.records.events import Event

STATES = frozenset({"state", "government"})
# Kind and state by actor.
Known = Mapping[str, tuple[str, str | None]]


def known_of(cast: Cast) -> Known:
    """Kind and state of each actor that has one."""
    return {cast.actor_of(a.id): (a.kind, a.country) for a in cast.locals.values() if a.country}


def present(event: Event, known: Known) -> list[str]:
    """The actors who take part, and the states that they are of."""
    return list(dict.fromkeys(k for p in event.participants for k in (p.actor, known.get(p.actor, ("", None))[1]) if k))


def key(actor: str, known: Known) -> str:
    """What one who acts is present by: a state by any of its people."""
    kind, country = known.get(actor, ("", None))
    return country if country and kind in STATES else actor
