"""The "that" of "he said that Thursday's talks were over" belongs to what was said, and not to the day."""

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.text.times import Found

WORD = "that"


def without_conjunction(tree: Tree, base: int, found: Found) -> Found:
    """`found`, whose offsets count from `base`, without a "that" which the parser takes for a conjunction."""
    named = found.expression
    if not named.anaphoric or named.offset != 0 or named.unit is not None or found.ends:
        return found
    at = tree.at(base + found.start)
    if at is None or tree.tokens[at].text.lower() != WORD or tree.tokens[at].tag != "IN" or at + 1 >= len(tree.tokens):
        return found
    if tree.tokens[max(0, at - 1)].pos not in ("VERB", "AUX") and tree.text[
        base + found.end : base + found.end + 2
    ] not in ("'s", "’s"):
        # "Lost to his rival that May": the parser may be wrong.
        return found
    start = tree.tokens[at + 1].start - base
    return found._replace(start=start, expression=replace(named, anaphoric=False, offset=None))
