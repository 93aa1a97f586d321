"""Who takes part: the actors at the places of the grammar where a trigger keeps its participants."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.triggers import Trigger, telephoned
from communique.knowledge.states import States
from communique.records.events import ParticipantRole
from communique.records.mentions import Extraction, LocalActor, LocalParticipant
from communique.records.spans import Span

TAKES_PART = frozenset({"person", "state", "government", "organization", "bloc", "group"})
SENDS = frozenset(
    "send dispatch order ask urge instruct invite authorise authorize tell allow encourage force persuade get help "
    "want press enable permit lead".split()
)
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
OUTSIDE = frozenset({"prep", "relcl", "acl", "advcl", "poss"})
# "discussed the talks with Berg": whoever speaks of an event need not be there.
SPEAKS_OF = frozenset(
    "discuss review report describe mention criticise criticize cover denounce condemn question address examine "
    "analyse analyze hail praise applaud slam blast mock".split()
)
ISSUES = frozenset("issue release publish sign adopt make send write post give".split())
# The ways in which a verb tells a journey.
TRAVELS = frozenset({"goes", "leaves"})
JOURNEYS = frozenset({"visit", "arrival", "departure"})
# What leads to the event during which something is done, and the verbs whose subject and object are both there.
FRAMES = frozenset({"during", "on", "at", "in", "over"})
TELLS = frozenset("tell ask meet confront press urge assure see remind warn thank inform brief congratulate".split())
BETWEEN = frozenset({"between", "with", "of", "among", "by"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that stands for a participant, and the part it takes. `inner`: it only lies within such a phrase, so
    that it counts where it names a person. `again`: in apposition to another."""

    token: int
    role: ParticipantRole
    inner: bool = False
    again: bool = False


class Cast:
    """Which actors stand at which token."""

    def __init__(self, tree: Tree, so_far: Extraction, states: States | None = None) -> None:
        self.tree = tree
        self.actors = {actor.id: actor for actor in so_far.actors}
        self._at: dict[int, list[tuple[int, Span, LocalActor]]] = {}
        for actor in so_far.actors:
            for mention in actor.mentions:
                for i in tree.within(mention.span.start, mention.span.end):
                    self._at.setdefault(i, []).append((mention.span.end - mention.span.start, mention.span, actor))
        self.halves = frozenset(self._halves(states)) if states else frozenset()

    def _halves(self, states: States) -> Iterator[int]:
        """The first word of "North and South Korea", which now stands for its state."""
        for i, found in list(self._at.items()):
            actor = next((a for _, _, a in found if a.kind == "state"), None)
            first = i - 2
            if actor is None or first < 0 or self.tree.tokens[i - 1].text.lower() not in {"and", "or", "nor"}:
                continue
            last = self.tree.tokens[self.tree.within(found[0][1].start, found[0][1].end)[-1]].text
            word = self.tree.tokens[first].text
            state = states.by_name(f"{word} {last}") if word[:1].isupper() and first not in self._at else None
            local = self.state(state.code) if state and state.code != actor.country else None
            if local:
                self._at[first] = [(len(word), self.tree.span(first, first), self.actors[local])]
                yield first

    def at(self, i: int) -> tuple[LocalActor, Span] | None:
        """The actor whose shortest mention covers token `i`; a person before anything else."""
        found = sorted(self._at.get(i, ()), key=lambda row: (row[2].kind != "person", row[0], row[2].id))
        return (found[0][2], found[0][1]) if found else None

    def state(self, code: str) -> str | None:
        """The local id of the state of that code, where the article mentions it."""
        return next((a.id for a in self.actors.values() if a.kind == "state" and a.country == code), None)

    def members(self, actor: LocalActor) -> list[LocalActor]:
        """The actor itself, or its members where it is a group with known ones."""
        return [self.actors[m] for m in actor.members if m in self.actors] or [actor]


def climbed(tree: Tree, cast: Cast, verb: int) -> list[int]:
    """The subject of a participle that hangs on a clause about something else ("he hinted that talks had been held,
    while hosting the king"): the first above that is a person."""
    if tree.tokens[verb].tag != "VBG" or tree.tokens[verb].dep not in {"advcl", "pcomp"}:
        return []
    for above in tree.ancestors(verb):
        for s in tree.children(above, "nsubj", "nsubjpass"):
            hit = cast.at(s)
            if hit and hit[0].kind == "person":
                return [s]
    return []


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
    found += [Argument(a, right if how == "hosts" else left) for a in tree.children(i, "nsubjpass")]
    for agent in tree.children(i, "agent"):
        found += [Argument(p, "host" if how == "hosts" else left) for p in tree.children(agent, "pobj")]
    if how in {"with", "hosts", "phones"}:
        found += [Argument(_relative(tree, o, i), right) for o in tree.children(i, "dobj")]
    if how == "goes":
        # "visited the king in Oslo": only a person is visited, a country is where.
        found += [Argument(_relative(tree, o, i), "host", inner=True) for o in tree.children(i, "dobj")]
    if how == "phones" and not tree.children(i, "dobj"):
        purposes = tree.children(i, "xcomp", "advcl")
        whom = telephoned(tree, i) or [o for p in purposes for o in tree.children(p, "dobj")]
        found += [Argument(o, right) for o in whom]
    beside = _behind(tree, i, {"with"}, "participant")
    found += [a for a in beside if how not in TRAVELS or not _retinue(tree, a.token)]
    return _spread(tree, found)


