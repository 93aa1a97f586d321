"""What happened between actors, as one article says it.

The files, in the order in which they are asked:

    words that tell it  triggers, of which eligible, phoned and alone leave those that do
    drafts              drafts puts together who, where, when and whether
    who                 arguments by the grammar, participants and cast by the actors; company, framed, spoken and
                        principals where the event's own words name nobody
    where, when         where, setting; when; attachment says whether they are the event's own
    whether             status, by the noun and its verb; tense, by the verb alone
    one event again     lending within a sentence, antecedents within the article
"""

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
