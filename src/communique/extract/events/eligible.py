"""Which triggers tell of an event, and which only look so."""

from communique.annotate.tree import Tree
from communique.extract.events.arguments import arguments
from communique.extract.events.cast import Cast
from communique.extract.events.triggers import Trigger

INSTRUMENTS = frozenset(
    "agreement treaty pact deal memorandum contract declaration protocol accord document statement communique "
    "convention memoranda charter roadmap plan armistice truce ceasefire treaties".split()
)
# What is named to date something else, and the words that lead to it so.
DATING = frozenset({"inauguration", "election", "referendum", "funeral", "runoff"})
WHEN = frozenset({"after", "before", "since", "until", "following", "for", "during", "of"})
WISHES = frozenset(
    "willingness readiness desire ability reluctance unwillingness refusal willing ready able eager reluctant unable "
    "unwilling prepared".split()
)
# Nouns whose plural tells of several events.
SINGLE = frozenset(
    "meeting encounter visit trip call conversation summit dialogue discussion audience reception dinner lunch tour "
    "sit-down stopover phone".split()
)


def is_event(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Whether the trigger tells of an event, not of a thing met, a name called, or a date given by one."""
    token = tree.tokens[trigger.i]
    if trigger.form in {"ceremony", "election"} and token.lemma in DATING and _only_dates(tree, trigger):
        return False
    if trigger.how != "noun" and _only_wished(tree, trigger.i):
        return False
    if trigger.form == "signing" and trigger.how == "signs":
        objects = tree.children(trigger.i, "dobj", "nsubjpass")
        return any(tree.tokens[o].lemma in INSTRUMENTS for o in objects)
    if trigger.how == "noun" and trigger.first == trigger.i and token.text.lower().startswith("call"):
        return any(tree.tokens[p].text.lower() in {"with", "between"} for p in tree.children(trigger.i, "prep"))
    if token.lemma == "meet" and _meets_a_thing(tree, cast, trigger):
        return False
    if trigger.how == "phones" and not _phones_a_person(tree, cast, trigger):
        return False
    return not (trigger.form == "talks" and trigger.how == "noun" and token.lemma == "talk" and not trigger.plural)


def _only_dates(tree: Tree, trigger: Trigger) -> bool:
    """ "days after the inauguration": it only says when something else was."""
    token = tree.tokens[trigger.i]
    return trigger.verb is None and token.dep == "pobj" and tree.tokens[token.head].text.lower() in WHEN


def _only_wished(tree: Tree, verb: int) -> bool:
    """ "its readiness to negotiate with": nobody has agreed to."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    return token.dep in {"acl", "xcomp", "ccomp"} and token.tag == "VB" and above.lemma in WISHES


def is_series(tree: Tree, trigger: Trigger) -> bool:
    """ "his conversations with the king": some, any number, at any time."""
    token = tree.tokens[trigger.i]
    many = trigger.how == "noun" and trigger.plural and token.lemma in SINGLE
    return many and trigger.verb is None and not tree.children(trigger.i, "nummod")


def _meets_a_thing(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """ "meet the bar": what is met is nobody that the article knows of."""
    objects = tree.children(trigger.i, "dobj")
    return bool(objects) and all(
        tree.tokens[o].pos == "NOUN" and cast.at(o) is None and not _person_inside(tree, cast, o) for o in objects
    )


def _phones_a_person(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Not "called the charges unfounded"."""
    whom = [a.token for a in arguments(tree, trigger) if a.token > trigger.i]
    return any((hit := cast.at(t)) and hit[0].kind in {"person", "state"} for t in whom)


def _person_inside(tree: Tree, cast: Cast, i: int) -> bool:
    return any((hit := cast.at(t)) and hit[0].kind in {"person", "group"} for t in tree.subtree(i))
