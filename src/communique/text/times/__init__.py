"""Time expressions: finding them in a string, resolving them against a reference, arithmetic on the result."""

from communique.text.times.grammar import find
from communique.text.times.resolve import is_absolute, resolve
from communique.text.times.values import granularity, is_clock, timex_value

__all__ = ["find", "granularity", "is_absolute", "is_clock", "resolve", "timex_value"]
