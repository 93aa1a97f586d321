"""Clusters as events: the most specific form, what is known of the status at the end, the narrowest time that all
reports allow, the most precise place."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.merge.events.principals import Principal
from communique.merge.events.timing import event_time, own_time
from communique.records.events import (
    TOOK_PLACE,
    Certainty,
    Event,
    EventReport,
    Level,
    MentionStatus,
    Participant,
    ParticipantRole,
    Place,
    Plover,
    Status,
)
from communique.records.ids import members_id
from communique.records.judged import Judged
from communique.records.spans import Span
from communique.records.times import Time
from communique.review.limits import FREE, Limits, Ruled, ruled
from communique.review.words import place_words, time_words
from communique.text.times.intervals import SLACK_DAYS, civil, shift

ROLE_ORDER: tuple[ParticipantRole, ...] = (
    "host",
    "guest",
    "chair",
    "mediator",
    "signatory",
    "addressee",
    "participant",
)
# "held" in one report outweighs "planned" in an earlier one; a cancellation outweighs a plan.
STATUS_ORDER: tuple[Status, ...] = ("held", "ongoing", "cancelled", "denied", "planned", "conditional")
# How long after an event a report of it still tells rather than recalls it, in days.
FRESH = 7


def build_event(
    cluster: Cluster, cast: Cast, knowledge: Knowledge, published: Mapping[str, Time | None], limits: Limits = FREE
) -> Event:
    """The event of a cluster. A time or place that a person gives stands; what the reports say stays with them."""
    nodes = sorted(cluster.nodes, key=lambda n: (n.mention.article, n.mention.span.start, n.id))
    time_told, own_place = event_time(cluster, limits), _place([n.mention.place for n in nodes if n.mention.place])
    given_time = ruled(limits.event_times, (n.id for n in nodes))
    given_place = ruled(limits.event_places, (n.id for n in nodes))
    time = given_time.value if given_time else time_told
    statuses = [_status(n, time, published.get(n.mention.article)) for n in nodes]
    return Event(
        id=members_id("event", [n.id for n in nodes]),
        form=knowledge.event_forms.most_specific([n.mention.form for n in nodes]),
        status=_final(statuses),
        level=_level(nodes, knowledge),
        participants=_participants(nodes, cast),
        place=given_place.value if given_place else own_place,
        time=time,
        topics=tuple(sorted({t for n in nodes for t in n.mention.topics})),
        plover=_act(nodes),
        mentions=tuple(
            _report(n, s, _certainty(n, time, published.get(n.mention.article)), cast, limits)
            for n, s in zip(nodes, statuses, strict=True)
        ),
        merge=tuple(cluster.steps),
        judged=(
            *_judged("place", given_place, place_words(own_place)),
            *_judged("time", given_time, time_words(time_told)),
        ),
    )


def _judged[V](field: str, given: Ruled[V] | None, found: str) -> tuple[Judged, ...]:
    return (Judged(judgement=given.judgement, field=field, found=found),) if given else ()


def _act(nodes: Sequence[Node]) -> Plover | None:
    """What most mentions of an act code it as, of those that tell its form; encounters are coded by their form."""
    coded = Counter((p.event, p.mode or "", p.contexts, p.quad) for n in nodes if (p := n.mention.plover) is not None)
    if not coded or any(n.mention.plover is None and n.mention.form not in {"other", "statement"} for n in nodes):
        return None
    event, mode, _, quad = min(coded, key=lambda row: (-coded[row], row))
    contexts = sorted({context for row in coded if row[:2] == (event, mode) for context in row[2]})
    return Plover(event=event, mode=mode or None, contexts=tuple(contexts), quad=quad)


def _report(node: Node, status: MentionStatus, certainty: Certainty, cast: Cast, limits: Limits) -> EventReport:
    mention, place = node.mention, node.mention.place
    return EventReport(
        id=mention.id,
        article=mention.article,
        span=mention.span,
        status=status,
        certainty=certainty,
        form=mention.form,
        time=own_time(node, limits),
        place=_place([place]) if place else None,
        participants=tuple(sorted({cast.actor_of(p.actor) for p in mention.participants})),
    )


def _certainty(node: Node, time: Time | None, published: Time | None) -> Certainty:
    """A plan for a time that was past when the article appeared, with no word that it failed: possibly held."""
    return "possible" if _overdue(node, time, published) else node.mention.certainty


def _overdue(node: Node, time: Time | None, published: Time | None) -> bool:
    when = node.time or time
    if node.mention.status != "planned" or when is None or published is None or when.approximate:
        return False
    return civil(when)[1] < civil(published)[0]


def _status(node: Node, time: Time | None, published: Time | None) -> MentionStatus:
    """What the article said of it: a past event that lies well before the article's date is recalled."""
    said = node.mention.status
    when = node.time or time
    if _overdue(node, time, published):
        return "held"
    if said in TOOK_PLACE and when and published:
        if civil(when)[1] < shift(civil(published)[0], -FRESH):
            return "recalled"
        # "by the end of the year" is told of the future too, with as much doubt as it is approximate.
        if said == "held" and civil(when)[0] > shift(civil(published)[1], SLACK_DAYS if when.approximate else 0):
            return "planned"
    return said


