"""Names and words that a parser takes for actors' though they act for nobody (`data/things.yaml`)."""

from collections.abc import Mapping
from typing import Any

from communique.errors import KnowledgeError
from communique.records.base import Row
from communique.text.names import fold

TABLES = ("names", "words", "endings")


class Things(Row, frozen=True, kw_only=True):
    """`names`: of things, folded. `words`: common words that a line or sentence may begin with. `endings`: what longer
    names of things end with, folded."""

    names: frozenset[str]
    words: frozenset[str]
    endings: frozenset[str]

    def is_thing(self, name: str) -> bool:
        """Whether the name is that of a day, a contest, a product and the like."""
        parts = fold(name).split()
        return " ".join(parts) in self.names or any(
            " ".join(parts[-n:]) in self.endings for n in (1, 2) if len(parts) > n
        )

    def is_common(self, word: str) -> bool:
        """Whether the word, however written, is a common one."""
        return word.lower() in self.words


def compile_things(tables: Mapping[str, Any]) -> Things:
    """The table as written, folded.

    Raises:
        KnowledgeError: a part is unknown or no list.
    """
    for part, listed in tables.items():
        if part not in TABLES or not isinstance(listed, list):
            raise KnowledgeError(f"things.yaml: {part!r} is no list of {', '.join(TABLES)}; correct the file")
    names, words, endings = ([str(item) for item in tables.get(part, ())] for part in TABLES)
    return Things(
        names=frozenset(map(fold, names)),
        words=frozenset(word.lower() for word in words),
        endings=frozenset(map(fold, endings)),
    )
