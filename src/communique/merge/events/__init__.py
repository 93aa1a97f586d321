"""Events across articles: clusters of mentions, and the records made of them.

The files, in the order in which they are asked:

    a mention           nodes, principals, present, wording: what the merge knows of it
    may two be one      constraints say no, features how likely; judge asks each pair once
    clusters            blocks, group, cluster; choice among several; bonded, slips
    events              build, timing; stories, acts, since
    parts of events     parts, margins, wholes
"""

from collections.abc import Mapping, Sequence

from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.merge.events.acts import with_acts
from communique.merge.events.blocks import apart
from communique.merge.events.bonded import bonded
from communique.merge.events.build import build_event
from communique.merge.events.cluster import Clusters
from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node, nodes
from communique.merge.events.parts import placed_by_arrival, with_margins, with_parts
from communique.merge.events.principals import same
from communique.merge.events.since import with_possible
from communique.merge.events.slips import absorb_slips
from communique.merge.events.wholes import with_wholes
from communique.merge.plover import with_plover
from communique.merge.stories import Stories
from communique.records.events import Event
from communique.records.mentions import Extraction
from communique.records.times import Time
from communique.review.limits import FREE, Limits


def cluster_events(
    extractions: Sequence[Extraction],
    cast: Cast,
    knowledge: Knowledge,
    times: Mapping[str, Time | None],
    limits: Limits = FREE,
    stories: Stories | None = None,
) -> list[Cluster]:
    """Clusters of all event mentions, part by part of those that have somebody or an article in common. `limits`: what
    persons have judged; `stories`: of the articles, where they are compared already."""
    found = with_wholes(list(nodes(extractions, cast, knowledge, times, limits)))
    told = stories or Stories([e.article for e in extractions])
    return bonded([cluster for part in apart(found) for cluster in _clustered(part, told)], limits.events)


def _clustered(part: Sequence[Node], stories: Stories) -> list[Cluster]:
    """Mentions of a known day first, then those with another time, then those of dated articles, so that what is
    undated joins what is known and bridges nothing. Errors of the day are found before anything else is compared
    with them."""
    clusters = Clusters(stories, part)
    clusters.place(n for n in part if n.day is not None)
    absorb_slips(clusters)
    clusters.place(n for n in part if n.day is None and n.time is not None)
    absorb_slips(clusters)
    clusters.place(n for n in part if n.time is None and n.published is not None)
    clusters.place(n for n in part if n.time is None and n.published is None)
    absorb_slips(clusters)
    return clusters.found


def name_by_events(clusters: Sequence[Cluster], cast: Cast) -> None:
    """A person known by office alone, or by a name that fits several, in an event where another article names the
    holder, is the holder."""
    for group in clusters:
        named = [p for n in group.nodes for p in n.persons if p.named and not p.may_be]
        for node in group.nodes:
            for person, part in zip(node.principals, node.mention.participants, strict=True):
                if person.kind == "person" and (person.may_be or not person.named):
                    match = sorted({p.actor for p in named if same(person, p)})
                    if len(match) == 1 and cast.group(part.actor) != match[0]:
                        cast.join(part.actor, match[0], "other articles")


def build_events(
    clusters: Sequence[Cluster],
    cast: Cast,
    knowledge: Knowledge,
    extractions: Sequence[Extraction],
    times: Mapping[str, Time | None],
    limits: Limits = FREE,
) -> tuple[list[Event], dict[str, str]]:
    """The events by id, and the event of each mention."""
    published = {e.article.id: e.article.published for e in extractions}
    events = [build_event(c, cast, knowledge, published, limits) for c in clusters]
    event_of = {n.id: e.id for c, e in zip(clusters, events, strict=True) for n in c.nodes}
    events = with_margins(with_possible(events, clusters, times), clusters, event_of)
    events = with_acts(with_parts(placed_by_arrival(events)), cast)
    return sorted(map(with_plover, events), key=lambda e: e.id), event_of


__all__ = ["Cluster", "Node", "build_events", "cluster_events", "name_by_events"]
