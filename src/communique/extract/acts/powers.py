"""Acts between states, governments, bodies or their leaders that an article tells in passing.

Only what was done, to somebody, by somebody, in the outlet's own words: what is promised, demanded, denied or charged
is a statement already, and not an event of the record unless the article is about it."""

from collections.abc import Iterable, Iterator

from communique.extract.acts.coding import Code, code
from communique.extract.acts.mention import Scene, built, participants, plover, status
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction, LocalActor, LocalParticipant

# Deeds that leave a trace in the relations of two powers.
DEEDS = frozenset({"SANCTION", "AID", "COOPERATE", "RETREAT", "COERCE", "ASSAULT", "MOBILIZE"})
POWERS = frozenset({"state", "government", "bloc"})
CLAUSE = frozenset({"ROOT", "conj", "relcl", "advcl"})


def between_powers(own: Scene, so_far: Extraction, main: Iterable[EventMention]) -> Iterator[EventMention]:
    """The acts outside the main event, in text order."""
    tree = own.tree
    taken = {m.trigger.start for m in (*main, *so_far.events)}
    for i, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.dep not in CLAUSE or token.start in taken or _quoted(own, i):
            continue
        found = code(tree, own.acts, i)
        if found is None or found.event not in DEEDS or found.i != i:
            continue
        who = participants(own, found, i)
        state = status(own, found)
        if state in TOOK_PLACE and _powers(own, who, found):
            yield built(own, i, who, plover(own, found), state)


def _powers(own: Scene, who: tuple[LocalParticipant, ...], found: Code) -> bool:
    """Whether a power does it to another, or to the people of another."""
    actors = {p.actor: own.cast.actors.get(p.actor) or own.parties.made.get(p.actor) for p in who}
    doing = {a.country for p in who if p.role == "participant" and (a := actors[p.actor]) and _is_power(a)}
    hit = {a.country for p in who if p.role == "addressee" and (a := actors[p.actor])}
    return bool(doing - {None}) and bool(hit - doing - {None})


def _is_power(actor: LocalActor) -> bool:
    """States, their bodies and what a body of theirs sends ("American troops"), which alone of the groups has a key."""
    return actor.kind in POWERS or (actor.kind == "group" and actor.key is not None)


def _quoted(own: Scene, i: int) -> bool:
    """Whether the verb stands in what somebody says."""
    tree = own.tree
    above = [i, *tree.ancestors(i)]
    if any(tree.tokens[a].dep in {"ccomp", "pcomp"} for a in above):
        return True
    sentence = tree.sentence_of(i)
    before = sum(tree.tokens[k].text in {'"', "“", "”", "``", "''"} for k in range(sentence.first, i))
    return before % 2 == 1
