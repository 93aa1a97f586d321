"""An actor as PLOVER's entity: country, sector, office and identifier, as far as each is known."""

from typing import Any

from communique.export.offices import FORMER, office_on, rank
from communique.knowledge import Knowledge
from communique.knowledge.names import key
from communique.knowledge.plover import OTHER_INTERNATIONAL, load_plover
from communique.records.actors import Actor, Office
from communique.records.events import Participant

# One of the former government, whatever the office was.
ELITE = "ELI"
INTERNATIONAL = frozenset({"organization", "bloc", "format"})
# What such an actor is called says of which sector it is ("Soviet Union" is no trade union).
CALLED = frozenset({"organization", "government", "group"})


def entity(actor: Actor, participant: Participant, day: str | None, knowledge: Knowledge) -> dict[str, Any]:
    """The entity object of a participant. `day`: ISO date of the event, for the office held then."""
    office = office_on(actor, day, knowledge)
    found = {
        "code": code(actor, office, knowledge),
        "sector": sector(actor, office, knowledge),
        "entity_text": _words(actor, participant),
        "identifier_id": actor.identifiers.get("wikidata"),
        "identifier_text": actor.name,
        "office": office.title if office else None,
    }
    return {name: value for name, value in found.items() if value}


def _words(actor: Actor, participant: Participant) -> str:
    """The first words of the participant that hold the name, else the first, else the name."""
    told = [span.exact for span in participant.spans]
    surname = actor.name.split()[-1]
    return next((words for words in told if surname in words), told[0] if told else actor.name)


def code(actor: Actor, office: Office | None, knowledge: Knowledge) -> str | None:
    """The code of the country or of the kind of international body; None where it is not known."""
    codes = load_plover()
    country = actor.country or (office.country if office else None)
    if country:
        return codes.countries.get(country)
    body = knowledge.organizations.by_name(actor.name) if actor.kind in INTERNATIONAL else None
    if body is not None and body.kind in INTERNATIONAL:
        return codes.international.get(body.key, OTHER_INTERNATIONAL)
    return OTHER_INTERNATIONAL if actor.kind in {"bloc", "format"} else None


def sector(actor: Actor, office: Office | None, knowledge: Knowledge) -> str | None:
    """The sector; None rather than a guess."""
    sectors = load_plover().sectors
    if actor.kind == "person":
        return _of_office(office, knowledge) if office else None
    words = f" {key(actor.name)} " if actor.kind in CALLED else ""
    named = (name for name, listed in sectors.bodies.items() if any(f" {word} " in words for word in listed))
    return next(named, None) or sectors.kinds.get(actor.kind)


def _of_office(office: Office, knowledge: Knowledge) -> str | None:
    sectors = load_plover().sectors
    if office.title.startswith(FORMER):
        return ELITE
    if office.title in sectors.unknown:
        return None
    return sectors.titles.get(office.title) or sectors.ranks.get(rank(office, knowledge) or "")
