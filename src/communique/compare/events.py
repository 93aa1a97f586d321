"""Findings on events: who took part, where, when, in what form."""

from collections.abc import Iterator, Mapping

from communique.compare.corrections import withdrawn
from communique.compare.ledger import Claim, Sources, finding
from communique.compare.times import related_times, time_claim
from communique.knowledge import load
from communique.records.actors import Actor
from communique.records.events import Event, EventReport
from communique.records.findings import About, Finding, Relation
from communique.records.record import Record
from communique.text.names import fold


def event_findings(record: Record) -> Iterator[Finding]:
    """A finding for each field of each event that some source gives."""
    sources = Sources(record)
    actors = {a.id: a for a in record.actors}
    for event in record.events:
        about = About(kind="event", id=event.id)
        told = [m for m in event.mentions if m.certainty == "certain"]
        ledgers = (
            ("participants", _participants(event, told, actors, sources), _related_sets),
            ("place", [c for m in told if (c := _place(m))], _related_places),
            ("time", [c for m in told if (c := _time(m))], related_times),
            ("form", [_form(m) for m in told], _related_forms),
            ("status", [_status(m) for m in told], _related_status),
        )
        for field, claims, relate in ledgers:
            found = finding(about, field, claims, relate, sources)
            if found is not None:
                yield found


def _participants(event: Event, told: list[EventReport], actors: Mapping[str, Actor], sources: Sources) -> list[Claim]:
    """What each article's mentions together say of who took part: persons and states of the event. Whom an article
    names only where it tells what an earlier version said, it does not say to have taken part."""
    own = {p.actor: p.spans for p in event.participants}
    by_article: dict[str, list[EventReport]] = {}
    for mention in told:
        by_article.setdefault(mention.article, []).append(mention)
    claims = []
    for article, mentions in sorted(by_article.items()):
        ids = sorted({p for m in mentions for p in m.participants} & own.keys())
        if article in sources.corrections:
            there = {i: [s for s in own[i] if s.article == article] for i in ids}
            ids = [i for i in ids if not withdrawn(there[i], sources.corrections)]
        if ids:
            names = sorted(actors[i].name for i in ids)
            spans = tuple(m.span for m in mentions)
            claims.append(Claim(value=", ".join(names), key="|".join(ids), article=article, spans=spans))
    return claims


def _related_sets(lead: Claim, other: Claim) -> Relation:
    a, b = set(lead.key.split("|")), set(other.key.split("|"))
    return "same" if a == b else "refines" if a < b or b < a else "differs"


def _place(mention: EventReport) -> Claim | None:
    place = mention.place
    if place is None:
        return None
    city = place.city or place.name
    key = "/".join(("country" if place.lat is None else "city", place.country or "", city, place.venue or ""))
    return Claim(value=place.name, key=key, article=mention.article, spans=place.spans)


def _related_places(lead: Claim, other: Claim) -> Relation:
    """A venue refines its city, a city its country; of two venues, the one that holds all words of the other ("the
    Kremlin palace", "the Kremlin") or is a part of it ("the Oval Office", "the White House") refines it."""
    a, b = lead.key.split("/"), other.key.split("/")
    if a[1] != b[1]:
        return "differs"
    if a[2] == b[2]:
        return _related_venues(a[3], b[3])
    return "refines" if "country" in (a[0], b[0]) else "differs"


def _related_venues(left: str, right: str) -> Relation:
    ours, theirs = (set(fold(venue).split()) for venue in (left, right))
    if ours == theirs:
        return "same"
    places = load().places
    within = places.around(left) == right or places.around(right) == left
    return "refines" if within or ours <= theirs or theirs <= ours else "differs"


def _time(mention: EventReport) -> Claim | None:
    return time_claim(mention.time, mention.article, mention.span) if mention.time else None


def _form(mention: EventReport) -> Claim:
    return Claim(value=mention.form.replace("_", " "), key=mention.form, article=mention.article, spans=(mention.span,))


def _related_forms(lead: Claim, other: Claim) -> Relation:
    """Forms of one event differ in what they say of it, not in whether it was: each refines the other."""
    return "same" if lead.key == other.key else "refines"


def _status(mention: EventReport) -> Claim:
    # To recall an event is to say that it was held.
    status = "held" if mention.status == "recalled" else mention.status
    return Claim(value=status, key=status, article=mention.article, spans=(mention.span,))


def _related_status(lead: Claim, other: Claim) -> Relation:
    """What was planned and then held is no contradiction; what was held and denied is."""
    if lead.key == other.key:
        return "same"
    return "differs" if {"denied", "cancelled"} & {lead.key, other.key} else "refines"
