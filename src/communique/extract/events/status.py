"""Whether an event took place, is planned, or is only recalled, as its clause says."""

from communique.annotate.tree import Tree
from communique.extract.events.tense import DENIES, FUTURE, GOES, OPEN, PLANS, helpers_of, of_tense
from communique.extract.events.triggers import Trigger
from communique.records.events import MentionStatus

COMING = frozenset(
    "upcoming planned scheduled next future forthcoming expected proposed possible potential coming".split()
)
GONE = frozenset("previous last earlier past recent former".split())
UNDER_WAY = frozenset("ongoing current".split())
ORDINALS = frozenset({"first", "second", "third", "last", "initial"})
CANCELS = frozenset("cancel scrap abandon scrub".split())
# What happens, takes place; and what is kept from it.
HAPPENS = frozenset("take happen occur materialise materialize hold".split())
BLOCKS = frozenset("block prevent avert stop postpone delay avoid oppose ban boycott".split())
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


def status_of(tree: Tree, trigger: Trigger) -> MentionStatus:
    """What the clause of the trigger says of the event: "held" where nothing says otherwise."""
    verb = governing_verb(tree, trigger)
    if tree.tokens[trigger.i].lemma in {"due", "expect"}:
        return "planned"
    if trigger.how == "noun":
        if verb is not None and _called_off(tree, verb, trigger.i):
            return "cancelled"
        said = _of_noun(tree, trigger.i)
        if said is not None:
            return said
    if verb is None:
        return "held"
    if trigger.how == "noun" and verb == trigger.verb and _on_the_way(tree, verb):
        return "planned"
    return _of_verb(tree, verb, None if trigger.how != "noun" or verb == trigger.verb else trigger.i)


def _on_the_way(tree: Tree, verb: int) -> bool:
    """ "is due in Oslo for talks", "is travelling to Oslo for talks" """
    going = tree.tokens[verb].lemma in GOES and tree.tokens[verb].tag == "VBG" and tree.children(verb, "aux")
    return bool(going) or any(tree.tokens[c].lemma == "due" for c in tree.children(verb, "acomp"))


def _called_off(tree: Tree, verb: int, noun: int) -> bool:
    """ "the planned visit was called off": whatever was said of it before."""
    return _cancels(tree, verb) and _is_argument(tree, noun, verb) and not helpers_of(tree, verb) & (OPEN | FUTURE)


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
    determiners = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    if words & COMING:
        return "conditional" if words & {"possible", "potential", "proposed"} else "planned"
    if words & GONE:
        return "recalled"
    if determiners & {"any", "no"}:
        return "conditional" if "any" in determiners else "denied"
    if any(tree.tokens[c].lemma in HAPPENS and tree.tokens[c].tag == "VBD" for c in tree.children(i, "relcl")):
        # "asked for a meeting, which took place on Monday"
        return "held"
    if words & UNDER_WAY:
        return "ongoing"
    return _behind(tree, i, words) if tree.tokens[i].dep == "pobj" else None


def _behind(tree: Tree, i: int, words: set[str]) -> MentionStatus | None:
    """What the preposition before it, and what that hangs on, say of it."""
    at = tree.tokens[i].head
    lead, above = tree.tokens[at].text.lower(), tree.tokens[tree.tokens[at].head]
    if words & ORDINALS and lead in {"from", "since", "before", "after", "until"}:
        return "recalled"
    if above.lemma in PURPOSE_NOUNS or (lead == "of" and above.text.lower() == "ahead"):
        return "planned"
    if above.lemma in BEFORE_NOUNS and lead in {"for", "of", "to", "toward", "towards", "on"}:
        none = any(tree.tokens[c].text.lower() == "no" for c in tree.children(tree.tokens[at].head, "det"))
        return "denied" if none else "planned"
    if lead in {"for", "toward", "towards"} and above.lemma in ARRANGES and not _definite(tree, i):
        return "planned"
    if lead in {"before", "until"} and above.pos in {"VERB", "AUX"} and above.tag not in {"VBD", "VBN"}:
        return "planned"
    return None


def _definite(tree: Tree, i: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss")}
    return bool(words - {"a", "an", "any", "another"})


def _of_verb(tree: Tree, verb: int, noun: int | None) -> MentionStatus:
    """`noun`: the event's own noun, where the verb is not the one that reports it. Such a verb's plans, doubts and
    refusals are the event's only where the noun is its argument: "announced it during the trip" plans no trip."""
    own = noun is None
    helpers = helpers_of(tree, verb)
    open_ = bool(helpers & (OPEN | FUTURE | {"would"}))
    if noun is None or _is_argument(tree, noun, verb):
        if _cancels(tree, verb) or tree.tokens[verb].lemma in DENIES:
            return "conditional" if open_ else "cancelled" if _cancels(tree, verb) else "denied"
        if not own:
            return _talked_of(tree, verb, helpers)
    if not own:
        return "planned" if noun is not None and _said_beside(tree, noun, verb) else "held"
    if tree.children(verb, "neg"):
        return "denied"
    return of_tense(tree, verb)


def _said_beside(tree: Tree, noun: int, verb: int) -> bool:
    """ "will meet her on Friday in Oslo, his first visit there": what is beside a plan is that plan."""
    token = tree.tokens[noun]
    # "… and her, who will meet her in Oslo, his first visit there"
    told = [c for c in tree.children(token.head, "relcl") if c < noun] if token.dep == "appos" else []
    return token.dep in {"appos", "npadvmod"} and any(helpers_of(tree, v) & FUTURE for v in (verb, *told))


def _cancels(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    off = any(tree.tokens[c].text.lower() == "off" for c in tree.children(verb, "prt", "advmod"))
    return token.lemma in CANCELS or (token.lemma == "call" and off)


def _talked_of(tree: Tree, verb: int, helpers: set[str]) -> MentionStatus:
    """An event that is another verb's object or subject: planned, uncertain, or simply spoken of."""
    lemma = tree.tokens[verb].lemma
    if lemma in HAPPENS and tree.children(verb, "neg"):
        return "conditional" if helpers & (OPEN | FUTURE | {"would"}) else "denied"
    if lemma in PLANS | ARRANGES | BLOCKS and tree.tokens[verb].dep != "advcl":
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
        leads = {"for", "to", "toward", "towards", "into"} | ({"on"} if tree.tokens[verb].lemma == "invite" else set())
        return lead.text.lower() in leads and lead.head == verb
    return token.head == verb and token.dep in {"dobj", "nsubj", "nsubjpass", "attr", "oprd"}
