"""Which triggers tell of an event, and which only look so."""

from communique.annotate.tree import Tree
from communique.extract.events.arguments import arguments
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import relative
from communique.extract.events.handed import receivers
from communique.extract.events.outlets import aired_on, has_occasion
from communique.extract.events.triggers import Trigger
from communique.records.annotated import Token

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
    "sit-down stopover phone exercise drill manoeuvre maneuver interview statement letter speech tweet rally forum "
    "debate appearance convention conference".split()
)


# How often, not when.
HABITS = frozenset("frequently often regularly always usually routinely sometimes occasionally rarely seldom".split())
# What is told to officials is told to no press.
SECRET = frozenset("intelligence security military classified defense defence national daily background".split())
# "a call from her", "placed a call to her"
ENDS = frozenset({"from", "to"})
GETS = frozenset("receive get give request need deserve deliver take".split())


def is_event(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Whether the trigger tells of an event, not of a thing met, a name called, a habit, or a date given by one."""
    token = tree.tokens[trigger.i]
    if _habitual(tree, trigger):
        return False
    return _noun_tells(tree, trigger, token) if trigger.how == "noun" else _verb_tells(tree, cast, trigger, token)


def _noun_tells(tree: Tree, trigger: Trigger, token: Token) -> bool:
    prepositions = {tree.tokens[p].text.lower() for p in tree.children(trigger.i, "prep")}
    one_word = trigger.first == trigger.i
    if trigger.form in {"ceremony", "election"} and token.lemma in DATING and _only_dates(tree, trigger):
        return False
    if one_word and token.text.lower().startswith("call"):
        return bool(prepositions & {"with", "between"}) or (trigger.verb is not None and bool(prepositions & ENDS))
    told_of = prepositions or trigger.verb is not None or tree.children(trigger.i, "compound", "amod")
    if token.lemma in {"hearing", "testimony"} and not told_of:
        # Else it is a sense, or what somebody says anywhere.
        return False
    if token.lemma == "audience":
        # Else it listens.
        return bool(prepositions & {"with", "of"})
    if one_word and token.lemma == "briefing":
        return not trigger.plural and not _for_officials(tree, trigger)
    return not (trigger.form == "talks" and token.lemma == "talk" and not trigger.plural)


def _for_officials(tree: Tree, trigger: Trigger) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(trigger.i, "compound", "amod", "nmod")}
    verb = trigger.verb if trigger.verb is not None else tree.tokens[trigger.i].head
    return bool(words & SECRET) or tree.tokens[verb].lemma in GETS


def _verb_tells(tree: Tree, cast: Cast, trigger: Trigger, token: Token) -> bool:
    if _only_wished(tree, trigger.i):
        return False
    if trigger.how == "told":
        outlets = [*tree.children(trigger.i, "dobj", "dative"), *aired_on(tree, trigger.i)]
        media = any((hit := cast.at(o)) and hit[0].kind == "media" for o in outlets)
        return media and not has_occasion(tree, trigger.i)
    if trigger.how == "gives":
        return any(cast.at(o) for o in receivers(tree, trigger.i))
    if trigger.how == "signs":
        objects = tree.children(trigger.i, "dobj", "nsubjpass")
        return any(tree.tokens[o].lemma.lower() in INSTRUMENTS for o in objects)
    if trigger.how == "hosts":
        return _has_guest(tree, cast, trigger)
    if token.lemma == "meet" and _meets_a_thing(tree, cast, trigger):
        return False
    if trigger.how == "leaves" and _leaves_office(tree, cast, trigger.i):
        return False
    beside = trigger.how == "with" and token.lemma != "meet" and not tree.children(trigger.i, "dobj")
    if beside and not _to_somebody(tree, cast, trigger):
        return False
    return trigger.how != "phones" or _phones_a_person(tree, cast, trigger)


def _leaves_office(tree: Tree, cast: Cast, i: int) -> bool:
    """ "Left the White House", "left the party": no longer belonged to it."""
    objects = tree.children(i, "dobj")
    return any((hit := cast.at(o)) and hit[0].kind in {"government", "organization", "bloc"} for o in objects) or any(
        tree.tokens[o].text.lower() in {"office", "house", "government", "cabinet"} for o in objects
    )


def _to_somebody(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Not "they speak with one voice", "sat down with a sigh"."""
    beside = [p for p in tree.children(trigger.i, "prep") if tree.tokens[p].text.lower() == "with"]
    whom = [relative(tree, o, trigger.i) for p in beside for o in tree.children(p, "pobj")]
    return not whom or any(cast.at(o) or _person_inside(tree, cast, o) for o in whom)


def _habitual(tree: Tree, trigger: Trigger) -> bool:
    """ "They often meet": no time of all of them."""
    verb = trigger.i if trigger.how != "noun" else trigger.verb
    return verb is not None and any(tree.tokens[c].text.lower() in HABITS for c in tree.children(verb, "advmod"))


def _has_guest(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Whether somebody is received: not "received a tenth of the votes", "welcomed the verdict"."""
    guests = [a for a in arguments(tree, trigger) if a.role == "guest"]
    hits = [(cast.at(a.token), a.inner) for a in guests]
    return any(hit and (hit[0].kind in {"person", "group"} or not inner) for hit, inner in hits)


def _only_dates(tree: Tree, trigger: Trigger) -> bool:
    """ "days after the inauguration": it only says when something else was."""
    token = tree.tokens[trigger.i]
    before = tree.tokens[trigger.first - 1].text.lower() if trigger.first else ""
    led = token.dep == "pobj" and tree.tokens[token.head].text.lower() in WHEN
    return before in WHEN or (led and trigger.verb is None)


def _only_wished(tree: Tree, verb: int) -> bool:
    """ "its readiness to negotiate with": nobody has agreed to."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    return token.dep in {"acl", "xcomp", "ccomp"} and token.tag == "VB" and above.lemma in WISHES


def is_series(tree: Tree, trigger: Trigger) -> bool:
    """ "His conversations with the king", "spoke twenty times": some, any number, at any time."""
    token = tree.tokens[trigger.i]
    if trigger.how != "noun":
        counted = tree.children(trigger.i, "npadvmod", "dobj", "oprd")
        return any(tree.tokens[c].text.lower() == "times" for c in counted)
    many = trigger.plural and token.lemma in SINGLE
    return many and trigger.verb is None and not tree.children(trigger.i, "nummod")


def _meets_a_thing(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """ "meet the bar": what is met is nobody that the article knows of."""
    objects = tree.children(trigger.i, "dobj")
    return bool(objects) and all(
        tree.tokens[o].pos == "NOUN" and cast.at(o) is None and not _is_somebody(tree, cast, o) for o in objects
    )


def _is_somebody(tree: Tree, cast: Cast, i: int) -> bool:
    """Whether the noun is a title ("the king"), or has a person in its phrase."""
    title = cast.titles.normal(tree.tokens[i].text) if cast.titles else None
    return title is not None or _person_inside(tree, cast, i)


def _phones_a_person(tree: Tree, cast: Cast, trigger: Trigger) -> bool:
    """Not "called the charges unfounded"."""
    whom = [a.token for a in arguments(tree, trigger) if a.token > trigger.i]
    return any((hit := cast.at(t)) and hit[0].kind in {"person", "state"} for t in whom)


def _person_inside(tree: Tree, cast: Cast, i: int) -> bool:
    return any((hit := cast.at(t)) and hit[0].kind in {"person", "group"} for t in tree.subtree(i))
