"""When the encounters were that an article's first sentences tell, though it is the news of something else: on the one
day that these sentences name, if they name no other."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.extract.acts.day import day_of_lead
from communique.extract.acts.head import Head, head_of
from communique.extract.acts.mention import Scene
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction

# Where somebody speaks to many is dated like an encounter.
SPOKEN = frozenset({"press_conference", "statement"})


def dated_encounters(own: Scene, so_far: Extraction, main: list[EventMention]) -> Iterator[EventMention]:
    """The encounters of the lead that nothing in the article dates, with their day. `main`: what it is the news of."""
    head = head_of(own.tree)
    known = {m.id for m in main}
    for mention in so_far.events if head is not None else ():
        if head is None or mention.id in known or not _is_open(own, head, mention):
            continue
        same = [m for m in (*so_far.events, *main) if _is_same(own, m, mention)]
        acts = frozenset(i for m in same if (i := own.tree.at(m.trigger.start)) is not None)
        time = None if any(m.time for m in same) else day_of_lead(own, head, acts, mention)
        if time is not None:
            yield replace(mention, time=time)
            yield from _referring(so_far, {mention.id}, time)


def _referring(so_far: Extraction, dated: set[str], time: str) -> Iterator[EventMention]:
    """The mentions that refer back to one that has got its time: they take it as they took its place."""
    for mention in so_far.events:
        if mention.antecedent in dated and mention.time is None:
            dated.add(mention.id)
            yield replace(mention, time=time)


def _is_open(own: Scene, head: Head, mention: EventMention) -> bool:
    """Whether it is an encounter that took place, told in the lead without a time."""
    at = own.tree.at(mention.trigger.start)
    inside = at is not None and any(s.first <= at < s.last for s in (*head.parts, *head.lead))
    took_place = mention.status in TOOK_PLACE and mention.antecedent is None and mention.since is None
    return inside and took_place and mention.time is None and bool(mention.participants) and _met(own, mention)


def _is_same(own: Scene, other: EventMention, mention: EventMention) -> bool:
    """Whether another mention may be of the same encounter."""
    return _met(own, other) and _people(other) >= _people(mention)


def _met(own: Scene, mention: EventMention) -> bool:
    return mention.form in SPOKEN or own.knowledge.event_forms.families.get(mention.form) == "encounter"


def _people(mention: EventMention) -> set[str]:
    return {p.actor for p in mention.participants}
