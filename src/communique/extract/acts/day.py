"""When the event of an article's head was: of all times that its sentences name, the one that speaks for itself most.

Each weight below stands for one thing that a reader would go by; an expression without enough of them dates nothing.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.acts.attached import Attachment, How, attached
from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene, actors
from communique.extract.acts.standing import hanging, sentences
from communique.extract.events.when import MESSAGES
from communique.extract.times.tense import was_before
from communique.records.mentions import EventMention
from communique.records.times import Time, TimeExpression, TimeMention
from communique.text.times.intervals import civil, days, gap, shift

# News is of the days before it appears; a longer time says when something else was.
LONGEST = 8
FRESH = 31
# What the words hang on.
HANGS: Mapping[How, float] = {
    "act": 4.0, "carrier": 3.5, "telling": 2.0, "verb": 0.5, "none": 0.5, "aside": -1.5, "noun": -3.0,
}  # fmt: skip
# On another verb of whoever takes part; and of one who speaks, on the occasion ("in a call on Monday").
THEIRS = 1.5
SAID_IN = 2.0
# On what somebody else says: the day of a remark.
OF_OTHERS = -1.5
OCCASIONS = MESSAGES | frozenset("call conference comment remark conversation appearance testimony broadcast".split())
# Whoever and whatever has such a name has no time.
TIMELESS = frozenset({"PERSON", "GPE", "LOC", "FAC", "NORP"})
# What else has one.
HAPPENS = frozenset(
    "death birth funeral wedding vote victory defeat win loss decision ruling verdict trial race".split()
)
# How much less each sentence further on is worth.
STEP = 0.1
# What else the sentence has of the title's words, a word and at most.
WORD, WORDS = 0.4, 3
# How many days before the article: at most so many, and what it is worth. Of six or more, news says "last Friday".
NEWS = ((1, 1.0), (3, 0.5), (5, 0.0), (FRESH, -1.5))
# "— City Council (@council) May 3, 2021": when a post was written that the page shows.
SIGNATURE = re.compile(r"\(@\w{1,30}\)\s{0,3}$")
SIGNED = 40
# What was done before what is told ("had said on Monday").
BEFORE = -2.0
# Each other expression that means the same day; of those the hour, the date or the part of the day says most.
SAME, HOUR, DATE, PART = 0.3, 2.0, 1.0, 0.8
UNDATED = -2.0
ENOUGH = 1.5
# So much dates what the article only tells beside its news.
LED = 3.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time expression and what speaks for it."""

    score: float
    first: int
    time: TimeMention


def when(own: Scene, head: Head, acts: Collection[int], mention: EventMention) -> str | None:
    """The time mention that says when the event of `mention` was; none where none says enough. `acts`: the words that
    tell it."""
    days_: dict[object, list[Candidate]] = {}
    for candidate in _candidates(own, head, acts, mention):
        days_.setdefault(_day(candidate.time), []).append(candidate)
    ranked = sorted(days_.values(), key=lambda group: (-_together(group), group[0].first))
    if not ranked or _together(ranked[0]) < ENOUGH:
        return None
    return _most_precise(ranked[0])


def day_of_lead(own: Scene, head: Head, acts: Collection[int], mention: EventMention) -> str | None:
    """The time mention that says when an encounter of the first sentences was: they name one day, of what those who
    took part did, and no other."""
    near = {s.first for s in (*head.parts, *head.near)}
    found = [c for c in _candidates(own, head, acts, mention) if own.tree.sentence_of(c.first).first in near]
    told = [c for c in found if c.score >= LED]
    if not told or len({_day(c.time) for c in found if c.score >= ENOUGH}) > 1:
        return None
    return _most_precise(told)


def _most_precise(group: list[Candidate]) -> str:
    """Of expressions that mean one day, that which hangs best and says most."""
    return max(group, key=lambda c: (c.score + _precise(c.time), -c.first)).time.id


def _together(group: list[Candidate]) -> float:
    """What speaks for a day: its best expression, and a little each other that may mean it."""
    best = max(c.score for c in group)
    return best + SAME * min(3, sum(c.score > 0 for c in group) - 1 if best > 0 else 0)


def _day(time: TimeMention) -> object:
    """What expressions of one day have in common."""
    if time.time is not None:
        return civil(time.time)
    e = time.expression
    return (e.year, e.month, e.day, e.weekday, e.unit, e.offset)


