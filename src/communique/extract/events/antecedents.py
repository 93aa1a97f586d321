"""Mentions that refer back to an event of the same article, and which drafts say enough to be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from communique.annotate.tree import Tree
from communique.extract.events.drafts import Draft
from communique.knowledge import Knowledge
from communique.records.mentions import EventMention, Extraction, LocalActor, LocalParticipant
from communique.records.times import Time
from communique.text.times.intervals import compatible

SMALL = frozenset({"press_conference", "ceremony", "arrival", "departure", "statement", "signing", "call"})
# "the negotiations on the nuclear pact" say which negotiations they are.
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "to", "for"})
PARTY_COUNT = {"bilateral": 2, "trilateral": 3, "three-way": 3, "tripartite": 3, "quadrilateral": 4}


def with_antecedents(
    tree: Tree, so_far: Extraction, knowledge: Knowledge, drafts: list[Draft]
) -> Iterator[EventMention]:
    """The mentions worth keeping, in text order. One that refers back takes from its antecedent what it leaves out:
    participants, place, time."""
    actors = {actor.id: actor for actor in so_far.actors}
    times = {time.id: time.time for time in so_far.times}
    kept: list[tuple[Draft, EventMention]] = []
    for draft in shared_in_sentence(knowledge, tree, drafts):
        if draft.mention.participants and not any(
            _known(actors[p.actor], knowledge) for p in draft.mention.participants
        ):
            continue
        if draft.mention.form == "visit" and draft.mention.place is None and _frames(tree, knowledge, draft, drafts):
            continue
        earlier = _antecedent(tree, knowledge, draft, kept, actors, times)
        mention = _borrowed(draft, kept, knowledge) if earlier is None else _inherited(draft.mention, earlier)
        if earlier is not None or _says_enough(draft, mention):
            kept.append((draft, mention))
            yield mention


def _known(actor: LocalActor, knowledge: Knowledge) -> bool:
    """Whether it is anybody that a reader could name or place: no "envoys" of nobody knows whom."""
    if actor.kind != "group" or actor.country or actor.members:
        return True
    words = {word for mention in actor.mentions for word in mention.span.exact.split()}
    return any(knowledge.states.by_demonym(w) or knowledge.states.by_name(w) for w in sorted(words))


def _frames(tree: Tree, knowledge: Knowledge, draft: Draft, drafts: list[Draft]) -> bool:
    """ "They met on his first trip abroad": the journey only says on which occasion."""
    token = tree.tokens[draft.trigger.i]
    verb = tree.tokens[token.head].head if token.dep == "pobj" else -1
    families = knowledge.event_forms.families
    return any(d.trigger.i == verb and families.get(d.mention.form) == "encounter" for d in drafts)


def shared_in_sentence(knowledge: Knowledge, tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """The drafts, where encounters of the same people in one sentence lend each other the place and the time that
    only one of them names ("they agreed on Wednesday to …, as part of his visit to Moscow")."""
    return [_lent(knowledge, tree, draft, drafts) for draft in drafts]


def _lent(knowledge: Knowledge, tree: Tree, draft: Draft, drafts: list[Draft]) -> Draft:
    mention = draft.mention
    if knowledge.event_forms.families.get(mention.form) != "encounter" or mention.status != "held":
        return draft
    sentence = tree.sentence_number(draft.trigger.i)
    own = {p.actor for p in mention.participants}
    others = [
        d.mention
        for d in drafts
        if d is not draft
        and tree.sentence_number(d.trigger.i) == sentence
        and d.mention.status == "held"
        and knowledge.event_forms.families.get(d.mention.form) == "encounter"
        and own & {p.actor for p in d.mention.participants}
    ]
    places = {o.place.name: o.place for o in others if o.place}
    times = {o.time for o in others if o.time}
    place = mention.place or (next(iter(places.values())) if len(places) == 1 else None)
    time = mention.time or (next(iter(times)) if len(times) == 1 else None)
    return replace(draft, mention=msgspec.structs.replace(mention, place=place, time=time))


def _antecedent(
    tree: Tree,
    knowledge: Knowledge,
    draft: Draft,
    kept: list[tuple[Draft, EventMention]],
    actors: Mapping[str, LocalActor],
    times: Mapping[str, Time | None],
) -> EventMention | None:
    mention = draft.mention
    if (
        not (draft.definite or mention.since)
        or (draft.trigger.plural and draft.trigger.form != "talks")
        or mention.status in {"planned", "recalled", "conditional"}
    ):
        return None
    if (
        any(tree.tokens[p].text.lower() in ABOUT for p in tree.children(draft.trigger.i, "prep"))
        and not mention.participants
    ):
        return None
    if mention.form == "visit" and any(
        tree.tokens[p].text.lower() in {"to", "of", "in", "at"} for p in tree.children(draft.trigger.i, "prep")
    ):
        # "his tour of the islands" says which.
        return None
    family = knowledge.event_forms.families
    for _, other in reversed(kept):
        same_family = family.get(other.form) == family.get(mention.form)
        if same_family and other.status in {"held", "ongoing"} and _may_be(tree, draft, other, actors, times):
            return other
    return None


def _may_be(
    tree: Tree, draft: Draft, other: EventMention, actors: Mapping[str, LocalActor], times: Mapping[str, Time | None]
) -> bool:
    mention = draft.mention
    count = next(
        (PARTY_COUNT[w] for c in tree.children(draft.trigger.i) if (w := tree.tokens[c].text.lower()) in PARTY_COUNT),
        None,
    )
    if count is not None and count != len(other.participants):
        return False
    if mention.time and not other.time:
        # "since their talks in January": what has a time of its own is not what the article tells without one.
        return False
    if mention.form == "visit" and other.place is None:
        # "the trip": somebody went somewhere.
        return False
    here, there = times.get(mention.time or ""), times.get(other.time or "")
    if mention.time and other.time and mention.time != other.time and not (here and there and compatible(here, there)):
        return False
    if mention.place and other.place and mention.place.name != other.place.name and not _within(mention, other):
        return False
    return all(any(_same_side(p, q, actors) for q in other.participants) for p in mention.participants)


def _within(left: EventMention, right: EventMention) -> bool:
    """Whether one names the country of the other's city."""
    assert left.place
    assert right.place
    if left.place.region and right.place.region and left.place.region != right.place.region:
        return False
    vague = left.place.lat is None or right.place.lat is None
    return vague and left.place.country == right.place.country


