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
# "when they meet", "before they meet": in the present tense, of what is to come.
AHEAD_CLAUSE = frozenset({"when", "once", "before", "until"})
# Verbs whose object is talked of before it is: "arranged a meeting", "accepted an invitation to talks".
ARRANGES = frozenset(
    "arrange seek prepare consider accept propose suggest request want pursue schedule plan organise organize broker "
    "demand offer favour favor support oppose reject".split()
)
BEFORE_NOUNS = frozenset(
    "groundwork preparation plan basis way prospect possibility chance hope idea proposal invitation offer date venue "
    "location site agenda condition path stage arrangement timetable push call request".split()
)
PURPOSE_NOUNS = frozenset({"participation"})
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
        if above.lemma in BEFORE_NOUNS and lead.text.lower() in {"for", "of", "to", "toward", "towards", "on"}:
            return "planned"
        if lead.text.lower() in {"for", "toward", "towards"} and above.lemma in ARRANGES and not _definite(tree, i):
            return "planned"
        if lead.text.lower() in {"before", "until"} and above.pos in {"VERB", "AUX"}:
            return "planned"
    return None


def _definite(tree: Tree, i: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss")}
    return bool(words - {"a", "an", "any", "another"})


def _of_verb(tree: Tree, verb: int, own: bool) -> MentionStatus:
    """`own`: the verb reports the event itself, so that its tense and its negation are the event's."""
    token = tree.tokens[verb]
    if _helpers(tree, verb) & (OPEN | FUTURE | {"would"}) and token.lemma in CANCELS | DENIES:
        return "conditional"
    if token.lemma in CANCELS or (
        token.lemma == "call" and any(tree.tokens[c].text == "off" for c in tree.children(verb, "prt"))
    ):
        return "cancelled"
    if token.lemma in DENIES:
        return "denied"
    if token.lemma in PLANS and not own:
        return "planned"
    if token.lemma in ARRANGES and not own and token.dep != "advcl":
        return "planned"
    if not own:
        return "planned" if _helpers(tree, verb) & FUTURE else "held"
    if tree.children(verb, "neg"):
        return "denied"
    return _of_tense(tree, verb)


def _of_tense(tree: Tree, verb: int) -> MentionStatus:
    token = tree.tokens[verb]
    helpers = _helpers(tree, verb)
    if _marks(tree, verb) & {"if", "unless", "whether"}:
        return "conditional"
    if helpers & FUTURE:
        return "planned"
    if helpers & OPEN:
        return "conditional"
    if _marks(tree, verb) & AHEAD_CLAUSE and token.tag in {"VBP", "VBZ"}:
        return "planned"
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


def _marks(tree: Tree, verb: int) -> set[str]:
    """The words that open the verb's clause: "if", "whether", "when"."""
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod")}


def _has_if(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[m].text.lower() in {"if", "unless"}
        for clause in tree.children(verb, "advcl")
        for m in tree.children(clause, "mark")
    )
