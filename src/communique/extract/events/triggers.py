"""Words that report an event: "met", "talks", "a joint press conference"."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.knowledge.event_forms import EventForms
from communique.records.annotated import Token
from communique.records.events import Form

LONGEST = 3
# Verbs that say of a noun that it took place: their subject takes part.
LIGHT = frozenset(
    "hold have attend conduct host chair convene lead open make pay begin conclude start complete finish undertake "
    "join co-chair stage organise organize".split()
)
# "participate in a summit", "arrived for talks", "hosted Putin for talks".
LIGHT_PREPOSITIONS = {
    "participate": {"in"}, "take": {"in"}, "arrive": {"for", "on"}, "travel": {"for", "on"}, "gather": {"for", "at"},
    "meet": {"for", "at"}, "come": {"for", "on"}, "sit": {"for"}, "speak": {"at", "during"}, "appear": {"at"},
    "be": {"on", "at", "in", "for"}, "host": {"for"}, "engage": {"in"}, "welcome": {"for"}, "join": {"for"},
    "go": {"on"},
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
        elif token.pos == "VERB" and token.lemma in forms.verbs:
            yield from _verb(tree, forms, i, token)


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
                yield Trigger(i, first, form, "noun", _light_verb(tree, i), token.tag in {"NNS", "NNPS"})
                return


def _singular(token: Token) -> str:
    text = token.text.lower()
    return text[:-1] if text.endswith("s") else text


def _modifies(tree: Tree, i: int) -> bool:
    """ "meeting room", "visit programme": the noun only says what kind of thing another is."""
    token = tree.tokens[i]
    return token.dep in {"compound", "nmod"} and token.head > i and tree.tokens[token.head].pos in {"NOUN", "PROPN"}


def _light_verb(tree: Tree, i: int) -> int | None:
    token = tree.tokens[i]
    head = token.head
    if token.dep == "conj":
        return _light_verb(tree, head) if tree.tokens[head].pos in {"NOUN", "PROPN"} else None
    if token.dep in {"dobj", "nsubjpass"} and tree.tokens[head].lemma in LIGHT:
        return head
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


def _only_purpose(tree: Tree, verb: int) -> bool:
    """Whether the verb is an infinitive below another: it has no subject of its own."""
    token = tree.tokens[verb]
    to = any(tree.tokens[c].text.lower() == "to" for c in tree.children(verb, "aux"))
    return token.tag == "VB" and to and token.dep in {"ccomp", "xcomp", "advcl"} and token.head < verb


def _verb(tree: Tree, forms: EventForms, i: int, token: Token) -> Iterator[Trigger]:
    form, how = forms.verbs[token.lemma]
    if how == "signs" and not tree.children(i, "dobj", "nsubjpass"):
        return
    if how in {"hosts", "leaves"} and not tree.children(i, "dobj", "nsubjpass", "agent", "prep"):
        return
    if token.lemma in {"speak", "talk"} and _by_telephone(tree, i):
        yield Trigger(i, i, "call", how)
        return
    if token.lemma in {"speak", "talk"} and not any(
        tree.tokens[p].text.lower() == "with" for p in tree.children(i, "prep")
    ):
        return
    if token.lemma == "call" and not _telephones(tree, i):
        return
    if how == "issues" and not _issues(tree, i):
        return
    if token.lemma == "meet" and any(
        tree.tokens[c].lemma in NOT_MET for c in tree.children(i, "dobj") if tree.tokens[c].pos == "NOUN"
    ):
        return
    yield Trigger(i, i, form, how)


def _issues(tree: Tree, i: int) -> bool:
    """Whether something was published by the verb: "announced", "posted on Twitter", not "posted a guard"."""
    token = tree.tokens[i]
    if token.tag != "VBD" or tree.children(i, "auxpass", "neg"):
        return False
    where = {tree.tokens[o].text.lower() for p in tree.children(i, "prep") for o in tree.children(p, "pobj")}
    return token.lemma != "post" or bool(where & NETWORKS)


def _by_telephone(tree: Tree, i: int) -> bool:
    """ "They spoke by phone", "spoke with her on the telephone"."""
    behind = [o for p in tree.children(i, "prep", "agent") for o in tree.children(p, "pobj")]
    leads = {"by", "on", "over", "via"}
    return any(
        tree.tokens[o].lemma in {"phone", "telephone", "videoconference", "video"}
        and tree.tokens[tree.tokens[o].head].text.lower() in leads
        for o in behind
    )


def _telephones(tree: Tree, i: int) -> bool:
    """ "Called him", "called to congratulate him", and "called him again to ask": not "called it a mistake", "called
    for", "called on", "called him to the stand", "now called the Old Mill"."""
    if tree.children(i, "ccomp", "prt", "nsubjpass", "auxpass") or _named_so(tree, i):
        return False
    objects = tree.children(i, "dobj") or telephoned(tree, i)
    if len(objects) < len(tree.children(i, "dobj", "oprd")) or any(_said_to_be(tree, o) for o in objects):
        return False
    if any(tree.tokens[p].text.lower() in ELSEWHERE for p in tree.children(i, "prep")):
        return False
    purposes = tree.children(i, "xcomp", "advcl")
    says = [p for p in purposes if tree.tokens[p].lemma in CALLED_TO and tree.tokens[p].tag == "VB"]
    if not objects:
        return bool(says) and tree.tokens[says[0]].head == i
    return bool(says) or not tree.children(i, "xcomp")


def _named_so(tree: Tree, i: int) -> bool:
    """A participle: "now called the Old Mill"."""
    token = tree.tokens[i]
    return token.dep == "acl" and token.tag == "VBN" and not tree.children(i, "aux")


def _said_to_be(tree: Tree, i: int) -> bool:
    """Whether words of what somebody is called stand right behind the object: a quotation, or a second description."""
    end = max(tree.subtree(i)) + 1
    after = tree.tokens[end].text if end < len(tree.tokens) else ""
    quoted = any(tree.tokens[k].text in QUOTES for k in range(i, end)) or after in QUOTES
    # "called the senator a liar", "called her his friend"
    if end < len(tree.tokens) and tree.tokens[end].tag in {"DT", "PRP$", "JJ", "NN"} and after.lower() not in SOON:
        return True
    said = tree.children(i, "appos")
    if any(tree.tokens[min(tree.subtree(a)) - 1].text != "," for a in said):
        return True
    return quoted or any(tree.children(a, "appos") for a in said) or len(said) > 1


def telephoned(tree: Tree, i: int) -> list[int]:
    """The name right behind the verb, where the parser takes it for what somebody is called."""
    return [o for o in tree.children(i, "oprd") if min(tree.subtree(o)) == i + 1 and tree.tokens[o].pos == "PROPN"]


# What one telephones somebody for.
CALLED_TO = frozenset(
    "ask say tell discuss congratulate thank inform express offer urge complain warn talk demand check apologise "
    "apologize reassure brief convey inquire enquire assure condole wish invite".split()
)
NETWORKS = frozenset("twitter facebook instagram telegram weibo x linkedin mastodon bluesky threads youtube".split())
SOON = frozenset("this last late early earlier yesterday today tonight tomorrow next again twice back".split())
QUOTES = frozenset({'"', "“", "”", "‘", "''", "``", "'"})
# "called him onto the stage"
ELSEWHERE = frozenset({"onto", "into", "to", "as", "by", "up"})
# "meet the demands": nobody is met.
NOT_MET = frozenset(
    "demand need goal target requirement deadline obligation commitment condition standard challenge expectation "
    "criterion resistance fate quota threshold cost".split()
)
