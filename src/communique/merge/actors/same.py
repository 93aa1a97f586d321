"""Which persons of different articles are the same: blocked by the sound of the surname, judged by name, state and
office. The same name in two people stays two: a state or an office that contradicts keeps them apart, and a name that
fits several joins none of them. Persons are compared as `Known`, so that a thousand articles which name somebody alike
cost as much as one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from communique.knowledge import Knowledge
from communique.knowledge.nicknames import Nicknames
from communique.knowledge.offices import Holder
from communique.records.mentions import LocalActor
from communique.review.bonds import UNBOUND, Bonds, BoundGroups, gather
from communique.text.clusters import Groups
from communique.text.names import fold, same_person, spelt_alike, words

_WEAK = re.compile(r"[aeiouyh]+")
_DOUBLES = re.compile(r"(.)\1+")
# Letters that transliterations exchange, the longer ones first.
_SOUNDS = (("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("x", "ks"))
# And letters that folding leaves as they are.
_LETTERS = str.maketrans("qcgdzwfđðłøıæœß", "kkktsvvttloiees")

NOBODY: Mapping[str, Holder] = MappingProxyType({})
OfficeKey = tuple[str, str | None]


@dataclass(slots=True)
class Known:
    """What the articles that name a person alike say: the name, the state, the offices. `locals`: who is so named."""

    name: str
    country: str | None
    offices: set[OfficeKey] = field(default_factory=set)
    locals: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Persons:
    """Groups of local ids. `may_be`: for a local actor whose name fits several groups, a member of each."""

    groups: Groups
    may_be: dict[str, tuple[str, ...]]


def join_persons(
    persons: Sequence[LocalActor],
    knowledge: Knowledge,
    bonds: Bonds = UNBOUND,
    leaders: Mapping[str, Holder] = NOBODY,
) -> Persons:
    """Persons by name. What says most comes first: full names with a state, full names, surnames with a state,
    surnames. What says less joins a group of those where one alone can bear the name, and bridges nothing. `leaders`:
    who is meant by an office and a surname alone, by local id."""
    bearers = Bearers()
    everybody: list[list[Known]] = []
    may_be: dict[str, tuple[str, ...]] = {}
    for row in sorted(known(persons, leaders), key=_detail):
        fitting = _bearing(row, bearers.near(row), knowledge)
        if len(fitting) > 1:
            may_be |= dict.fromkeys(row.locals, tuple(group[0].locals[0] for group in fitting))
            continue
        if not fitting:
            everybody.append([])
        group = fitting[0] if fitting else everybody[-1]
        group.append(row)
        bearers.add(group, row)
    groups = BoundGroups((p.id for p in persons), bonds)
    for group in everybody:
        gather(groups, (local for row in group for local in row.locals))
    return Persons(groups, may_be)


class Bearers:
    """Where to look for somebody of a name: by the sounds of its first and last words, and by the office."""

    def __init__(self) -> None:
        self._found: dict[object, dict[int, list[Known]]] = {}

    def add(self, group: list[Known], row: Known) -> None:
        """Makes the group known by one of its names."""
        first, last = words(row.name)[0], words(row.name)[-1]
        for key in (skeleton(first), skeleton(last), *row.offices):
            self._found.setdefault(key, {})[id(group)] = group

    def near(self, row: Known) -> list[list[Known]]:
        """Groups that may bear the name, in the order in which they were made known."""
        keys = (skeleton(words(row.name)[-1]), *sorted(row.offices, key=str))
        return list({number: g for key in keys for number, g in self._found.get(key, {}).items()}.values())


def _detail(row: Known) -> tuple[object, ...]:
    size = len(words(row.name))
    return size == 1, row.country is None, -size, fold(row.name), row.country or ""


def known(persons: Iterable[LocalActor], leaders: Mapping[str, Holder] = NOBODY) -> list[Known]:
    """A row for each name and state, in their order. Blanks and hyphens within a name do not count. Whoever is one of
    the `leaders` has the table's name and state."""
    rows: dict[tuple[str, str], Known] = {}
    for person in sorted(persons, key=lambda p: (len(words(p.name)), p.id)):
        leader = leaders.get(person.id)
        name, country = (leader.name, leader.country) if leader else (person.name, country_of(person))
        alike = fold(name).replace(" ", ""), country or ""
        row = rows.get(alike)
        if row is None:
            row = rows[alike] = Known(name, country)
        row.offices.update((c.title, c.country) for c in person.offices)
        row.locals.append(person.id)
    return [rows[key] for key in sorted(rows) if key[0]]


def country_of(person: LocalActor) -> str | None:
    """The state that the article gives the person, outright or by the office."""
    if person.country:
        return person.country
    states = {claim.country for claim in person.offices if claim.country}
    return next(iter(states)) if len(states) == 1 else None


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word's consonants without doubles: transliterations differ in vowels first."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = word.translate(_LETTERS)
    return word[:1] + _DOUBLES.sub(r"\1", _WEAK.sub("", word[1:]))


def contradict(left: Known, right: Known, knowledge: Knowledge) -> bool:
    """Whether state or office says that they are two: two states, or two people of the table of offices."""
    if left.country and right.country and left.country != right.country:
        return True
    a = {h.name for h in knowledge.offices.of(left.name)}
    b = {h.name for h in knowledge.offices.of(right.name)}
    return bool(a and b) and not a & b


def alike(left: Known, right: Known, nicknames: Nicknames) -> bool:
    """Whether one name may be the other's: its last words, or another spelling or a short form of the given name. These
    need more than the name: no two offices; and where the spelling is far from the first, or a surname alone, one
    office in common."""
    a, b = sorted((words(left.name), words(right.name)), key=len)
    if a == b[-len(a) :]:
        return True
    together = bool(left.offices & right.offices)
    if same_person(left.name, right.name) or nicknames.same_person(left.name, right.name):
        return together or len(a) == 1 or not (left.offices and right.offices)
    if not together:
        return False
    if len(a) == 1 or spelt_alike("".join(a), "".join(b)):
        return len(a) > 1 or spelt_alike(a[-1], b[-1])
    return skeleton(a[0]) == skeleton(b[0]) and skeleton(a[-1]) == skeleton(b[-1])


def _bearing(row: Known, near: Iterable[list[Known]], knowledge: Knowledge) -> list[list[Known]]:
    """The groups that may bear the name; those that hold one of its offices alone, where there are such."""
    fitting = [g for g in near if _fits(g, row, knowledge)]
    if len(fitting) < 2:
        return fitting
    in_office = [g for g in fitting if any(m.offices & row.offices for m in g)]
    return in_office or fitting


def _fits(group: Iterable[Known], row: Known, knowledge: Knowledge) -> bool:
    return any(alike(m, row, knowledge.nicknames) for m in group) and not any(
        contradict(m, row, knowledge) for m in group
    )
