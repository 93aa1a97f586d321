"""Nouns that name a body where a state or nationality stands before them: "the Iranian government"."""

from communique.records.actors import ActorKind
from communique.records.base import Row


class Bodies(Row, frozen=True, kw_only=True):
    """Noun, folded: kind of body."""

    kinds: dict[str, ActorKind]

    def kind_of(self, noun: str) -> ActorKind | None:
        """The kind of body that `noun` names, or none."""
        return self.kinds.get(noun.lower())


def compile_bodies(table: dict[ActorKind, list[str]]) -> Bodies:
    """The table as written, turned round."""
    return Bodies(kinds={noun.lower(): kind for kind, nouns in table.items() for noun in nouns})
