"""Nobody whom a name may be of is passed over, and hardly anybody else is looked at."""

from itertools import product

import pytest

from communique.extract.actors.called import Called
from communique.knowledge import load
from communique.text.names import same_person

NAMES = (
    "Anna Berg", "Berg", "Anna", "A. Berg", "Anna Maria Berg", "Bob Lindqvist", "Robert W. Lindqvist", "Lindquist",
    "Robert Lindkvist", "Ebrahim Raisi", "Ibrahim Raissi", "Raisi", "Recep Tayyip Erdogan", "Erdoğan", "Xi Jinping",
    "Xi", "Carl von Dahl Jr", "Dahl", "of the", "", "Moammar Kadafi", "Muammar Kaddafi", "Muammar al-Qaddafi",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_all_whom_a_name_may_be_of_are_near(name: str) -> None:
    known = Called()
    for number, other in enumerate(NAMES):
        known.add(number, other)
    nicknames = load().nicknames
    fitting = [n for n, o in enumerate(NAMES) if same_person(o, name) or nicknames.same_person(o, name)]
    near = known.near(name)
    assert near == sorted(near)
    assert [n for n in fitting if n not in near] == []


def test_of_a_thousand_people_a_name_leads_to_few() -> None:
    syllables = ("ba", "de", "gi", "ko", "lu", "ma", "ne", "pi", "ro", "tu")
    people = [f"{a}{b}na {c}{a}{b}{a}{c}" for a, b, c in product(syllables, repeat=3)]
    known = Called()
    for number, name in enumerate(people):
        known.add(number, name)
    assert max(len(known.near(name)) for name in people) < 60
