"""What the elements around the blocks of a page say of each, as columns."""

from collections.abc import Sequence

import numpy as np

from communique.clean.boxes import Box
from communique.clean.table import Column, Columns, column
from communique.clean.walk import Block
from communique.clean.weights import GROUPS
from communique.clean.words import ends_sentence

FARTHEST, NEAR, REACH = 12, 3, 4
_TELLING = 40  # characters from which a sentence counts as prose
_MAIN = 0.6  # the share of the page's prose that the main element holds at least


def signs(blocks: Sequence[Block]) -> Columns:
    """Whether each block is hidden, how much of it is links, in which elements it stands and what templates call them,
    where the page's prose is, and which blocks belong together."""
    boxes = [block.box for block in blocks]
    found = {
        "hidden": column(box.hidden for box in boxes),
        "linked": column(block.linked for block in blocks),
        "level": column(box.depth for box in boxes),
    }
    return found | _prose_around(boxes, _add_prose(blocks)) | _places(boxes) | _names(boxes) | _groups(boxes)


def _add_prose(blocks: Sequence[Block]) -> int:
    """Tells each box how much running text it holds; returns how much there is, at least 1."""
    total = 0
    for block in blocks:
        size = len(block.text)
        if size > _TELLING and ends_sentence(block.text):
            total += size
            box: Box | None = block.box
            while box is not None:
                box.prose += size
                box = box.parent
    return total or 1


def _prose_around(boxes: Sequence[Box], total: int) -> Columns:
    """The share of the page's prose in the elements around each, from the nearest, and how far up the main one is."""
    known: dict[int, tuple[float, ...]] = {}
    rows = []
    for box in boxes:
        around = known.get(id(box.parent))
        if around is None:
            around = known[id(box.parent)] = _holding(box.parent, total)
        rows.append(around if box.prose < _MAIN * total else (*around[:REACH], 0.0))
    names = (*(f"box{k}" for k in range(1, REACH + 1)), "to_main_box")
    return dict(zip(names, np.array(rows).T, strict=True))


def _holding(first: Box | None, total: int) -> tuple[float, ...]:
    """Of what stands right in `first`: the shares of the prose in `first` and what is around it, and the distance to
    the main one. Around the page is all there is."""
    shares, above, holder = [], 1, first
    while holder is not None and holder.prose < _MAIN * total and above < FARTHEST:
        above, holder = above + 1, holder.parent
    holder = first
    for _ in range(REACH):
        shares.append((holder.prose if holder is not None else total) / total)
        holder = holder.parent if holder is not None else None
    return (*shares, float(above))


def _places(boxes: Sequence[Box]) -> Columns:
    """The landmarks that each stands in, and its own tag."""
    inside: dict[frozenset[str], list[int]] = {}
    tags: dict[str, list[int]] = {}
    for i, box in enumerate(boxes):
        inside.setdefault(box.inside, []).append(i)
        tags.setdefault(box.tag, []).append(i)
    found: Columns = {}
    for landmarks, places in inside.items():
        for tag in sorted(landmarks):
            found.setdefault(f"in_{tag}", np.zeros(len(boxes)))[places] = 1.0
    for tag, places in tags.items():
        found.setdefault(f"tag_{tag}", np.zeros(len(boxes)))[places] = 1.0
    return found


def _names(boxes: Sequence[Box]) -> Columns:
    """What templates call the elements around each: 2 where the name stands near, 1 farther up."""
    found: dict[str, Column] = {}
    for i, box in enumerate(boxes):
        for group, depth in box.named.items():
            if group not in found:
                found[group] = np.zeros(len(boxes))
            found[group][i] = 2.0 if box.depth - depth < NEAR else 1.0
    return {f"named_{group}": values for group, values in found.items()}


def _groups(boxes: Sequence[Box]) -> Columns:
    """Which belong together, as numbers: those of one kind (their own and their parent's tag and names), in one
    element, in one element above that."""
    kinds: dict[tuple[str, ...], int] = {}
    holders: dict[int, int] = {}
    rows = []
    for box in boxes:
        parent = box.parent or box
        above = parent.parent or parent
        kind = (box.tag, box.names, parent.tag, parent.names)
        rows.append(
            (
                kinds.setdefault(kind, len(kinds)),
                holders.setdefault(id(parent), len(holders)),
                holders.setdefault(id(above), len(holders)),
            )
        )
    return {f"group_{name}": values for name, values in zip(GROUPS, np.array(rows, np.float64).T, strict=True)}
