"""Whether a name is introduced as somebody's family: "his wife, Eva Berg," "first lady Eva Berg"."""

from communique.annotate.tree import Tree

KIN = frozenset(
    "wife husband spouse widow widower son daughter child stepson stepdaughter brother sister father mother grandson "
    "granddaughter grandfather grandmother nephew niece cousin uncle aunt".split()
)
# Words between the kinship and the name, or the other way round.
REACH = 3


def is_kin(tree: Tree, first: int, last: int) -> bool:
    """Whether the words beside the name at tokens `first` to `last` (exclusive) call its bearer a relative."""
    before = [token.text.lower() for token in tree.tokens[max(0, first - REACH) : first]]
    after = [token.text.lower() for token in tree.tokens[last : last + REACH]]
    led = bool(KIN & set(before)) and not {".", ";"} & set(before)
    return led or before[-2:] == ["first", "lady"] or (after[:1] == [","] and bool(KIN & set(after)))
