"""A world that does not exist: who leads each state and its foreign ministry when, and who met whom, when and where.

What looks alike and is not: the same two in the same city ten days apart, the same two on the same day in two cities,
another holder of the same office; the same name in two states.
"""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Literal

from msgspec.structs import replace as changed

from benchmarks.people import GIVEN, SURNAMES
from communique.knowledge import load
from communique.knowledge.offices import Holder, Offices
from communique.knowledge.states import State
from communique.records.events import Place

Trap = Literal["", "ten days apart", "two cities", "another holder"]
FIRST_DAY = dt.date(2012, 1, 1)
LAST_DAY = dt.date(2026, 1, 1)
TRAPS: tuple[tuple[Trap, float], ...] = (("ten days apart", 0.04), ("two cities", 0.015), ("another holder", 0.04))
KNOWN_TO_THE_TABLE = 0.5
NAMESAKES = 0.05
HEADS = 0.7


@dataclass(frozen=True)
class Person:
    """Somebody with one office over one interval; each part of the name in its spellings. `level`: 0 leads the state or
    its government, 1 its foreign ministry."""

    number: int
    given: tuple[str, ...]
    surname: tuple[str, ...]
    state: State
    level: int
    title: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True)
class Happening:
    """An event as it was. `trap` says how it was made from the event `double_of`, which it is not."""

    number: int
    guest: Person
    host: Person
    city: Place
    day: dt.date
    trap: Trap = ""
    double_of: int = -1


class World:
    """States, their capitals, and who holds their two offices when."""

    def __init__(self, chance: Random) -> None:
        base = load()
        self.capitals = {
            state.code: Place(name=city.name, country=state.code, lat=city.lat, lon=city.lon)
            for state in base.states
            if state.until is None and (city := base.places.city(state.capital, (state.code,)))
        }
        self.states = [state for state in base.states if state.code in self.capitals]
        chance.shuffle(self.states)
        # Few states are in the news often, most now and then.
        self.weights = [1 / (rank + 10) for rank in range(len(self.states))]
        self.holders: dict[tuple[str, int], list[Person]] = {}
        self._people = 0
        for state in self.states:
            for level, title in enumerate((chance.choice(("president", "prime minister")), "foreign minister")):
                self.holders[state.code, level] = self._succession(chance, state, level, title)
        self.knowledge = changed(base, offices=Offices(self._table(chance)))

    def _succession(self, chance: Random, state: State, level: int, title: str) -> list[Person]:
        day, found = FIRST_DAY, []
        everybody = [p for people in self.holders.values() for p in people]
        while day < LAST_DAY:
            until = day + dt.timedelta(days=chance.randint(500, 2500))
            given, surname = chance.choice(GIVEN), chance.choice(SURNAMES)
            if everybody and chance.random() < NAMESAKES:
                namesake = chance.choice(everybody)
                if namesake.state != state:
                    given, surname = namesake.given, namesake.surname
            found.append(Person(self._people, given, surname, state, level, title, day, until))
            self._people += 1
            day = until
        return found

    def _table(self, chance: Random) -> list[Holder]:
        """What a reference work knows: half of the offices."""
        return [
            Holder(
                name=f"{p.given[0]} {p.surname[0]}",
                names=tuple(f"{g} {s}" for g in p.given for s in p.surname)[1:],
                title=p.title,
                country=p.state.code,
                start=p.start.isoformat(),
                end=p.end.isoformat(),
            )
            for people in self.holders.values()
            if chance.random() < KNOWN_TO_THE_TABLE
            for p in people
        ]

    def holder(self, state: str, level: int, day: dt.date) -> Person:
        return next(p for p in self.holders[state, level] if p.start <= day < p.end)

    def event(self, chance: Random, days: float) -> Happening:
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(max(1, int(days))))
        host, guest = self._two(chance)
        level = 0 if chance.random() < HEADS else 1
        people = (self.holder(guest.code, level, day), self.holder(host.code, level, day))
        return Happening(0, *people, self.capitals[host.code], day)

    def _two(self, chance: Random) -> tuple[State, State]:
        host = guest = chance.choices(self.states, self.weights)[0]
        while guest == host:
            guest = chance.choices(self.states, self.weights)[0]
        return host, guest

    def traps(self, chance: Random, event: Happening) -> list[Happening]:
        """What looks like the event and is another."""
        found = []
        for trap, share in TRAPS:
            if chance.random() < share and (other := self._trap(chance, event, trap)):
                found.append(other)
        return found

    def _trap(self, chance: Random, event: Happening, trap: Trap) -> Happening | None:
        guest, host, city, day = event.guest, event.host, event.city, event.day
        if trap == "ten days apart":
            day += dt.timedelta(days=10)
        elif trap == "two cities":
            city = self.capitals[chance.choice([s.code for s in self.states if s.code != host.state.code])]
        else:
            rivals = [p for p in self.holders[guest.state.code, guest.level] if p != guest]
            rivals = [p for p in rivals if p.start < host.end and host.start < p.end]
            if not rivals:
                return None
            guest = chance.choice(rivals)
            first, last = max(guest.start, host.start), min(guest.end, host.end)
            day = first + dt.timedelta(days=chance.randrange((last - first).days))
        if day >= min(guest.end, host.end):
            return None
        return Happening(0, guest, host, city, day, trap, double_of=event.number)
