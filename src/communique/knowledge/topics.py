"""Sectors named in a text, by reviewed words and phrases (`data/topics.yaml`)."""

from communique.knowledge.names import NameIndex
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row


class Topic(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sector with its words. Plurals are added; a form listed under two sectors names both. `without` are
    phrases that hold one of the forms and name no sector ("science fiction")."""

    name: str
    forms: tuple[str, ...]
    without: tuple[str, ...] = ()


class Topics:
    """All sectors."""

    def __init__(self, table: tuple[Topic, ...]) -> None:
        """`table`: rows of one name add up."""
        self.names = tuple(dict.fromkeys(row.name for row in table))
        pairs = [(wording, row.name) for row in table for form in row.forms for wording in (form, *_plurals(form))]
        pairs += [(wording, "") for row in table for form in row.without for wording in (form, *_plurals(form))]
        self._index = NameIndex(pairs)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, sector) of each word or phrase that names one; longest phrases win."""
        return [(start, end, name) for start, end, found in self._index.find(text) for name in found if name]

    def of(self, text: str) -> tuple[str, ...]:
        """The sectors named in a text, in the order of the table."""
        named = {name for _, _, name in self.find(text)}
        return tuple(name for name in self.names if name in named)


def _plurals(form: str) -> tuple[str, ...]:
    """The regular plural of a form's last word."""
    if form.isupper() or form.endswith("s"):
        return ()
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return (form[:-1] + "ies",)
    return (form + ("es" if form.endswith(("x", "ch", "sh")) else "s"),)


def build(*sources: tuple[str, Tables]) -> Topics:
    """The sectors of every source (file name, tables)."""
    return Topics(tuple(item for name, tables in sources for item in rows(tables, "topics", Topic, name)))
