"""The actors at a trigger's arguments."""

from communique.extract.events.cast import TAKES_PART, Cast
from communique.extract.events.grammar import Argument, behind, spread
from communique.records.events import ParticipantRole
from communique.records.mentions import LocalActor, LocalParticipant
from communique.records.spans import Span

OFFICIALS = frozenset(
    "official envoy diplomat delegation negotiator representative emissary ambassador team aide adviser advisor "
    "authority delegate".split()
)


def participants(cast: Cast, found: list[Argument], kinds: frozenset[str] = TAKES_PART) -> tuple[LocalParticipant, ...]:
    """The actors at the arguments, each once, groups as their members. Media report; they take no part but in an
    interview."""
    spans: dict[str, list[Span]] = {}
    roles: dict[str, ParticipantRole] = {}
    for argument in found:
        hit = cast.at(argument.token) or (None if argument.inner else _unnamed(cast, argument.token))
        if hit is None or (argument.inner and hit[0].kind != "person" and argument.token not in cast.halves):
            continue
        if argument.inner and _says_whose(cast, argument.token):
            continue
        if argument.again and spans and _described(hit[0]):
            # "Berg, then the chancellor's adviser"
            continue
        for member in _members(cast, hit[0], argument.token):
            if member.kind in kinds or (member.kind == "format" and hit[0].kind == "group"):
                spans.setdefault(member.id, []).append(hit[1])
                roles.setdefault(member.id, argument.role)
    return tuple(
        LocalParticipant(actor=actor, role=roles[actor], spans=tuple(sorted(set(where), key=lambda s: s.start)))
        for actor, where in spans.items()
    )


def _unnamed(cast: Cast, i: int) -> tuple[LocalActor, Span] | None:
    """ "a Chilean ambassador", whom the article does not name: the state, if it speaks of it."""
    token = cast.tree.tokens[i]
    if cast.states is None or token.lemma not in OFFICIALS:
        return None
    for c in cast.tree.children(i, "amod", "compound"):
        state = cast.states.by_demonym(cast.tree.tokens[c].text)
        local = cast.state(state.code) if state else None
        if local:
            return cast.actors[local], cast.tree.span(c, i)
    return None


def _says_whose(cast: Cast, i: int) -> bool:
    """ "Berg spokeswoman Dahl": Berg is not there."""
    own, tokens = cast.at(i), cast.tree.tokens
    while tokens[i].head > i and cast.at(tokens[i].head) == own:
        i = tokens[i].head
    if tokens[i].dep not in {"compound", "nmod"}:
        return False
    return any(tokens[k].pos == "NOUN" and cast.at(k) != own for k in range(i + 1, tokens[i].head + 1))


def _described(actor: LocalActor) -> bool:
    """Whether it is nobody but a description."""
    return (actor.kind == "person" and not actor.name) or (actor.kind == "group" and not actor.members)


def _members(cast: Cast, actor: LocalActor, token: int) -> list[LocalActor]:
    """Those that the words speak of: "the leaders of Peru and Chile" are nobody whom the article has named so far, but
    the states; "Chilean officials" are Chile."""
    known = cast.members(actor)
    if actor.kind == "group" and (nations := cast.nations(token)):
        return nations
    if actor.kind == "group" and not actor.members:
        return _principals(cast, actor, token) or known
    if actor.kind != "group":
        return known
    if _of_others(cast, token):
        return []
    owned = [a.token for a in spread(cast.tree, behind(cast.tree, token, {"of"}, "participant"))]
    states = {hit[0].id: hit[0] for t in owned if (hit := cast.at(t)) and hit[0].kind in {"state", "bloc", "format"}}
    if not states or {s.country or s.id for s in states.values()} <= {m.country for m in known}:
        return known
    return list(states.values())


def _of_others(cast: Cast, token: int) -> bool:
    """ "The leaders of those countries": not those whom the article spoke of last."""
    owned = [a.token for a in behind(cast.tree, token, {"of"}, "participant")]
    return any(
        cast.tree.tokens[d].text.lower() in {"those", "these"} for o in owned for d in cast.tree.children(o, "det")
    )


def _principals(cast: Cast, actor: LocalActor, token: int) -> list[LocalActor]:
    """The state that officials whom nobody names act for, by their nationality or that of whom they are sent by."""
    if cast.tree.tokens[token].lemma not in OFFICIALS:
        return []
    senders = [a.token for a in behind(cast.tree, token, {"from", "of"}, "participant")]
    owners = (cast.at(c) for c in (*cast.tree.children(token, "poss"), *senders))
    countries = [actor.country, *(hit[0].country for hit in owners if hit)]
    states = (cast.state(country) for country in countries if country)
    return [cast.actors[state] for state in states if state][:1]