def _final(statuses: Sequence[MentionStatus]) -> Status:
    seen = {"held" if s == "recalled" else s for s in statuses}
    return next((s for s in STATUS_ORDER if s in seen), "held")


def _level(nodes: Sequence[Node], knowledge: Knowledge) -> Level:
    """By the second highest of those who take part: a minister received by a president is a minister's meeting."""
    persons: dict[str, Principal] = {p.actor: p for n in nodes for p in n.persons}
    ranks = sorted((_rank(p, knowledge) for p in persons.values()), key=LEVELS.index)
    if not ranks:
        return "other"
    return ranks[1] if len(ranks) > 1 else ranks[0]


LEVELS: tuple[Level, ...] = ("head", "minister", "official", "other")


def _rank(person: Principal, knowledge: Knowledge) -> Level:
    if person.head:
        return "head"
    ranks = {normal.rank for title, _ in person.offices if (normal := knowledge.titles.normal(title))}
    return "minister" if "minister" in ranks else "official" if ranks else "other"


def _participants(nodes: Sequence[Node], cast: Cast) -> tuple[Participant, ...]:
    """Every actor once, by its most telling role. A state stands aside where a person acts for it, a group beside its
    own members."""
    spans: dict[str, list[Span]] = {}
    roles: dict[str, list[ParticipantRole]] = {}
    kinds: dict[str, tuple[str, str | None]] = {}
    members: dict[str, set[str]] = {}
    for node in nodes:
        for part in node.mention.participants:
            actor = cast.actor_of(part.actor)
            spans.setdefault(actor, []).extend(part.spans)
            roles.setdefault(actor, []).append(part.role)
            local = cast.locals[part.actor]
            kinds[actor] = (local.kind, local.country or kinds.get(actor, ("", None))[1])
            if local.kind == "group":
                members[actor] = {cast.actor_of(m) for m in local.members if m in cast.locals}
    represented = {country for kind, country in kinds.values() if kind == "person" and country}
    kept = [a for a in spans if kinds[a][0] in {"person", "media"} or kinds[a][1] not in represented]
    kept = [a for a in kept if not members.get(a) or not members[a] <= set(kept)]
    return tuple(
        Participant(
            actor=actor,
            role=min(roles[actor], key=ROLE_ORDER.index),
            spans=tuple(sorted(set_of(spans[actor]), key=lambda s: (s.article, s.start))),
        )
        for actor in sorted(kept)
    )


def set_of(spans: Sequence[Span]) -> list[Span]:
    """The spans, each once."""
    return list({(s.article, s.capture, s.start, s.end): s for s in spans}.values())


def _one_venue(venues: set[str]) -> bool:
    """Whether the reports name one building: "the palace" and "the palace complex" are one."""
    shortest = min(venues, key=lambda venue: (len(venue), venue)).casefold()
    return all(shortest in venue.casefold() for venue in venues)


def _place(places: Sequence[Place]) -> Place | None:
    """The commonest of the most precise; its spans are all words that name it or what it lies in."""
    if not places:
        return None
    cities = [p for p in places if p.lat is not None or p.venue is not None]
    cities = cities or [p for p in places if p.region] or list(places)
    counted = Counter((p.name, p.country) for p in cities)
    name, country = min(counted, key=lambda k: (-counted[k], k[0], k[1] or ""))
    there = [p for p in cities if (p.name, p.country) == (name, country)]
    called = Counter(p.venue for p in cities if p.venue)
    best = min(there, key=lambda p: (p.venue is None, -called[p.venue or ""], len(p.venue or ""), p.venue or ""))
    spans = set_of([s for p in places for s in p.spans])
    ordered = tuple(sorted(spans, key=lambda s: (s.article, s.start)))
    full = f"{best.venue}, {name}" if best.venue and _one_venue(set(called)) and best.venue != name else name
    # The part of the state, where reports name it: "Palm Beach, Florida".
    said = {p.region for p in places if p.region and p.region == p.name} - {name}
    full = f"{full}, {best.region}" if best.region in said else full
    return replace(best, name=full, city=name, spans=ordered)
