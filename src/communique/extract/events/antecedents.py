"""Mentions that refer back to an event of the same article, and which drafts say enough to be kept."""

from collections.abc import Iterator, Mapping

import msgspec

from communique.annotate.tree import Tree
from communique.extract.events.drafts import Draft
from communique.extract.events.lending import shared_in_sentence
from communique.knowledge import Knowledge
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction, LocalActor, LocalParticipant
from communique.records.times import Time
from communique.text.times.intervals import compatible

SMALL = frozenset({"press_conference", "ceremony", "arrival", "departure", "statement", "signing", "call"})
# What goes on with whoever comes.
MANY = frozenset({"meeting", "talks", "visit"})
# Of those whom nobody names, who meet others in an office or for a state.
POLITICAL = frozenset(
    "powers countries nations states governments allies sides parties factions leaders presidents ministers officials "
    "diplomats delegations delegates envoys ambassadors negotiators mediators inspectors lawmakers senators rebels "
    "generals commanders chiefs".split()
)
# "the negotiations on the nuclear pact" say which negotiations they are.
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "to", "for"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
# Words that go on with what was told before, and how many sentences before.
THEN = frozenset({"then", "afterwards", "afterward", "subsequently", "later"})
FEW = 5
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
        if draft.mention.participants and not any(_known(actors[p.actor]) for p in draft.mention.participants):
            continue
        if draft.mention.form == "visit" and draft.mention.place is None and _frames(tree, knowledge, draft, drafts):
            continue
        earlier = _antecedent(tree, knowledge, draft, kept, actors, times)
        mention = _borrowed(tree, draft, kept, knowledge) if earlier is None else _inherited(draft.mention, earlier)
        mention = _then(tree, draft, mention, kept)
        if earlier is not None or _says_enough(draft, mention, actors):
            kept.append((draft, mention))
            yield mention


def _known(actor: LocalActor) -> bool:
    """Whether it is anybody that a reader could name or place: no "envoys" of nobody knows whom."""
    return actor.kind != "group" or bool(actor.country or actor.members)


def _frames(tree: Tree, knowledge: Knowledge, draft: Draft, drafts: list[Draft]) -> bool:
    """ "They met on his first trip abroad": the journey only says on which occasion."""
    token = tree.tokens[draft.trigger.i]
    verb = tree.tokens[token.head].head if token.dep == "pobj" else -1
    families = knowledge.event_forms.families
    return any(d.trigger.i == verb and families.get(d.mention.form) == "encounter" for d in drafts)


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
        not (draft.definite or _of_a_day(tree, draft) or (mention.since and draft.trigger.how != "noun"))
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
    for earlier, other in reversed(kept):
        same_family = family.get(other.form) == family.get(mention.form)
        if not same_family or not _may_be(tree, draft, other, actors, times):
            continue
        if other.status in {"planned", "conditional"} and _same_word(draft, earlier):
            # The last summit spoken of is to come.
            return None
        if other.status in TOOK_PLACE and _fits_the_word(draft, earlier, other):
            return other
    return None


def _of_a_day(tree: Tree, draft: Draft) -> bool:
    """ "Thursday's meeting": the day says which."""
    owners = tree.children(draft.trigger.i, "poss") if draft.trigger.how == "noun" else []
    return draft.mention.time is not None and any(tree.tokens[o].lemma.lower() in WEEKDAYS for o in owners)


def _same_word(left: Draft, right: Draft) -> bool:
    return left.mention.trigger.exact.lower() == right.mention.trigger.exact.lower()


def _fits_the_word(draft: Draft, earlier: Draft, other: EventMention) -> bool:
    """ "The letter" is no interview; "the talks" and "the summit" are of two or more."""
    if draft.mention.form == "statement":
        return draft.mention.trigger.exact.split()[-1].lower() == earlier.mention.trigger.exact.split()[-1].lower()
    return draft.mention.form not in {"talks", "summit"} or other.form != "visit" or len(other.participants) > 1


