"""Words that report an event: "met", "talks", "a joint press conference"."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.handed import hands_over
from communique.extract.events.outlets import airs
from communique.extract.events.phoned import by_telephone, telephones
from communique.knowledge.event_forms import EventForms
from communique.records.annotated import Token
from communique.records.events import Form

LONGEST = 3
# Verbs that say of a noun that it took place: their subject takes part.
LIGHT = frozenset(
    "hold have attend conduct host chair convene lead open make pay begin conclude start complete finish undertake "
    "join co-chair stage organise organize resume restart reopen continue end".split()
)
# What one side gives and the other takes.
EXCHANGED: dict[Form, frozenset[str]] = {
    "call": frozenset("receive get take place return exchange".split()),
    "visit": frozenset("receive get host".split()),
    "statement": frozenset("deliver give make send write address sign".split()),
    "other": frozenset("give deliver provide face".split()),
}
SUMMONS = frozenset({"call", "summon"})
# "participate in a summit", "arrived for talks", "hosted Putin for talks".
LIGHT_PREPOSITIONS = {
    "participate": {"in"}, "take": {"in"}, "arrive": {"for", "on"}, "travel": {"for", "on"}, "gather": {"for", "at"},
    "meet": {"for", "at"}, "come": {"for", "on"}, "sit": {"for"}, "speak": {"at", "during"}, "appear": {"at"},
    "be": {"on", "at", "in", "for"}, "host": {"for"}, "engage": {"in"}, "welcome": {"for"}, "join": {"for", "at"},
    "go": {"on"}, "return": {"from"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token `i` reports an event of a form; `how` is the verb's construction, or "noun"; `verb` the light verb that
    a noun hangs on, if any; `first` the first token of a phrase of several words."""

    i: int
    first: int
    form: Form
    how: str
    verb: int | None = None
    plural: bool = False


def find_triggers(tree: Tree, forms: EventForms) -> Iterator[Trigger]:
    """Every word of the article that may report an event, in text order."""
    for i, token in enumerate(tree.tokens):
        if token.pos in {"NOUN", "PROPN"}:
            yield from _noun(tree, forms, i, token)
        elif token.pos == "VERB":
            construction = _construction(tree, forms, i)
            if construction is not None:
                yield from _verb(tree, *construction, i)
            elif airs(tree, i):
                yield Trigger(i, i, "statement", "told")
        elif token.lemma == "due" and token.dep == "acomp" and _awaited(tree, i):
            yield Trigger(i, i, "visit", "goes", token.head)


def _noun(tree: Tree, forms: EventForms, i: int, token: Token) -> Iterator[Trigger]:
    start = tree.sentence_of(i).first
    for n in range(LONGEST, 0, -1):
        first = i - n + 1
        if first < start:
            continue
        words = [t.text.lower() for t in tree.tokens[first:i]]
        for last in {token.text.lower(), token.lemma, _singular(token)}:
            form = forms.nouns.get(" ".join([*words, last]))
            if form and not _modifies(tree, i):
                yield Trigger(i, first, form, "noun", _light_verb(tree, i, form), token.tag in {"NNS", "NNPS"})
                return


def _singular(token: Token) -> str:
    text = token.text.lower()
    return text[:-1] if text.endswith("s") else text


def _modifies(tree: Tree, i: int) -> bool:
    """ "meeting room", "visit programme": the noun only says what kind of thing another is."""
    token = tree.tokens[i]
    return token.dep in {"compound", "nmod"} and token.head > i and tree.tokens[token.head].pos in {"NOUN", "PROPN"}


def _light_verb(tree: Tree, i: int, form: Form) -> int | None:
    token = tree.tokens[i]
    head = token.head
    if token.dep == "conj":
        return _light_verb(tree, head, form) if tree.tokens[head].pos in {"NOUN", "PROPN"} else None
    light = LIGHT | EXCHANGED.get(form, frozenset()) | (SUMMONS if _new(tree, i) else frozenset())
    if token.dep in {"dobj", "nsubjpass"} and tree.tokens[head].lemma in light:
        return head
    for clause in tree.children(i, "relcl"):
        # "the talks they held in Lisbon"
        given = tree.tokens[clause].lemma in EXCHANGED["statement"] and form == "statement"
        if tree.tokens[clause].lemma in light and tree.children(clause, "nsubj") and (given or _open(tree, clause)):
            return clause
    if token.dep == "nsubj" and _only_purpose(tree, head) and tree.tokens[tree.tokens[head].head].lemma in LIGHT:
        # "paid a visit to Oslo to prepare …": the parser makes the visit prepare.
        return tree.tokens[head].head
    if token.dep == "pobj":
        verb = tree.tokens[head].head
        if tree.tokens[head].text.lower() in LIGHT_PREPOSITIONS.get(tree.tokens[verb].lemma, ()):
            return verb
        # "for participation in a meeting"
        if tree.tokens[verb].lemma in {"participation", "attendance"}:
            return verb
    return None


def _new(tree: Tree, i: int) -> bool:
    """ "called a meeting", not "called the meeting a success"."""
    return any(tree.tokens[c].text.lower() in {"a", "an"} for c in tree.children(i, "det"))


