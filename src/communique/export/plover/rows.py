"""An event as a row of PLOVER: one row an event, however many articles report it."""

from collections.abc import Mapping
from typing import Any

from communique.export.plover.entities import entity
from communique.knowledge import Knowledge
from communique.knowledge.plover import load_plover
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.events import Event, EventReport, Participant, Place
from communique.records.times import Time

QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
# The types that are nothing without somebody whom they are done to or with.
NEED_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
CODER = "communique"
CITY, PROVINCE, COUNTRY = 4, 2, 1
DAY = len("2022-01-19")


def row(event: Event, actors: Mapping[str, Actor], articles: Mapping[str, Article], known: Knowledge) -> dict[str, Any]:
    """The row of an event that PLOVER has a type for; what is not known is left out of it. See `lacks`."""
    coded = event.plover
    if coded is None:
        raise ValueError(f"{event.id} has no type of PLOVER")
    day = event.time.earliest[:DAY] if event.time else None
    initiators, recipients = sides(event)
    certain = [m for m in event.mentions if m.certainty == "certain"] or list(event.mentions)
    reports = [report(m, articles) for m in certain]
    found: dict[str, Any] = {
        "id": event.id,
        **(dates(event.time) if event.time else {}),
        "actor": [entity(actors[p.actor], p, day, known) for p in initiators if p.actor in actors],
        "recipient": [entity(actors[p.actor], p, day, known) for p in recipients if p.actor in actors],
        "event": [coded.event],
        "mode": [coded.mode] if coded.mode else [],
        "context": list(coded.contexts),
        "event_loc": location(event.place) if event.place else None,
        "event_text": list(dict.fromkeys(m.span.exact for m in certain)),
        "quad_code": QUADS.get(coded.quad or ""),
        "link": event.part_of[0] if event.part_of else None,
        **(reports[0] if reports else {}),
        "coder": CODER,
        "form": event.form,
        "status": event.status,
        "cameo": coded.cameo,
        "reports": reports,
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def lacks(shown: Mapping[str, Any]) -> list[str]:
    """The required fields that a row does not have."""
    needed = ["date", "actor", *(["recipient"] if NEED_RECIPIENT & set(shown["event"]) else [])]
    return [name for name in needed if name not in shown]


def sides(event: Event) -> tuple[list[Participant], list[Participant]]:
    """Who acts and to whom: guests act and hosts receive where both are known; without an addressee all act."""
    roles = {p.role for p in event.participants}
    receiving = {"addressee"} | ({"host"} if "guest" in roles else set())
    acting = [p for p in event.participants if p.role not in receiving]
    return acting, [p for p in event.participants if p.role in receiving]


def dates(time: Time) -> dict[str, Any]:
    """`date`, with `time` where a clock is known; where the texts say no more than an interval, its ends as `date` and
    `enddate`, and `date_precision` tells the two cases apart."""
    first, last = time.earliest, time.latest
    found = {"date": first[:DAY], "date_basis": time.basis, "date_precision": "day"}
    if first == last and "T" in first:
        found["time"] = first.partition("T")[2]
    if last[:DAY] != first[:DAY]:
        found |= {"enddate": last[:DAY], "date_precision": "interval"}
    return found


def location(place: Place) -> dict[str, Any]:
    """PLOVER's location object."""
    found = {
        "extracted_place": place.spans[0].exact if place.spans else None,
        "resolved_place": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.city,
        "province": place.region,
        "country_code": load_plover().countries.get(place.country or ""),
        "resolution": CITY if place.city else PROVINCE if place.region else COUNTRY if place.country else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def report(mention: EventReport, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Where one article says it: `text_info` counts code points of the article's `text` in the JSON lines export."""
    article = articles.get(mention.article)
    cited = {
        "corpus": mention.article,
        "url": article and article.url,
        "title": article and article.title and article.title.value,
        "publication": article and article.outlet and article.outlet.value,
        "language": article and article.language,
    }
    return {
        "text_info": {"start": mention.span.start, "end": mention.span.end},
        "cite_info": {name: value for name, value in cited.items() if value},
    }
