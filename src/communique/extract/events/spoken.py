"""Who speaks at an event, and so is there: "told a rally", "said at a meeting of his party"."""

from communique.annotate.tree import Tree
from communique.extract.events.grammar import subjects
from communique.extract.events.outlets import SPEAKS
from communique.extract.events.triggers import Trigger

ADDRESSES = frozenset({"tell", "address", "brief"})
# What leads to an event at which something is said or done, and to one that is over.
AT = frozenset({"at", "during", "in", "on", "before"})
OVER = frozenset({"after", "following"})
CONVENES = frozenset({"convene", "chair", "call", "summon", "co-chair"})
# Occasions that one goes to in order to speak.
STAGES = frozenset(
    {"appearance", "rally", "forum", "symposium", "fundraiser", "hall", "speech", "address", "debate", "convention",
     "conference"}
)  # fmt: skip
# Stages only to those who are told to speak there: else a debate is one in general, a conference a league.
GATHERINGS = frozenset({"debate", "convention", "conference"})
# At which whoever is spoken to takes part as well.
BOTH_SIDES = frozenset({"call", "talks", "meeting"})
# What may be said in between: "in a statement after a meeting of …".
WORDS = frozenset({"statement", "speech", "letter", "interview", "tweet", "message", "remark", "comment", "address"})


def speakers_at(tree: Tree, trigger: Trigger) -> list[int]:
    """The subject of the clause that says what was said or done at the event, where that tells that it was there."""
    i = trigger.i
    token = tree.tokens[i]
    if token.dep in {"dobj", "dative"}:
        # "told a party meeting that …"
        return subjects(tree, token.head) if tree.tokens[token.head].lemma in ADDRESSES else []
    if token.dep != "pobj" or not (_new(tree, trigger) or _on_the_line(tree, trigger)):
        return []
    lead = tree.tokens[token.head].text.lower()
    if lead not in AT | OVER:
        return []
    above = tree.tokens[token.head].head
    if tree.tokens[above].lemma in WORDS:
        above = next((a for a in tree.ancestors(above) if tree.tokens[a].pos in {"VERB", "AUX"}), above)
    if tree.tokens[above].pos not in {"VERB", "AUX"}:
        return []
    if lead in OVER:
        told = _of_body(tree, i) is not None or is_called(tree, i)
        return subjects(tree, above) if trigger.form == "meeting" and told else []
    if trigger.form == "meeting" and _of_body(tree, i) is None:
        return []
    # Whatever one does in a speech, one gives it.
    own = trigger.form == "statement" and lead in {"in", "during"} and token.lemma not in GATHERINGS
    # "appeared unsteady at the debate" says nothing.
    speaks = own or (tree.tokens[above].lemma in SPEAKS and not tree.children(above, "oprd", "acomp"))
    heard = tree.children(above, "dobj", "dative") if trigger.form in BOTH_SIDES else []
    return [*subjects(tree, above), *heard] if speaks else []


def _on_the_line(tree: Tree, trigger: Trigger) -> bool:
    """ "Congratulated him in a phone call", "told donors on a conference call": both were there."""
    determiners = {tree.tokens[c].text.lower() for c in tree.children(trigger.i, "det")}
    return trigger.form in BOTH_SIDES and not determiners & {"the", "this", "that", "these", "those", "another"}


def is_called(tree: Tree, i: int) -> bool:
    """ "a hastily called meeting" """
    return any(tree.tokens[c].lemma in CONVENES for c in tree.children(i, "amod", "acl"))


def _new(tree: Tree, trigger: Trigger) -> bool:
    """Whether it is a meeting of one body, a stage or a hearing, told for the first time or as somebody's own."""
    if trigger.form == "statement":
        return tree.tokens[trigger.i].lemma in STAGES
    if trigger.form not in {"meeting", "other", "summit"}:
        return False
    determiners = {tree.tokens[c].text.lower() for c in tree.children(trigger.i, "det")}
    return not determiners & {"the", "this", "that", "these", "those", "another"} or bool(
        tree.children(trigger.i, "compound") or _of_body(tree, trigger.i)
    )


def _of_body(tree: Tree, i: int) -> int | None:
    """The name behind "of", where nobody but it is named as taking part, or the word for the kind of body before the
    noun."""
    leads = {tree.tokens[p].text.lower(): p for p in tree.children(i, "prep")}
    if leads.keys() & {"with", "between", "among"} or tree.children(i, "poss"):
        return None
    behind = tree.children(leads["of"], "pobj") if "of" in leads else []
    kinds = [c for c in tree.children(i, "compound", "amod", "nmod") if tree.tokens[c].text.lower() in BODIES]
    return next(iter([*behind, *kinds]), None)


BODIES = frozenset(
    "party cabinet council committee board parliament parliamentary government assembly congress caucus faction "
    "commission politburo ministerial security bureau leadership".split()
)
