"""The office that an actor held on a day, for formats that name one."""

from communique.knowledge import Knowledge
from communique.knowledge.offices import first_day, last_day
from communique.records.actors import Actor, Office

FORMER = "former "


def office_on(actor: Actor, day: str | None, knowledge: Knowledge) -> Office | None:
    """Of the offices with a known interval the one that holds the ISO day, else what the texts call the actor: an
    office ("president") before a former one and before a word for one ("leader")."""
    dated = (o for o in actor.offices if o.basis == "reference")
    held = [o for o in dated if day and _holds(o, day)]
    named = sorted(
        (o for o in actor.offices if o.basis == "text"),
        key=lambda o: (rank(o, knowledge) is None, o.country is None, o.title),
    )
    return next(iter(held or named), None)


def rank(office: Office, knowledge: Knowledge) -> str | None:
    """The level of the office in the table of titles; None for a former office and for words that are none."""
    title = knowledge.titles.get(office.title)
    return title.rank if title is not None and not title.generic else None


def _holds(office: Office, day: str) -> bool:
    started = office.start is None or first_day(office.start) <= day
    return started and (office.end is None or day <= last_day(office.end))
