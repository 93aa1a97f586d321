"""Acts of cooperation that were done at an encounter: what those who met vowed, offered and agreed there is a part of
their meeting, not an event beside it."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from communique.merge.actors import Cast
from communique.merge.events.constraints import same_place
from communique.merge.events.nodes import ACTS
from communique.merge.events.parts import recalled_only
from communique.merge.events.present import Known, key, known_of, present
from communique.records.events import TOOK_PLACE, Event
from communique.text.times.intervals import days, gap

ENCOUNTERS = ("summit", "meeting", "talks", "visit")
COOPERATION = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
# How many days a time may span and still say when something was.
VAGUE = 7


def with_acts(events: Sequence[Event], cast: Cast) -> list[Event]:
    """The events, each act of cooperation naming the encounter at which it was done."""
    known = known_of(cast)
    met: dict[str, list[Event]] = {}
    for event in events:
        if event.form in ENCOUNTERS and event.status in TOOK_PLACE and len(event.participants) > 1:
            for name in present(event, known):
                met.setdefault(name, []).append(event)
    return [_placed(e, met, known) if _cooperative(e) and not e.part_of else e for e in events]


def _cooperative(event: Event) -> bool:
    """What one or more do that is cooperation, or what several do to each other that is no act of another kind."""
    if event.form not in {*ACTS, "signing"} or event.status not in TOOK_PLACE or not event.participants:
        return False
    if event.form == "signing":
        return len(event.participants) > 1
    if event.plover is not None:
        return event.plover.event in COOPERATION
    return event.form == "other" and len(event.participants) > 1


def _placed(act: Event, met: Mapping[str, Sequence[Event]], known: Known) -> Event:
    fitting = [e for e in met.get(key(act.participants[0].actor, known), ()) if _done_at(act, e, known)]
    if not fitting:
        return act
    best = min(fitting, key=lambda e: (not _together(act, e), len(e.participants), ENCOUNTERS.index(e.form), e.id))
    return replace(act, part_of=(best.id,))


def _done_at(act: Event, encounter: Event, known: Known) -> bool:
    """Whether all who act were there, at a time and place that fit; one alone by the same article and on the day
    that it names; at a meeting that only another page tells, several and on the day."""
    if not {key(p.actor, known) for p in act.participants} <= set(present(encounter, known)):
        return False
    if act.place and encounter.place and not same_place(act.place, encounter.place):
        return False
    together, alone, same_day = _together(act, encounter), len(act.participants) == 1, _same_day(act, encounter)
    if same_day is None:
        return together and not alone and not (recalled_only(act) or recalled_only(encounter))
    return same_day and (together or not alone)


def _together(act: Event, encounter: Event) -> bool:
    """Whether one article tells both."""
    return bool({m.article for m in act.mentions} & {m.article for m in encounter.mentions})


def _same_day(act: Event, encounter: Event) -> bool | None:
    """Whether both were on one day; unknown where the time of one is."""
    if act.time is None or encounter.time is None:
        return None
    return gap(act.time, encounter.time) == 0 and max(days(act.time), days(encounter.time)) <= VAGUE