def _retinue(tree: Tree, i: int) -> bool:
    """ "travelled with his ministers": people who only go along with somebody."""
    owners = [c for c in tree.children(i, "poss") if tree.tokens[c].tag == "PRP$"]
    return bool(owners) and tree.tokens[i].tag == "NNS"


def subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb: its own, or those of the clause it continues ("arrived and met")."""
    own = tree.children(verb, "nsubj")
    if own:
        # Of two, the parser took an aside for one.
        return [_relative(tree, own[-1], verb)]
    token = tree.tokens[verb]
    if token.dep in {"xcomp", "advcl", "ccomp"} and tree.tokens[token.head].lemma in SENDS:
        # "sent his envoy to meet the king": the one who is sent meets him.
        return tree.children(token.head, "dobj")
    if (
        token.dep in {"conj", "xcomp", "advcl"}
        and token.head != verb
        and tree.tokens[token.head].pos in {"VERB", "AUX"}
    ):
        return (
            []
            if tree.children(verb, "nsubjpass")
            else subjects(tree, token.head) or tree.children(token.head, "nsubjpass")
        )
    if token.dep == "pcomp":
        # "Before leaving Tehran, the president said"
        above = tree.tokens[token.head].head
        if above == verb or tree.tokens[above].pos not in {"VERB", "AUX"}:
            return []
        return subjects(tree, above) or tree.children(above, "nsubjpass")
    if token.dep in {"acl", "relcl"} and token.head != verb:
        return [token.head]
    return []


def _relative(tree: Tree, i: int, verb: int) -> int:
    """ "Raisi, who met Putin", "Raisi, whom Putin met": the noun that the clause describes."""
    is_relative = tree.tokens[i].text.lower() in {"who", "whom", "that", "which"} and tree.tokens[verb].dep == "relcl"
    return tree.tokens[verb].head if is_relative else i


def _of_noun(tree: Tree, trigger: Trigger) -> list[Argument]:
    i = trigger.i
    owner: ParticipantRole = "guest" if trigger.form in JOURNEYS else "participant"
    found = [Argument(p, owner) for p in tree.children(i, "poss")]
    found += _behind(tree, i, BETWEEN, "participant" if owner == "participant" else owner)
    # "the talks planned between", "a summit held by"
    for clause in tree.children(i, "acl"):
        if tree.tokens[clause].tag == "VBN":
            found += _behind(tree, clause, {"between", "with", "among"}, "participant")
    found += [Argument(c, "participant") for c in tree.children(i, "compound", "amod", "nmod")]
    verb = trigger.verb
    if verb is None and not any(a.role == "guest" for a in found) and _only_with(tree, i):
        # "he kept notes of talks with Berg and Dahl": those two did not meet each other, but him.
        above = next((a for a in tree.ancestors(i) if tree.tokens[a].pos == "VERB"), None)
        if above is not None and tree.tokens[above].lemma not in SPEAKS_OF:
            found += [Argument(s, "participant") for s in subjects(tree, above)]
    if trigger.form == "statement":
        found += _behind(tree, i, {"from"}, "participant") + [Argument(a, "participant") for a in _authors(tree, i)]
    if trigger.form == "ceremony":
        found += _behind(tree, i if verb is None else verb, {"for"}, "participant")
    if verb is not None:
        found += [Argument(s, owner if owner == "guest" else "participant") for s in subjects(tree, verb)]
        for agent in tree.children(verb, "agent"):
            found += [Argument(p, "participant") for p in tree.children(agent, "pobj")]
        found += _behind(tree, verb, {"with", "between"}, "participant")
        if tree.tokens[verb].lemma in {"participation", "attendance"}:
            found += [Argument(p, "participant") for p in _owner_above(tree, verb)]
        if tree.tokens[verb].lemma in {"host", "welcome", "meet", "receive"}:
            found += [Argument(o, "participant" if owner != "guest" else owner) for o in tree.children(verb, "dobj")]
    return _spread(tree, found)


def _refers_back(tree: Tree, i: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    return bool(words & {"the", "this", "that", "these", "those"}) and not tree.children(i, "relcl")


def _authors(tree: Tree, i: int) -> list[int]:
    """Who says something in it, or issues it: "said in a joint statement", "issued a joint statement"."""
    token = tree.tokens[i]
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() in {"in", "on", "via"}:
        above = tree.tokens[token.head].head
        if tree.tokens[above].pos == "NOUN":
            # "confirmed the meeting in a letter"
            above = next((a for a in tree.ancestors(above) if tree.tokens[a].pos == "VERB"), above)
    elif token.dep in {"dobj", "nsubjpass"} and tree.tokens[token.head].lemma in ISSUES:
        above = token.head
    else:
        return []
    if tree.tokens[above].pos not in {"VERB", "AUX"}:
        return []
    agents = [p for agent in tree.children(above, "agent") for p in tree.children(agent, "pobj")]
    return [*subjects(tree, above), *agents]


def around(tree: Tree, cast: Cast, trigger: Trigger) -> list[Argument]:
    """Those of the clause that an event frames, for one whose own words name nobody: "said on a visit to Oslo", "told
    him during a dinner", "an encounter in which the minister confronted …". Not for one that is known already."""
    if trigger.how != "noun" or trigger.verb is not None or _refers_back(tree, trigger.i):
        return []
    role: ParticipantRole = "guest" if trigger.form in JOURNEYS else "participant"
    return _spread(tree, [Argument(a, role) for a in _inside(tree, trigger) or _framed(tree, cast, trigger)])


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
    return both(tree, above) if tree.tokens[above].lemma in TELLS else []


