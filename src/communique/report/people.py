"""Who took part and who spoke: names with the office held at the time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.records.actors import Actor, Office
from communique.records.events import Event
from communique.records.references import acting
from communique.records.statements import Speaker
from communique.records.times import Time
from communique.report.dates import DAY, when
from communique.report.index import Index
from communique.report.sources import Citer, Evidence, Source
from communique.report.wording import ACTOR_KINDS, HOWS, OFFICE_BASES, ROLES, SPEAKER_BASES, capital, listed, said

MONTH = len("2021-10")


@dataclass(frozen=True)
class Participant:
    """One participant as shown: name, office at the time, role, and the words that say so."""

    actor: str
    name: str
    office: str
    role: str
    evidence: Evidence


@dataclass(frozen=True)
class Voice:
    """A statement's speaker as shown. `note` says how the text names him and what settled it."""

    name: str
    note: str
    open: bool


@dataclass(frozen=True)
class OfficeLine:
    """An office with its interval and what it rests on."""

    words: str
    interval: str
    basis: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Person:
    """An actor's row: names, offices, and how often it is named and speaks."""

    anchor: str
    name: str
    kind: str
    country: str
    spellings: tuple[str, ...]
    offices: tuple[OfficeLine, ...]
    mentions: int
    statements: int
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Mentioned:
    """An actor that articles only mention, and how often."""

    name: str
    kind: str
    mentions: int


def office_words(office: Office, index: Index) -> str:
    """ "President of Iran"."""
    title = capital(office.title)
    country = index.countries.get(office.country or "")
    return f"{title} of {country}" if country and country.lower() not in title.lower() else title


def office_at(actor: Actor, time: Time | None, index: Index) -> str:
    """The office held at the time; without a time, the only one that the texts name. One whose country is known
    goes before one whose country is not, the table's before the texts', and of these the one most often named."""
    held = [office for office in actor.offices if (_covers(office, time) if time else office.basis == "text")]
    held = [office for office in held if office.country] or held
    held.sort(key=lambda office: (office.basis != "reference", -len(office.spans)))
    words = list(dict.fromkeys(office_words(office, index) for office in held))
    if not words or (time is None and len(words) > 1):
        return ""
    country = index.countries.get(actor.country or "", "")
    return words[0] if held[0].country or not country else f"{words[0]}, {country}"


def _covers(office: Office, time: Time) -> bool:
    """Whether the office may have been held in the interval; prefix dates compare as far as they go."""
    starts = office.start is None or office.start[:10] <= time.latest[: len(office.start[:10])]
    return starts and (office.end is None or office.end[:10] >= time.earliest[: len(office.end[:10])])


def participants(event: Event, index: Index, citer: Citer) -> tuple[Participant, ...]:
    """Everybody who took part, hosts first, with office, role and evidence."""
    rank = {"host": 0, "guest": 1, "chair": 0, "mediator": 2}
    rows = sorted(event.participants, key=lambda row: (rank.get(row.role, 1), index.actor_name(row.actor)))
    return tuple(
        Participant(
            row.actor,
            index.actor_name(row.actor),
            _office_or_kind(index.actors.get(row.actor), event.time, index),
            said(ROLES, row.role),
            citer.evidence(row.spans),
        )
        for row in rows
    )


def _office_or_kind(actor: Actor | None, time: Time | None, index: Index) -> str:
    if actor is None:
        return ""
    if actor.kind == "person":
        return office_at(actor, time, index) or index.countries.get(actor.country or "", "")
    return said(ACTOR_KINDS, actor.kind)


def principals(event: Event, index: Index) -> list[Actor]:
    """Who the event is told about: the persons; or, where there are none, the others."""
    found = [index.actors[row.actor] for row in event.participants if row.actor in index.actors]
    persons = [actor for actor in found if actor.kind == "person" and actor.name]
    return list({actor.id: actor for actor in persons or [a for a in found if a.name]}.values())