def _open(tree: Tree, clause: int) -> bool:
    """Whether a clause about a noun has it for its object: it has no subject "that" and no object of its own."""
    who = {tree.tokens[s].text.lower() for s in tree.children(clause, "nsubj")}
    whom = {tree.tokens[o].text.lower() for o in tree.children(clause, "dobj")}
    return not who & {"who", "that", "which"} and whom <= {"that", "which"}


def _only_purpose(tree: Tree, verb: int) -> bool:
    """Whether the verb is an infinitive below another: it has no subject of its own."""
    token = tree.tokens[verb]
    to = any(tree.tokens[c].text.lower() == "to" for c in tree.children(verb, "aux"))
    return token.tag == "VB" and to and token.dep in {"ccomp", "xcomp", "advcl"} and token.head < verb


def _construction(tree: Tree, forms: EventForms, i: int) -> tuple[Form, str] | None:
    """The form and the construction of the verb, with its particle where that makes another verb of it."""
    token = tree.tokens[i]
    phrases = [f"{token.lemma} {tree.tokens[c].text.lower()}" for c in tree.children(i, "prt")]
    return next((found for verb in (*phrases, token.lemma) if (found := forms.verb(verb, token.text.lower()))), None)


def _verb(tree: Tree, form: Form, how: str, i: int) -> Iterator[Trigger]:
    token = tree.tokens[i]
    if how == "signs" and not tree.children(i, "dobj", "nsubjpass"):
        return
    if how in {"hosts", "leaves"} and not tree.children(i, "dobj", "nsubjpass", "agent", "prep"):
        return
    if token.lemma in {"speak", "talk"} and by_telephone(tree, i):
        yield Trigger(i, i, "call", "with")
        return
    if how == "beside":
        if any(tree.tokens[p].text.lower() == "with" for p in tree.children(i, "prep")):
            yield Trigger(i, i, form, "with")
        return
    if token.lemma == "call" and not telephones(tree, i):
        return
    if how in CHECKED and not CHECKED[how](tree, i):
        return
    if token.lemma == "meet" and any(
        tree.tokens[c].lemma in NOT_MET for c in tree.children(i, "dobj") if tree.tokens[c].pos == "NOUN"
    ):
        return
    yield Trigger(i, i, form, ALSO.get(how, how))


def _issues(tree: Tree, i: int) -> bool:
    """Whether something was published by the verb: "announced", "posted on Twitter", not "posted a guard"."""
    token = tree.tokens[i]
    if token.tag != "VBD" or tree.children(i, "auxpass", "neg"):
        return False
    where = {tree.tokens[o].text.lower() for p in tree.children(i, "prep") for o in tree.children(p, "pobj")}
    return token.lemma != "post" or bool(where & NETWORKS)


def _outlet(tree: Tree, i: int) -> bool:
    """ "Told the Herald": a name."""
    told = tree.children(i, "dobj", "dative")
    return tree.tokens[i].tag == "VBD" and any(tree.tokens[o].pos == "PROPN" for o in told)


def _heard(tree: Tree, i: int) -> bool:
    """ "Testified before the committee", "testified on Monday": not "testified that"."""
    leads = {tree.tokens[p].text.lower() for p in tree.children(i, "prep")}
    return bool(leads & {"before", "to", "at", "on", "in"} or tree.children(i, "npadvmod"))


def _awaited(tree: Tree, i: int) -> bool:
    """ "Is due in Lisbon", "was expected at the palace": not "expected to win"."""
    passive = tree.tokens[i].pos == "ADJ" or bool(tree.children(i, "auxpass"))
    behind = [o for p in tree.children(i, "prep") if tree.tokens[p].text.lower() in {"in", "at"}
              for o in tree.children(p, "pobj")]  # fmt: skip
    return passive and any(tree.tokens[o].pos == "PROPN" for o in behind) and not tree.children(i, "xcomp", "ccomp")


def _speaks_to(tree: Tree, i: int) -> bool:
    """ "Addressed parliament", not "addressed the problem"."""
    houses = tree.children(i, "dobj")
    return tree.tokens[i].tag == "VBD" and any(tree.tokens[o].text.lower() in HOUSES for o in houses)


CHECKED = {
    "gives": hands_over, "issues": _issues, "told": _outlet, "heard": _heard, "awaited": _awaited,
    "addresses": _speaks_to,
}  # fmt: skip
# Constructions that are others but for what is asked of their words.
ALSO = {"awaited": "goes", "addresses": "issues", "heard": "issues"}
HOUSES = frozenset(
    "parliament assembly congress senate council nation lawmakers legislators legislature mps knesset duma bundestag "
    "troops soldiers reporters delegates supporters workers students diplomats ambassadors".split()
)
NETWORKS = frozenset("twitter facebook instagram telegram weibo x linkedin mastodon bluesky threads youtube".split())
# "meet the demands": nobody is met.
NOT_MET = frozenset(
    "demand need goal target requirement deadline obligation commitment condition standard challenge expectation "
    "criterion resistance fate quota threshold cost".split()
)
