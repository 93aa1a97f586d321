"""Who takes part in an event whose own words name nobody: those of the clause that it frames, or that tells what
happened there."""

import re

from communique.annotate.tree import Tree
from communique.extract.events.arguments import JOURNEYS
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import Argument, both, spread, subjects
from communique.extract.events.triggers import Trigger
from communique.records.events import ParticipantRole

# What leads to the event during which something is done, and the verbs whose subject and object are both there.
FRAMES = frozenset({"during", "on", "at", "in", "over"})
YEAR = re.compile(r"(?:19|20)\d\d")
TELLS = frozenset("tell ask meet confront press urge assure see remind warn thank inform brief congratulate".split())


def around(tree: Tree, cast: Cast, trigger: Trigger) -> list[Argument]:
    """Those of the clause that an event frames, for one whose own words name nobody: "said on a visit to Oslo", "told
    him during a dinner", "an encounter in which the minister confronted …". Not for one that is known already."""
    if trigger.how != "noun" or trigger.verb is not None or _refers_back(tree, trigger.i):
        return []
    role: ParticipantRole = "guest" if trigger.form in JOURNEYS else "participant"
    found = _inside(tree, trigger) or _framed(tree, cast, trigger)
    return spread(tree, [Argument(a, role) for a in found])


def _inside(tree: Tree, trigger: Trigger) -> list[int]:
    """Those of the clause that says what happened there: "a briefing where she …", "talks in which A pressed B"."""
    if trigger.form in JOURNEYS:
        return []
    clauses = [
        c
        for c in tree.children(trigger.i, "relcl")
        if any(tree.tokens[t].text.lower() in {"where", "which"} and t < c for t in tree.subtree(c))
        and not any(tree.tokens[s].text.lower() == "which" for s in tree.children(c, "nsubj", "nsubjpass", "dobj"))
    ]
    alone = trigger.form == "press_conference"
    return [a for c in clauses for a in (subjects(tree, c) if alone else both(tree, c))]


def _framed(tree: Tree, cast: Cast, trigger: Trigger) -> list[int]:
    """Those of the verb, or of the noun, that the event stands behind."""
    token = tree.tokens[trigger.i]
    if token.dep != "pobj" or tree.tokens[token.head].text.lower() not in FRAMES:
        return []
    above = tree.tokens[token.head].head
    if trigger.form in JOURNEYS:
        return _traveller(tree, cast, above)
    if tree.tokens[above].pos not in {"VERB", "AUX"}:
        return []
    if trigger.form == "press_conference":
        return subjects(tree, above)
    face_to_face = trigger.form == "call" or tree.tokens[above].lemma in TELLS or _in_person(tree, above)
    return both(tree, above) if face_to_face else []


def _in_person(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[p].text.lower() == "in" and tree.tokens[o].text.lower() == "person"
        for above in (verb, *tree.children(verb, "dobj"))
        for p in tree.children(above, "prep")
        for o in tree.children(p, "pobj")
    )


def _traveller(tree: Tree, cast: Cast, above: int) -> list[int]:
    """The nearest person above who does something, or whose doing it is."""
    for i in (above, *tree.ancestors(above)):
        doing = [p for o in tree.children(i, "dobj") for p in tree.children(o, "poss")]
        for tokens in (tree.children(i, "poss"), subjects(tree, i) if tree.tokens[i].pos == "VERB" else [], doing):
            found = [t for t in tokens if (hit := cast.at(t)) and hit[0].kind == "person"]
            if found:
                return found
    return []


def _refers_back(tree: Tree, i: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    if any(YEAR.fullmatch(tree.tokens[c].text) for c in tree.children(i, "nummod", "compound", "amod")):
        # "the 2011 dinner": the year says which.
        return False
    return bool(words & {"the", "this", "that", "these", "those"}) and not tree.children(i, "relcl")
