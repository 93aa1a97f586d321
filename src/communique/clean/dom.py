"""HTML as lines: each block of text with what its element, its ancestors and its container say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from communique.clean.lines import Line
from communique.clean.markup import BLOCKS, LANDMARKS, SKIPPED, groups_of, is_hidden
from communique.clean.weights import GROUPS
from communique.clean.words import ends_sentence

MAX_DEPTH, MAX_NODES, NEAR = 400, 400_000, 3
# The marks that every line has a value for.
_EVERY = ("hidden", "linked", "level", "box1", "box2", "box3", "box4", "to_main_box")
FARTHEST = 12
_TELLING = 40  # characters from which a sentence counts as prose
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# All tags but those of paragraphs and of the head.
_CONTAINERS = re.compile(r"</?(?!(?:p|h[1-6]|script|style|title|meta|head|body|html|link|time)\b)[a-z][^<>]*>", re.I)
_SHOWING = frozenset(("style", "hidden", "aria-hidden"))
type Element = Any  # of lxml, which comes without types
# Name of a mark -> its value for each line.
Marks = dict[str, list[float]]


@dataclass(slots=True)
class Box:
    """An element on the path to the current text. `named`: group -> the depth at which it was last named so."""

    tag: str
    parent: "Box | None"
    depth: int
    inside: frozenset[str]
    named: dict[str, int]
    hidden: bool
    names: str = ""
    prose: int = 0


@dataclass(slots=True)
class _Block:
    """Text on its way to be a line: the pieces, and how many characters of them are links."""

    box: Box
    parts: list[str] = field(default_factory=list)
    linked: int = 0


@dataclass(frozen=True)
class Tree:
    """A document's root element. `flat`: it nested too deep for the parser, and only its paragraphs were taken."""

    root: Element
    flat: bool = False


def parse(source: str) -> Tree | None:
    """The document, or None where there is nothing in it."""
    root, lost = _parsed(source)
    if lost:
        root = _parsed(_CONTAINERS.sub(" ", source))[0]
    return Tree(root, lost) if root is not None else None


def _parsed(source: str) -> tuple[Element | None, bool]:
    """The root, and whether what nests too deep for the parser was lost."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    declared = _DECLARATION.match(source)
    text = source[declared.end() :] if declared else source
    data = text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:  # blank
        return None, False
    except etree.XMLSyntaxError:
        return None, True
    last = parser.error_log.last_error
    return root, last is not None and last.type_name == "ERR_RESOURCE_LIMIT"


@dataclass(frozen=True)
class Blocks:
    """The blocks of text of a document as lines with their marks, and how deep its elements nest."""

    lines: list[Line]
    marks: Marks
    deepest: int


def page_lines(tree: Tree) -> Blocks:
    """The blocks of text of a document, in order; a line's `start` counts characters of their joined text."""
    root = tree.root
    body = root.find("body") if root.tag == "html" else root
    if body is None:
        return Blocks([], {}, 0)
    top = Box("body", None, 0, frozenset(), {}, False)
    walk = _Walk(top)
    found = [(block, text) for block in walk.blocks(body) if (text := " ".join("".join(block.parts).split()))]
    lines, at = [], 0
    for block, text in found:
        lines.append(Line(text, at, at + len(text), min(block.box.depth, 60), 0, None, block.box.tag))
        at += len(text) + 1
    return Blocks(lines, _marks(found), MAX_DEPTH if tree.flat else walk.deepest)


def _marks(found: Sequence[tuple[_Block, str]]) -> Marks:
    total = 0
    for block, text in found:
        if len(text) > _TELLING and ends_sentence(text):
            total += len(text)
            _add_prose(block.box, len(text))
    total = total or 1
    marks: Marks = {name: [] for name in _EVERY}
    every = [marks[name].append for name in _EVERY]
    for i, (block, _) in enumerate(found):
        for add, value in zip(every, _values(block, total), strict=True):
            add(value)
        for name, value in _signs(block.box):
            if name not in marks:
                marks[name] = [0.0] * len(found)
            marks[name][i] = value
    return marks | _groups([block.box for block, _ in found])


def _groups(boxes: Sequence[Box]) -> Marks:
    """Which lines belong together, as numbers: those of one kind (their own and their parent's tag and names), in one
    element, in one element above that."""
    kinds: dict[tuple[str, ...], int] = {}
    holders: dict[int, int] = {}
    found: Marks = {f"group_{name}": [] for name in GROUPS}
    for box in boxes:
        parent = box.parent or box
        above = parent.parent or parent
        kind = (box.tag, box.names, parent.tag, parent.names)
        found["group_kind"].append(kinds.setdefault(kind, len(kinds)))
        found["group_parent"].append(holders.setdefault(id(parent), len(holders)))
        found["group_above"].append(holders.setdefault(id(above), len(holders)))
    return found


