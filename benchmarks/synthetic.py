"""Synthetic extractions of events whose identity is known: heads of state and foreign ministers who do not exist meet
in real capitals, and each meeting is reported one to thirty times.

    generate(20_000) -> Collection

A third of the articles has no date, a tenth states a wrong weekday or day, a third of the mentions has no place; people
are named in full, in another transliteration, by surname, or by office alone. What looks alike and is not: the same two
in the same city ten days apart, the same two on the same day in two cities, another holder of the same office; the same
name in two states. Everything follows from the seed.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import Literal

from msgspec.structs import replace as changed

from benchmarks.people import GIVEN, SURNAMES
from communique.knowledge import Knowledge, load
from communique.knowledge.offices import Holder, Offices
from communique.knowledge.states import State
from communique.records.articles import Article, Paragraph
from communique.records.events import Place
from communique.records.ids import content_id
from communique.records.mentions import (
    ActorMention,
    EventMention,
    Extraction,
    LocalActor,
    LocalParticipant,
    OfficeClaim,
)
from communique.records.spans import Sourced, Span
from communique.records.times import Time, TimeExpression, TimeMention
from communique.text.times import find, resolve

Trap = Literal["", "ten days apart", "two cities", "another holder"]
FIRST_DAY = dt.date(2012, 1, 1)
LAST_DAY = dt.date(2026, 1, 1)
# News comes at a steady rate: a collection of twice the size covers twice the time.
EVENTS_A_DAY = 0.9
MOST_REPORTS = 30
UNDATED = 1 / 3
WRONG_DAY = 0.1
NO_PLACE = 1 / 3
ONLY_COUNTRY = 0.1
TRAPS: tuple[tuple[Trap, float], ...] = (("ten days apart", 0.04), ("two cities", 0.015), ("another holder", 0.04))
NAMED = (("full", 0.5), ("variant", 0.15), ("surname", 0.15), ("office", 0.2))
LAGS = ((0, 0.45), (1, 0.4), (2, 0.1), (4, 0.05))
WORDED = (
    ("weekday", 0.45), ("daypart", 0.05), ("near", 0.15), ("date", 0.15), ("both", 0.1), ("full", 0.03), ("none", 0.07),
)  # fmt: skip
SLIPS = ((-1, 0.35), (1, 0.35), (-2, 0.1), (2, 0.1), (-3, 0.05), (3, 0.05))
VERBS = ("met", "received", "held talks with", "hosted")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KNOWN_TO_THE_TABLE = 0.5
NAMESAKES = 0.05
HEADS = 0.7


@dataclass(frozen=True)
class Person:
    """Somebody with one office over one interval; each part of the name in its spellings. `level`: 0 leads the state or
    its government, 1 its foreign ministry."""

    number: int
    given: tuple[str, ...]
    surname: tuple[str, ...]
    state: State
    level: int
    title: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True)
class Happening:
    """An event as it was. `trap` says how it was made from the event `double_of`, which it is not."""

    number: int
    guest: Person
    host: Person
    city: Place
    day: dt.date
    trap: Trap = ""
    double_of: int = -1


@dataclass
class Collection:
    """The articles, what each mention is truly about, and the knowledge that goes with them."""

    knowledge: Knowledge
    extractions: list[Extraction] = field(default_factory=list)
    event_of: dict[str, int] = field(default_factory=dict)
    happenings: list[Happening] = field(default_factory=list)
    person_of: dict[str, int] = field(default_factory=dict)


def generate(articles: int, seed: int = 0) -> Collection:
    """Exactly so many articles; the same seed gives the same ones."""
    chance = Random(seed)
    world = World(chance)
    made = Collection(world.knowledge)
    days = articles / (EVENTS_A_DAY * (MOST_REPORTS + 1) / 2)
    pending: list[Happening] = []
    while len(made.extractions) < articles:
        event = replace(pending.pop() if pending else world.event(chance, days), number=len(made.happenings))
        if not event.trap:
            pending += world.traps(chance, event)
        made.happenings.append(event)
        for _ in range(min(chance.randint(1, MOST_REPORTS), articles - len(made.extractions))):
            _report(chance, event, made)
    return made


def _pick[T](chance: Random, table: tuple[tuple[T, float], ...]) -> T:
    return chance.choices([value for value, _ in table], [weight for _, weight in table])[0]


class World:
    """States, their capitals, and who holds their two offices when."""

    def __init__(self, chance: Random) -> None:
        base = load()
        self.capitals = {
            state.code: Place(name=city.name, country=state.code, lat=city.lat, lon=city.lon)
            for state in base.states
            if state.until is None and (city := base.places.city(state.capital, (state.code,)))
        }
        self.states = [state for state in base.states if state.code in self.capitals]
        chance.shuffle(self.states)
        # Few states are in the news often, most now and then.
        self.weights = [1 / (rank + 10) for rank in range(len(self.states))]
        self.holders: dict[tuple[str, int], list[Person]] = {}
        self._people = 0
        for state in self.states:
            for level, title in enumerate((chance.choice(("president", "prime minister")), "foreign minister")):
                self.holders[state.code, level] = self._succession(chance, state, level, title)
        self.knowledge = changed(base, offices=Offices(self._table(chance)))

    def _succession(self, chance: Random, state: State, level: int, title: str) -> list[Person]:
        day, found = FIRST_DAY, []
        everybody = [p for people in self.holders.values() for p in people]
        while day < LAST_DAY:
            until = day + dt.timedelta(days=chance.randint(500, 2500))
            given, surname = chance.choice(GIVEN), chance.choice(SURNAMES)
            if everybody and chance.random() < NAMESAKES:
                namesake = chance.choice(everybody)
                if namesake.state != state:
                    given, surname = namesake.given, namesake.surname
            found.append(Person(self._people, given, surname, state, level, title, day, until))
            self._people += 1
            day = until
        return found

    def _table(self, chance: Random) -> list[Holder]:
        """What a reference work knows: half of the offices."""
        return [
            Holder(
                name=f"{p.given[0]} {p.surname[0]}",
                names=tuple(f"{g} {s}" for g in p.given for s in p.surname)[1:],
                title=p.title,
                country=p.state.code,
                start=p.start.isoformat(),
                end=p.end.isoformat(),
            )
            for people in self.holders.values()
            if chance.random() < KNOWN_TO_THE_TABLE
            for p in people
        ]

    def holder(self, state: str, level: int, day: dt.date) -> Person:
        return next(p for p in self.holders[state, level] if p.start <= day < p.end)

    def event(self, chance: Random, days: float) -> Happening:
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(max(1, int(days))))
        host, guest = self._two(chance)
        level = 0 if chance.random() < HEADS else 1
        people = (self.holder(guest.code, level, day), self.holder(host.code, level, day))
        return Happening(0, *people, self.capitals[host.code], day)

    def _two(self, chance: Random) -> tuple[State, State]:
        host = guest = chance.choices(self.states, self.weights)[0]
        while guest == host:
            guest = chance.choices(self.states, self.weights)[0]
        return host, guest

    def traps(self, chance: Random, event: Happening) -> list[Happening]:
        """What looks like the event and is another."""
        found = []
        for trap, share in TRAPS:
            if chance.random() < share and (other := self._trap(chance, event, trap)):
                found.append(other)
        return found

    def _trap(self, chance: Random, event: Happening, trap: Trap) -> Happening | None:
        guest, host, city, day = event.guest, event.host, event.city, event.day
        if trap == "ten days apart":
            day += dt.timedelta(days=10)
        elif trap == "two cities":
            city = self.capitals[chance.choice([s.code for s in self.states if s.code != host.state.code])]
        else:
            rivals = [p for p in self.holders[guest.state.code, guest.level] if p != guest]
            rivals = [p for p in rivals if p.start < host.end and host.start < p.end]
            if not rivals:
                return None
            guest = chance.choice(rivals)
            first, last = max(guest.start, host.start), min(guest.end, host.end)
            day = first + dt.timedelta(days=chance.randrange((last - first).days))
        if day >= min(guest.end, host.end):
            return None
        return Happening(0, guest, host, city, day, trap, double_of=event.number)


def _report(chance: Random, event: Happening, made: Collection) -> None:
    """One article about the event, with its one mention."""
    number = len(made.extractions)
    id_ = content_id("article", "synthetic", number)
    published = event.day + dt.timedelta(days=_pick(chance, LAGS))
    wrong = chance.random() < WRONG_DAY
    said = event.day + dt.timedelta(days=_pick(chance, SLIPS)) if wrong else event.day
    how = chance.choice(("weekday", "date", "both")) if wrong else _pick(chance, WORDED)
    when = _when(how, event.day, said, published)
    place = _place(chance, event.city)
    writer = _Writer(id_)
    first, second = (event.guest, event.host) if chance.random() < 0.5 else (event.host, event.guest)
    left = _actor(chance, first, writer)
    trigger = writer.write(chance.choice(VERBS))
    actors = (left, _actor(chance, second, writer))
    made.person_of |= {actor.id: person.number for actor, person in zip(actors, (first, second), strict=True)}
    where = writer.write(f"in {place.name}") if place else None
    time = writer.write(when) if when else None
    writer.write(f"as outlet {number} reports")
    reference = None if chance.random() < UNDATED else _stated(published)
    article = _article(id_, number, writer.text, reference)
    times = tuple(_times(article, time, reference)) if time else ()
    mention = EventMention(
        id=content_id("event-mention", id_),
        article=id_,
        span=Span(article=id_, start=0, end=len(writer.text), exact=writer.text),
        trigger=trigger,
        form="meeting",
        status="held",
        participants=tuple(LocalParticipant(actor=a.id, role="participant") for a in actors),
        place=changed(place, spans=(where,)) if place and where else None,
        time=times[0].id if times else None,
    )
    made.event_of[mention.id] = event.number
    made.extractions.append(
        Extraction(article=article, reference=reference, times=times, actors=actors, events=(mention,))
    )


class _Writer:
    """A sentence in the making, and where its pieces stand in it."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.text = ""

    def write(self, words: str) -> Span:
        start = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text} {words}" if self.text else words
        return Span(article=self.article, start=start, end=len(self.text), exact=words)