def _traveller(tree: Tree, cast: Cast, above: int) -> list[int]:
    """The nearest person above who does something, or whose doing it is."""
    for i in (above, *tree.ancestors(above)):
        doing = [p for o in tree.children(i, "dobj") for p in tree.children(o, "poss")]
        for tokens in (tree.children(i, "poss"), subjects(tree, i) if tree.tokens[i].pos == "VERB" else [], doing):
            found = [t for t in tokens if (hit := cast.at(t)) and hit[0].kind == "person"]
            if found:
                return found
    return []


def both(tree: Tree, verb: int) -> list[int]:
    """Subject and object of the verb, or nobody where one of them lacks."""
    left, right = subjects(tree, verb), tree.children(verb, "dobj", "dative")
    return [*left, *right] if left and right else []


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


def _behind(tree: Tree, i: int, prepositions: set[str] | frozenset[str], role: ParticipantRole) -> list[Argument]:
    return [
        Argument(p, role)
        for prep in tree.children(i, "prep")
        if tree.tokens[prep].text.lower() in prepositions
        for p in tree.children(prep, "pobj")
    ]


def _spread(tree: Tree, found: list[Argument]) -> list[Argument]:
    """Each argument with what is coordinated with it. Inside its phrase other tokens are offered as `inner`: the
    parser often hangs the first of two names on the second."""
    out: list[Argument] = []
    for argument in found:
        stack = [argument.token]
        while stack:
            at = stack.pop()
            out.append(Argument(at, argument.role, argument.inner, tree.tokens[at].dep == "appos"))
            joined = [c for c in tree.children(at, "conj", "appos") if tree.tokens[c].pos in NAMING]
            stack.extend(joined)
            cut = [c for c in tree.children(at) if tree.tokens[c].dep in OUTSIDE or c in joined]
            inner = [i for i in tree.subtree(at, skip=cut) if i != at]
            out.extend(Argument(i, argument.role, inner=True) for i in inner)
    return sorted(out, key=lambda a: (a.token, a.inner))


def participants(cast: Cast, found: list[Argument], kinds: frozenset[str] = TAKES_PART) -> tuple[LocalParticipant, ...]:
    """The actors at the arguments, each once, groups as their members. Media report; they take no part but in an
    interview."""
    spans: dict[str, list[Span]] = {}
    roles: dict[str, ParticipantRole] = {}
    for argument in found:
        hit = cast.at(argument.token)
        if hit is None or (argument.inner and hit[0].kind != "person" and argument.token not in cast.halves):
            continue
        if argument.again and hit[0].kind == "person" and not hit[0].name and spans:
            # "Berg, then the chancellor's adviser"
            continue
        for member in _members(cast, hit[0], argument.token):
            if member.kind in kinds:
                spans.setdefault(member.id, []).append(hit[1])
                roles.setdefault(member.id, argument.role)
    return tuple(
        LocalParticipant(actor=actor, role=roles[actor], spans=tuple(sorted(set(where), key=lambda s: s.start)))
        for actor, where in spans.items()
    )


def _members(cast: Cast, actor: LocalActor, token: int) -> list[LocalActor]:
    """Those that the words speak of: "the leaders of Peru and Chile" are nobody whom the article has named so far, but
    the states."""
    known = cast.members(actor)
    if actor.kind != "group" or not actor.members:
        return known
    behind = [a.token for a in _spread(cast.tree, _behind(cast.tree, token, {"of"}, "participant")) if not a.inner]
    states = {hit[0].id: hit[0] for t in behind if (hit := cast.at(t)) and hit[0].kind == "state"}
    if not states or {s.country for s in states.values()} <= {m.country for m in known}:
        return known
    return list(states.values())
