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
    "announce suppose ensure".split()
)
GOES = frozenset("travel fly go come arrive visit journey return".split())
ORDINALS = frozenset({"first", "second", "third", "last", "initial"})
BACK = frozenset({"first", "last", "previously", "once", "twice", "times", "formerly"})
TRUE_OF = frozenset("happen manage begin start continue proceed".split())
SENT = frozenset({"send", "dispatch"})
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
    if verb is None:
        return "held"
    return _of_verb(tree, verb, None if trigger.how != "noun" or verb == trigger.verb else trigger.i)


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
    if any(tree.tokens[c].text.lower() == "any" for c in tree.children(i, "det")):
        return "conditional"
    if words & UNDER_WAY:
        return "ongoing"
    token = tree.tokens[i]
    if token.dep == "pobj":
        lead = tree.tokens[token.head]
        if words & ORDINALS and lead.text.lower() in {"from", "since", "before", "after", "until"}:
            return "recalled"
        above = tree.tokens[lead.head]
        if above.lemma in PURPOSE_NOUNS or (lead.text.lower() == "of" and above.text.lower() == "ahead"):
            return "planned"
        if above.lemma in BEFORE_NOUNS and lead.text.lower() in {"for", "of", "to", "toward", "towards", "on"}:
            return "planned"
        if lead.text.lower() in {"for", "toward", "towards"} and above.lemma in ARRANGES and not _definite(tree, i):
            return "planned"
        if (
            lead.text.lower() in {"before", "until"}
            and above.pos in {"VERB", "AUX"}
            and above.tag not in {"VBD", "VBN"}
        ):
            return "planned"
    return None


def _definite(tree: Tree, i: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss")}
    return bool(words - {"a", "an", "any", "another"})


def _of_verb(tree: Tree, verb: int, noun: int | None) -> MentionStatus:
    """`noun`: the event's own noun, where the verb is not the one that reports it. Such a verb's plans, doubts and
    refusals are the event's only where the noun is its argument: "announced it during the trip" plans no trip."""
    own = noun is None
    helpers = _helpers(tree, verb)
    open_ = bool(helpers & (OPEN | FUTURE | {"would"}))
    if noun is None or _is_argument(tree, noun, verb):
        if _cancels(tree, verb) or tree.tokens[verb].lemma in DENIES:
            return "conditional" if open_ else "cancelled" if _cancels(tree, verb) else "denied"
        if not own:
            return _talked_of(tree, verb, helpers)
    if not own:
        return "held"
    if tree.children(verb, "neg"):
        return "denied"
    return _of_tense(tree, verb)


def _cancels(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    off = any(tree.tokens[c].text.lower() == "off" for c in tree.children(verb, "prt", "advmod"))
    return token.lemma in CANCELS or (token.lemma == "call" and off)


def _talked_of(tree: Tree, verb: int, helpers: set[str]) -> MentionStatus:
    """An event that is another verb's object or subject: planned, uncertain, or simply spoken of."""
    lemma = tree.tokens[verb].lemma
    if lemma in PLANS | ARRANGES and tree.tokens[verb].dep != "advcl":
        return "planned"
    if helpers & FUTURE:
        return "planned"
    if helpers & (OPEN | {"would"}) or tree.children(verb, "neg"):
        return "conditional"
    return "held"


def _is_argument(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the verb's meaning reaches the noun: as object, subject, complement, behind "for" or "to", or in
    apposition to such."""
    token = tree.tokens[noun]
    if token.dep in {"appos", "conj"} and token.head != noun:
        return token.head == verb or _is_argument(tree, token.head, verb)
    if token.dep == "pobj":
        lead = tree.tokens[token.head]
        return lead.text.lower() in {"for", "to", "toward", "towards", "into"} and lead.head == verb
    return token.head == verb and token.dep in {"dobj", "nsubj", "nsubjpass", "attr", "oprd"}


def _looks_back(tree: Tree, verb: int) -> bool:
    """ "whom he first visited", "they last met", "having met six times": not news."""
    if tree.tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    words = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod", "npadvmod")}
    return bool(words & BACK)


def _of_tense(tree: Tree, verb: int) -> MentionStatus:
    token = tree.tokens[verb]
    helpers = _helpers(tree, verb)
    if _looks_back(tree, verb):
        return "recalled"
    if _marks(tree, verb) & {"if", "unless", "whether"} or _unknown(tree, verb):
        return "conditional"
    if helpers & FUTURE:
        return "planned"
    if helpers & OPEN:
        return "conditional"
    if _marks(tree, verb) & AHEAD_CLAUSE and token.tag in {"VBP", "VBZ"}:
        return "planned"
    above = tree.tokens[token.head] if token.head != verb else None
    if token.tag == "VB" and not helpers and above is not None and above.lemma in {"have", "let", "make", "help"}:
        # "to have the minister call him"
        return _of_tense(tree, token.head)
    if "would" in helpers:
        return "conditional" if _has_if(tree, verb) else "planned"
    if "to" in helpers and token.tag == "VB" and above is not None and above.lemma in TRUE_OF:
        # "happened to be in Oslo for a meeting"
        return _of_tense(tree, token.head)
    if "to" in helpers and token.tag == "VB":
        # "travelled to Oslo to meet the king": who went there for it met him, unless told otherwise.
        went = above is not None and above.lemma in GOES | SENT and above.tag in {"VBD", "VBN"}
        return "held" if went else "planned"
    if above is not None and token.dep in {"xcomp", "ccomp"} and above.lemma in PLANS and token.tag != "VBD":
        return "planned"
    if token.tag == "VBG" and helpers & {"is", "are", "am", "'s", "’s"}:
        return "ongoing"
    return "held"


def _helpers(tree: Tree, verb: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "auxpass")}


def _unknown(tree: Tree, verb: int) -> bool:
    """ "did not know when they had met": nobody says that they met."""
    above = tree.tokens[verb].head
    if _helpers(tree, verb) & {"had", "have", "has"}:
        # "did not know when they had met": they had.
        return False
    asks = _marks(tree, verb) & {"when", "where", "how", "why"}
    return bool(asks) and above != verb and bool(tree.children(above, "neg"))


def _marks(tree: Tree, verb: int) -> set[str]:
    """The words that open the verb's clause: "if", "whether", "when"."""
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod")}


def _has_if(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[m].text.lower() in {"if", "unless"}
        for clause in tree.children(verb, "advcl")
        for m in tree.children(clause, "mark")
    )
