"""Who takes part: the actors at the places of the grammar where a trigger keeps its participants."""

from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.triggers import Trigger
from communique.records.events import ParticipantRole
from communique.records.mentions import Extraction, LocalActor, LocalParticipant
from communique.records.spans import Span

TAKES_PART = frozenset({"person", "state", "government", "organization", "bloc", "group"})
SENDS = frozenset("send dispatch order ask urge instruct invite authorise authorize tell allow".split())
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
OUTSIDE = frozenset({"prep", "relcl", "acl", "advcl", "poss"})
BETWEEN = frozenset({"between", "with", "of", "among", "by"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that stands for a participant, and the part it takes. `inner`: it only lies within such a phrase, so
    that it counts where it names a person."""

    token: int
    role: ParticipantRole
    inner: bool = False


class Cast:
    """Which actors stand at which token."""

    def __init__(self, tree: Tree, so_far: Extraction) -> None:
        self.tree = tree
        self.actors = {actor.id: actor for actor in so_far.actors}
        self._at: dict[int, list[tuple[int, Span, LocalActor]]] = {}
        for actor in so_far.actors:
            for mention in actor.mentions:
                for i in tree.within(mention.span.start, mention.span.end):
                    self._at.setdefault(i, []).append((mention.span.end - mention.span.start, mention.span, actor))

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
        found += [Argument(o, right) for o in tree.children(i, "dobj")]
    found += _behind(tree, i, {"with"}, "participant")
    return _spread(tree, found)


def subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb: its own, or those of the clause it continues ("arrived and met")."""
    own = tree.children(verb, "nsubj")
    if own:
        return [_relative(tree, s, verb) for s in own]
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
        return subjects(tree, above) if above != verb and tree.tokens[above].pos in {"VERB", "AUX"} else []
    if token.dep in {"acl", "relcl"} and token.head != verb:
        return [token.head]
    return []


def _relative(tree: Tree, i: int, verb: int) -> int:
    """ "Raisi, who met Putin": the noun that the clause describes."""
    is_relative = tree.tokens[i].text.lower() in {"who", "that", "which"} and tree.tokens[verb].dep == "relcl"
    return tree.tokens[verb].head if is_relative else i


def _of_noun(tree: Tree, trigger: Trigger) -> list[Argument]:
    i = trigger.i
    owner: ParticipantRole = "guest" if trigger.form in {"visit", "arrival", "departure"} else "participant"
    found = [Argument(p, owner) for p in tree.children(i, "poss")]
    found += _behind(tree, i, BETWEEN, "participant" if owner == "participant" else owner)
    found += [Argument(c, "participant") for c in tree.children(i, "compound", "amod", "nmod")]
    verb = trigger.verb
    if verb is None and not any(a.role == "guest" for a in found) and _only_with(tree, i):
        # "he kept notes of talks with Berg and Dahl": those two did not meet each other, but him.
        above = next((a for a in tree.ancestors(i) if tree.tokens[a].pos == "VERB"), None)
        found += [Argument(s, "participant") for s in (subjects(tree, above) if above is not None else [])]
    if trigger.form == "statement":
        found += _behind(tree, i, {"from"}, "participant")
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
            out.append(Argument(at, argument.role))
            joined = [c for c in tree.children(at, "conj", "appos") if tree.tokens[c].pos in NAMING]
            stack.extend(joined)
            cut = [c for c in tree.children(at) if tree.tokens[c].dep in OUTSIDE or c in joined]
            inner = [i for i in tree.subtree(at, skip=cut) if i != at]
            out.extend(Argument(i, argument.role, inner=True) for i in inner)
    return sorted(out, key=lambda a: (a.token, a.inner))


def participants(cast: Cast, found: list[Argument]) -> tuple[LocalParticipant, ...]:
    """The actors at the arguments, each once, groups as their members. Media report; they take no part."""
    spans: dict[str, list[Span]] = {}
    roles: dict[str, ParticipantRole] = {}
    for argument in found:
        hit = cast.at(argument.token)
        if hit is None or (argument.inner and hit[0].kind != "person"):
            continue
        for member in cast.members(hit[0]):
            if member.kind in TAKES_PART:
                spans.setdefault(member.id, []).append(hit[1])
                roles.setdefault(member.id, argument.role)
    return tuple(
        LocalParticipant(actor=actor, role=roles[actor], spans=tuple(sorted(set(where), key=lambda s: s.start)))
        for actor, where in spans.items()
    )
