"""What a quantity measures: the noun phrase, or for a duration the doing, that it belongs to."""

import re
from collections.abc import Collection
from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.extract.indicators.bounds import DOWN, UP
from communique.extract.indicators.quantities import Quantity

# "A period of", "a total of": what is measured stands further up, or inside.
_LIGHT = frozenset("period term total rate level value amount average figure sum minimum maximum space course".split())
_CHANGES = frozenset(
    "increase decrease growth rise fall drop decline gain jump surge reduction cut loss rebound discount premium "
    "stake share".split()
)
# Whose "of" says what is measured.
_OF = _LIGHT | {"volume", "number", "price", "cost"}
_LEFT = ("compound", "amod", "nmod", "poss")
_STEPS = 6


class Measure(NamedTuple):
    """`words` name what is measured, `head` is its token, `verb` the verb that states the quantity."""

    words: str
    head: int | None
    verb: int | None


NOTHING = Measure("", None, None)


def measure(tree: Tree, quantity: Quantity) -> Measure:
    """What `quantity` measures, as far as the grammar shows it: nothing beyond its own paragraph."""
    found = _of_grammar(tree, quantity)
    return NOTHING if found.head is not None and crosses(tree, quantity, found.head) else found


def crosses(tree: Tree, quantity: Quantity, token: int) -> bool:
    """Whether a paragraph ends between the quantity and a token: the parser may take both for one sentence."""
    start, end = tree.tokens[token].start, tree.tokens[token].end
    return "\n\n" in tree.text[min(start, quantity.start) : max(end, quantity.end)]


def _of_grammar(tree: Tree, quantity: Quantity) -> Measure:
    inside = tree.within(quantity.start, quantity.end)
    if not inside:
        return NOTHING
    top = _top(tree, inside)
    if quantity.noun is not None and not (quantity.known and quantity.known.kind == "time"):
        first = tree.at(quantity.number_end)
        return Measure(_between(tree, first, quantity.noun), quantity.noun, _verb_above(tree, quantity.noun))
    if share := _share_of(tree, inside):
        return _noun(tree, share)._replace(verb=_verb_above(tree, top))
    lasting = quantity.known is not None and quantity.known.kind == "time"
    return _climb(tree, top, lasting)


def _top(tree: Tree, inside: list[int]) -> int:
    """The token of the quantity that the others hang on."""
    within = set(inside)
    return next((i for i in inside if tree.tokens[i].head not in within or tree.tokens[i].head == i), inside[-1])


def _share_of(tree: Tree, inside: list[int]) -> int | None:
    """The noun of "60 percent of exports", where the "of" stands right behind the quantity."""
    i = inside[-1] + 1
    if i >= len(tree.tokens) or tree.tokens[i].text.lower() != "of":
        return None
    return tree.child(i, "pobj")


def _climb(tree: Tree, at: int, lasting: bool) -> Measure:
    """Up from the quantity: through "of" to a noun, through a verb to its subject. What is done to an object for
    some time is measured (`lasting`), not the object."""
    for _ in range(_STEPS):
        token, head = tree.tokens[at], tree.tokens[at].head
        if head == at:
            return NOTHING
        above = tree.tokens[head]
        if above.pos in ("VERB", "AUX"):
            return _of_verb(tree, head, at)
        if above.pos in ("NOUN", "PROPN") and token.dep not in ("appos", "conj") and above.lemma not in _LIGHT:
            verb = _verb_above(tree, head)
            if lasting and above.dep == "dobj" and verb is not None and token.text.lower() in ("for", "over"):
                return Measure(f"{tree.tokens[verb].text} {phrase(tree, head)}", verb, verb)
            if whole := _whole(tree, head):
                return Measure(f"{phrase(tree, whole)} of {phrase(tree, head)}", whole, _verb_above(tree, whole))
            return _noun(tree, head)
        at = head
    return NOTHING