def _candidates(own: Scene, head: Head, acts: Collection[int], mention: EventMention) -> Iterator[Candidate]:
    people = {p.actor for p in mention.participants if p.role == "participant"}
    spoken = mention.form == "statement"
    meets = mention.form not in {"statement", "other"}
    words = head.words(own.tree, head.parts)
    for sentence, place in sentences(own.tree, head, head.body, acts, STEP):
        others = head.words(own.tree, [sentence]) & words if sentence not in head.parts else words
        for first, time in own.calendar.within(sentence.first, sentence.last):
            how = _attached(own, first, time, acts)
            if (meets and how.how == "verb" and _speaks(own, how.at)) or _nowadays(own.tree, time, how):
                continue
            ahead = how.how == "act" and not how.aside
            if (own.calendar.is_ahead(time.id) and not ahead) or not is_news(own, time, ahead=ahead):
                continue
            score = place + _said(own, first, how, people) + _fresh(own, time)
            if spoken and how.how == "noun" and own.tree.tokens[how.at].lemma in OCCASIONS:
                score += SAID_IN - HANGS["noun"]
            yield Candidate(round(score + WORD * min(WORDS, len(others)), 4), first, time)


def _attached(own: Scene, first: int, time: TimeMention, acts: Collection[int]) -> Attachment:
    """What the time hangs on. Behind people, a place or what is counted it is said of the verb."""
    if SIGNATURE.search(own.tree.text[max(0, time.span.start - SIGNED) : time.span.start]):
        return Attachment("noun", first)
    names = {e.last - 1 for e in own.tree.entities if e.label in TIMELESS}

    def happens(noun: int) -> bool:
        words = {own.tree.tokens[noun].text.lower(), own.tree.tokens[noun].lemma}
        known = (own.acts.events, own.acts.mishaps, own.knowledge.event_forms.nouns, OCCASIONS, HAPPENS)
        return any(word in nouns for word in words for nouns in known)

    def passes(noun: int) -> bool:
        people = own.tree.tokens[noun].text.lower() in own.acts.people
        return noun < first and (noun in names or people or bool(own.tree.children(noun, "nummod")))

    tokens = own.tree.within(time.span.start, time.span.end)
    return attached(own.tree, tokens, acts, passes=passes, happens=happens)


def _said(own: Scene, first: int, how: Attachment, people: Collection[str]) -> float:
    theirs = how.how in {"verb", "telling"} and any(p in people for p in actors(own, own.parties.agents(how.at)))
    worth = hanging(own.tree, first, how, HANGS) + (THEIRS if theirs else 0.0)
    worth += OF_OTHERS if how.how == "verb" and not theirs and _speaks(own, how.at) else 0.0
    return worth + (BEFORE if how.how in {"verb", "aside"} and was_before(own.tree, how.at) else 0.0)


def _speaks(own: Scene, verb: int) -> bool:
    """Whether the verb says something of its own: the day of a remark is not that of the meeting it is about."""
    # "Touched down" is no remark, though "touched on" is.
    particles = [own.tree.tokens[p].text.lower() for p in own.tree.children(verb, "prt")]
    cue = own.knowledge.verbs.verb(" ".join([own.tree.tokens[verb].text.lower(), *particles]))
    return cue is not None and cue.stance == "say"


def _nowadays(tree: Tree, time: TimeMention, how: Attachment) -> bool:
    """ "Only a few can today": of these times, not of this day."""
    present = tree.tokens[how.at].tag in {"VBP", "VBZ", "VB"} and how.how not in {"act", "carrier"}
    return present and time.expression.unit == "day" and time.expression.offset == 0


def _precise(time: TimeMention) -> float:
    e = time.expression
    if e.clock:
        return HOUR
    return DATE if e.year is not None and e.day is not None else PART if e.daypart else 0.0


def _fresh(own: Scene, time: TimeMention) -> float:
    published = own.tree.article.published
    if published is None or time.time is None:
        # News says the weekday; an article without a date tells a date of something else.
        return 0.0 if time.expression.month is None else UNDATED
    apart = gap(time.time, published)
    return next((worth for most, worth in NEWS if apart <= most), NEWS[-1][1])


def is_news(own: Scene, time: TimeMention, *, ahead: bool = False) -> bool:
    """Whether the time is short enough for news, and one of the days before the article; of those `ahead`, too."""
    if not (_is_short(time.expression) if time.time is None else days(time.time) <= LONGEST):
        return False
    published = own.tree.article.published
    return published is None or (time.time is not None and _near(time.time, published, FRESH if ahead else 1))


def _is_short(e: TimeExpression) -> bool:
    """Whether what has no date yet is a week at most."""
    named = (e.day, e.weekday, e.clock, e.daypart, e.feast)
    return e.unit in {"hour", "day", "week"} or e.weekend or any(value is not None for value in named)


def _near(time: Time, published: Time, ahead: int) -> bool:
    first, last = civil(published)
    return shift(first, -FRESH) <= civil(time)[1] and civil(time)[0] <= shift(last, ahead)
