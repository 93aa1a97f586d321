"""What happened beyond meetings: acts between powers by PLOVER's types, and the event that an article is about.

The files, in the order in which they are asked:

    what an act is      coding, by the rules of the table, with grammar, harm and sentence
    what the news is    main is the way through: head takes the title and the first sentences, told reads them, news
                        and carried say what they tell of
    who                 parties
    where and when      spot, day: attached and standing say what each candidate is worth; head_setting, met, sequence
    told again          again, elsewhen
    between powers      powers; mention makes the record's rows of all
"""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.acts.head_setting import reported_there
from communique.extract.acts.main import main_mentions
from communique.extract.acts.mention import Scene, scene
from communique.extract.acts.met import dated_encounters
from communique.extract.acts.powers import between_powers
from communique.extract.acts.sequence import in_sequence
from communique.knowledge import Knowledge
from communique.knowledge.acts import load_acts
from communique.records.mentions import EventMention, Extraction, LocalActor


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[EventMention | LocalActor]:
    """The article's main event and its acts between powers, after the actors that only they name."""
    own = scene(tree, so_far, knowledge, load_acts())
    main = main_mentions(own, so_far)
    found = [*main, *between_powers(own, so_far, main), *dated_encounters(own, so_far, main)]
    found = [*found, *_before_the_press(own, so_far, {m.id for m in found})]
    found = list({m.id: m for m in (*found, *in_sequence(own, so_far, found))}.values())
    used = {p.actor for mention in found for p in mention.participants}
    yield from (actor for id_, actor in own.parties.made.items() if id_ in used)
    yield from sorted(found, key=lambda m: (m.span.start, m.id))


def _before_the_press(own: Scene, so_far: Extraction, known: set[str]) -> Iterator[EventMention]:
    """Press conferences of the day without a place, with that of the dateline."""
    for mention in so_far.events:
        if mention.form == "press_conference" and mention.id not in known and not mention.place:
            there = reported_there(own, mention)
            if there.place is not None:
                yield there