def _add_prose(box: Box | None, size: int) -> None:
    while box is not None:
        box.prose += size
        box = box.parent


def _signs(box: Box) -> list[tuple[str, float]]:
    """What is true of few lines: the tags they stand in, and what templates call the elements around them."""
    signs = [(f"in_{tag}", 1.0) for tag in box.inside]
    signs.append((f"tag_{box.tag}", 1.0))
    signs += [(f"named_{group}", 2.0 if box.depth - depth < NEAR else 1.0) for group, depth in box.named.items()]
    return signs


def _values(block: _Block, total: int) -> tuple[float, ...]:
    """The values of `_EVERY`: how much of it is links, how deep it stands, and where the prose is."""
    box = block.box
    holders: list[Box | None] = [box]
    for _ in range(4):
        last = holders[-1]
        holders.append(last.parent if last is not None else None)
    shares = [(holder.prose if holder is not None else total) / total for holder in holders[1:]]
    above, most = 0, 0.6 * total
    holder: Box | None = box
    while holder is not None and holder.prose < most and above < FARTHEST:
        above, holder = above + 1, holder.parent
    linked = block.linked / (sum(map(len, block.parts)) or 1) if block.linked else 0.0
    return (float(box.hidden), linked, float(box.depth), *shares, float(above))


class _Walk:
    """One way through the elements, without recursion, whatever the nesting; boxes and blocks are made on it."""

    def __init__(self, top: Box) -> None:
        self.deepest = 0
        self._boxes = [top]
        self._holders = [top]  # the boxes of the blocks around the current text
        self._block = _Block(top)
        self._found: list[_Block] = []

    def blocks(self, body: Element) -> list[_Block]:
        """The blocks of text in order."""
        walker = etree.iterwalk(body, events=("start", "end", "comment"))
        for nodes, (event, element) in enumerate(walker):
            if nodes > 2 * MAX_NODES:
                break
            if element is body:
                if event == "start":
                    self._add(element.text)
                continue
            if event == "start":
                if element.tag in SKIPPED or len(self._boxes) > MAX_DEPTH:
                    walker.skip_subtree()
                    self._boxes.append(self._boxes[-1])
                    continue
                if self._open(element):
                    self._cut(self._boxes[-1])
                    if element.tag == "br":
                        self._block.box = self._holders[-2]
                self._add(element.text)
            elif event == "end" and self._close(element):
                self._cut(self._holders[-1])
            if event != "start":
                self._add(element.tail)
        self._cut(self._boxes[0])
        return self._found

    def _add(self, text: str | None) -> None:
        if text:
            self._block.parts.append(text)
            box = self._boxes[-1]
            if box.tag == "a" or "a" in box.inside:
                self._block.linked += len(text)

    def _cut(self, box: Box) -> None:
        if self._block.parts:
            self._found.append(self._block)
            self._block = _Block(box)
        else:
            self._block.box = box

    def _open(self, element: Element) -> bool:
        """Steps into an element; whether it begins a block."""
        box = _box(element, self._boxes[-1])
        self._boxes.append(box)
        self.deepest = max(self.deepest, box.depth)
        if box.tag not in BLOCKS:
            return False
        self._holders.append(box)
        return True

    def _close(self, element: Element) -> bool:
        """Steps out of an element; whether it ends a block."""
        box = self._boxes.pop()
        if box is self._boxes[-1] or box.tag not in BLOCKS:
            return False
        self._holders.pop()
        return True


def _box(element: Element, parent: Box) -> Box:
    tag, depth = str(element.tag), parent.depth + 1
    inside = parent.inside | {tag} if tag in LANDMARKS and tag not in parent.inside else parent.inside
    named, hidden, names = parent.named, parent.hidden, ""
    given = element.items()
    if given:
        attributes = dict(given)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
        if names and (groups := groups_of(names[:300])):
            named = named | dict.fromkeys(groups, depth)
        if not hidden and not _SHOWING.isdisjoint(attributes):
            hidden = is_hidden(attributes.get("style"), "hidden" in attributes, attributes.get("aria-hidden"))
    return Box(tag, parent, depth, inside, named, hidden, names)
