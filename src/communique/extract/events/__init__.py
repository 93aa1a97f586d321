"""What happened between actors, as one article says it."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.events.antecedents import with_antecedents
from communique.extract.events.drafts import drafts
from communique.knowledge import Knowledge
from communique.records.mentions import EventMention, Extraction


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[EventMention]:
    """The article's event mentions in text order."""
    yield from with_antecedents(tree, so_far, knowledge, drafts(tree, so_far, knowledge))
