"""On which occasion something was said: the event that its own paragraph names before it, else the event that the
article is about. What was said on leaving is not said at the talks; what was "added" was said where its speaker spoke
before."""

from collections.abc import Mapping, Sequence

from communique.records.articles import Article
from communique.records.mentions import EventMention, Extraction, StatementMention
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
TOLD = frozenset({"held", "ongoing"})


def occasions(extraction: Extraction, event_of: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str | None]:
    """Event id by statement mention. `told`: the status of each event mention in its article after the merge."""
    usable = [
        m
        for m in extraction.events
        if m.form in OCCASIONS and m.plover is None and told.get(m.id, m.status) in TOLD and m.id in event_of
    ]
    main = main_event(usable, event_of)
    found: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    for statement in sorted(extraction.statements, key=lambda s: (s.content.start, s.content.end, s.id)):
        mention = _said(statement, usable) or _named_before(statement, usable, extraction.article)
        speakers = sorted({s.actor for s in statement.speakers if s.actor})
        before = [last[s] for s in speakers if s in last] if _continues(statement) else []
        if mention is not None:
            found[statement.id] = event_of[mention.id]
        elif before and before[0]:
            found[statement.id] = before[0]
        else:
            found[statement.id] = main if main and _takes_part(statement, main, usable, event_of, extraction) else None
        last.update(dict.fromkeys(speakers, found[statement.id]))
    return found


def _continues(statement: StatementMention) -> bool:
    """Whether the reporting words go on with what the speaker said before."""
    return statement.cue is not None and any(stem(w) in CONTINUING for w in statement.cue.exact.split())


def _takes_part(
    statement: StatementMention,
    event: str,
    usable: Sequence[EventMention],
    event_of: Mapping[str, str],
    extraction: Extraction,
) -> bool:
    """Whether a speaker, or the state of one, takes part in the event: what others say was not said there."""
    actors = {a.id: a for a in extraction.actors}
    present = {p.actor for m in usable if event_of[m.id] == event for p in m.participants}
    countries = {actors[a].country for a in present if actors[a].country}
    for speaker in statement.speakers:
        local = actors.get(speaker.actor or "")
        if local is None:
            continue
        if {local.id, *local.members} & present or (local.kind in STATES and local.country in countries):
            return True
    return False


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


def _named_before(statement: StatementMention, usable: Sequence[EventMention], article: Article) -> EventMention | None:
    """The nearest mention before the content in the statement's own paragraph."""
    start = statement.content.start
    bounds = next(
        (p for p in article.paragraphs if p.start is not None and p.end is not None and p.start <= start < p.end), None
    )
    if bounds is None or bounds.start is None:
        return None
    before = [m for m in usable if bounds.start <= m.trigger.start < start]
    return max(before, key=lambda m: m.trigger.start, default=None)
