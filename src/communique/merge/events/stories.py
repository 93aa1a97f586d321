"""The event of a story: acts that articles of one story are about are one event where the same people do the same kind
of thing and nothing contradicts it; what else one of them is about is a part of the story's event.

Encounters are left to the rules that clustered them: likeness of texts tells no two meetings apart.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from communique.merge.events.constraints import kept_apart, same_place, shared
from communique.merge.events.group import Cluster
from communique.merge.events.nodes import ACTS, Node
from communique.records.events import TOOK_PLACE, Event, MergeStep
from communique.records.mentions import Extraction
from communique.text.times.intervals import gap

ACT = "act:"
ENCOUNTERS = frozenset({"summit", "meeting", "talks", "visit"})
# What is done at an encounter, and is never the whole of one.
DONE_THERE = frozenset({"press_conference", "arrival", "departure", "ceremony", "signing"})
# What was done late and told the next morning has two dates.
OVERNIGHT = 1


def told_once(clusters: Sequence[Cluster], stories: Iterable[tuple[str, ...]]) -> list[Cluster]:
    """The clusters; of the acts that the articles of a story are about, those joined that can be one."""
    about = {n.mention.article: c for c in clusters for n in c.nodes if n.mention.main}
    for story in stories:
        # By the object: clusters of two parts may bear one number.
        mains = list({id(c): c for article in story if (c := about.get(article)) is not None}.values())
        kept: list[Cluster] = []
        for cluster in sorted(mains, key=_weight):
            target = next((other for other in kept if _one(cluster, other)), None)
            if target is None:
                kept.append(cluster)
            else:
                _move(cluster, target)
    return [c for c in clusters if c.nodes]


def _weight(cluster: Cluster) -> tuple[object, ...]:
    """What most articles and mentions tell first."""
    articles = {n.mention.article for n in cluster.nodes}
    return (-len(articles), -len(cluster.nodes), cluster.least)


def _one(left: Cluster, right: Cluster) -> bool:
    """Whether the two can be one act: of the same kind, by the same people."""
    if left.opposed(right):
        return False
    a, b = left.nodes[0].family, right.nodes[0].family
    if a != b or not a.startswith(ACT):
        return False
    pairs = [(p, q) for p in left.faces() for q in right.faces()]
    if any(kept_apart(p, q) for p, q in pairs):
        return False
    return any(_same_people(p, q) for p, q in pairs)


def _same_people(left: Node, right: Node) -> bool:
    """Whether all of one take part in the other."""
    fewer = min(len(left.principals), len(right.principals))
    return fewer > 0 and shared(left, right) == fewer


def _move(cluster: Cluster, target: Cluster) -> None:
    for node, step in zip(cluster.nodes, cluster.steps, strict=True):
        row = MergeStep(
            mention=node.id, rule="the same story", score=1.0, features=step.features, rivals=step.rivals
        )  # fmt: skip
        target.add(node, row, slip=node.id in cluster.slips)
    cluster.nodes.clear()


def with_stories(
    events: Sequence[Event], extractions: Sequence[Extraction], stories: Iterable[tuple[str, ...]]
) -> list[Event]:
    """The events, those that articles of a story are about as parts of the one that most of them are about."""
    main = {m.id for e in extractions for m in e.events if m.main}
    known = {event.id: event for event in events}
    about = {r.article: _whole(event, known) for event in events for r in event.mentions if r.id in main}
    parts: dict[str, str] = {}
    for story in stories:
        told = {event.id: event for article in story if (event := about.get(article)) is not None}
        ranked = sorted(told.values(), key=lambda e: _rank(e, story))
        for event in ranked[1:]:
            whole = ranked[0]
            if _is_of_story(event, whole) and not _contradict(event, whole):
                parts[event.id] = whole.id
    return [replace(e, part_of=(parts[e.id],)) if e.id in parts and not e.part_of else e for e in events]


def _is_of_story(event: Event, whole: Event) -> bool:
    """Whether what an article is about can be a part of what most are about: deeds and words; what is done at an
    encounter, where the whole is one of somebody who takes part."""
    if event.form in DONE_THERE and whole.form in ENCOUNTERS:
        return bool(_people(event) & _people(whole))
    return event.plover is not None or event.form in ACTS


def _whole(event: Event, known: Mapping[str, Event]) -> Event:
    """What the event is a part of, or itself: no event is a part of its own part."""
    return known.get(event.part_of[0], event) if event.part_of else event


def _rank(event: Event, story: tuple[str, ...]) -> tuple[object, ...]:
    """What most articles of the story speak of, and most often."""
    own = [m for m in event.mentions if m.article in story]
    return (event.status not in TOOK_PLACE, -len({m.article for m in own}), -len(own), event.id)


def _contradict(left: Event, right: Event) -> bool:
    """Whether `left` is no part of `right`: their times lie apart; it is an encounter and the other only done at one;
    it was done in another place than people met; or both are encounters, at two places, of the same people, or of
    somebody who was not there: a visit aside, on which one meets many."""
    if left.time is not None and right.time is not None and gap(left.time, right.time) > OVERNIGHT:
        return True
    if left.form in ENCOUNTERS and right.form in DONE_THERE:
        return True
    elsewhere = bool(left.place and right.place and not same_place(left.place, right.place))
    if not (left.form in ENCOUNTERS and right.form in ENCOUNTERS):
        # What is done in one town is no part of a meeting in another; words about it may be.
        return elsewhere and left.form == "other" and right.form in ENCOUNTERS
    if elsewhere:
        return True
    here, there = _people(left), _people(right)
    if "visit" in (left.form, right.form):
        return not here & there
    return here == there or not here <= there


def _people(event: Event) -> set[str]:
    return {p.actor for p in event.participants}
