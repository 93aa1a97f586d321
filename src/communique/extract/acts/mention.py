"""Acts as event mentions: parties, time, place, and whether it took place."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.acts.coding import COOPERATION, VERBAL, Code
from communique.extract.acts.parties import Parties
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import subjects
from communique.extract.events.status import status_of
from communique.extract.events.triggers import Trigger
from communique.extract.events.when import Calendar
from communique.extract.events.where import Near, Spot, spots
from communique.knowledge import Knowledge
from communique.knowledge.acts import Acts
from communique.records.events import Form, MentionStatus, Place, Plover
from communique.records.ids import content_id
from communique.records.mentions import EventMention, Extraction, LocalParticipant

VERBS = frozenset({"VERB", "AUX"})
WHERE = frozenset({"in", "at", "near", "outside"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What all acts of one article share."""

    tree: Tree
    knowledge: Knowledge
    acts: Acts
    cast: Cast
    calendar: Calendar
    parties: Parties
    lands: tuple[str, ...] = ()


def scene(tree: Tree, so_far: Extraction, knowledge: Knowledge, acts: Acts) -> Scene:
    """The article's own."""
    cast = Cast(tree, so_far)
    parties = Parties(tree, knowledge, cast, acts.people)
    return Scene(tree, knowledge, acts, cast, Calendar(tree, so_far), parties, _lands(tree, knowledge))


def _lands(tree: Tree, knowledge: Knowledge) -> tuple[str, ...]:
    """The countries of the towns and of the nationalities that the article names."""
    names = {tree.span(e.first, e.last - 1).exact for e in tree.entities if e.label == "GPE"}
    cities = (knowledge.places.city(name) for name in sorted(names))
    nations = (knowledge.states.by_demonym(token.text) for token in tree.tokens if token.text[:1].isupper())
    return tuple(sorted({c.country for c in cities if c is not None} | {n.code for n in nations if n is not None}))


def participants(own: Scene, code: Code, top: int) -> tuple[LocalParticipant, ...]:
    """Whoever does it, then whoever it is done to, each once."""
    tree, parties = own.tree, own.parties
    by = code.by if code.by >= 0 else code.i
    agents = parties.agents(by) if tree.tokens[by].pos in VERBS else parties.owners(by)
    found = parties.at(agents, "participant")
    whole = [t for a in agents for t in (a, *tree.children(a, "conj"))]
    target = parties.targets(top, code.inner, [*whole, *subjects(tree, top)] if code.inner != top else whole)
    known = {p.actor for p in found}
    return (*found, *(p for p in parties.at(target, "addressee") if p.actor not in known))


def plover(own: Scene, code: Code) -> Plover:
    """Type, mode, contexts by the act's own kind and by the words of its clause, and the quad."""
    sentence = own.tree.sentence_of(code.i)
    words = {own.tree.tokens[i].text.lower() for i in range(sentence.first, sentence.last)}
    contexts = {*code.contexts, *(own.acts.contexts[w] for w in words if w in own.acts.contexts)}
    return Plover(
        event=code.event, mode=code.mode, contexts=tuple(sorted(contexts)), quad=own.acts.quads.get(code.event)
    )


def status(own: Scene, code: Code) -> MentionStatus:
    """A promise, a threat, a demand is made, whatever becomes of it; a deed is told, planned or denied."""
    token = own.tree.tokens[code.i]
    if code.event in VERBAL or code.i != code.inner:
        return "held"
    if token.pos not in VERBS:
        return "held"
    found = status_of(own.tree, Trigger(code.i, code.i, "other", "act"))
    return "held" if found == "denied" and code.event in COOPERATION else found


def built(
    own: Scene,
    i: int,
    who: tuple[LocalParticipant, ...],
    coded: Plover | None,
    state: MentionStatus,
    *,
    main: bool = False,
) -> EventMention:
    """The mention whose head word is token `i`."""
    tree = own.tree
    tokens = clause(tree, i)
    time = own.calendar.of(Trigger(i, i, "other", "act" if tree.tokens[i].pos in VERBS else "noun"), frozenset())
    where = place(own, tokens, who)
    span = tree.span(min(tokens), max(tokens))
    form: Form = "statement" if coded is not None and coded.event in VERBAL else "other"
    sentence = tree.sentence_of(i)
    return EventMention(
        id=content_id("mention", tree.article.id, "act", span.start, span.end, i, main),
        article=tree.article.id,
        span=span,
        trigger=tree.span(i, i),
        form=form,
        status=state,
        participants=who,
        place=where,
        time=time.id if time else None,
        topics=own.knowledge.topics.of(tree.span(sentence.first, sentence.last - 1).exact),
        plover=coded,
        main=main,
    )


def clause(tree: Tree, i: int) -> list[int]:
    """The tokens of the act's own words: its subject, objects and phrases, without clauses aside."""
    cut = [
        c
        for c in tree.subtree(i)
        if c != i
        and (
            tree.tokens[c].dep in {"advcl", "relcl", "parataxis", "ccomp"}
            or (tree.tokens[c].dep == "conj" and tree.tokens[c].pos in VERBS)
            or (tree.tokens[c].dep == "punct" and tree.tokens[c].head == i)
        )
    ]
    return tree.subtree(i, skip=cut)


def place(own: Scene, tokens: list[int], who: tuple[LocalParticipant, ...]) -> Place | None:
    """Where, by the words of the clause; a city before the country around it."""
    inside = set(tokens)
    found = [s for s in near_spots(own, tokens[0], tokens[-1] + 1, who) if s.first in inside]
    return min(found, key=_vague).place if found else None


def _vague(spot: Spot) -> tuple[bool, int]:
    return (spot.place.lat is None and spot.place.venue is None, spot.first)


def near_spots(own: Scene, first: int, last: int, who: tuple[LocalParticipant, ...]) -> list[Spot]:
    """The places that the tokens name behind a word of place."""
    found = spots(own.tree, own.knowledge, first, last, near_of(own, who), own.calendar.tokens)
    return [s for s in found if s.lead in WHERE and not _somebody(own, s)]


def near_of(own: Scene, who: tuple[LocalParticipant, ...]) -> Near:
    """The countries of those who take part, then of all whom the article speaks of, then of the towns it names that
    are known without more."""
    theirs = sorted({c for p in who if (c := _country(own, p)) is not None})
    return tuple(theirs), tuple(sorted({a.country for a in own.cast.actors.values() if a.country})), own.lands


def _somebody(own: Scene, spot: Spot) -> bool:
    """Whether the name is a person's: "in the Clinton papers" is in no town."""
    hit = own.cast.at(spot.first)
    return hit is not None and hit[0].kind == "person"


def _country(own: Scene, part: LocalParticipant) -> str | None:
    actor = own.cast.actors.get(part.actor) or own.parties.made.get(part.actor)
    return actor.country if actor else None


def actors(own: Scene, heads: Iterable[int]) -> set[str]:
    """Those whom the tokens name, of the article's known actors."""
    return {p.actor for p in own.parties.at(heads, "participant", make=False)}
