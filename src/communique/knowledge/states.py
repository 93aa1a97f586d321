"""States: names, demonyms and capitals, as the press writes them (`data/states.yaml`)."""

from collections.abc import Iterator

from communique.knowledge.names import NameIndex, key
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row


class State(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One state by its ISO 3166-1 alpha-2 code (Kosovo: XK; ended states by their withdrawn code, with `until`).

    `demonyms` begin with the adjective; `capitals` are the spellings of all its capitals, `capital` the seat of
    government. `ambiguous` holds the names that also mean something else ("Georgia", "Jordan"): callers want
    more evidence for them.
    """

    code: str
    name: str
    official: str = ""
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...]
    capital: str
    capitals: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    until: str | None = None

    @property
    def adjective(self) -> str:
        """The first demonym: "Iranian"."""
        return self.demonyms[0]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Name, official name and aliases."""
        return (self.name, *((self.official,) if self.official else ()), *self.names)

    def is_ambiguous(self, text: str) -> bool:
        """Whether `text`, one of its names, also means something else."""
        return text in self.ambiguous


class States:
    """All states, with look-ups by code, name, demonym and capital."""

    def __init__(self, table: tuple[State, ...]) -> None:
        """`table`: later rows of one code replace earlier ones."""
        self._states = {state.code: state for state in table}
        living = [*self._states.values()]
        self._ambiguous = {key(name) for state in living for name in state.ambiguous}
        self.name_index = NameIndex(((name, state) for state in living for name in state.all_names), proper=True)
        self.demonym_index = NameIndex(((name, state) for state in living for name in state.demonyms), proper=True)
        current = [state for state in living if state.until is None]
        self.capital_index = NameIndex(
            ((name, state) for state in current for name in (state.capital, *state.capitals)), proper=True
        )

    def __iter__(self) -> Iterator[State]:
        """The states in table order."""
        return iter(self._states.values())

    def get(self, code: str) -> State | None:
        """The state with this ISO code."""
        return self._states.get(code)

    def by_name(self, text: str) -> State | None:
        """The one state of this name ("Iran", "the US", "Islamic Republic of Iran"); None if none or several."""
        return self.name_index.get(text)

    def by_demonym(self, text: str) -> State | None:
        """The one state of this demonym ("Iranian", "Britons"); None for shared ones ("Congolese")."""
        return self.demonym_index.get(text)

    def by_capital(self, text: str) -> State | None:
        """The one state with this capital ("Tehran", "Teheran"); None for homonyms ("Georgetown", "San Jose")."""
        return None if key(text) in self._ambiguous else self.capital_index.get(text)


def build(*sources: tuple[str, Tables]) -> States:
    """The states of every source (file name, tables), later ones over earlier ones."""
    return States(tuple(row for name, tables in sources for row in rows(tables, "states", State, name)))
