"""Epithets that stand for a state in paraphrases: "the Eurasian nation" (`data/descriptions.yaml`).

A row is either whole epithets ("the land of the rising sun") or qualifiers ("Eurasian") that make an epithet
with any of the table's nouns ("nation", "country", "giant"); a qualifier marked `bare` stands alone as well
("the Persian dignitary").
"""

from communique.knowledge.names import NameIndex, words
from communique.knowledge.yaml_table import Tables, row, rows
from communique.records.base import Row


class Description(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Epithets or qualifiers with the states they may mean, likeliest first."""

    countries: tuple[str, ...]
    epithets: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    bare: bool = False


class Descriptions:
    """All epithets."""

    def __init__(self, table: tuple[Description, ...], nouns: tuple[str, ...]) -> None:
        """`nouns` go with every qualifier whose row names none of its own."""
        pairs = []
        for item in table:
            pairs += [(epithet, item) for epithet in item.epithets]
            pairs += [(f"{word} {noun}", item) for word in item.qualifiers for noun in (item.nouns or nouns)]
            pairs += [(word, item) for word in item.qualifiers if item.bare]
        self._index = NameIndex(pairs, proper=True)

    def country_of(self, text: str) -> tuple[str, ...]:
        """ISO codes that `text` ("the Asian giant", "the Persian") may mean, likeliest first; () if it is none."""
        listed = words(text)
        if len(listed) > 1 and listed[0].folded in ("a", "an", "this", "that"):
            text = text[listed[1].start :]
        return _codes(self._index.all(text))


def _codes(found: tuple[Description, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for item in found for code in item.countries))


def build(*sources: tuple[str, Tables]) -> Descriptions:
    """The epithets of every source (file name, tables)."""
    table: list[Description] = []
    nouns: list[str] = []
    for name, tables in sources:
        table += rows(tables, "descriptions", Description, name)
        nouns += row(tables.get("description_nouns") or (), tuple[str, ...], f"{name}: description_nouns")
    return Descriptions(tuple(table), tuple(nouns))
