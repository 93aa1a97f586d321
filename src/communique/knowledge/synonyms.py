"""Words that stand for one meaning in two wordings of a remark (`data/synonyms.yaml`)."""

from functools import cache

from communique.knowledge import yaml_table
from communique.text.stems import stem

_FILE = "synonyms"


class Synonyms:
    """Stems by meaning. `of` gives every word the name of its meaning, or its own stem."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self._meaning: dict[str, str] = {}
        for row in rows:
            for word in row:
                if " " not in word:
                    self._meaning.setdefault(stem(word), stem(row[0]))

    def of(self, word: str) -> str:
        """The meaning of a word as it stands in a text."""
        plain = stem(word)
        return self._meaning.get(plain, plain)


@cache
def load_synonyms() -> Synonyms:
    """The shipped table, checked. Raises KnowledgeError where a row does not fit."""
    tables = yaml_table.read(_FILE)
    return Synonyms(yaml_table.rows(tables, "synonyms", tuple[str, ...], f"{_FILE}.yaml"))
