"""Where in the grammar a trigger names those who take part."""

from dataclasses import replace

from communique.annotate.tree import Tree
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import Argument, behind, companions, relative, spread, subjects
from communique.extract.events.handed import receivers
from communique.extract.events.outlets import aired_on
from communique.extract.events.phoned import telephoned
from communique.extract.events.spoken import STAGES, speakers_at
from communique.extract.events.tense import glad
from communique.extract.events.triggers import EXCHANGED, Trigger
from communique.records.events import ParticipantRole

# "discussed the talks with Berg": whoever speaks of an event need not be there.
SPEAKS_OF = frozenset(
    "discuss review report describe mention criticise criticize cover denounce condemn question address examine "
    "analyse analyze hail praise applaud slam blast mock".split()
)
ISSUES = frozenset("issue release publish sign adopt make send write post give deliver".split())
# The ways in which a verb tells a journey.
TRAVELS = frozenset({"goes", "leaves"})
JOURNEYS = frozenset({"visit", "arrival", "departure"})
# What only the traveller does with a journey.
OWN_JOURNEYS = frozenset(
    "plan postpone delay cancel cut extend shorten begin end start scrap announce consider".split()
)
# "The summit brought together …"
GATHERS = frozenset({"bring", "gather", "unite"})
VOICES = frozenset("office campaign team account spokesman spokeswoman spokesperson press".split())
# "won the election", "defeated him in the election", "his victory in the election"
WINS = frozenset("win lose defeat beat oust unseat".split())
OUTCOMES = frozenset({"victory", "defeat", "win", "loss", "triumph", "landslide"})
# What leads from somebody's words to what they are about.
ACCOUNTS = frozenset({"of", "on", "about", "regarding", "concerning", "from", "for", "during", "over", "after"})
BETWEEN = frozenset({"between", "with", "of", "among", "by"})


def arguments(tree: Tree, trigger: Trigger) -> list[Argument]:
    """The tokens where the trigger's grammar names participants."""
    if trigger.how == "noun":
        return _of_noun(tree, trigger)
    return _of_verb(tree, trigger)


def _of_verb(tree: Tree, trigger: Trigger) -> list[Argument]:
    i, how = trigger.i, trigger.how
    left: ParticipantRole = {"hosts": "host", "goes": "guest", "leaves": "guest", "signs": "signatory"}.get(
        how, "participant"
    )  # type: ignore[assignment]
    right: ParticipantRole = "guest" if how == "hosts" else "participant"
    found = [Argument(s, left) for s in subjects(tree, i)]
    found += [Argument(c, left, inner=True) for a in (i, *(f.token for f in found)) for c in companions(tree, a)]
    found += [Argument(s, "host" if how in TRAVELS else left) for s in _inviters(tree, i)]
    found += [Argument(a, right if how == "hosts" else left) for a in tree.children(i, "nsubjpass")]
    for agent in tree.children(i, "agent"):
        found += [Argument(p, "host" if how == "hosts" else left) for p in tree.children(agent, "pobj")]
    if how in {"with", "hosts", "phones", "told"}:
        found += [Argument(relative(tree, o, i), right) for o in tree.children(i, "dobj")]
    if how == "goes":
        # "visited the king in Oslo": only a person is visited, a country is where.
        found += [Argument(relative(tree, o, i), "host", inner=True) for o in tree.children(i, "dobj")]
    if how == "phones" and not tree.children(i, "dobj"):
        purposes = tree.children(i, "xcomp", "advcl")
        whom = telephoned(tree, i) or [o for p in purposes for o in tree.children(p, "dobj")]
        found += [Argument(o, right) for o in whom]
    if how == "signs":
        for o in tree.children(i, "dobj"):
            found += behind(tree, o, {"with", "between"}, "signatory")
    if how == "told":
        found += [Argument(o, right) for o in aired_on(tree, i)]
    if how == "gives":
        found += [Argument(o, "addressee") for o in receivers(tree, i)]
        found += behind(tree, i, {"from"}, left)
    if how == "issues":
        return spread(tree, [Argument(_who_speaks(tree, a.token), a.role) for a in found])
    beside = [replace(a, token=relative(tree, a.token, i)) for a in behind(tree, i, {"with"}, "participant")]
    found += [a for a in beside if how not in TRAVELS or not _retinue(tree, a.token)]
    return spread(tree, found)


