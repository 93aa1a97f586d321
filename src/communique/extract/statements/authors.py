"""Whose words a paper or a spokesman gives, by the phrase's own arguments."""

from communique.annotate.tree import Tree
from communique.extract.statements.cast import BODIES, Cast, Seen
from communique.extract.statements.described import lemma
from communique.knowledge.people import People

AUTHOR = frozenset({"of", "from", "by"})
# Where the authors belong: "researchers at the university".
PLACE = frozenset({"of", "from", "at", "with", "in"})
# Who got or passed on a paper has not written it.
GOT = frozenset({
    "obtain", "see", "review", "view", "read", "acquire", "receive", "examine", "cite", "quote", "get", "analyze",
    "analyse", "inspect", "verify", "describe", "discuss", "mention", "leak",
    "provide", "disclose", "unseal", "find", "seize", "use", "consult", "hold", "keep",
})  # fmt: skip
OWN = ("poss", "compound", "nmod", "amod")
MAX_DEEP = 3
MAX_LIST = 40


def authors(tree: Tree, head: int, cast: Cast, *, for_whom: bool = False) -> tuple[str, ...]:
    """The actors that the phrase of `head` is of, from or by (of a spokesman also `for_whom` he speaks), or else
    those that own it ("the ministry's website"), in text order."""
    prepositions = AUTHOR | {"for"} if for_whom else AUTHOR
    nouns = _arguments(tree, head, prepositions)
    found = [actor for noun in nouns for actor in _named(tree, noun, cast, MAX_DEEP)]
    if found and cast.kind(found[0]) == "person":
        found += _listed(tree, nouns[0], cast)
    own = [_speaking(cast.at(tree.tokens[c].start), cast) for c in tree.children(head, *OWN) if c < head]
    return tuple(dict.fromkeys(found or [actor for actor in own if actor is not None]))


def author_noun(tree: Tree, head: int, people: People) -> int | None:
    """The noun for people or a body that the paper is from or by, where no name says who: "a statement from the
    family"."""
    nouns = _arguments(tree, head, frozenset({"from", "by"}))
    return next((noun for noun in nouns if people.speaks(lemma(tree, noun))), None)


def _arguments(tree: Tree, head: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns behind the prepositions, and the agent of a participle: "a memo WRITTEN BY the ministry"."""
    acts = [verb for verb in tree.children(head, "acl") if tree.tokens[verb].lemma not in GOT]
    written = [by for verb in acts for by in tree.children(verb, "agent")]
    own = [p for p in tree.children(head, "prep", "agent") if tree.tokens[p].text.lower() in prepositions]
    if not own and head + 1 < len(tree.tokens) and tree.tokens[head + 1].text.lower() in prepositions:
        # "read a statement FROM the ministry", where the parser gave the phrase to the verb.
        own = [head + 1]
    nouns = [noun for p in (*own, *written) for noun in tree.children(p, "pobj")]
    return sorted({joint for noun in nouns for joint in _joint(tree, noun)})


def _listed(tree: Tree, noun: int, cast: Cast) -> list[str]:
    """The persons of a list that begins with the one named at `noun`: "from Ana Ruiz, R-Va., and Carl Dahl"."""
    found: list[str] = []
    joined = False
    for i in range(noun + 1, min(noun + MAX_LIST, tree.sentence_of(noun).last)):
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ") and token.text.lower() not in ("of", "for"):
            break
        joined = joined or token.text.lower() in ("and", "&")
        seen = cast.at(token.start)
        if seen is not None and cast.kind(seen.actor) == "person":
            found.append(seen.actor)
    return found if joined else []


def _joint(tree: Tree, noun: int) -> list[int]:
    found = [noun]
    while (following := tree.child(found[-1], "conj")) is not None:
        found.append(following)
    return found


def _named(tree: Tree, noun: int, cast: Cast, deep: int) -> list[str]:
    """The actor that the noun names, or those that it belongs to."""
    own = _speaking(cast.at(tree.tokens[noun].start), cast)
    if own is not None or deep == 0:
        return [] if own is None else [own]
    owners = tree.children(noun, "poss", "compound", "nmod")
    named = [actor for c in owners if (actor := _speaking(cast.at(tree.tokens[c].start), cast)) is not None]
    below = [actor for c in _arguments(tree, noun, PLACE) for actor in _named(tree, c, cast, deep - 1)]
    return named if named else below


def _speaking(seen: Seen | None, cast: Cast) -> str | None:
    return seen.actor if seen is not None and cast.kind(seen.actor) in BODIES | {"person"} else None
