"""Which persons of different articles are the same: blocked by the sound of the surname, judged by name, state and
office. The same name in two people stays two: a state or an office that contradicts keeps them apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from communique.knowledge import Knowledge
from communique.records.mentions import LocalActor
from communique.text.clusters import Groups
from communique.text.names import fold, same_person, words

_VOWELS = re.compile(r"[aeiouyw]+")


def skeleton(word: str) -> str:
    """A word's consonants without doubles: transliterations differ in vowels first."""
    bare = _VOWELS.sub("", word[1:])
    return word[:1] + re.sub(r"(.)\1+", r"\1", bare)


def join_persons(persons: Sequence[LocalActor], knowledge: Knowledge) -> Groups:
    """Groups of local ids. Full names are joined first; a surname alone joins only where one group can bear it."""
    groups = Groups(p.id for p in persons)
    full = [p for p in persons if len(words(p.name)) > 1]
    for block in _blocks(full).values():
        _join_block(block, groups, knowledge)
    by_group = _grouped(full, groups)
    bearers: dict[str, list[list[LocalActor]]] = {}
    for members in by_group.values():
        for sound in sorted({skeleton(w) for m in members for w in (words(m.name)[0], words(m.name)[-1])}):
            bearers.setdefault(sound, []).append(members)
    alone: dict[str, list[LocalActor]] = {}
    for person in persons:
        if len(words(person.name)) == 1:
            fitting = [g for g in bearers.get(skeleton(words(person.name)[0]), []) if _bears(g, person)]
            if len(fitting) == 1:
                groups.join(person.id, fitting[0][0].id)
            elif not fitting:
                alone.setdefault(fold(person.name), []).append(person)
    for same in alone.values():
        for left, right in pairwise(same):
            if not contradict(left, right):
                groups.join(left.id, right.id)
    return groups


def _blocks(persons: Iterable[LocalActor]) -> dict[str, list[LocalActor]]:
    blocks: dict[str, list[LocalActor]] = {}
    for person in persons:
        blocks.setdefault(skeleton(words(person.name)[-1]), []).append(person)
    return blocks


def _join_block(block: list[LocalActor], groups: Groups, knowledge: Knowledge) -> None:
    """Equal names are compared once: a block holds few distinct ones however many articles there are."""
    by_name: dict[tuple[str, str | None], list[LocalActor]] = {}
    for person in block:
        by_name.setdefault((fold(person.name), person.country), []).append(person)
    keys = sorted(by_name, key=lambda k: (k[0], k[1] or ""))
    for key in keys:
        first, *rest = by_name[key]
        for other in rest:
            groups.join(first.id, other.id)
    for n, left in enumerate(keys):
        for right in keys[n + 1 :]:
            a, b = by_name[left][0], by_name[right][0]
            if same_person(a.name, b.name) and not contradict(a, b) and _one_holder(a, b, knowledge):
                groups.join(a.id, b.id)


def _one_holder(left: LocalActor, right: LocalActor, knowledge: Knowledge) -> bool:
    """Not two different people of the table of offices."""
    a = {h.name for h in knowledge.offices.of(left.name)}
    b = {h.name for h in knowledge.offices.of(right.name)}
    return not a or not b or bool(a & b)


def contradict(left: LocalActor, right: LocalActor) -> bool:
    """Whether state or office says that they are two."""
    return bool(left.country and right.country and left.country != right.country)


def _bears(group: list[LocalActor], person: LocalActor) -> bool:
    return any(same_person(m.name, person.name) for m in group) and not any(contradict(m, person) for m in group)


def _grouped(persons: Iterable[LocalActor], groups: Groups) -> Mapping[str, list[LocalActor]]:
    found: dict[str, list[LocalActor]] = {}
    for person in persons:
        found.setdefault(groups.find(person.id), []).append(person)
    return found