def voices(speakers: Iterable[Speaker], index: Index) -> tuple[Voice, ...]:
    """The speakers of a statement as shown."""
    return tuple(_voice(speaker, index) for speaker in speakers)


def _voice(speaker: Speaker, index: Index) -> Voice:
    if speaker.actor in index.actors:
        name = index.actor_name(speaker.actor or "")
        basis = said(SPEAKER_BASES, speaker.basis)
        words = f"“{speaker.text}” in the text; " if speaker.text and speaker.text != name else ""
        if speaker.how == "named" and speaker.basis == "article":
            return Voice(name, "", False)  # nothing had to be worked out
        return Voice(name, f"{words}named {said(HOWS, speaker.how)}, {basis}", False)
    candidates = [index.actor_name(actor) for actor in speaker.candidates]
    note = f"open: {listed(candidates, 'or')}" if candidates else "not resolved"
    return Voice(speaker.text or "somebody", note, True)


def speaker_names(actors: Sequence[str], index: Index) -> str:
    """ "Ebrahim Raisi and Vladimir Putin"."""
    return listed([index.actor_name(actor) for actor in actors])


def people(index: Index, citer: Citer) -> tuple[Person, ...]:
    """Every actor that takes part in something, those that speak most first."""
    spoken = _spoken(index)
    telling = acting(index.record) | index.findings_on.keys()
    shown = [actor for actor in index.record.actors if actor.name and actor.id in telling]
    rows = [_person(actor, spoken.get(actor.id, 0), index, citer) for actor in shown]
    return tuple(sorted(rows, key=lambda row: (row.kind != "person", -row.statements, -row.mentions, row.name)))


def mentioned(index: Index) -> tuple[Mentioned, ...]:
    """All other actors, the most often named first; those of one name and kind in one line."""
    telling = acting(index.record) | index.findings_on.keys()
    counts: dict[tuple[str, str], int] = {}
    for actor in index.record.actors:
        if actor.name and actor.id not in telling:
            key = (actor.name, said(ACTOR_KINDS, actor.kind))
            counts[key] = counts.get(key, 0) + len(actor.mentions)
    rows = (Mentioned(name, kind, mentions) for (name, kind), mentions in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.mentions, row.name, row.kind)))


def _spoken(index: Index) -> dict[str, int]:
    counts: dict[str, int] = {}
    for statement in index.record.statements:
        for actor in {speaker.actor for speaker in statement.speakers if speaker.actor}:
            counts[actor] = counts.get(actor, 0) + 1
    return counts


def _person(actor: Actor, statements: int, index: Index, citer: Citer) -> Person:
    return Person(
        anchor=actor.id,
        name=actor.name,
        kind=said(ACTOR_KINDS, actor.kind),
        country=index.countries.get(actor.country or "", ""),
        spellings=tuple(name for name in actor.names if name != actor.name),
        offices=tuple(_office_line(office, index, citer) for office in actor.offices),
        mentions=len(actor.mentions),
        statements=statements,
        sources=citer.sources(mention.span.article for mention in actor.mentions),
    )


def _office_line(office: Office, index: Index, citer: Citer) -> OfficeLine:
    return OfficeLine(
        office_words(office, index),
        span_of_years(office.start, office.end),
        said(OFFICE_BASES, office.basis),
        citer.of_spans(office.spans),
    )


def span_of_years(start: str | None, end: str | None) -> str:
    """ "7 May 2018 to 2024", "from October 2021"; empty where neither end is known."""

    def words(day: str) -> str:
        if len(day) == MONTH:
            return when(Time(earliest=f"{day}-01", latest=f"{day}-01", basis="given")).removeprefix("1 ")
        return when(Time(earliest=day, latest=day, basis="given")) if len(day) == DAY else day

    if start and end:
        return f"{words(start)} to {words(end)}"
    if start:
        return f"from {words(start)}"
    return f"until {words(end)}" if end else ""
