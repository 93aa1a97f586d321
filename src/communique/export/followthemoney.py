"""Actors, offices, events and articles as FollowTheMoney entities (schema of version 4), for Aleph and its kin.

Names of schemata and properties are those of `followthemoney/schema/*.yaml`. A date is written in FollowTheMoney's
prefix form: a month or a year where a value is no more precise."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from communique.knowledge import States, load
from communique.records.actors import Actor, ActorKind, Office
from communique.records.articles import Article
from communique.records.events import TOOK_PLACE, Event
from communique.records.ids import content_id
from communique.records.record import Record
from communique.records.times import Time

SCHEMATA: Mapping[ActorKind, str] = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "organization": "Organization",
    "bloc": "Organization",
    "format": "Organization",
    "media": "Organization",
}
DAY = len("2022-01-19")


class Entity(NamedTuple):
    """One entity: properties hold lists of strings, and entities refer to each other by id."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def export_followthemoney(record: Record, folder: Path) -> None:
    """Writes `entities.ftm.json`: one entity a line, sorted by id. Groups without a name ("ministers") are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {entity.id: entity for entity in entities(record)}
    with (folder / "entities.ftm.json").open("wb") as out:
        out.writelines(msgspec.json.encode(found[name]._asdict()) + b"\n" for name in sorted(found))


def entities(record: Record) -> Iterator[Entity]:
    """Every entity; a position that several held comes more than once."""
    actors = {actor.id: actor for actor in record.actors if actor.kind in SCHEMATA}
    articles = {article.id: article for article in record.articles}
    states = load().states
    for article in record.articles:
        yield _article(article)
    for actor in actors.values():
        yield _actor(actor)
        for office in actor.offices:
            yield from _occupancy(actor, office, states)
    for event in record.events:
        yield _event(event, actors, articles)


def _entity(identifier: str, schema: str, **properties: Any) -> Entity:
    """The entity without what is not known."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    kept = {name: sorted({str(one) for one in values if one}) for name, values in listed.items()}
    return Entity(identifier, schema, {name: values for name, values in kept.items() if values})


def _article(article: Article) -> Entity:
    return _entity(
        article.id,
        "Article",
        fileName=article.capture,
        name=article.title.value if article.title else article.capture,
        title=article.title.value if article.title else None,
        author=article.byline.value if article.byline else None,
        publisher=article.outlet.value if article.outlet else None,
        sourceUrl=article.url,
        publishedAt=_date(article.published) if article.published else None,
    )


def _actor(actor: Actor) -> Entity:
    person = actor.kind == "person"
    return _entity(
        actor.id,
        SCHEMATA[actor.kind],
        name=actor.name,
        alias=[name for name in actor.names if name != actor.name],
        country=actor.country and actor.country.lower(),
        wikidataId=actor.identifiers.get("wikidata"),
        position=[office.title for office in actor.offices if office.basis == "text"] if person else [],
    )


def _occupancy(actor: Actor, office: Office, states: States) -> Iterator[Entity]:
    """The position and its holding, of a person's office in a known country; a title alone is a `position` of the
    person."""
    if actor.kind != "person" or office.country is None:
        return
    position = content_id("position", office.country, office.title)
    state = states.get(office.country)
    name = f"{office.title} of {state.name if state else office.country}"
    yield _entity(position, "Position", name=name, country=office.country.lower())
    yield _entity(
        content_id("occupancy", actor.id, position, office.start, office.end),
        "Occupancy",
        holder=actor.id,
        post=position,
        startDate=office.start,
        endDate=office.end,
        summary="table of offices" if office.basis == "reference" else "so called in the reports",
    )


def _event(event: Event, actors: Mapping[str, Actor], articles: Mapping[str, Article]) -> Entity:
    involved = [p.actor for p in event.participants if p.actor in actors]
    reported = [articles[m.article] for m in event.mentions if m.article in articles]
    place = event.place
    return _entity(
        event.id,
        "Event",
        name=_name(event, actors),
        summary=[m.span.exact for m in event.mentions if m.certainty == "certain"],
        keywords=[event.form, event.status, *event.topics],
        location=place and (f"{place.venue}, {place.name}" if place.venue else place.name),
        country=place and place.country and place.country.lower(),
        organizer=[p.actor for p in event.participants if p.role in {"host", "chair"} and p.actor in actors],
        involved=involved,
        proof=[article.id for article in reported],
        sourceUrl=[article.url for article in reported],
        **_dates(event.time),
    )


def _name(event: Event, actors: Mapping[str, Actor]) -> str:
    """ "meeting of A and B, Oslo, 2019-05-06"; a planned one says so."""
    named = [actors[p.actor].name for p in event.participants if p.actor in actors]
    who = f" of {', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else f" of {named[0]}" if named else ""
    kind = event.form.replace("_", " ") if event.form != "other" else "event"
    status = "" if event.status in TOOK_PLACE else f" ({event.status})"
    where = event.place.name if event.place else ""
    return ", ".join(part for part in (kind + who + status, where, _date(event.time) if event.time else "") if part)


def _dates(time: Time | None) -> dict[str, str]:
    """`date` of what is known to a day, a month or a year; both ends of any other interval."""
    if time is None:
        return {}
    whole = _date(time)
    return {"date": whole} if whole else {"startDate": time.earliest[:DAY], "endDate": time.latest[:DAY]}


def _date(time: Time) -> str:
    """The day, month or year that the interval is; empty where it is none of them."""
    first, last = time.earliest[:DAY], time.latest[:DAY]
    if first == last:
        return first
    if first[:4] == last[:4] and (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4]
    month = f"{first[:8]}{monthrange(int(first[:4]), int(first[5:7]))[1]:02d}"
    return first[:7] if first[8:] == "01" and last == month else ""
