"""The actors at a trigger's arguments."""

from communique.extract.events.cast import TAKES_PART, Cast
from communique.extract.events.grammar import Argument, behind, spread
from communique.extract.events.principals import TEAMS, principals
from communique.records.events import ParticipantRole
from communique.records.mentions import LocalActor, LocalParticipant
from communique.records.spans import Span


def participants(
    cast: Cast, found: list[Argument], kinds: frozenset[str] = TAKES_PART, sent: int = 1
) -> tuple[LocalParticipant, ...]:
    """The actors at the arguments, each once, groups as their members. Media report; they take no part but in an
    interview. `sent`: how many states or bodies it takes for unnamed people to stand for them."""
    spans: dict[str, list[Span]] = {}
    roles: dict[str, ParticipantRole] = {}
    for argument in found:
        hit = cast.at(argument.token)
        if not argument.inner and (hit is None or _unnamed(hit[0], cast.tree.tokens[argument.token].lemma)):
            if _others(cast, argument.token):
                # "Berg and other Norwegian officials": she is there for Norway.
                continue
            senders = principals(cast, argument.token)
            for actor, span in senders if len(senders) >= sent else ():
                spans.setdefault(actor.id, []).append(span)
                roles.setdefault(actor.id, argument.role)
            if senders and len(senders) >= sent:
                continue
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


def _unnamed(actor: LocalActor, noun: str) -> bool:
    """Whether it is people whom nobody names: officials, or a state's delegation."""
    return (actor.kind == "group" and not actor.members) or (actor.kind == "government" and noun in TEAMS)


def _others(cast: Cast, i: int) -> bool:
    return any(cast.tree.tokens[c].text.lower() == "other" for c in cast.tree.children(i, "amod"))


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
