"""Articles that report one synthetic event each, in a sentence: a third without a date, a tenth with a wrong weekday or
day, a third without a place; people by full name, another transliteration, surname, or office alone."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from random import Random

from msgspec.structs import replace as changed

from benchmarks.world import Happening, Person
from communique.knowledge import Knowledge, load
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

UNDATED = 1 / 3
WRONG_DAY = 0.1
NO_PLACE = 1 / 3
ONLY_COUNTRY = 0.1
NAMED = (("full", 0.5), ("variant", 0.15), ("surname", 0.15), ("office", 0.2))
LAGS = ((0, 0.45), (1, 0.4), (2, 0.1), (4, 0.05))
WORDED = (
    ("weekday", 0.45), ("daypart", 0.05), ("near", 0.15), ("date", 0.15), ("both", 0.1), ("full", 0.03), ("none", 0.07),
)  # fmt: skip
SLIPS = ((-1, 0.35), (1, 0.35), (-2, 0.1), (2, 0.1), (-3, 0.05), (3, 0.05))
VERBS = ("met", "received", "held talks with", "hosted")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass
class Collection:
    """The articles, what each mention is truly about, and the knowledge that goes with them."""

    knowledge: Knowledge
    extractions: list[Extraction] = field(default_factory=list)
    event_of: dict[str, int] = field(default_factory=dict)
    happenings: list[Happening] = field(default_factory=list)
    person_of: dict[str, int] = field(default_factory=dict)


def report(chance: Random, event: Happening, made: Collection) -> None:
    """One article about the event, with its one mention."""
    number = len(made.extractions)
    id_ = content_id("article", "synthetic", number)
    published = event.day + dt.timedelta(days=pick(chance, LAGS))
    wrong = chance.random() < WRONG_DAY
    said = event.day + dt.timedelta(days=pick(chance, SLIPS)) if wrong else event.day
    how = chance.choice(("weekday", "date", "both")) if wrong else pick(chance, WORDED)
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
    how = pick(chance, NAMED)
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


def pick[T](chance: Random, table: tuple[tuple[T, float], ...]) -> T:
    return chance.choices([value for value, _ in table], [weight for _, weight in table])[0]