def _inviters(tree: Tree, verb: int) -> list[int]:
    """ "Invited the king to visit Oslo": who invites receives him there."""
    above = tree.tokens[verb].head
    if tree.tokens[verb].dep not in {"xcomp", "advcl", "ccomp"} or tree.tokens[above].lemma != "invite":
        return []
    if tree.children(above, "nsubjpass"):
        return [p for agent in tree.children(above, "agent") for p in tree.children(agent, "pobj")]
    return subjects(tree, above)


def _who_speaks(tree: Tree, i: int) -> int:
    """ "The minister's office announced": whose office it is."""
    owner = tree.child(i, "poss")
    return owner if owner is not None and tree.tokens[i].lemma in VOICES else i


def _retinue(tree: Tree, i: int) -> bool:
    """ "travelled with his ministers": people who only go along with somebody."""
    owners = [c for c in tree.children(i, "poss") if tree.tokens[c].tag == "PRP$"]
    return bool(owners) and tree.tokens[i].tag == "NNS"


def climbed(tree: Tree, cast: Cast, verb: int) -> list[int]:
    """The subject of a participle that hangs on a clause about something else ("he hinted that talks had been held,
    while hosting the king"), or of what somebody says it was an honour to do: the first above that is a person."""
    aside = tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep in {"advcl", "pcomp"}
    if not aside and (tree.tokens[verb].tag != "VB" or glad(tree, verb) is None):
        return []
    for above in tree.ancestors(verb):
        for s in tree.children(above, "nsubj", "nsubjpass"):
            hit = cast.at(s)
            if hit and hit[0].kind == "person":
                return [s]
    return []


def _of_noun(tree: Tree, trigger: Trigger) -> list[Argument]:
    i, verb = trigger.i, trigger.verb
    role: ParticipantRole = "guest" if trigger.form in JOURNEYS else "participant"
    found = [Argument(p, role) for p in tree.children(i, "poss")]
    found += behind(tree, i, BETWEEN, role)
    # "the talks planned between", "a summit held by"
    for clause in tree.children(i, "acl"):
        if tree.tokens[clause].tag == "VBN":
            found += behind(tree, clause, {"between", "with", "among"}, "participant")
    if tree.tokens[i].lemma not in STAGES:
        found += [Argument(c, "participant") for c in tree.children(i, "compound", "amod", "nmod")]
    found += [Argument(s, role) for s in _doers(tree, trigger, named=bool(found))]
    if trigger.form == "statement":
        found += behind(tree, i, {"from"}, "participant") + [Argument(a, "participant") for a in authors(tree, i)]
    if trigger.form == "call":
        found += behind(tree, i, {"from", "to"}, "participant")
    if trigger.form == "visit":
        found += behind(tree, i, {"from"}, "guest") if verb is not None else []
    if tree.tokens[trigger.first].text.lower() == "courtesy":
        found += behind(tree, i, {"on"}, "participant")
    if trigger.form == "election":
        found += [Argument(a, "participant") for a in rivals(tree, i)]
    if trigger.form == "ceremony":
        found += behind(tree, i if verb is None else verb, {"for"}, "participant")
    return spread(tree, found + (_of_light_verb(tree, verb, role) if verb is not None else []))


def _doers(tree: Tree, trigger: Trigger, *, named: bool) -> list[int]:
    """The subject of the verb above, where what is said of the event says that it was there."""
    i = trigger.i
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if there := speakers_at(tree, trigger):
        return there
    if token.dep == "pobj" and above.text.lower() == "including":
        # "a week abroad, including a summit with the king"
        verb = next((a for a in tree.ancestors(token.head) if tree.tokens[a].pos in {"VERB", "AUX"}), None)
        return subjects(tree, verb) if verb is not None else []
    if token.dep == "nsubj" and above.lemma in GATHERS:
        return tree.children(token.head, "dobj")
    if trigger.form in JOURNEYS:
        # "postponed a visit to Oslo"
        own = not named and token.dep == "dobj" and above.lemma in OWN_JOURNEYS
        return subjects(tree, token.head) if own else []
    if trigger.verb is None and _only_with(tree, i):
        # "his account of a meeting with Berg"
        if owners := _owners_of_account(tree, i):
            return owners
        # "he kept notes of talks with Berg and Dahl": those two did not meet each other, but him.
        verb = next((a for a in tree.ancestors(i) if tree.tokens[a].pos == "VERB"), None)
        if verb is not None and tree.tokens[verb].lemma not in SPEAKS_OF:
            return subjects(tree, verb)
    return []


