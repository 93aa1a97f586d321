"""Whether an event took place, is planned, or is only recalled, as its clause says."""

from communique.annotate.tree import Tree
from communique.extract.events.triggers import Trigger
from communique.records.events import MentionStatus

COMING = frozenset(
    "upcoming planned scheduled next future forthcoming expected proposed possible potential coming".split()
)
GONE = frozenset("previous last earlier past recent former".split())
UNDER_WAY = frozenset("ongoing current".split())
PLANS = frozenset(
    "plan expect schedule intend agree hope want set due aim prepare propose offer invite slate decide seek ask "
    "announce".split()
)
GOES = frozenset("travel fly go come arrive visit journey return".split())
CANCELS = frozenset("cancel scrap abandon scrub".split())
DENIES = frozenset("deny refuse reject decline".split())
AHEAD = frozenset({"before", "ahead", "for", "until"})
PURPOSE_NOUNS = frozenset({"participation", "preparation", "preparations", "plans", "invitation", "plan"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
OPEN = frozenset({"could", "might", "may", "can"})


def status_of(tree: Tree, trigger: Trigger) -> MentionStatus:
    """What the clause of the trigger says of the event: "held" where nothing says otherwise."""
    if trigger.how == "noun":
        said = _of_noun(tree, trigger.i)
        if said is not None:
            return said
    verb = governing_verb(tree, trigger)
    return "held" if verb is None else _of_verb(tree, verb, own=trigger.how != "noun" or verb == trigger.verb)


def governing_verb(tree: Tree, trigger: Trigger) -> int | None:
    """The verb that says whether the event took place: the trigger itself, its light verb, or the verb above."""
    if trigger.how != "noun":
        return trigger.i
    if trigger.verb is not None and tree.tokens[trigger.verb].pos in {"VERB", "AUX"}:
        return trigger.verb
    return next((a for a in tree.ancestors(trigger.i) if tree.tokens[a].pos in {"VERB", "AUX"}), None)


def _of_noun(tree: Tree, i: int) -> MentionStatus | None:
    words = {tree.tokens[c].lemma for c in tree.children(i, "amod", "compound", "nmod")}
    words |= {tree.tokens[c].text.lower() for c in tree.children(i, "amod", "compound", "acl")}
    if words & COMING:
        return "conditional" if words & {"possible", "potential", "proposed"} else "planned"
    if words & GONE:
        return "recalled"
    if words & UNDER_WAY:
        return "ongoing"
    token = tree.tokens[i]
    if token.dep == "pobj":
        lead = tree.tokens[token.head]
        above = tree.tokens[lead.head]
        if above.lemma in PURPOSE_NOUNS or (lead.text.lower() == "of" and above.text.lower() == "ahead"):
            return "planned"
        if lead.text.lower() in {"before", "until"} and above.pos in {"VERB", "AUX"}:
            return "planned"
    return None


def _of_verb(tree: Tree, verb: int, own: bool) -> MentionStatus:
    """`own`: the verb reports the event itself, so that its tense and its negation are the event's."""
    token = tree.tokens[verb]
    if token.lemma in CANCELS or (
        token.lemma == "call" and any(tree.tokens[c].text == "off" for c in tree.children(verb, "prt"))
    ):
        return "cancelled"
    if token.lemma in DENIES:
        return "denied"
    if token.lemma in PLANS and not own:
        return "planned"
    if not own:
        return "planned" if _helpers(tree, verb) & FUTURE else "held"
    if tree.children(verb, "neg"):
        return "denied"
    return _of_tense(tree, verb)


def _of_tense(tree: Tree, verb: int) -> MentionStatus:
    token = tree.tokens[verb]
    helpers = _helpers(tree, verb)
    if helpers & FUTURE:
        return "planned"
    if helpers & OPEN:
        return "conditional"
    if "would" in helpers:
        return "conditional" if _has_if(tree, verb) else "planned"
    above = tree.tokens[token.head] if token.head != verb else None
    if "to" in helpers and token.tag == "VB":
        # "travelled to Oslo to meet the king": who went there for it met him, unless told otherwise.
        went = above is not None and above.lemma in GOES and above.tag in {"VBD", "VBN"}
        return "held" if went else "planned"
    if above is not None and token.dep in {"xcomp", "ccomp"} and above.lemma in PLANS and token.tag != "VBD":
        return "planned"
    if token.tag == "VBG" and helpers & {"is", "are", "am", "'s", "’s"}:
        return "ongoing"
    return "held"


def _helpers(tree: Tree, verb: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "auxpass")}


def _has_if(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[m].text.lower() in {"if", "unless"}
        for clause in tree.children(verb, "advcl")
        for m in tree.children(clause, "mark")
    )
