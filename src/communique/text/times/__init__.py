"""Time expressions: finding them in a string, resolving them against a reference, arithmetic on the result."""

from communique.text.times.ends import each_end
from communique.text.times.grammar import Found, find
from communique.text.times.resolve import is_absolute, resolve
from communique.text.times.values import granularity, is_clock, timex_value

__all__ = ["Found", "each_end", "find", "granularity", "is_absolute", "is_clock", "resolve", "timex_value"]