def _then(tree: Tree, draft: Draft, mention: EventMention, kept: list[tuple[Draft, EventMention]]) -> EventMention:
    """ "He then met the speaker": on the day of the encounter told before."""
    verb = draft.trigger.i if draft.trigger.how != "noun" else draft.trigger.verb
    if mention.time or mention.status != "held" or verb is None:
        return mention
    if not any(tree.tokens[c].text.lower() in THEN for c in tree.children(verb, "advmod")):
        return mention
    own = {p.actor for p in mention.participants}
    near = (m for d, m in reversed(kept) if tree.sentence_number(verb) - tree.sentence_number(d.trigger.i) <= FEW)
    before = next((m for m in near if m.time and m.status == "held" and own & {p.actor for p in m.participants}), None)
    return msgspec.structs.replace(mention, time=before.time) if before else mention


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
    if mention.time and not other.time and not _of_a_day(tree, draft):
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


def _borrowed(tree: Tree, draft: Draft, kept: list[tuple[Draft, EventMention]], knowledge: Knowledge) -> EventMention:
    """ "since their talks in Rome in May", "she was there for another meeting": another event of the same people, where
    its words name nobody, or one of them alone. They are those of the last encounter of two or more."""
    mention = draft.mention
    own = {p.actor for p in mention.participants}
    another = any(tree.tokens[c].text.lower() == "another" for c in tree.children(draft.trigger.i, "det"))
    theirs = not own and draft.definite and mention.place and mention.time
    if not (theirs or (another and len(own) == 1)) or not _is_encounter(mention, knowledge):
        return mention
    for _, other in reversed(kept):
        if len(other.participants) > 1 and _is_encounter(other, knowledge):
            there = {p.actor for p in other.participants}
            return msgspec.structs.replace(mention, participants=other.participants) if own <= there else mention
    return mention


def _is_encounter(mention: EventMention, knowledge: Knowledge) -> bool:
    return knowledge.event_forms.families.get(mention.form) == "encounter"


def _inherited(mention: EventMention, earlier: EventMention) -> EventMention:
    own = {p.actor for p in mention.participants}
    return msgspec.structs.replace(
        mention,
        participants=(*mention.participants, *(p for p in earlier.participants if p.actor not in own)),
        place=mention.place or earlier.place,
        time=mention.time or earlier.time,
        antecedent=earlier.id,
    )


def _says_enough(draft: Draft, mention: EventMention, actors: Mapping[str, LocalActor]) -> bool:
    """An event without participants, place and time is talk of events in general."""
    count = len(mention.participants)
    voting = any(actors[p.actor].kind in {"state", "government"} for p in mention.participants)
    if mention.form == "election":
        return (mention.place is not None or voting or bool(draft.alone)) and mention.time is not None
    if mention.form == "call" and draft.trigger.how == "phones" and mention.status in TOOK_PLACE:
        return count >= 1
    if draft.alone is None:
        return False
    if mention.form == "statement":
        # Issued together, to a named outlet, or at a time of its own.
        return count >= 2 or draft.alone or (count == 1 and mention.time is not None and draft.own_time)
    if mention.form == "call":
        return count >= 2
    if mention.form in {"arrival", "departure"}:
        return count >= 1 and (mention.place is not None or bool(draft.alone))
    if mention.form == "other":
        # A hearing: "gave testimony" some time, somewhere, is what is known of somebody.
        return count >= 1 and (mention.time is not None or mention.place is not None or draft.alone)
    if mention.form in SMALL:
        return count >= 1
    if count > 1 and mention.form in MANY and mention.place is None and mention.time is None:
        # "Berg spoke with voters", "the people who met her": some, at some time.
        return sum(map(_acts_for_many, (actors[p.actor] for p in mention.participants))) > 1
    if count == 1 and mention.status == "denied" and mention.form != "visit":
        # Somebody did not meet, nobody knows whom.
        return False
    if count == 1:
        # Whom somebody met is half of a meeting, and that somebody went is half of a visit; where is the least.
        return mention.place is not None or draft.alone
    return count >= 2


def _acts_for_many(actor: LocalActor) -> bool:
    """Whether the actor is more than some people: "voters" are, "major powers" and whoever is named are not."""
    if actor.kind != "group" or actor.country or actor.members:
        return True
    return not POLITICAL.isdisjoint(actor.name.lower().split())
