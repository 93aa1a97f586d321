"""Who counts as a leader on a day, and in which of COLT's roles."""

from typing import Literal, NamedTuple

from communique.export.offices import office_on, rank
from communique.knowledge import Knowledge
from communique.knowledge.offices import HEAD_OF_GOVERNMENT, HEAD_OF_STATE
from communique.records.actors import Actor

LeaderRole = Literal["GS", "G", "S", "F", "E", "CP", "I", ""]
HEADS: frozenset[LeaderRole] = frozenset({"GS", "G", "S"})
MINISTERS: dict[str, LeaderRole] = {"foreign minister": "F", "finance minister": "E", "economy minister": "E"}


class Leader(NamedTuple):
    """A leader as they were on a day. `role` is empty for a head whose kind of office is not known."""

    actor: Actor
    country: str
    title: str
    role: LeaderRole

    @property
    def heads(self) -> bool:
        """Whether they head a state or a government."""
        return self.role in HEADS or self.role == ""


def leader(actor: Actor, day: str | None, knowledge: Knowledge) -> Leader | None:
    """The person as head of a state or government, crown prince, or minister for foreign or economic affairs; None for
    all others, and where the country is not known."""
    office = office_on(actor, day, knowledge) if actor.kind == "person" else None
    country = (office.country if office else None) or actor.country
    if office is None or country is None:
        return None
    level = rank(office, knowledge)
    if office.title in MINISTERS:
        return Leader(actor, country, office.title, MINISTERS[office.title])
    if office.title == "crown prince":
        return Leader(actor, country, office.title, "CP")
    return (
        Leader(actor, country, office.title, _role(office.title, country, day, knowledge)) if level == "head" else None
    )


def _role(title: str, country: str, day: str | None, knowledge: Knowledge) -> LeaderRole:
    """Of state, of government, or of both where the state has no other head of government on that day."""
    if title in HEAD_OF_GOVERNMENT:
        return "G"
    if title not in HEAD_OF_STATE or day is None:
        return ""
    others = (knowledge.offices.holders(name, country, day, day) for name in HEAD_OF_GOVERNMENT)
    return "S" if any(others) else "GS"