def _owners_of_account(tree: Tree, i: int) -> list[int]:
    """Whose words, papers or part it is that speak of the event right above: "her statements on a meeting with him"."""
    lead = tree.tokens[i].head
    above = tree.tokens[lead].head
    if tree.tokens[i].dep != "pobj" or tree.tokens[lead].text.lower() not in ACCOUNTS:
        return []
    # "changed her statements on a meeting with him", where the parser hangs what they are about on the verb.
    nouns = [above] if tree.tokens[above].pos == "NOUN" else tree.children(above, "dobj")
    beside = [n for n in nouns if n == above or n == lead - 1]
    return [p for n in beside for p in tree.children(n, "poss")]


def rivals(tree: Tree, i: int) -> list[int]:
    """Who won and who lost an election."""
    token = tree.tokens[i]
    if token.dep == "dobj" and tree.tokens[token.head].lemma in WINS:
        behind_it = behind(tree, token.head, {"to", "against"}, "participant")
        return [*subjects(tree, token.head), *(a.token for a in behind_it)]
    above = tree.tokens[token.head].head
    if token.dep != "pobj" or tree.tokens[token.head].text.lower() not in {"in", "at"}:
        return []
    if tree.tokens[above].lemma in WINS and tree.tokens[above].pos == "VERB":
        return [*subjects(tree, above), *tree.children(above, "dobj")]
    if tree.tokens[above].lemma in OUTCOMES:
        beaten = behind(tree, above, {"of", "over", "by", "against"}, "participant")
        return [*tree.children(above, "poss"), *(a.token for a in beaten)]
    return []


def _of_light_verb(tree: Tree, verb: int, role: ParticipantRole) -> list[Argument]:
    visited = role == "guest" and tree.tokens[verb].lemma in EXCHANGED["visit"]
    found = [Argument(s, "host" if visited else role) for s in subjects(tree, verb)]
    found += [Argument(c, role, inner=True) for a in (verb, *(f.token for f in found)) for c in companions(tree, a)]
    for agent in tree.children(verb, "agent"):
        found += [Argument(p, "participant") for p in tree.children(agent, "pobj")]
    found += behind(tree, verb, {"with", "between"}, "participant")
    if tree.tokens[verb].lemma in {"participation", "attendance"}:
        found += [Argument(p, "participant") for p in _owner_above(tree, verb)]
    if tree.tokens[verb].lemma in {"host", "welcome", "meet", "receive", "join"}:
        found += [Argument(o, role) for o in tree.children(verb, "dobj")]
    return found


def authors(tree: Tree, i: int) -> list[int]:
    """Who says something in it, or issues it: "said in a joint statement", "issued a joint statement"."""
    token = tree.tokens[i]
    if token.lemma in STAGES and token.dep == "pobj":
        # "commented on her speech"
        return []
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() in {"in", "on", "via"}:
        above = tree.tokens[token.head].head
        if tree.tokens[above].pos == "NOUN":
            # "confirmed the meeting in a letter"
            above = next((a for a in tree.ancestors(above) if tree.tokens[a].pos == "VERB"), above)
    elif token.dep in {"dobj", "nsubjpass"} and tree.tokens[token.head].lemma in ISSUES:
        above = token.head
    else:
        # "statements made on Friday by the mayor"
        made = [c for c in tree.children(i, "acl") if tree.tokens[c].lemma in ISSUES and tree.tokens[c].tag == "VBN"]
        by = [a for c in made for a in tree.children(c, "agent", "prep") if tree.tokens[a].text.lower() == "by"]
        return [p for a in by for p in tree.children(a, "pobj")]
    if tree.tokens[above].pos not in {"VERB", "AUX"}:
        return []
    agents = [p for agent in tree.children(above, "agent") for p in tree.children(agent, "pobj")]
    return [_who_speaks(tree, a) for a in (*subjects(tree, above), *agents)]


def _only_with(tree: Tree, i: int) -> bool:
    """Whether the noun names its participants behind "with" alone, without an owner."""
    leads = {tree.tokens[p].text.lower() for p in tree.children(i, "prep")}
    return "with" in leads and not leads & {"between", "among", "of", "by"} and not tree.children(i, "poss")


def _owner_above(tree: Tree, noun: int) -> list[int]:
    """ "Putin's arrival for participation in …": the possessor or subject nearest above the noun."""
    for i in (noun, *tree.ancestors(noun)):
        owner = tree.children(i, "poss") or (subjects(tree, i) if tree.tokens[i].pos == "VERB" else [])
        if owner:
            return owner
    return []
