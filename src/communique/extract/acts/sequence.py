"""When an encounter was that the text only tells after another of the same people: "he then met the speaker", "in the
afternoon she received the mayor". It was on that day."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.extract.acts.mention import Scene
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction
from communique.records.times import TimeMention
from communique.text.times.intervals import civil

# What leads on in a day's story.
NEXT = frozenset({"then", "later", "afterward", "afterwards", "subsequently", "next"})
# How many sentences back the other may be told.
REACH = 8


def in_sequence(own: Scene, so_far: Extraction, told: Sequence[EventMention]) -> Iterator[EventMention]:
    """The encounters that nothing dates but the story's course, with their day. `told`: the other mentions of the
    article's events, which stand for those of the same id."""
    times = {t.id: t for t in so_far.times}
    known = {m.id: m for m in (*so_far.events, *told)}
    ordered = sorted(known.values(), key=lambda m: (m.span.start, m.id))
    for n, mention in enumerate(ordered):
        if not _is_open(own, mention, times) or not _leads_on(own, mention, times):
            continue
        day = next((m.time for m in reversed(ordered[:n]) if _goes_before(own, m, mention, times)), None)
        if day is not None:
            ordered[n] = replace(mention, time=day)
            yield ordered[n]


def _is_open(own: Scene, mention: EventMention, times: dict[str, TimeMention]) -> bool:
    """Whether it is an encounter that took place, on a day that nobody says."""
    stated = times.get(mention.time or "")
    met = own.knowledge.event_forms.families.get(mention.form) == "encounter"
    dated = stated is not None and stated.time is not None
    return met and mention.status in TOOK_PLACE and not dated and mention.antecedent is None and mention.since is None


def _leads_on(own: Scene, mention: EventMention, times: dict[str, TimeMention]) -> bool:
    """Whether its words say that it is what came next, or the part of the day."""
    stated = times.get(mention.time or "")
    if stated is not None:
        # "In the afternoon": of the day that is told of.
        return bool(stated.expression.daypart) and stated.expression.anaphoric
    at = own.tree.at(mention.trigger.start)
    if at is None:
        return False
    verb = next((a for a in (at, *own.tree.ancestors(at)) if own.tree.tokens[a].pos == "VERB"), None)
    if verb is None or own.tree.tokens[verb].tag != "VBD":
        return False
    return any(own.tree.tokens[c].text.lower() in NEXT for c in own.tree.children(verb, "advmod"))


def _goes_before(own: Scene, other: EventMention, mention: EventMention, times: dict[str, TimeMention]) -> bool:
    """Whether the other is told shortly before, of one day, of some of the same people."""
    stated = times.get(other.time or "")
    if other.status not in TOOK_PLACE or stated is None or stated.time is None:
        return False
    first, last = civil(stated.time)
    here, there = own.tree.at(mention.trigger.start), own.tree.at(other.trigger.start)
    if first != last or here is None or there is None:
        return False
    near = own.tree.sentence_number(here) - own.tree.sentence_number(there) <= REACH
    return near and bool({p.actor for p in other.participants} & {p.actor for p in mention.participants})
