"""A journey as a row of COLT: flags are Yes or blank, since what no report says is not known and never No."""

from collections.abc import Iterable, Mapping

from communique.export.trips.journeys import DAY, Journey, span
from communique.export.trips.leaders import Leader, leader
from communique.knowledge import Knowledge
from communique.knowledge.plover import load_plover
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.events import Event
from communique.records.ids import content_id

COLUMNS = (
    "LeaderID LeaderCountryOrIGO LeaderCountryISO LeaderRegion LeaderSubregion LeaderRole LeaderTitle LeaderSurname "
    "LeaderFullName Exiled CountryVisited CountryVisitedISO RegionVisited SubRegionVisited DisputedTerritory "
    "SemiAutoTerritory TripYear TripStartDate TripEndDate TripDuration SubHOGSTravelWithHOGS MetHostHoGS HostHOGSName "
    "SubHOGSmetHostSubHOGS HostSubHOGSName AttendedMultilatEvent NameMultilatEvent AttendedMultilatMinisterialEvent "
    "NameMultilatMinisterialEvent MetNonhostHOGS NonhostHOGSNames PublicAddress SignedAgreement CulturalSiteOrCeremony "
    "BusinessLeaderOrForum MetIGOLeader IGOLeaderName Notes Confidence TripID"
).split()
YES = "Yes"
MULTILATERAL = 3


def row(
    journey: Journey, actors: Mapping[str, Actor], articles: Mapping[str, Article], known: Knowledge
) -> dict[str, str]:
    """The row; columns that the record cannot fill are blank. `SourceLink1`, … are the pages that report it."""
    who = journey.leader
    company = _company(journey, actors, known)
    hosts = [other for other in company if other.country == journey.visited]
    third = [other for other in company if other.country not in {journey.visited, who.country} and other.heads]
    forms = {event.form for event in journey.events}
    found = {
        "LeaderID": who.actor.identifiers.get("wikidata", who.actor.id),
        "LeaderCountryOrIGO": _state(who.country, known),
        "LeaderCountryISO": _iso(who.country),
        "LeaderRole": who.role,
        "LeaderTitle": who.title,
        "LeaderSurname": who.actor.name.split()[-1],
        "LeaderFullName": who.actor.name,
        "CountryVisited": _state(journey.visited, known),
        "CountryVisitedISO": _iso(journey.visited),
        **_dates(journey.events),
        "SubHOGSTravelWithHOGS": _yes(who.heads and any(o.country == who.country and not o.heads for o in company)),
        "MetHostHoGS": _yes(any(other.heads for other in hosts)),
        "HostHOGSName": _names(other for other in hosts if other.heads),
        "SubHOGSmetHostSubHOGS": _yes(not who.heads and any(not other.heads for other in hosts)),
        "HostSubHOGSName": _names(other for other in hosts if not other.heads),
        "AttendedMultilatEvent": _yes(any(_multilateral(event, actors) for event in journey.events)),
        "NameMultilatEvent": _formats(journey.events, actors),
        "MetNonhostHOGS": _yes(bool(third)),
        "NonhostHOGSNames": _names(third),
        "PublicAddress": _yes("press_conference" in forms),
        "SignedAgreement": _yes("signing" in forms),
        "CulturalSiteOrCeremony": _yes("ceremony" in forms),
        "Notes": " ".join(event.id for event in journey.events),
        "TripID": content_id("trip", who.actor.id, journey.visited, *(event.id for event in journey.events)),
    }
    links = dict.fromkeys(_link(m.article, articles) for event in journey.events for m in event.mentions)
    return {**dict.fromkeys(COLUMNS, ""), **found, **{f"SourceLink{n}": link for n, link in enumerate(links, 1)}}


def _company(journey: Journey, actors: Mapping[str, Actor], known: Knowledge) -> list[Leader]:
    """The other leaders at its events, once each."""
    found: dict[str, Leader] = {}
    for event in journey.events:
        day = event.time.earliest[:DAY] if event.time else None
        for participant in event.participants:
            actor = actors.get(participant.actor)
            other = leader(actor, day, known) if actor and actor.id != journey.leader.actor.id else None
            if other is not None:
                found.setdefault(other.actor.id, other)
    return list(found.values())


def _dates(events: Iterable[Event]) -> dict[str, str]:
    """First and last day on which reports have the leader there, of events known to the day: "in June" is no journey of
    a month. How long it took is told only by arrival and departure."""
    spans = [(event.form, days) for event in events if (days := span(event))]
    found = {"TripYear": str(spans[0][1][0].year)} if len({d.year for _, days in spans for d in days}) == 1 else {}
    exact = [(form, first) for form, (first, last) in spans if first == last]
    if not exact:
        return found
    arrived, left = (next((day for form, day in exact if form == name), None) for name in ("arrival", "departure"))
    if arrived and left and arrived <= left:
        found["TripDuration"] = str((left - arrived).days + 1)
    dates = sorted(day for _, day in exact)
    return {**found, "TripStartDate": dates[0].isoformat(), "TripEndDate": dates[-1].isoformat()}


def _multilateral(event: Event, actors: Mapping[str, Actor]) -> bool:
    countries = {actors[p.actor].country for p in event.participants if p.actor in actors} - {None}
    return len(countries) >= MULTILATERAL


def _formats(events: Iterable[Event], actors: Mapping[str, Actor]) -> str:
    named = (actors[p.actor] for event in events for p in event.participants if p.actor in actors)
    return "; ".join(dict.fromkeys(actor.name for actor in named if actor.kind in {"format", "bloc"}))


def _names(leaders: Iterable[Leader]) -> str:
    return "; ".join(dict.fromkeys(one.actor.name for one in leaders))


def _yes(known: bool) -> str:
    return YES if known else ""


def _state(code: str, known: Knowledge) -> str:
    state = known.states.get(code)
    return state.name if state else code


def _iso(code: str) -> str:
    return load_plover().countries.get(code, "")


def _link(article: str, articles: Mapping[str, Article]) -> str:
    found = articles.get(article)
    return (found.url or found.capture) if found else article
