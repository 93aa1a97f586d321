"""What is a part of what: an arrival, a press conference, a dinner belong to the visit or the talks around them."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from communique.merge.events.constraints import same_place
from communique.merge.events.group import Cluster
from communique.records.events import TOOK_PLACE, Event, Place
from communique.records.times import Time
from communique.text.times.intervals import civil, edtf, gap, shift

PARTS = frozenset({"press_conference", "arrival", "departure", "ceremony", "signing", "statement"})
# What belongs to an encounter is held where it is, unless its own words say otherwise; a journey is not.
AT_THE_SAME_PLACE = frozenset({"press_conference", "signing", "statement"})
JOURNEYS = frozenset({"arrival", "departure"})
# So many characters of a text tell one thing, where no time says so.
BREATH = 1500
WHOLES = ("visit", "summit", "meeting", "talks")


def with_parts(events: Sequence[Event]) -> list[Event]:
    """The events, each part naming the event it belongs to."""
    wholes = _by_actor(e for e in events if e.form in WHOLES)
    parted = [_with_whole(e, _of_its_people(e, wholes)) if _is_part(e) else e for e in events]
    journeys = _by_actor(e for e in parted if e.form in JOURNEYS and e.part_of)
    return [_with_journey(e, _of_its_people(e, journeys)) if _is_part(e) else e for e in parted]


def _is_part(event: Event) -> bool:
    return event.form in PARTS and event.plover is None and not event.part_of


def _with_journey(part: Event, journeys: Sequence[Event]) -> Event:
    """What was done on setting out or on arriving ("a farewell ceremony") is a part of what the journey is a part of,
    at the time of the setting out or the arrival."""
    there = [
        j for j in journeys if j.place and part.place and same_place(part.place, j.place) and _told_together(part, j)
    ]
    fitting = [j for j in there if part.time is None or j.time is None or gap(part.time, j.time) == 0]
    if not fitting:
        return part
    journey = min(fitting, key=lambda j: j.id)
    return replace(part, part_of=journey.part_of, time=part.time or _inferred(journey, 0, 0))


def with_margins(events: Sequence[Event], clusters: Sequence[Cluster], event_of: Mapping[str, str]) -> list[Event]:
    """The events (in the clusters' order), each that was on the margins of another a part of it."""
    return [_beside(e, c, event_of) for e, c in zip(events, clusters, strict=True)]


def _beside(event: Event, cluster: Cluster, event_of: Mapping[str, str]) -> Event:
    wholes = [event_of[n.beside] for n in cluster.nodes if n.beside]
    if event.part_of or not wholes or wholes[0] == event.id:
        return event
    return replace(event, part_of=(wholes[0],))


def _by_actor(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for participant in event.participants:
            found.setdefault(participant.actor, []).append(event)
    return found


def _of_its_people(event: Event, others: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Those of the events that somebody of this one takes part in."""
    found = {other.id: other for p in event.participants for other in others.get(p.actor, ())}
    return [found[id_] for id_ in sorted(found)]


def _with_whole(part: Event, wholes: Sequence[Event]) -> Event:
    fitting = [w for w in wholes if _belongs(part, w)]
    if not fitting:
        return part
    best = min(fitting, key=lambda w: _rank(part, w))
    place = part.place or (best.place if part.form in AT_THE_SAME_PLACE else None)
    return replace(part, part_of=(best.id,), place=place, time=part.time or _within(part, best))


def _rank(part: Event, whole: Event) -> tuple[object, ...]:
    """Sorts the one with most of its people first; of those, one that is known to be of its time."""
    dated = part.time is not None and whole.time is not None
    return (-_common(part, whole), not dated, len(whole.participants), WHOLES.index(whole.form), whole.id)


def _within(part: Event, whole: Event) -> Time | None:
    """When a part without a time of its own was: somewhere in the time of the whole; a traveller may come the day
    before and leave the day after."""
    leaves = part.form == "departure" and bool(part.place and whole.place and same_place(part.place, whole.place))
    sets_out = part.form == "departure" and not leaves
    return _inferred(whole, -(part.form == "arrival" or sets_out), int(leaves))


def _inferred(whole: Event, before: int, behind: int) -> Time | None:
    """The time of the event, wider by so many days, as another event's that follows from it."""
    time = whole.time
    if time is None:
        return None
    first, last = civil(time)
    first, last = shift(first, before), shift(last, behind)
    said = {m.article for m in whole.mentions if m.time is not None} | set(time.inferred_from)
    return Time(
        earliest=first.isoformat(),
        latest=last.isoformat(),
        edtf=edtf(first, last, time.approximate),
        basis="inferred",
        approximate=time.approximate,
        inferred_from=tuple(sorted(said)),
    )


def placed_by_arrival(events: Sequence[Event]) -> list[Event]:
    """Encounters whose reports name no place, at the place where one of those who take part arrived that day, by
    the words of that arrival in the same article."""
    arrivals = _by_actor(e for e in events if e.form == "arrival" and e.place and e.time and e.status == "held")
    return [replace(e, place=place) if (place := _arrived(e, _of_its_people(e, arrivals))) else e for e in events]


def _arrived(event: Event, arrivals: Sequence[Event]) -> Place | None:
    if event.form not in WHOLES or event.place is not None or event.time is None:
        return None
    articles = {m.article for m in event.mentions}
    places = [
        a.place
        for a in arrivals
        if a.place
        and a.time
        and _common(a, event)
        and civil(a.time)[0] == civil(event.time)[0]
        and articles & {m.article for m in a.mentions}
    ]
    names = {p.name for p in places}
    return places[0] if len(names) == 1 else None


def _belongs(part: Event, whole: Event) -> bool:
    if not _common(part, whole) or (part.status not in {"held", "ongoing", "planned"} and part.status != whole.status):
        return False
    if part.status in TOOK_PLACE and whole.status not in TOOK_PLACE:
        # What took place is no part of what is only planned.
        return False
    if part.form == "statement" and _common(part, whole) < 2:
        # What one of them says elsewhere is no part of it.
        return False
    if part.place and whole.place and not _places_agree(part, whole):
        return False
    if part.time and whole.time:
        return gap(part.time, whole.time) <= 1 and not _vague(part, whole)
    return _told_together(part, whole) and not (recalled_only(part) or recalled_only(whole))


def _told_together(part: Event, whole: Event) -> bool:
    """Whether an article tells of both in one breath: an article may list what two people did over years."""
    return any(
        m.article == n.article and abs(m.span.start - n.span.start) <= BREATH
        for m in part.mentions
        for n in whole.mentions
    )


def _common(left: Event, right: Event) -> int:
    return len({p.actor for p in left.participants} & {p.actor for p in right.participants})


def _places_agree(part: Event, whole: Event) -> bool:
    assert part.place
    assert whole.place
    if part.form == "departure":
        return True
    return same_place(part.place, whole.place)


def _vague(*events: Event) -> bool:
    return any(e.time is not None and (civil(e.time)[1] - civil(e.time)[0]).days > 7 for e in events)


def recalled_only(event: Event) -> bool:
    """Whether nobody tells it as news."""
    return all(m.status == "recalled" for m in event.mentions)
