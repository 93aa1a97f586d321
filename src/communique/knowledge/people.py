"""Nouns for people and bodies that may speak without a name, and the gender that a word or given name tells
(`data/people.yaml`)."""

from collections.abc import Mapping
from typing import Any, Literal

from communique.errors import KnowledgeError
from communique.records.base import Row
from communique.text.names import fold

Gender = Literal["m", "f"]
# Letters of the two parts of a noun such as "sub-contractor" or "schoolteacher".
SHORTEST_LEAD, SHORTEST_HEAD = 2, 6
# What such nouns end with ("injustice" is no justice), and things that end so.
AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "naire", "ete")
NO_PERSONS = frozenset({"semiconductor", "superconductor", "typewriter", "screwdriver"})
TABLES = ("persons", "women", "men", "bodies", "female_names", "male_names")
# What a compound with one of these says of its bearer: "saleswoman", "coastguardsman".
SUFFIXES: tuple[tuple[str, Gender], ...] = (("woman", "f"), ("women", "f"), ("man", "m"), ("men", "m"))


class People(Row, frozen=True, kw_only=True):
    """`persons`: singular nouns for one person. `bodies`: nouns for many who speak as one. `genders`: of nouns and
    of given names, folded."""

    persons: frozenset[str]
    bodies: frozenset[str]
    nouns: dict[str, Gender]
    given: dict[str, Gender]

    def is_person(self, noun: str) -> bool:
        """Whether the noun, in the singular, is a word for a person, or ends with one: "subcontractor"."""
        if noun in self.persons or (len(noun) > 5 and noun.endswith(("man", "woman", "person"))):
            return True
        if not noun.endswith(AGENTS) or noun in NO_PERSONS:
            return False
        return any(noun[k:] in self.persons for k in range(SHORTEST_LEAD, len(noun) - SHORTEST_HEAD + 1))

    def speaks(self, noun: str) -> bool:
        """Whether what the noun, in the singular, stands for may speak: a person, a body, a crowd."""
        return self.is_person(noun) or noun in self.bodies

    def gender_of_noun(self, noun: str) -> Gender | None:
        """The gender of the person whom the noun means, where it says so."""
        return self.nouns.get(noun) or next((g for end, g in SUFFIXES if len(noun) > 5 and noun.endswith(end)), None)

    def gender_of_name(self, name: str) -> Gender | None:
        """The gender of a person of that full name, by the given name; none for a surname alone."""
        parts = fold(name).split()
        return self.given.get(parts[0]) if len(parts) > 1 else None

    def is_given(self, word: str) -> bool:
        """Whether the word is a given name of the table."""
        return fold(word) in self.given


def compile_people(tables: Mapping[str, Any]) -> People:
    """The table as written, in look-ups.

    Raises:
        KnowledgeError: a part is unknown or no list, or a given name stands under both genders.
    """
    for part, words in tables.items():
        if part not in TABLES or not isinstance(words, list):
            raise KnowledgeError(f"people.yaml: {part!r} is no list of {', '.join(TABLES)}; correct the file")
    held = {part: [str(word) for word in tables.get(part, ())] for part in TABLES}
    women, men = ({fold(name) for name in held[part]} for part in ("female_names", "male_names"))
    if both := sorted(women & men):
        raise KnowledgeError(f"people.yaml: {', '.join(both)} under both genders; leave such names out")
    nouns: dict[str, Gender] = {**dict.fromkeys(held["women"], "f"), **dict.fromkeys(held["men"], "m")}
    return People(
        persons=frozenset({*held["persons"], *held["women"], *held["men"]}),
        bodies=frozenset(held["bodies"]),
        nouns=nouns,
        given={**dict.fromkeys(women, "f"), **dict.fromkeys(men, "m")},
    )
