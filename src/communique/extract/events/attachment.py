"""Whether a phrase of place says where an event was: the parser hangs it on the event, or on something that is there;
not on what is spoken of, on what was before or after, on a description of somebody, or on another event."""

from communique.annotate.tree import Tree
from communique.extract.events.triggers import Trigger
from communique.extract.events.where import Spot

# What leads to something else than where it was: a topic, another time, an origin.
AWAY = frozenset(
    "about over regarding concerning against from after before since following until than despite amid like besides "
    "without because".split()
)
# "on the sidelines of a summit in Lisbon", "on a visit to Oslo": still there.
ON = frozenset(
    "sideline sidelines margin margins fringe fringes visit trip tour island border stage plane board train ship soil "
    "ground territory campus stopover occasion eve day side".split()
)
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "csubj", "pcomp", "parataxis"})
# "discussed the war in Ukraine": the place of the thing, not of the talks.
SPOKEN_OF = frozenset({"jointly"})


def hangs_on(tree: Tree, spot: Spot, trigger: Trigger) -> bool:
    """Whether the way from the phrase up to the trigger, its light verb or the verb above leads through nothing that
    is elsewhere."""
    if spot.by is None:
        return True
    below = spot.by
    for above in (spot.by, *tree.ancestors(spot.by)):
        if above in {trigger.i, trigger.verb}:
            return True
        if above != spot.by and _elsewhere(tree, above, below, trigger):
            return False
        below = above
    return True


def _elsewhere(tree: Tree, above: int, below: int, trigger: Trigger) -> bool:
    token = tree.tokens[above]
    if leads(tree, above):
        return leads_away(tree, above, below)
    if token.dep == "appos" or (token.dep in CLAUSES and token.pos in {"VERB", "AUX"}):
        return True
    return trigger.how in SPOKEN_OF and token.dep == "dobj" and token.head == trigger.i


def leads(tree: Tree, i: int) -> bool:
    """Whether the token only leads to what is below it."""
    return tree.tokens[i].pos in {"ADP", "SCONJ"} or tree.tokens[i].dep == "prep"


def leads_away(tree: Tree, i: int, below: int) -> bool:
    """Whether such a token leads to what is not where, and not when, the rest is."""
    word = tree.tokens[i].text.lower()
    if tree.tokens[below].dep not in {"pobj", "pcomp"}:
        # "once before, at the fair"
        return False
    return word in AWAY or (word == "on" and tree.tokens[below].lemma not in ON)