def _article(id_: str, number: int, text: str, published: Time | None) -> Article:
    span = Span(article=id_, start=0, end=len(text), exact=text)
    return Article(
        id=id_,
        capture=f"synthetic-{number:06}.txt",
        sha256=f"{number:064x}",
        title=Sourced(value=text, span=span),
        published=published,
        origin=content_id("origin", id_),
        text=text,
        paragraphs=(Paragraph(role="body", reason="synthetic", text=text, start=0, end=len(text)),),
    )


def _stated(day: dt.date) -> Time:
    iso = day.isoformat()
    return Time(earliest=iso, latest=iso, edtf=iso, basis="stated")


def _when(how: str, day: dt.date, said: dt.date, published: dt.date) -> str:
    """The words for the day. Where it is wrong and both weekday and date are told, one of them is right."""
    lag = (published - said).days
    if how == "near":
        how = "weekday" if lag > 1 else how
    words = {
        "weekday": f"on {DAYS[said.weekday()]}",
        "daypart": f"on {DAYS[said.weekday()]} evening",
        "near": "today" if lag == 0 else "yesterday",
        "date": f"on {said.day} {said:%B}",
        "both": f"on {DAYS[day.weekday()]}, {said.day} {said:%B}",
        "full": f"on {said.day} {said:%B %Y}",
        "none": "",
    }
    return words[how]