def _noun(tree: Tree, noun: int) -> Measure:
    """The noun's phrase; "an increase in trade" is about trade."""
    if tree.tokens[noun].lemma in _CHANGES:
        for prep in tree.children(noun, "prep"):
            inner = tree.child(prep, "pobj")
            if inner is not None and tree.tokens[prep].text.lower() == "in" and tree.tokens[inner].pos == "NOUN":
                noun = inner
                break
    return Measure(phrase(tree, noun), noun, _verb_above(tree, noun))


def _whole(tree: Tree, noun: int) -> int | None:
    """The noun that this one is "of": what is worth so much is the memorandum of understanding."""
    prep = tree.tokens[noun].head
    above = tree.tokens[prep].head
    joined = tree.tokens[noun].dep == "pobj" and tree.tokens[prep].text.lower() == "of"
    named = tree.tokens[above].pos == "NOUN" and tree.tokens[above].lemma not in _OF
    return above if joined and named else None


def _of_verb(tree: Tree, verb: int, at: int) -> Measure:
    lemma = tree.tokens[verb].lemma
    subject = tree.child(verb, "nsubj", "nsubjpass")
    thing = tree.child(verb, "dobj")
    if tree.tokens[at].text.lower() in ("for", "over", "in", "within", "during") and lemma not in UP | DOWN:
        # A doing is told by what it is done to; a bare verb, or another quantity, names nothing.
        counted = thing is None or thing == at or tree.child(thing, "nummod", "quantmod") is not None
        words = "" if thing is None or counted else f"{tree.tokens[verb].text} {phrase(tree, thing)}"
        return Measure(words, verb, verb)
    if tree.tokens[at].text.lower() == "by" and thing is not None:
        return Measure(phrase(tree, thing), thing, verb)
    if subject is None or tree.tokens[subject].pos == "PRON":
        return Measure("", None, verb)
    if tree.tokens[subject].pos == "PROPN" and tree.tokens[at].dep == "dobj":
        # A name tells whose it is, not what.
        return Measure("", verb, verb)
    return Measure(phrase(tree, subject), subject, verb)


def _verb_above(tree: Tree, i: int) -> int | None:
    above = tree.tokens[i].head
    return above if above != i and tree.tokens[above].pos == "VERB" else None


def phrase(tree: Tree, noun: int) -> str:
    """The noun with its modifiers to the left, without articles, and what a light noun is of."""
    left = [i for i in tree.children(noun, *_LEFT) if i < noun and tree.tokens[i].tag not in ("PRP$", "DT")]
    # "A draft of a 20-year treaty": the years are the quantity, and what stands before them is cut off with them.
    counted = [i for i in left if _is_counted(tree, i)]
    left = [i for i in left if i > max(counted, default=-1)]
    words = _between(tree, min(left, default=noun), noun)
    if tree.tokens[noun].lemma in _OF:
        prep = next((p for p in tree.children(noun, "prep") if tree.tokens[p].text.lower() == "of"), None)
        inner = tree.child(prep, "pobj") if prep is not None else None
        if inner is not None and tree.tokens[inner].lemma not in _LIGHT:
            return f"{words} of {phrase(tree, inner)}"
    return words


def _is_counted(tree: Tree, i: int) -> bool:
    """Whether a token is the unit of a number before it, joined by a hyphen."""
    return i > 1 and tree.tokens[i - 1].text in ("-", "\u2011", "–") and tree.tokens[i - 2].pos == "NUM"


def without_names(words: str, names: Collection[str]) -> str:
    """The words of a measure without the names of actors that stand first: those tell whose it is. Nothing is left
    of a measure that is only a name."""
    while first := max((n for n in names if _opens(words, n)), key=len, default=""):
        words = re.sub(r"^(?:['’]s?)?\s*(?:and\b|,)?\s*", "", words[len(first) :])
    return words


def _opens(words: str, name: str) -> bool:
    return bool(name) and words.startswith(name) and not words[len(name) : len(name) + 1].isalnum()


def _between(tree: Tree, first: int | None, last: int) -> str:
    if first is None or first > last:
        first = last
    while first < last and tree.tokens[first].text.lower() in (
        "of",
        "the",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
    ):
        first += 1
    return " ".join(tree.text[tree.tokens[first].start : tree.tokens[last].end].split())
