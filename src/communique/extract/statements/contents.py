"""From the tokens that carry what is reported to stretches of the text with clean edges."""

from collections.abc import Iterable, Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.model import Piece
from communique.text.quotes import Quotation

EDGE = " \t\r\n,;:–—-"
JOINTS = frozenset({"and", "but", "or", "also", "while", "then"})


def pieces(tree: Tree, tokens: Iterable[int], without: Iterable[int]) -> tuple[Piece, ...]:
    """The stretches of `tokens`, broken only where a token of `without` stands between; edges trimmed."""
    left_out = set(without)
    kept = sorted(set(tokens) - left_out)
    runs: list[list[int]] = []
    for token in kept:
        if runs and not any(gap in left_out for gap in range(runs[-1][-1] + 1, min(token, runs[-1][-1] + 40))):
            runs[-1].append(token)
        else:
            runs.append([token])
    found = [trimmed(tree, run) for run in runs]
    return tuple(piece for piece in found if piece is not None)


def trimmed(tree: Tree, run: Sequence[int]) -> Piece | None:
    """First to last character of the run, without joints and marks at the edges; none where nothing is left."""
    first, last = 0, len(run) - 1
    while first <= last and _is_edge(tree, run[first], opening=True):
        first += 1
    while last >= first and _is_edge(tree, run[last], opening=False):
        last -= 1
    if first > last:
        return None
    return tree.tokens[run[first]].start, tree.tokens[run[last]].end


def _is_edge(tree: Tree, token: int, *, opening: bool) -> bool:
    text = tree.tokens[token].text
    if text.strip(EDGE) == "" or text == "." or (text in ("!", "?") and opening):
        return True
    return not opening and text.lower() in JOINTS and tree.tokens[token].dep == "cc"


def spread(found: Sequence[Piece], quotations: Sequence[Quotation]) -> tuple[Piece, ...]:
    """`found` grown over every quotation that it enters without holding it: quoted speech is reported whole."""
    grown = list(found)
    for quotation in quotations:
        for n, (start, end) in enumerate(grown):
            if start < quotation.stop and quotation.inner < end:
                grown[n] = (min(start, quotation.start), max(end, quotation.end))
    return joined(grown)


def joined(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Overlapping and touching stretches as one, in order."""
    merged: list[Piece] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
