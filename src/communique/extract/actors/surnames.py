"""Persons by surname alone: the parser misses many of them, but a text that names "Anna Berg" once, or says "Mr. Berg",
means her by every other "Berg"."""

from collections.abc import Collection, Iterable, Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.phrases import Name
from communique.knowledge import Knowledge

COURTESY = frozenset("mr mrs ms miss dr sir lady lord prof rev".split())
LONGEST_TITLE = 4
# Marks within names: "O'Neill".
MARKS = str.maketrans("", "", "'’-")
# "Justice Department", "General Bureau": a body, whatever stands before it.
BODY_HEADS = frozenset(
    "department bureau committee office ministry agency council commission court board institute university bank "
    "administration organization organisation association party assembly authority foundation group corporation "
    "company force forces army navy".split()
)

# What companies' full names have and their short ones leave out.
FIRMS = frozenset("inc corp corporation ltd limited llc plc co company group holdings international industries".split())


def by_surname(
    tree: Tree, knowledge: Knowledge, full: Iterable[tuple[int, int]], nobodies: Collection[str] = ()
) -> Iterator[Name]:
    """Every token that is the surname of a person of the article. `full`: the tokens of full names; `nobodies`:
    names of places and things that the parser took for persons'."""
    stretches = list(full)
    inside = {i for first, last in stretches for i in range(first, last)}
    known = {tree.tokens[last - 1].text for _, last in stretches}
    known |= {tree.tokens[e.first].text for e in tree.entities if e.label == "PERSON" and e.last - e.first == 1}
    known -= set(nobodies)
    titled = {i for i, t in enumerate(tree.tokens) if t.text not in nobodies and _titled(tree, knowledge, i)}
    known |= {tree.tokens[i].text for i in titled}
    for i, token in enumerate(tree.tokens):
        if i in inside or token.text not in known or not _is_name(token.text) or not _alone(tree, i):
            continue
        if i in titled or not _is_other(knowledge, token.text):
            yield Name(i, i + 1, "person", token.text)


def _is_name(text: str) -> bool:
    letters = text.translate(MARKS)
    return len(text) > 1 and text[0].isupper() and letters.isalpha() and not (text.isupper() and len(text) > 2)


def _alone(tree: Tree, i: int) -> bool:
    """Not a part of a longer name: "the Trump Organization", "Berg Street"."""
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    return after is None or after.pos != "PROPN" or not after.text[:1].isupper() or tree.tokens[i].head != i + 1


def _is_other(knowledge: Knowledge, text: str) -> bool:
    """Whether the word names a state or a people rather than a person."""
    return bool(
        knowledge.states.by_name(text)
        or knowledge.states.by_demonym(text)
        or knowledge.states.by_capital(text)
        or knowledge.organizations.by_name(text)
    )


def _titled(tree: Tree, knowledge: Knowledge, i: int) -> bool:
    """Whether a courtesy or a capitalised office stands right before token `i`."""
    token = tree.tokens[i]
    if token.pos not in {"PROPN", "NOUN"} or not _is_name(token.text) or i == 0:
        return False
    if (
        not tree.tokens[i - 1].text[:1].isupper()
        or token.text.lower() in BODY_HEADS
        or knowledge.things.is_common(token.text)
        or knowledge.titles.normal(token.text)
    ):
        return False
    return ends_title(tree, knowledge, i - 1)


def ends_title(tree: Tree, knowledge: Knowledge, i: int) -> bool:
    """Whether token `i` is a courtesy ("Mr.") or the last word of an office."""
    if tree.tokens[i].text.lower().rstrip(".") in COURTESY:
        return True
    start = tree.sentence_of(i).first
    return any(
        knowledge.titles.normal(tree.span(first, i).exact) is not None
        for first in range(max(start, i - LONGEST_TITLE + 1), i + 1)
    )
