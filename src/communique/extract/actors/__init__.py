"""Who is mentioned in an article, and where: persons, states, bodies, media and groups.

The files, in the order in which they are asked:

    names               names takes what parsed makes of the parser's entities and what the tables know; outlets,
                        speaking and surnames find more; common, mistaken, placed and locative take away
    offices             roles, bearers
    persons             people says which names and offices are one; called, kin, pronouns
    groups and bodies   groups, by company and nearby; state_bodies; one_body

`phrases` and `draft` are what the steps hand each other.
"""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.draft import Draft, frozen
from communique.extract.actors.groups import find_groups
from communique.extract.actors.names import find_names
from communique.extract.actors.one_body import key_of, one_body
from communique.extract.actors.people import People
from communique.extract.actors.phrases import Name
from communique.extract.actors.pronouns import place_pronouns
from communique.extract.actors.roles import find_roles
from communique.extract.actors.state_bodies import bodies
from communique.knowledge import Knowledge
from communique.records.mentions import Extraction, LocalActor


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[LocalActor]:
    """The actors of the article in the order of their first mention."""
    dated = [i for time in so_far.times for i in tree.within(time.span.start, time.span.end)]
    names = find_names(tree, knowledge, dated)
    roles = find_roles(tree, knowledge, names)
    people = People(tree, knowledge, names, roles).drafts
    place_pronouns(tree, people, knowledge.people)
    others = _bodies(tree, [*names, *_without_overlap(bodies(tree, knowledge, names), people)])
    groups = find_groups(tree, knowledge, people, others, roles)
    yield from frozen(tree, [*people, *others, *groups])


def _bodies(tree: Tree, names: list[Name]) -> list[Draft]:
    """States, governments, organizations, formats and media: one draft for each key, or folded name."""
    drafts: dict[tuple[str, str], Draft] = {}
    for name in names:
        if name.kind in {"person", "demonym"}:
            continue
        kind = name.kind if name.kind != "demonym" else "organization"
        draft = drafts.setdefault(
            (kind, name.key or key_of(name.text)), Draft(kind, name.text, country=name.country, key=name.key)
        )
        draft.names.append(tree.span(name.first, name.last - 1).exact)
        draft.at.append((name.first, name.last, "name"))
    return one_body(list(drafts.values()))


def _without_overlap(names: list[Name], people: list[Draft]) -> list[Name]:
    taken = {i for draft in people for first, last, _ in draft.at for i in range(first, last)}
    return [name for name in names if not taken & set(range(name.first, name.last))]
