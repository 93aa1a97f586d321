"""HTML as lines: each block of text with what its element, its ancestors and its container say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from communique.clean.attributes import without_hordes
from communique.clean.boxes import Element as Element
from communique.clean.lines import Line
from communique.clean.signs import signs
from communique.clean.table import Columns
from communique.clean.walk import MAX_DEPTH, Walk
from communique.clean.words import fold_lines

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# All tags but those of paragraphs and of the head.
_CONTAINERS = re.compile(r"</?(?!(?:p|h[1-6]|script|style|title|meta|head|body|html|link|time)\b)[a-z][^<>]*>", re.I)
_OF_HEAD = frozenset(("base", "link", "meta", "noscript", "object", "script", "style", "template", "title"))
_DEEPEST = 60  # elements around a line: more make no difference


@dataclass(frozen=True)
class Tree:
    """A document's root element, and the source that was parsed. `flat`: it nested too deep for the parser, and only
    its paragraphs were taken."""

    root: Element
    source: str
    flat: bool = False


def parse(source: str) -> Tree | None:
    """The document, or None where there is nothing in it."""
    source = without_hordes(source)
    root, lost = _parsed(source)
    if lost:
        root = _parsed(_CONTAINERS.sub(" ", source))[0]
    return Tree(root, source, lost) if root is not None else None


def _parsed(source: str) -> tuple[Element | None, bool]:
    """The root, and whether what nests too deep for the parser was lost."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True)
    declared = _DECLARATION.match(source)
    text = source[declared.end() :] if declared else source
    data = text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:  # blank
        return None, False
    except etree.XMLSyntaxError:
        return None, True
    _gather(root)
    last = parser.error_log.last_error
    return root, last is not None and last.type_name == "ERR_RESOURCE_LIMIT"


def _gather(root: Element) -> None:
    """Puts into the body what is none of the head's. A page may leave both tags out; where its first element is then
    one that the parser does not know, such as `article`, the parser goes on with the head."""
    head = root.find("head") if root.tag == "html" else None
    strays = [one for one in head if one.tag not in _OF_HEAD] if head is not None else []
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = strays


@dataclass(frozen=True)
class Blocks:
    """The blocks of text of a document as lines, with what the markup says of each; whether each stands in the tree in
    one piece, as it may in the source; and how deep the elements nest."""

    lines: list[Line]
    marks: Columns
    verbatim: list[bool]
    deepest: int

    def at(self, places: Sequence[int]) -> "Blocks":
        """Those at these places alone."""
        marks = {name: values[places] for name, values in self.marks.items()}
        return Blocks([self.lines[i] for i in places], marks, [self.verbatim[i] for i in places], self.deepest)


def page_lines(tree: Tree) -> Blocks:
    """The blocks of text of a document, in order; a line's `start` counts characters of their joined text."""
    root = tree.root
    body = root.find("body") if root.tag == "html" else root
    walk = Walk(body) if body is not None else None
    if walk is None or not walk.blocks:
        return Blocks([], {}, [], 0)
    lines, at = [], 0
    folded = fold_lines([block.text for block in walk.blocks])
    for block, words in zip(walk.blocks, folded, strict=True):
        box, text = block.box, block.text
        lines.append(Line(text, at, at + len(text), min(box.depth, _DEEPEST), 0, None, box.tag, 0, words))
        at += len(text) + 1
    deepest = MAX_DEPTH if tree.flat else walk.deepest
    return Blocks(lines, signs(walk.blocks), [block.verbatim for block in walk.blocks], deepest)
