"""Speakers that an article leaves open, settled by other renderings of the same utterance: where other articles name
one speaker for it, the words are that speaker's, and the record says that other articles settled it."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from communique.records.statements import Speaker, Statement, Utterance

UNNAMED = Speaker(text="", how="carried")
# Of words alone, without a candidate in the article itself: so much of a run of the very same words joins the two.
VERBATIM = 0.75


def settled(
    statements: Sequence[Statement], utterances: Sequence[Utterance], nameless: frozenset[str]
) -> list[Statement]:
    """`statements` with the one speaker that is left open filled in. `nameless` are the actors that only a
    description tells, who are never taken for anybody: neither do they settle who spoke."""
    own: dict[str, list[Statement]] = {}
    for statement in statements:
        own.setdefault(statement.utterance, []).append(statement)
    verbatim = _verbatim(utterances)
    return [_settled(s, own[s.utterance], verbatim, nameless) for s in statements]


def _verbatim(utterances: Iterable[Utterance]) -> dict[tuple[str, str], float]:
    found = {}
    for link in (link for utterance in utterances for link in utterance.links):
        value = link.features.get("verbatim", 0.0)
        found[link.left, link.right] = found[link.right, link.left] = value
    return found


def _settled(
    statement: Statement,
    renderings: Sequence[Statement],
    verbatim: Mapping[tuple[str, str], float],
    nameless: frozenset[str],
) -> Statement:
    if len(statement.speakers) > 1 or any(speaker.actor for speaker in statement.speakers):
        return statement
    speaker = statement.speakers[0] if statement.speakers else UNNAMED
    others = [r for r in renderings if r.article != statement.article and _is_known(r, nameless)]
    actors = {r.speakers[0].actor for r in others if _may_settle(statement, speaker, r, verbatim)}
    if len(actors) != 1 or len({r.speakers[0].actor for r in others}) != 1:
        return statement
    return replace(statement, speakers=(replace(speaker, actor=actors.pop(), basis="other articles"),))


def _is_known(rendering: Statement, nameless: frozenset[str]) -> bool:
    """Whether the rendering has one speaker, whom a name tells."""
    actors = [speaker.actor for speaker in rendering.speakers]
    return len(actors) == 1 and actors[0] is not None and actors[0] not in nameless


def _may_settle(
    statement: Statement, speaker: Speaker, rendering: Statement, verbatim: Mapping[tuple[str, str], float]
) -> bool:
    """Whether the article itself allows the other one's speaker: as one of its candidates, or, where it has none,
    for the very same words."""
    if speaker.candidates:
        return rendering.speakers[0].actor in speaker.candidates
    return verbatim.get((statement.id, rendering.id), 0.0) >= VERBATIM