def _same_side(left: LocalParticipant, right: LocalParticipant, actors: Mapping[str, LocalActor]) -> bool:
    """The same actor, or a person and the state it acts for."""
    if left.actor == right.actor:
        return True
    a, b = actors[left.actor], actors[right.actor]
    return {a.kind, b.kind} == {"person", "state"} and a.country is not None and a.country == b.country


def _borrowed(draft: Draft, kept: list[tuple[Draft, EventMention]], knowledge: Knowledge) -> EventMention:
    """ "since their talks in Rome in May": another event of the same people, where its words name nobody. They are
    those of the last encounter of two or more."""
    mention = draft.mention
    if mention.participants or not draft.definite or not (mention.place and mention.time):
        return mention
    if knowledge.event_forms.families.get(mention.form) != "encounter":
        return mention
    for _, other in reversed(kept):
        if len(other.participants) > 1 and knowledge.event_forms.families.get(other.form) == "encounter":
            return msgspec.structs.replace(mention, participants=other.participants)
    return mention


def _inherited(mention: EventMention, earlier: EventMention) -> EventMention:
    own = {p.actor for p in mention.participants}
    return msgspec.structs.replace(
        mention,
        participants=(*mention.participants, *(p for p in earlier.participants if p.actor not in own)),
        place=mention.place or earlier.place,
        time=mention.time or earlier.time,
        antecedent=earlier.id,
    )


def _says_enough(draft: Draft, mention: EventMention) -> bool:
    """An event without participants, place and time is talk of events in general."""
    count = len(mention.participants)
    if mention.form == "election":
        return mention.place is not None and mention.time is not None
    if mention.form == "call" and draft.trigger.how == "phones" and mention.status in {"held", "ongoing"}:
        return count >= 1
    if mention.form == "statement":
        # Issued together, to a named outlet, or at a time of its own.
        return count >= 2 or (count == 1 and mention.time is not None and draft.own_time)
    if mention.form == "call":
        return count >= 2
    if mention.form in {"arrival", "departure"}:
        return count >= 1 and mention.place is not None
    if mention.form in SMALL:
        return count >= 1
    if count == 1:
        # Whom somebody met is half of a meeting, and that somebody went is half of a visit; where is the least.
        return mention.place is not None
    return count >= 2
