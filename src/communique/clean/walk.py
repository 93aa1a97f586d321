"""One way through the elements of a page, whatever their nesting, that parts its text into blocks."""

from dataclasses import dataclass
from itertools import islice

from lxml import etree

from communique.clean.boxes import Box, Element, box_of, top_box
from communique.clean.markup import BLOCKS, SKIPPED

MAX_DEPTH, MAX_NODES = 400, 400_000


@dataclass(slots=True, eq=False)
class Block:
    """Text that no block's edge parts, with single spaces, in the innermost block around it. `linked`: the share of it
    that is links. `verbatim`: it stands in one piece and just so in the page's tree, no other element in between."""

    box: Box
    text: str
    linked: float
    verbatim: bool


class Walk:
    """The blocks of text in a body, in order, and how deep its elements nest."""

    def __init__(self, body: Element) -> None:
        self.blocks: list[Block] = []
        self.deepest = 0
        self._parts: list[str] = []
        self._linked = 0  # characters of `_parts` that are links
        # From the body to the innermost open element: the element, and its box once a text needs it.
        self._open: list[Element] = [body]
        self._boxes: list[Box | None] = [top_box()]
        self._holders = [0]  # which of them are blocks
        self._links = 0  # how many of them are links
        self._skipped = False
        self._go(body)

    def _go(self, body: Element) -> None:
        self._add(body.text)
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in islice(walker, 1, 2 * MAX_NODES):
            if event == "start":
                if element.tag in SKIPPED or len(self._open) > MAX_DEPTH:
                    walker.skip_subtree()
                    self._skipped = True
                else:
                    self._start(element)
                continue
            if self._skipped:
                self._skipped = False
            else:
                self._end(element.tag)
            if element is not body:
                self._add(element.tail)
        self._cut()

    def _start(self, element: Element) -> None:
        tag = element.tag
        self._open.append(element)
        self._boxes.append(None)
        if tag in BLOCKS:
            self._cut()
            if tag != "br":
                self._holders.append(len(self._open) - 1)
        elif tag == "a":
            self._links += 1
        self._add(element.text)

    def _end(self, tag: str) -> None:
        depth = len(self._open) - 1
        if depth > self.deepest:
            self.deepest = depth
        if tag in BLOCKS:
            self._cut()
            if tag != "br":
                self._holders.pop()
        elif tag == "a":
            self._links -= 1
        self._open.pop()
        self._boxes.pop()

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text)

    def _cut(self) -> None:
        """Ends the current text."""
        parts = self._parts
        if not parts:
            return
        whole = parts[0] if len(parts) == 1 else "".join(parts)
        text = " ".join(whole.split())
        if text:
            verbatim = len(parts) == 1 or sum(not part.isspace() for part in parts) == 1
            linked = self._linked / len(whole) if self._linked else 0.0
            self.blocks.append(Block(self._box(self._holders[-1]), text, linked, verbatim and text in whole))
        parts.clear()
        self._linked = 0

    def _box(self, at: int) -> Box:
        """The box of an open element, made with those of the elements around it where they have none yet."""
        made = at
        while (box := self._boxes[made]) is None:
            made -= 1
        for i in range(made + 1, at + 1):
            box = self._boxes[i] = box_of(self._open[i], box)
        return box
