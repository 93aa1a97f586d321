"""Which persons of different articles are the same: blocked by the sound of the surname, judged by name, state and
office. The same name in two people stays two: a state or an office that contradicts keeps them apart, and a name that
fits several joins none of them. Persons are compared as `Known`, so that a thousand articles which name somebody alike
cost as much as one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from communique.knowledge import Knowledge
from communique.records.mentions import LocalActor
from communique.text.clusters import Groups
from communique.text.names import fold, same_person, spelt_alike, words

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLES = re.compile(r"(.)\1+")
# Letters that transliterations exchange, the longer ones first.
_SOUNDS = (("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("x", "ks"))
# And letters that folding leaves as they are.
_LETTERS = str.maketrans("qczwfđðłøıæœß", "kksvvddloiees")

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


def join_persons(persons: Sequence[LocalActor], knowledge: Knowledge) -> Persons:
    """Persons by name. What says most is joined first: full names with a state, full names, surnames with a state,
    surnames. What says less joins a group of those where one alone can bear the name, and bridges nothing."""
    bearers: dict[str, list[list[Known]]] = {}
    everybody: list[list[Known]] = []
    may_be: dict[str, tuple[str, ...]] = {}
    for rows in _by_detail(known(persons)):
        left: list[Known] = []
        for row in rows:
            fitting = _bearing(row, bearers, knowledge)
            if len(fitting) == 1:
                fitting[0].append(row)
            elif fitting:
                may_be |= dict.fromkeys(row.locals, tuple(group[0].locals[0] for group in fitting))
            else:
                left.append(row)
        for block in _blocks(left).values():
            for group in _joined(block, knowledge):
                everybody.append(group)
                for sound in sorted({skeleton(w) for m in group for w in (words(m.name)[0], words(m.name)[-1])}):
                    bearers.setdefault(sound, []).append(group)
    groups = Groups(p.id for p in persons)
    for group in everybody:
        for row in group:
            for local in row.locals:
                groups.join(group[0].locals[0], local)
    return Persons(groups, may_be)


def known(persons: Iterable[LocalActor]) -> list[Known]:
    """A row for each name and state, in their order. Blanks and hyphens within a name do not count."""
    rows: dict[tuple[str, str], Known] = {}
    for person in sorted(persons, key=lambda p: (len(words(p.name)), p.id)):
        country = country_of(person)
        row = rows.setdefault((fold(person.name).replace(" ", ""), country or ""), Known(person.name, country))
        row.offices.update((c.title, c.country) for c in person.offices)
        row.locals.append(person.id)
    return [rows[key] for key in sorted(rows) if key[0]]


def country_of(person: LocalActor) -> str | None:
    """The state that the article gives the person, outright or by the office."""
    states = {claim.country for claim in person.offices if claim.country}
    return person.country or (next(iter(states)) if len(states) == 1 else None)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word's consonants without doubles: transliterations differ in vowels first."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = word.translate(_LETTERS)
    return word[:1] + _DOUBLES.sub(r"\1", _VOWELS.sub("", word[1:]))


def contradict(left: Known, right: Known, knowledge: Knowledge) -> bool:
    """Whether state or office says that they are two: two states, or two people of the table of offices."""
    if left.country and right.country and left.country != right.country:
        return True
    a = {h.name for h in knowledge.offices.of(left.name)}
    b = {h.name for h in knowledge.offices.of(right.name)}
    return bool(a and b) and not a & b


def alike(left: Known, right: Known) -> bool:
    """Whether one name may be the other's: its last words, or another spelling. Another spelling needs more than the name: no two offices; and where it
    is far from the first, or a surname alone, one office in common."""
    a, b = sorted((words(left.name), words(right.name)), key=len)
    if a == b[-len(a) :]:
        return True
    together = bool(left.offices & right.offices)
    if same_person(left.name, right.name):
        return together or len(a) == 1 or not (left.offices and right.offices)
    if not together:
        return False
    if len(a) == 1:
        return spelt_alike(a[-1], b[-1])
    return skeleton(a[0]) == skeleton(b[0]) and skeleton(a[-1]) == skeleton(b[-1])


def _by_detail(rows: Iterable[Known]) -> list[list[Known]]:
    ranked: list[list[Known]] = [[], [], [], []]
    for row in rows:
        ranked[2 * (len(words(row.name)) == 1) + (row.country is None)].append(row)
    return ranked


def _bearing(row: Known, bearers: Mapping[str, list[list[Known]]], knowledge: Knowledge) -> list[list[Known]]:
    """The groups that may bear the name; those that hold one of its offices alone, where there are such."""
    near = bearers.get(skeleton(words(row.name)[-1]), [])
    fitting = [g for g in near if _fits(g, row, knowledge)]
    if len(fitting) < 2:
        return fitting
    in_office = [g for g in fitting if any(m.offices & row.offices for m in g)]
    return in_office or fitting


def _fits(group: Iterable[Known], row: Known, knowledge: Knowledge) -> bool:
    return any(alike(m, row) for m in group) and not any(contradict(m, row, knowledge) for m in group)


def _blocks(rows: Iterable[Known]) -> dict[str, list[Known]]:
    blocks: dict[str, list[Known]] = {}
    for row in rows:
        blocks.setdefault(skeleton(words(row.name)[-1]), []).append(row)
    return blocks


def _joined(block: Iterable[Known], knowledge: Knowledge) -> list[list[Known]]:
    """Groups within which nothing contradicts, the longest names first."""
    found: list[list[Known]] = []
    for row in sorted(block, key=lambda k: -len(words(k.name))):
        fitting = [g for g in found if _fits(g, row, knowledge)]
        if len(fitting) == 1:
            fitting[0].append(row)
        else:
            found.append([row])
    return found
