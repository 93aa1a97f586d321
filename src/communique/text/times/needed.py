"""What a pattern cannot do without, so that a text that lacks it need not be searched."""

import re
from collections.abc import Iterator

# One part of a compiled pattern: where a group opens, a class, a sign, or one character.
PART = re.compile(r"(?P<open>\((?:\?:|\?P<\w+>)?)|\[(?P<set>[^\]]*)\]|(?P<sign>[)|?])|(?P<one>.)", re.DOTALL)
ANY = "."


def needed(regex: str) -> tuple[frozenset[str], ...]:
    """Sets of characters: a text that `regex` matches somewhere has at least one of each set. `regex` is made of
    characters, classes, groups, alternatives and what may be left out, as `patterns` compiles them."""
    return tuple(found for found in dict.fromkeys(_sequence(regex)) if ANY not in found)


def _sequence(regex: str) -> Iterator[frozenset[str]]:
    atoms = list(_atoms(regex))
    if any(text == "|" for text, _ in atoms):
        if re.fullmatch(regex, "") is None:
            yield _characters(regex)
        return
    for text, optional in atoms:
        if optional:
            continue
        if text.startswith("("):
            yield from _sequence(text[text.index(">") + 1 if text.startswith("(?P") else 3 : -1])
        else:
            yield _characters(text)


def _atoms(regex: str) -> Iterator[tuple[str, bool]]:
    """The parts at the top, each with whether it may be left out."""
    depth = start = 0
    for part in PART.finditer(regex):
        if part["open"]:
            start = start if depth else part.start()
            depth += 1
        elif part["sign"] == ")":
            depth -= 1
        if depth == 0 and part["sign"] != "?":
            begin = start if part["sign"] == ")" else part.start()
            yield regex[begin : part.end()], regex[part.end() : part.end() + 1] == "?"


def _characters(regex: str) -> frozenset[str]:
    found = (part["set"] or part["one"] or "" for part in PART.finditer(regex))
    return frozenset("".join(found))
