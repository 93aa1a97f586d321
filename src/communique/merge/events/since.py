""" "The first visit since 2017": the words speak of an earlier event too. Where the record holds exactly one that fits,
they are a possible mention of it, never a reason to merge."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.merge.events.principals import Principal
from communique.records.events import Event, EventReport
from communique.records.ids import content_id
from communique.records.times import Time
from communique.text.times.intervals import civil


def with_possible(
    events: Sequence[Event], clusters: Sequence[Cluster], times: Mapping[str, Time | None]
) -> list[Event]:
    """The events (in the clusters' order), each with the possible mentions that others' "since" adds."""
    extra: dict[int, list[EventReport]] = {}
    there = _by_country(clusters)
    for own, cluster in enumerate(clusters):
        for node in cluster.nodes:
            since = times.get(node.mention.since or "")
            if since is None:
                continue
            near = there.get((node.family, node.mention.place.country), ()) if node.mention.place else ()
            fitting = [n for n in near if n != own and any(_fits(node, cluster, o, since) for o in clusters[n].nodes)]
            if len(fitting) == 1:
                extra.setdefault(fitting[0], []).append(_report(node))
    return [
        replace(event, mentions=(*event.mentions, *sorted(extra.get(n, []), key=lambda m: m.id)))
        for n, event in enumerate(events)
    ]


def _by_country(clusters: Sequence[Cluster]) -> dict[tuple[str, str | None], list[int]]:
    """The numbers of the clusters that a mention places in a country, in order."""
    found: dict[tuple[str, str | None], list[int]] = {}
    for number, cluster in enumerate(clusters):
        keys = {(n.family, n.mention.place.country) for n in cluster.nodes if n.mention.place}
        for key in keys:
            found.setdefault(key, []).append(number)
    return found


def _report(node: Node) -> EventReport:
    return EventReport(
        id=content_id("since", node.id),
        article=node.mention.article,
        span=node.mention.span,
        status="recalled",
        certainty="possible",
    )


def _fits(node: Node, cluster: Cluster, other: Node, since: Time) -> bool:
    """An encounter of somebody of the same state with the host, in that year or at an unknown time, that is not
    this one's own people."""
    if other.family != node.family or other.mention.status not in {"held", "ongoing", "recalled"}:
        return False
    if other.time is not None and not _overlap(other.time, since):
        return False
    place, there = node.mention.place, other.mention.place
    if place is None or there is None or place.country != there.country:
        return False
    own = {p.actor for n in cluster.nodes for p in n.persons}
    states = {p.country for p in node.principals if p.country and p.country != place.country}
    guests = [p for p in other.persons if p.country in states and p.head]
    return bool(guests) and not any(_same_person(g, own) for g in guests)


def _same_person(guest: Principal, own: set[str]) -> bool:
    return guest.actor in own


def _overlap(left: Time, right: Time) -> bool:
    return civil(left)[0].year <= civil(right)[1].year and civil(right)[0].year <= civil(left)[1].year
