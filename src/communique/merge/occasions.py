"""On which occasion something was said: the event that its own paragraph names before it, else the event that the
article is about and has told by then. What its own sentence has written, told to outsiders or said over time was not
said there, nor what others than its parties say or are told. What was said on leaving is not said at the talks; what
was "added" was said where its speaker spoke before; what others do is no occasion of his. An article that has somebody
tell somebody something on a day, and names no encounter, is about the one that other articles have of them on that
day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from communique.records.articles import Article, Paragraph
from communique.records.events import TOOK_PLACE, Event
from communique.records.mentions import EventMention, Extraction, LocalActor, StatementMention
from communique.text.stems import stem

OCCASIONS = frozenset(
    {
        "meeting",
        "summit",
        "visit",
        "talks",
        "call",
        "press_conference",
        "signing",
        "ceremony",
        "departure",
        "arrival",
        "statement",
    }
)
ABOUT = frozenset({"meeting", "summit", "visit", "talks", "call"})
# Who speaks for a state that takes part.
STATES = frozenset({"state", "government", "person"})
# Stems of reporting words that go on with a speech.
CONTINUING = frozenset({"add", "continu", "conclud"})
_PARTIES = 2
# So many paragraphs tell what an article is about.
_LEAD = 3
# An ISO date, without the time of day.
_DAY = 10


def occasions(
    extraction: Extraction,
    event_of: Mapping[str, str],
    told: Mapping[str, str],
    events: Mapping[str, Event] = MappingProxyType({}),
) -> dict[str, str | None]:
    """Event id by statement mention. `told`: the status of each event mention in its article after the merge;
    `events`: the merged events by id."""
    held = [m for m in extraction.events if told.get(m.id, m.status) in TOOK_PLACE and m.id in event_of]
    usable = [m for m in held if m.form in OCCASIONS and m.plover is None]
    main = main_event(usable, event_of)
    since = min((m.span.start for m in usable if event_of[m.id] == main), default=0)
    since = 0 if since < _end_of_lead(extraction.article) else since
    shared = _told_elsewhere(held, event_of, events)
    writers = _writers(extraction.statements)
    found: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    for statement in sorted(extraction.statements, key=lambda s: (s.content.start, s.content.end, s.id)):
        mention = _said(statement, usable) or _named_before(statement, usable, event_of, extraction)
        speakers = sorted({s.actor for s in statement.speakers if s.actor})
        before = [last[s] for s in speakers if s in last] if _continues(statement) else []
        if mention is not None:
            found[statement.id] = event_of[mention.id]
        elif before and before[0]:
            found[statement.id] = before[0]
        elif statement.apart or writers.intersection(speakers):
            found[statement.id] = None
        elif (
            main
            and since < statement.content.end
            and _was_said_there(statement, _there(usable, main, event_of), extraction)
        ):
            found[statement.id] = main
        elif shared and _was_said_there(statement, shared.present, extraction):
            found[statement.id] = shared.event
        else:
            found[statement.id] = None
        last.update(dict.fromkeys(speakers, found[statement.id]))
    return found


def _writers(statements: Sequence[StatementMention]) -> set[str]:
    """Whom the article quotes from their writings, more than once: what they "said" may stand there as well."""
    found = Counter(s.actor for row in statements if row.apart == "written" for s in row.speakers if s.actor)
    return {actor for actor, number in found.items() if number > 1}


def _end_of_lead(article: Article) -> int:
    """Where the paragraphs end that tell what the article is about, and that its title may go before."""
    ends = [p.end for p in article.paragraphs if p.role == "body" and p.end is not None]
    return max(ends[:_LEAD], default=0)


class _Shared(NamedTuple):
    """An encounter that other articles tell of, and who is there by this article's words."""

    event: str
    present: frozenset[str]


def _told_elsewhere(
    held: Sequence[EventMention], event_of: Mapping[str, str], events: Mapping[str, Event]
) -> _Shared | None:
    """The one encounter of other articles at which those meet who, as this one tells, spoke on the very same day."""
    own = {event_of[m.id] for m in held}
    for mention in held:
        act = events.get(event_of[mention.id])
        who = {p.actor for p in act.participants} if act else set()
        if act is None or act.form != "statement" or len(who) < _PARTIES or not _on_one_day(act):
            continue
        found = [e for e in events.values() if _is_theirs(e, who, act) and e.id not in own]
        if len(found) == 1:
            return _Shared(found[0].id, _there(held, act.id, event_of))
    return None


