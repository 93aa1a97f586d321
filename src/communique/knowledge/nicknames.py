"""Given names and their short forms: "Bob" is a Robert (`data/nicknames.yaml`)."""

from collections.abc import Mapping
from typing import Any

from communique.errors import KnowledgeError
from communique.knowledge.yaml_table import Tables, row
from communique.records.base import Row
from communique.text.names import SUFFIXES, fold, middles_differ, words


class Nicknames(Row, frozen=True, kw_only=True):
    """A given name, folded: the full names that it may stand for, itself among them."""

    full: dict[str, frozenset[str]]

    def same_given(self, left: str, right: str) -> bool:
        """Whether two different given names, folded, may be one person's, one the short form of the other."""
        a, b = self.full.get(left, frozenset((left,))), self.full.get(right, frozenset((right,)))
        return left != right and (left in b or right in a)

    def same_person(self, left: str, right: str) -> bool:
        """Whether two full names differ in nothing but a short form: "Robert W. Berg" and "Bob Berg". Where both have
        a middle name, it may not contradict."""
        a, b = words(left), words(right)
        if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or _suffix(left) != _suffix(right):
            return False
        return not middles_differ(a, b) and self.same_given(a[0], b[0])


def _suffix(name: str) -> str | None:
    """ "Jr" or "III": father and son are two."""
    return next((part for part in fold(name).split() if part in SUFFIXES), None)


def compile_nicknames(tables: Tables) -> Nicknames:
    """The table as written, turned round.

    Raises:
        KnowledgeError: it is no mapping of a name to short forms.
    """
    if set(tables) - {"nicknames"}:
        raise KnowledgeError("nicknames.yaml: expected nicknames alone at the top; correct the file")
    listed: Mapping[str, Any] = row(tables.get("nicknames") or {}, dict[str, list[str]], "nicknames.yaml: nicknames")
    full: dict[str, set[str]] = {}
    for name, shorts in listed.items():
        for short in (name, *shorts):
            full.setdefault(fold(short), set()).add(fold(name))
    return Nicknames(full={short: frozenset(names) for short, names in full.items()})
