"""Units of measurement and currencies: reading the unit that stands before or behind a number."""

import re
from collections.abc import Iterable
from functools import cache

from communique.knowledge import yaml_table
from communique.records.base import Row

_FILE = "units"
# Where a unit is counted per something: "a barrel", "per day", "/kg", "each year".
_PER = re.compile(r"\s?(?:/\s?|(?:per|an?)\s|-(?:an?|per)-)", re.IGNORECASE)
_NOT_PER = re.compile(r"\s(?:ago|earlier|later|before|after|old)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")


class Unit(Row, frozen=True, kw_only=True):
    """A unit under its name in the record, and how it is written: `names` in words (any case, a plural in -s
    understood where `plurals` says no other), `symbols` behind and `before` a number (case-sensitive). Units of
    time have an ISO 8601 designator and a factor ("decade" is Y times 10)."""

    unit: str
    kind: str
    names: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    iso: str | None = None
    factor: int = 1


class UnitTable:
    """The units with the patterns that find them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = tuple(units)
        self.by_name = {unit.unit: unit for unit in self.units}
        self._names = {form.lower(): unit for unit in self.units for form in _forms(unit)}
        self._symbols = {symbol: unit for unit in self.units for symbol in unit.symbols}
        self._before = {symbol: unit for unit in self.units for symbol in unit.before}
        self._name_pattern = re.compile(rf"(?:{_any(self._names)})(?![\w])", re.IGNORECASE)
        self._symbol_pattern = re.compile(rf"(?:{_any(self._symbols)})(?![\w/²³])")
        self._before_pattern = re.compile(rf"(?<![A-Za-z$])(?:{_any(self._before)})\s?$")
        self._longest = max(map(len, self._before)) + 2

    def preceding(self, text: str, at: int) -> tuple[int, Unit] | None:
        """The currency sign that ends where the number at `at` begins: its start and its unit."""
        left = max(0, at - self._longest)
        match = self._before_pattern.search(text[left:at])
        if match is None:
            return None
        symbol = match[0]
        return left + match.start(), self._before.get(symbol) or self._before[symbol.rstrip()]

    def following(self, text: str, at: int) -> tuple[int, Unit] | None:
        """The unit that stands behind a number ending at `at`, glued, hyphenated or one space on: its end and it."""
        for gap in (0, 1):
            if gap and text[at : at + 1] not in (" ", "-", "\u00a0", "\u2011"):
                break
            name = self._name_pattern.match(text, at + gap)
            symbol = self._symbol_pattern.match(text, at + gap)
            if name and (symbol is None or name.end() >= symbol.end()):
                return name.end(), self._names[name[0].lower()]
            if symbol:
                return symbol.end(), self._symbols[symbol[0]]
        return None

    def per(self, text: str, at: int) -> tuple[int, str] | None:
        """The denominator behind a unit ending at `at` ("per square foot", "a barrel", "/kg"): its end, its name."""
        joint = _PER.match(text, at)
        if joint is None:
            return None
        known = self._name_pattern.match(text, joint.end()) or self._symbol_pattern.match(text, joint.end())
        if known and _NOT_PER.match(text, known.end()):
            return None
        if known:
            return known.end(), (self._names.get(known[0].lower()) or self._symbols[known[0]]).unit
        word = _WORD.match(text, joint.end())
        return (word.end(), word[0].lower()) if word and joint[0].strip().lower() in ("per", "-per-") else None

    def named(self, word: str) -> Unit | None:
        """The unit whose name or plural is `word`."""
        return self._names.get(word.lower())


def _forms(unit: Unit) -> list[str]:
    regular = [] if unit.plurals else [f"{name}s" for name in unit.names if name[-1:].isalpha()]
    return [*unit.names, *unit.plurals, *regular]


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0]") for form in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def load_units() -> UnitTable:
    """The table of `data/units.yaml`. Raises KnowledgeError where a row does not fit."""
    return UnitTable(yaml_table.rows(yaml_table.read(_FILE), "units", Unit, f"{_FILE}.yaml"))