def _is_theirs(event: Event, who: set[str], act: Event) -> bool:
    """Whether an event is an encounter of just these on the day of the act, and not known to be elsewhere."""
    encounter = event.form in ABOUT and event.status == "held" and _on_one_day(event)
    if not encounter or {p.actor for p in event.participants} != who or event.time is None or act.time is None:
        return False
    here, there = act.place, event.place
    apart = here and there and here.country and there.country and here.country != there.country
    return event.time.earliest[:_DAY] == act.time.earliest[:_DAY] and not apart


def _on_one_day(event: Event) -> bool:
    return event.time is not None and event.time.earliest[:_DAY] == event.time.latest[:_DAY]


def _there(usable: Sequence[EventMention], event: str, event_of: Mapping[str, str]) -> frozenset[str]:
    """The local actors who take part in an event."""
    return frozenset(p.actor for m in usable if event_of[m.id] == event for p in m.participants)


def _continues(statement: StatementMention) -> bool:
    """Whether the reporting words go on with what the speaker said before."""
    return statement.cue is not None and any(stem(w) in CONTINUING for w in statement.cue.exact.split())


def _was_said_there(statement: StatementMention, present: frozenset[str], extraction: Extraction) -> bool:
    """Whether the words may have been said among those `present`, by one of them and not to others alone."""
    actors = {a.id: a for a in extraction.actors}
    there = [actors[a] for a in sorted(present) if a in actors]
    if statement.addressees and not any(_is_among(actors[a], there) for a in statement.addressees if a in actors):
        return False
    return any(_is_among(actors[s.actor], there) for s in statement.speakers if s.actor in actors)


def _is_among(speaker: LocalActor, there: Sequence[LocalActor]) -> bool:
    """By itself or a member; a state through whoever comes from it, a person through the state itself: a countryman
    of somebody present is not there."""
    if {speaker.id, *speaker.members}.intersection(a.id for a in there):
        return True
    if speaker.country is None or speaker.kind not in STATES:
        return False
    return any(a.country == speaker.country and (speaker.kind, a.kind) != ("person", "person") for a in there)


def _said(statement: StatementMention, usable: Sequence[EventMention]) -> EventMention | None:
    """The occasion that the statement's own sentence names. An event within its content is what it speaks of."""
    named = (m for m in usable if m.id == statement.event)
    return next((m for m in named if not statement.content.contains(m.trigger)), None)


def main_event(usable: Sequence[EventMention], event_of: Mapping[str, str]) -> str | None:
    """The event that the article is about: an encounter before anything else, the most often mentioned, the
    first."""
    counts: dict[str, list[EventMention]] = {}
    for mention in usable:
        counts.setdefault(event_of[mention.id], []).append(mention)
    ranked = sorted(
        counts.items(),
        key=lambda row: (
            not any(m.form in ABOUT for m in row[1]),
            -len(row[1]),
            min(m.span.start for m in row[1]),
            row[0],
        ),
    )
    return ranked[0][0] if ranked else None


def _named_before(
    statement: StatementMention, usable: Sequence[EventMention], event_of: Mapping[str, str], extraction: Extraction
) -> EventMention | None:
    """The nearest mention before the content in the statement's own paragraph, of an event that a known speaker may
    be at."""
    start = statement.content.start
    bounds = _paragraph(extraction.article, start)
    if bounds is None or bounds.start is None:
        return None
    before = [m for m in usable if bounds.start <= m.trigger.start < start]
    known = any(s.actor for s in statement.speakers)
    at = [
        m
        for m in before
        if not (known and (there := _there(usable, event_of[m.id], event_of)))
        or _was_said_there(statement, there, extraction)
    ]
    return max(at, key=lambda m: m.trigger.start, default=None)


def _paragraph(article: Article, at: int) -> Paragraph | None:
    """The paragraph that a place of the text is in."""
    return next(
        (p for p in article.paragraphs if p.start is not None and p.end is not None and p.start <= at < p.end), None
    )
