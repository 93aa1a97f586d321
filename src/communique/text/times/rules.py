"""What a rule of the temporal grammar is, and the macros that the rules share."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from communique.records.times import TimeExpression
from communique.text.times.lexemes import Lexeme
from communique.text.times.patterns import Values

Make = Callable[[Values], TimeExpression | None]
# Whether lexemes `first` to `last` (exclusive) may be a time where they stand.
Guard = Callable[[Sequence[Lexeme], int, int], bool]


def anywhere(_lexemes: Sequence[Lexeme], _first: int, _last: int) -> bool:
    """No guard."""
    return True


class Rule(NamedTuple):
    """Where `pattern` matches and `guard` allows it, `make` says what it means; `fixed` parts are added."""

    pattern: str
    make: Make
    guard: Guard = anywhere
    fixed: tuple[tuple[str, str | int], ...] = ()


MACROS = {
    "approx": "((well|just|only)? {nearly}|{more:nearly} than|at {least:nearly}|up to|no (more|less) than"
    "|as (much|long) as)",
    "n": "({number} {fraction}?|{number} - plus|{number} -? and -? a -? {half}|{article}|a? (good|great)? {several}"
    "|a? {couple:number} of?|{number} (to|or|-) {number:high})",
    "long": "(more|straight|consecutive|full|long|short|additional|whole|extra|working|trading|calendar)",
    "weekday": "({weekday}|{shortday})",
    "date": "((<weekday> ,?)? (the? {day} of? {month}|{month} the? {day}) (,? {year})?|{day} - {month} - {year})",
    "through": "(to|-|and|until|till|through)",
    "offset": "{zone} (+ {hour:east}|- {hour:west})?",
    "zone": "(<offset>|\\( <offset> \\)|\\( local time \\)|_ time|_ standard time|_ time \\( {zone} \\))",
    "clock": "({nearly}? ({clock} (hours|o ' clock|{meridiem})?|{hour} {meridiem}|{hour} o ' clock|{noon})"
    " ((in|at) the {daypart})? <zone>? (,? _ time \\( {clock:exact} {zone} \\)|\\( {clock:exact} {zone} \\))?)",
    "edge": "(the? very? {limit} (of|to|-)|the? {edge} -? (in|on|of)?|the {edge} (part|days|months|years) of"
    "|{vaguely} (in|on|of)?)",
    "exact": "(,? _ time \\( {clock:exact} {zone} \\)|\\( {clock:exact} {zone} \\))",
    "lead": "(in|by|until|till|from|to|since|during|through|around)",
    "season_lead": "(in|during|by|into|of|this|since|until|till|over|through|throughout|for|from)",
    "which": "(the? {shift}|this ({shift}|{gone:shift})|(the|that) {other}|{that:other})",
}
