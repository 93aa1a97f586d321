"""Encounters on the margins of a gathering: "on the sidelines of the summit, the two met". The meeting is not the
gathering, but a part of it, and where and when the gathering was, if its own words do not say more."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from communique.records.mentions import EventMention

MARGINS = re.compile(r"\b(?:sidelines?|margins?|fringes?)\s+of\s+(?:[^\s.,;:]+\s+){0,6}$", re.IGNORECASE)
# How much of a text may stand between the margins and what they are of, and how long a sentence may be.
LEAD, SENTENCE = 90, 600
BREAK = re.compile(r"[.!?][\"”’]?\s|\n")
MEETINGS = frozenset({"meeting", "talks"})
GATHERINGS = frozenset({"summit", "meeting", "talks", "visit", "ceremony"})
# Mentions of the gathering, by each mention of what was on its margins.
Around = Mapping[str, tuple[str, ...]]


def gatherings(mentions: Sequence[EventMention], text: str) -> Around:
    """By mention of an encounter on the margins of a gathering, the mentions of that: the one behind the word first."""
    found: dict[str, tuple[str, ...]] = {}
    for gathering in mentions:
        at = gathering.trigger.start
        if gathering.form in GATHERINGS and MARGINS.search(text[max(0, at - LEAD) : at]):
            here = _sentence(text, at)
            chain = tuple(_chain(gathering, mentions, text, here))
            there = (m for m in mentions if m.form in MEETINGS and here[0] <= m.trigger.start < here[1])
            found |= {m.id: chain for m in there if m.id not in chain}
    return found


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = max(0, at - SENTENCE)
    first = max((m.end() for m in BREAK.finditer(text, start, at)), default=start)
    behind = BREAK.search(text, at, at + SENTENCE)
    return first, behind.start() if behind else min(len(text), at + SENTENCE)


def _chain(gathering: EventMention, mentions: Sequence[EventMention], text: str, here: tuple[int, int]) -> list[str]:
    """The mention, what it refers back to, and what refers back to that: of its form, or in the other's sentence, if
    that is not the one (`here`) that tells what was on the margins."""

    def one(left: EventMention, right: EventMention) -> bool:
        sentence = _sentence(text, left.trigger.start)
        return left.form == right.form or (sentence != here and sentence[0] <= right.trigger.start < sentence[1])

    told = {m.id: m for m in mentions}
    known, above = [gathering.id], gathering
    while above.antecedent in told and above.antecedent not in known and one(told[above.antecedent], above):
        above = told[above.antecedent]
        known.append(above.id)
    behind = (m for m in mentions if m.id not in known and m.antecedent in known)
    return known + [m.id for m in behind if one(told[m.antecedent or ""], m)]


def set_there(mentions: Sequence[EventMention], around: Around) -> Iterator[EventMention]:
    """The mentions, those on the margins of a gathering where and when that was, if they do not say it."""
    told = {m.id: m for m in mentions}
    for mention in mentions:
        chain = [told[id_] for id_ in around.get(mention.id, ())]
        place = mention.place or next((m.place for m in chain if m.place), None)
        time = mention.time or next((m.time for m in chain if m.time), None)
        same = place is mention.place and time == mention.time
        yield mention if same else replace(mention, place=place, time=time)
