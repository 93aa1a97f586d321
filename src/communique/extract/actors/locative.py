"""Whether a place's name says where, or stands for those who act from there."""

from communique.annotate.tree import Tree

# A capital after one of these is a place; elsewhere it speaks or acts for its state.
LOCATIVE = frozenset(
    "in at to from near outside around into via through inside across within toward towards for off above".split()
)
LOCATIVE_VERBS = frozenset("leave visit reach enter depart tour quit".split())
GATHERINGS = frozenset(
    "meeting talk summit visit ceremony reception dinner lunch banquet signing negotiation encounter".split()
)


def is_seat(tree: Tree, i: int) -> bool:
    """ "their first Kremlin meeting": the building at token `i` is where people come together."""
    token = tree.tokens[i]
    return token.dep in {"compound", "nmod"} and token.head > i and tree.tokens[token.head].lemma.lower() in GATHERINGS


def is_locative(tree: Tree, i: int) -> bool:
    """Whether the place name at token `i` says where, rather than who."""
    token, head = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    first = i
    while first > 0 and tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].head == i:
        first -= 1
    before = tree.tokens[first - 1].text.lower() if first > 0 else ""
    if before in LOCATIVE or (before == "the" and first > 1 and tree.tokens[first - 2].text.lower() in LOCATIVE):
        return not (before == "for" and head.text.lower() == "for" and token.dep == "nsubj")
    if token.dep == "pobj" and head.text.lower() in LOCATIVE:
        return True
    if token.dep in {"conj", "appos"} and head.head != token.head and head.pos == "PROPN":
        return token.head < i and is_locative(tree, token.head)
    if token.dep == "conj" and head.dep == "pobj":
        return is_locative(tree, token.head)
    return token.dep == "dobj" and head.lemma in LOCATIVE_VERBS
