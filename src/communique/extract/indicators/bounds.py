"""What stands round a quantity: bounds ("over", "about", "up to") and changes ("rose", "down")."""

import re

from communique.annotate.tree import Tree
from communique.records.indicators import Bound, Change

_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        "at_most",
        r"(?:up to|as (?:much|many|high|long|far|little) as|no (?:more|greater|longer|higher|later) than|within"
        r"|at (?:the )?most|less than|fewer than|lower than|under(?: the age of)?|below|a? ?maximum of"
        r"|just short of|reach|not exceeding)",
    ),
    (
        "at_least",
        r"(?:more than|over|above|at least|at the very least|no (?:less|fewer) than|not less than|upwards? of"
        r"|exceed(?:s|ed|ing)?|greater than|higher than|longer than|in excess of|a? ?minimum of|better than"
        r"|surpass(?:es|ed|ing)?|top(?:s|ped|ping))",
    ),
    (
        "about",
        r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|close to|an? estimated|estimated"
        r"|circa|ca\.|in the region of|just shy of|somewhere near|near)",
    ),
)
_FILLER = r"(?:\s(?:the|a|an|only|just|another|another some|well|far|slightly|a total of))?"
_LEADS = tuple((bound, re.compile(rf"(?<![\w-]){cue}{_FILLER}\s?$", re.IGNORECASE)) for bound, cue in _BEFORE)
_SIGNS: tuple[tuple[str, Bound], ...] = (
    ("~", "about"),
    ("≈", "about"),
    (">", "at_least"),
    ("≥", "at_least"),
    ("<", "at_most"),
    ("≤", "at_most"),
)
_BEHIND: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"\+|,?\s(?:or (?:more|over|higher)|at least|and (?:up|over|counting)|plus)\b", re.I)),
    ("at_most", re.compile(r",?\s(?:or (?:less|fewer|under|below)|at (?:the )?most)\b", re.IGNORECASE)),
    ("about", re.compile(r",?\s(?:or so|more or less|approximately)\b|-odd\b", re.IGNORECASE)),
)  # fmt: skip
_REACH = 32

UP = frozenset(
    "rise increase grow gain climb jump surge soar advance rally expand leap accelerate strengthen swell edge "
    "inch tick spike rocket double raise boost lift appreciate widen improve".split()
)
DOWN = frozenset(
    "fall decrease drop decline lose slide slip plunge plummet tumble shrink sink dip shed contract reduce cut lower "
    "weaken narrow slump crash retreat depreciate slash ease recede dwindle trim".split()
)
_MOTION = frozenset("go come move push drive head send bring edge inch".split())
_BY_ONLY = frozenset(
    "cut lower reduce raise boost lift expand contract edge inch ease improve trim slash double widen narrow".split()
)
_ADVERBS: dict[str, Change] = {
    **dict.fromkeys(("up", "higher", "upward", "upwards"), "up"),
    **dict.fromkeys(("down", "lower", "downward", "downwards"), "down"),
}
_LIGHT = frozenset(
    "by about around roughly approximately nearly almost some another a an further additional as much slightly sharply "
    "only just more than over at least average estimated well about an close up down even".split()
)


def bound(text: str, start: int, end: int) -> Bound:
    """The bound of the quantity at `start` to `end`, from the words just before and behind it."""
    lead = text[max(0, start - _REACH) : start]
    for sign, value in _SIGNS:
        if lead.rstrip().endswith(sign):
            return value
    behind = text[end : end + _REACH]
    for value, pattern in _BEHIND:
        if pattern.match(behind):
            return value
    for value, pattern in _LEADS:
        if pattern.search(lead):
            return value
    return "exact"


def change(tree: Tree, start: int, first: int) -> Change:
    """The change that the quantity at character `start` states: a verb or adverb of change leads to it, with
    nothing but light words between ("rose by almost", "down"). `first` is the sentence's first token."""
    if tree.text[max(0, start - 1) : start] == "+":
        return "up"
    i = tree.at(start)
    if i is None:
        return "none"
    by = False
    for j in range(i - 1, max(first, i - 8) - 1, -1):
        token = tree.tokens[j]
        word = token.text.lower()
        if word in _ADVERBS and not _is_particle(tree, j) and not (i - j == 1 and _is_up_to(tree, j)):
            return _ADVERBS[word]
        if word == "by":
            by = True
            if found := _governor(tree, j):
                return found
        elif word not in _LIGHT and token.pos != "ADV":
            return _of_verb(token.lemma, token.pos, by)
    return "none"


def _is_particle(tree: Tree, j: int) -> bool:
    """The "up" of "gave up", not that of "went up"."""
    return tree.tokens[j].dep == "prt" and tree.tokens[tree.tokens[j].head].lemma not in UP | DOWN | _MOTION


def _is_up_to(tree: Tree, j: int) -> bool:
    return tree.tokens[j].text.lower() == "up" and j + 1 < len(tree.tokens) and tree.tokens[j + 1].text.lower() == "to"


def _governor(tree: Tree, by: int) -> Change | None:
    """The change verb that a "by" depends on, at a distance: "cut emissions by"."""
    head = tree.tokens[tree.tokens[by].head]
    found = _of_verb(head.lemma, head.pos, True)
    return found if found != "none" else None


def _of_verb(lemma: str, pos: str, by: bool) -> Change:
    if pos != "VERB" or (lemma in _BY_ONLY and not by):
        return "none"
    return "up" if lemma in UP else "down" if lemma in DOWN else "none"
