"""All knowledge in one frozen record, loaded once."""

from functools import cache
from typing import Any

from communique.knowledge import (
    agreements,
    descriptions,
    metonyms,
    offices,
    organizations,
    places,
    states,
    titles,
    topics,
)
from communique.knowledge.bodies import Bodies, compile_bodies
from communique.knowledge.event_forms import EventForms, compile_event_forms
from communique.knowledge.nicknames import Nicknames, compile_nicknames
from communique.knowledge.people import People, compile_people
from communique.knowledge.things import Things, compile_things
from communique.knowledge.verbs import Verbs, load_verbs
from communique.knowledge.yaml_table import Tables, data_folder, read, read_file, row
from communique.records.actors import ActorKind
from communique.records.base import Row
from communique.records.events import Form


class Knowledge(Row, frozen=True, kw_only=True):
    """Every table, each with its own look-ups."""

    states: states.States
    titles: titles.Titles
    offices: offices.Offices
    organizations: organizations.Organizations
    metonyms: metonyms.Metonyms
    agreements: agreements.Agreements
    descriptions: descriptions.Descriptions
    topics: topics.Topics
    places: places.Places
    verbs: Verbs
    event_forms: EventForms
    bodies: Bodies
    people: People
    things: Things
    nicknames: Nicknames


@cache
def load(extra: str | None = None) -> Knowledge:
    """The tables of the package, with those of the user's YAML file `extra` laid over them.

    Raises KnowledgeError, naming file and row, where a table does not hold together."""
    users: tuple[tuple[str, Tables], ...] = ((extra, read_file(extra)),) if extra else ()

    def sources(*names: str) -> tuple[tuple[str, Tables], ...]:
        return (*((f"{name}.yaml", read(name)) for name in names), *users)

    known_states = states.build(*sources("states"))
    return Knowledge(
        states=known_states,
        titles=titles.build(*sources("titles")),
        offices=offices.build(*sources(*office_files())),
        organizations=organizations.build(*sources("organizations", "media")),
        metonyms=metonyms.build(*sources("metonyms")),
        agreements=agreements.build(*sources("agreements")),
        descriptions=descriptions.build(*sources("descriptions")),
        topics=topics.build(*sources("topics")),
        places=places.build(known_states, *sources("venues")),
        verbs=load_verbs(),
        event_forms=compile_event_forms(row(read("event_forms"), dict[Form, dict[str, Any]], "event_forms.yaml")),
        bodies=compile_bodies(row(read("bodies"), dict[ActorKind, list[str]], "bodies.yaml")),
        people=compile_people(read("people")),
        things=compile_things(read("things")),
        nicknames=compile_nicknames(read("nicknames")),
    )


def office_files() -> tuple[str, ...]:
    """The tables of offices, by name, without suffix."""
    files = (file.name for file in data_folder().iterdir())
    return tuple(
        sorted(name.removesuffix(".yaml") for name in files if name.startswith("offices") and name.endswith(".yaml"))
    )
