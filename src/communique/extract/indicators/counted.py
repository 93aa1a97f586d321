"""What a number counts: the noun phrase behind it."""

import re
from typing import NamedTuple

from communique.annotate.tree import Tree

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_MAX_WORDS = 7
_DETERMINERS = frozenset("the these those his her its their our your my all".split())


class Counted(NamedTuple):
    """The noun's token, the end of the phrase in the text, the unit it makes ("new season"), and its last word."""

    token: int
    end: int
    unit: str
    head: str


def counted_noun(tree: Tree, at: int, of: bool = False) -> Counted | None:
    """The noun that a number ending at character `at` counts, or None. With `of`, "of the" may stand between
    ("dozens of people", "one of the largest")."""
    first = tree.at(at)
    if first is None:
        return None
    last = tree.sentence_of(first).last
    if of and tree.tokens[first].text.lower() == "of":
        first += 1
        while first < last and tree.tokens[first].text.lower() in _DETERMINERS:
            first += 1
    run = _run(tree, first, min(last, first + _MAX_WORDS))
    nouns = [i for i in run if tree.tokens[i].pos in ("NOUN", "PROPN")]
    if not nouns:
        return None
    head = nouns[-1]
    if tree.tokens[head].tag == "NNP" and not of:  # an address, a name
        return None
    words = [tree.tokens[i].text for i in run if i == head or (i < head and tree.tokens[i].pos != "ADV")]
    words[-1] = _singular(tree, head)
    return Counted(head, tree.tokens[head].end, re.sub(r"\s?-\s?", "-", " ".join(words)), words[-1])


def _run(tree: Tree, first: int, last: int) -> list[int]:
    """The words of the noun phrase that begins at token `first`: adjectives, participles and nouns."""
    run: list[int] = []
    for i in range(first, last):
        token = tree.tokens[i]
        if token.text in ("-", "–") and run and i + 1 < last:
            if not tree.tokens[i + 1].text[:1].isalpha():
                break
            run.append(i)
        elif any(not (c.isalpha() or c in ".'’-&") for c in token.text):
            break
        elif token.text.lower() == "and" and run and _joins(tree, i, last):
            run.append(i)
        elif token.pos in _INSIDE or (token.tag in ("VBN", "VBG") and _modifies(tree, i, last)):
            if run and tree.tokens[run[-1]].pos in ("NOUN", "PROPN") and token.pos in ("ADV", "ADJ"):
                break
            if run and tree.tokens[run[-1]].tag in ("NNS", "NNPS") and token.pos in ("NOUN", "PROPN"):
                break
            run.append(i)
        else:
            break
    return run


def _modifies(tree: Tree, i: int, last: int) -> bool:
    return tree.tokens[i].dep == "amod" or (i + 1 < last and tree.tokens[i + 1].tag in ("NNS", "NNPS"))


def _joins(tree: Tree, i: int, last: int) -> bool:
    """Whether an "and" stands between two modifiers of one noun ("digital and physical sales")."""
    same = tree.tokens[i - 1].tag in ("JJ", "NNP", "NN") and i + 1 < last
    behind = [tree.tokens[j].tag for j in range(i + 1, min(last, i + 3))]
    return same and len(behind) == 2 and behind[0] in ("JJ", "NNP", "NN") and behind[1] in ("NNS", "NNPS")


def _singular(tree: Tree, i: int) -> str:
    token = tree.tokens[i]
    if token.tag == "NNS":
        return token.lemma if token.text.islower() else token.text.removesuffix("s")
    return token.text