@cache
def _expression(words: str) -> TimeExpression:
    return find(words)[0][2]


def _times(article: Article, span: Span, reference: Time | None) -> list[TimeMention]:
    expression = _expression(span.exact)
    time = resolve(expression, reference, "past")
    return [
        TimeMention(
            id=content_id("time", article.id),
            article=article.id,
            span=span,
            expression=expression,
            time=changed(time, span=span) if time else None,
        )
    ]


def _place(chance: Random, city: Place) -> Place | None:
    if chance.random() < NO_PLACE:
        return None
    if chance.random() < ONLY_COUNTRY and city.country:
        state = load().states.get(city.country)
        return Place(name=state.name, country=city.country) if state else None
    return city


def _actor(chance: Random, person: Person, writer: _Writer) -> LocalActor:
    """The person as one article has it: with the office mostly, with the name or without."""
    how = _pick(chance, NAMED)
    titled = how in ("surname", "office") or chance.random() < 0.8
    claim = writer.write(f"the {person.state.adjective} {person.title}") if titled else None
    given, surname = person.given[0], person.surname[0]
    if how == "variant":
        given, surname = chance.choice(person.given), chance.choice(person.surname)
    name = {"office": "", "surname": surname}.get(how, f"{given} {surname}")
    named = writer.write(name) if name else None
    spans = [ActorMention(span=s, how="name" if s is named else "nominal") for s in (claim, named) if s]
    country = person.state.code if titled else None
    return LocalActor(
        id=content_id("local", writer.article, person.number),
        article=writer.article,
        kind="person",
        name=name,
        names=(name,) if name else (),
        country=country,
        offices=(OfficeClaim(title=person.title, country=country, span=claim),) if claim else (),
        mentions=tuple(spans),
    )
