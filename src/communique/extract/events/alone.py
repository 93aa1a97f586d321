"""Which events one who takes part is enough to tell: what a body or its head convenes, words that are issued or spoken
on a stage, a hearing, an election won."""

from communique.annotate.tree import Tree
from communique.extract.events.arguments import rivals
from communique.extract.events.cast import Cast
from communique.extract.events.spoken import ADDRESSES, CONVENES, GATHERINGS, STAGES, is_called, speakers_at
from communique.extract.events.triggers import Trigger
from communique.records.mentions import LocalParticipant

HOLDS = frozenset({"hold", "open", "begin", "schedule", "conclude", "end", "finish", "start"})
BODIES = frozenset({"organization", "government", "bloc"})
TESTIFIES = frozenset({"testimony", "testify", "hearing"})
HEARERS = frozenset(
    "jury congress congressional senate parliament parliamentary committee court house panel council commission "
    "inquiry tribunal judge lawmakers confirmation judiciary".split()
)
PUBLISHES = frozenset({"issue", "release", "publish", "post", "send"})
PUBLISHED = frozenset({"statement", "communique", "communiqué", "declaration", "letter"})


def is_enough(
    tree: Tree, cast: Cast, trigger: Trigger, who: tuple[LocalParticipant, ...], *, set_: bool
) -> bool | None:
    """Whether the event is worth telling with nobody else, or, of words on a stage at no place or time of their own,
    not at all (None). `set_`: it has a place or a time of its own."""
    form, token = trigger.form, tree.tokens[trigger.i]
    if form == "statement" and token.lemma in STAGES:
        return True if who and set_ and not trigger.plural and _is_speech(tree, trigger) else None
    if not who:
        return False
    if form == "summit":
        # "a NATO summit in Lisbon"
        return set_ and any(cast.actors[p.actor].kind in BODIES for p in who)
    if form == "other":
        return _before_a_house(tree, trigger)
    if form == "meeting" and trigger.how == "noun":
        return _of_a_body(tree, cast, trigger, who)
    if form == "statement":
        published = token.lemma in PUBLISHED and tree.tokens[token.head].lemma in PUBLISHES
        issued = published and token.dep in {"dobj", "nsubjpass"}
        return issued or token.lemma == "post"
    return (form == "election" and bool(rivals(tree, trigger.i))) or (
        form == "departure" and _bound_for(tree, trigger.i)
    )


def _before_a_house(tree: Tree, trigger: Trigger) -> bool:
    """ "Testimony before the Senate", "grand jury testimony", "testified before the committee": who heard it says which
    it was."""
    i = trigger.i
    words = [tree.tokens[c].text.lower() for c in tree.children(i, "compound", "amod", "nmod")]
    leads = [p for p in tree.children(i, "prep") if tree.tokens[p].text.lower() in {"before", "to"}]
    heard = [tree.tokens[o] for p in leads for o in tree.children(p, "pobj")]
    named = any(token.pos == "PROPN" or token.text.lower() in HEARERS for token in heard)
    return tree.tokens[i].lemma in TESTIFIES and (named or any(word in HEARERS for word in words))


def _bound_for(tree: Tree, verb: int) -> bool:
    """ "left for Madrid", not "left the club for Madrid"."""
    if tree.children(verb, "dobj"):
        return False
    leads = [p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "for"]
    return any(tree.tokens[o].pos == "PROPN" for p in leads for o in tree.children(p, "pobj"))


def _is_speech(tree: Tree, trigger: Trigger) -> bool:
    """Whether somebody speaks: an appearance may be one in a match."""
    lemma = tree.tokens[trigger.i].lemma
    return lemma not in {*GATHERINGS, "appearance"} or bool(speakers_at(tree, trigger))


def _of_a_body(tree: Tree, cast: Cast, trigger: Trigger, who: tuple[LocalParticipant, ...]) -> bool:
    """ "The council held a meeting", "convened a meeting", "told a cabinet meeting"."""
    token = tree.tokens[trigger.i]
    verb = tree.tokens[token.head].lemma if token.dep in {"dobj", "nsubjpass", "dative"} else ""
    body = any(cast.actors[p.actor].kind in BODIES for p in who)
    with_others = any(tree.tokens[p].text.lower() in {"with", "between"} for p in tree.children(trigger.i, "prep"))
    if with_others:
        return False
    return verb in CONVENES | ADDRESSES or (body and (verb in HOLDS or is_called(tree, trigger.i)))
