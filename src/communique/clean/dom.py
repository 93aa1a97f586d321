"""HTML as lines: each block of text with what its element, its ancestors and its container say of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resiliparse.parse.html import HTMLTree, NodeType

from communique.clean.lines import Line
from communique.clean.markup import BLOCKS, LANDMARKS, NAMED, SKIPPED, groups_of, is_hidden
from communique.clean.words import ends_sentence

MAX_DEPTH, MAX_NODES, NEAR = 400, 400_000, 3
_SPACE = re.compile(r"\s+")


@dataclass
class Box:
    """An element on the path to the current text. `named`: group -> how many levels up it was named so."""

    tag: str
    parent: "Box | None"
    depth: int
    inside: frozenset[str]
    named: dict[str, int]
    hidden: bool
    prose: int = 0
    deepest: int = 0


@dataclass
class _Block:
    """Text on its way to be a line: the pieces, and how many characters of them are links."""

    box: Box
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    gap: int = 0


def parse(source: str) -> HTMLTree | None:
    """The document as a tree, or None where there is no body."""
    tree = HTMLTree.parse(source.replace("\x00", "\ufffd"))
    return tree if tree.body is not None else None


@dataclass(frozen=True)
class Blocks:
    """The blocks of text of a document as lines, and how deep its elements nest (no deeper than `MAX_DEPTH`)."""

    lines: list[Line]
    deepest: int


def page_lines(tree: HTMLTree) -> Blocks:
    """The blocks of text of a document, in order; a line's `start` counts characters of their joined text."""
    root = Box("body", None, 0, frozenset(), {}, False)
    blocks = _blocks(tree.body, root)
    found = [(block, text) for block in blocks if (text := _SPACE.sub(" ", "".join(block.parts)).strip())]
    return Blocks(_lines(found), root.deepest)


def _lines(found: Sequence[tuple[_Block, str]]) -> list[Line]:
    for block, text in found:
        if ends_sentence(text) and len(text) > 40:
            _add_prose(block.box, len(text))
    total = sum(len(text) for _, text in found if ends_sentence(text) and len(text) > 40) or 1
    lines, at = [], 0
    for block, text in found:
        line = Line(text, at, at + len(text), min(block.box.depth, 60), 0, None, block.box.tag)
        lines.append(replace(line, marks=_marks(block, text, total)))
        at += len(text) + 1
    return lines


def _add_prose(box: Box | None, size: int) -> None:
    while box is not None:
        box.prose += size
        box = box.parent


def _marks(block: _Block, text: str, total: int) -> dict[str, float]:
    box = block.box
    marks = {f"in_{tag}": 1.0 for tag in box.inside}
    marks[f"tag_{box.tag}"] = 1.0
    marks.update({f"named_{group}": 2.0 if up <= NEAR else 1.0 for group, up in box.named.items()})
    marks["hidden"] = float(box.hidden)
    marks["linked"] = block.linked / max(1, sum(map(len, block.parts)))
    marks["level"] = float(box.depth)
    holder: Box | None = box
    for k in (1, 2, 3, 4):
        holder = holder.parent if holder is not None else None
        marks[f"box{k}"] = (holder.prose if holder is not None else total) / total
    above, holder = 0, box
    while holder is not None and holder.prose < 0.6 * total:
        above, holder = above + 1, holder.parent
    marks["to_main_box"] = float(min(12, above))
    return marks


def _blocks(body: Any, root: Box) -> Iterator[_Block]:
    block, nodes = _Block(root), 0
    for kind, value, box in _walk(body, root):
        nodes += 1
        if nodes > MAX_NODES:
            break
        if kind == "text":
            block.parts.append(value)
            if "a" in box.inside or box.tag == "a":
                block.linked += len(value)
            continue
        if block.parts:
            yield block
        block = _Block(box)
    if block.parts:
        yield block


def _walk(body: Any, root: Box) -> Iterator[tuple[str, str, Box]]:
    """Texts, and the edges of blocks, in document order: without recursion, whatever the nesting."""
    boxes, node, blocks = [root], body.first_child, [root]
    while node is not None:
        step_in = None
        if node.type == NodeType.TEXT:
            yield "text", node.value or "", boxes[-1]
        elif node.type == NodeType.ELEMENT and node.tag not in SKIPPED:
            box = _box(node, boxes[-1])
            root.deepest = max(root.deepest, box.depth)
            if box.tag in BLOCKS:
                yield "edge", "", blocks[-1] if box.tag == "br" else box
            step_in = node.first_child if box.depth < MAX_DEPTH else None
            if step_in is not None:
                boxes.append(box)
                if box.tag in BLOCKS:
                    blocks.append(box)
            elif box.tag in BLOCKS:
                yield "edge", "", blocks[-1]
        if step_in is not None:
            node = step_in
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or len(boxes) == 1:
                return
            closed = boxes.pop()
            if closed.tag in BLOCKS:
                blocks.pop()
                yield "edge", "", blocks[-1]
        node = node.next if node is not None else None


def _box(node: Any, parent: Box) -> Box:
    tag = node.tag
    names = f"{node.class_name} {node.id}".strip()
    named = {group: up + 1 for group, up in parent.named.items()}
    if names:
        named.update(dict.fromkeys(groups_of(names[:300]), 1))
    inside = parent.inside | {tag} if tag in LANDMARKS and tag not in parent.inside else parent.inside
    hidden = parent.hidden or is_hidden(node.getattr("style"), node.hasattr("hidden"), node.getattr("aria-hidden"))
    return Box(tag, parent, parent.depth + 1, inside, named, hidden)


MARK_NAMES = tuple(f"named_{group}" for group in NAMED)
