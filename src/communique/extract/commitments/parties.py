"""Who commits, and to whom."""

from collections.abc import Iterable

from communique.extract.commitments.draft import Draft
from communique.extract.commitments.scene import Scene
from communique.records.mentions import LocalActor, StatementMention

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against"})
_CLAUSES = frozenset({"relcl", "acl"})
_BODIES = frozenset({"state", "government", "organization", "bloc", "format"})


def parties_of(scene: Scene, draft: Draft, statement: StatementMention | None) -> tuple[str, ...]:
    """The local ids of those who commit: the subject's actors, the speakers for "we" and where no subject stands.
    A third person whom nothing names is nobody: never the one who speaks of him. A document holds promises and makes
    none, and a medium tells those of others: neither is a party."""
    found: dict[str, None] = {}
    for head in draft.subject:
        actors = scene.actors_of(head)
        if not actors and statement and scene.is_own(head):
            actors = speakers(scene, statement)
        found.update(dict.fromkeys(a.id for a in actors))
    if not draft.subject and statement:
        found.update(dict.fromkeys(a.id for a in speakers(scene, statement)))
    return tuple(id_ for id_ in found if scene.actors[id_].kind != "media")


def speakers(scene: Scene, statement: StatementMention) -> list[LocalActor]:
    """The actors that the statement is attributed to."""
    return [scene.actors[s.actor] for s in statement.speakers if s.actor in scene.actors]


def counterparties_of(
    scene: Scene, draft: Draft, action: Iterable[int], parties: tuple[str, ...], statement: StatementMention | None
) -> tuple[str, ...]:
    """The local ids of those it is promised to or agreed with: the actors behind "with", "to", "towards" (of a
    threat, "against") beside the cue or in the action, and whom the statement addresses."""
    tree = scene.tree
    places = sorted(
        {*tree.children(draft.cue, "prep", "dative"), *(i for i in action if tree.tokens[i].dep in ("prep", "dative"))}
    )
    found = dict.fromkeys(a.id for a in _asked(scene, draft))
    for prep in places:
        word = tree.tokens[prep].text.lower()
        if word not in _TOWARDS or (word == "against" and draft.kind != "threat"):
            continue
        for thing in tree.children(prep, "pobj"):
            below = tree.subtree(thing)
            # Whoever only a clause about the thing names ("the sum that she announced") is promised nothing.
            clause = min((tree.subtree(i)[0] for i in below if tree.tokens[i].dep in _CLAUSES), default=below[-1] + 1)
            if clause <= below[0]:
                continue
            start, end = tree.tokens[below[0]].start, tree.tokens[clause - 1].end
            found.update(dict.fromkeys(a.id for a in scene.mentioned(start, end) if a.kind != "media"))
    if statement:
        found.update(dict.fromkeys(statement.addressees))
    return tuple(id_ for id_ in found if id_ not in parties)


def _asked(scene: Scene, draft: Draft) -> list[LocalActor]:
    """Whom a proposal is made to as the object of its verb: "invited the minister to a meeting"."""
    thing = scene.tree.child(draft.cue, "dobj") if draft.kind == "proposal" and not draft.whole else None
    if thing is None or thing == draft.action:
        return []
    return [a for a in scene.actors_of(thing) if a.kind != "media"]


def bodies(scene: Scene, ids: Iterable[str]) -> tuple[str, ...]:
    """The states and organizations behind actors: a state's officers stand for it where the article names it, and
    the members of a group for the group."""
    states = {a.country: a.id for a in reversed(scene.so_far.actors) if a.kind == "state" and a.country}
    found: dict[str, None] = {}
    for id_ in ids:
        actor = scene.actors.get(id_)
        if actor is None:
            continue
        for one in [scene.actors[m] for m in actor.members if m in scene.actors] or [actor]:
            found.setdefault(one.id if one.kind in _BODIES else states.get(one.country or "", one.id))
    return tuple(found)
