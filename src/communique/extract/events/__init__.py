"""What happened between actors, as one article says it."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.events.antecedents import with_antecedents
from communique.extract.events.drafts import drafts
from communique.knowledge import Knowledge
from communique.records.mentions import EventMention, Extraction, LocalActor


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[LocalActor | EventMention]:
    """The article's event mentions in text order, behind the states that nothing but they speak of ("a Chilean
    envoy")."""
    drafted, made = drafts(tree, so_far, knowledge)
    known = replace(so_far, actors=(*so_far.actors, *made.values()))
    found = list(with_antecedents(tree, known, knowledge, drafted))
    taking_part = {one.actor for mention in found for one in mention.participants}
    yield from (actor for actor in made.values() if actor.id in taking_part)
    yield from found
