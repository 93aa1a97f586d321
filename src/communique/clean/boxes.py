"""The elements around a text, made into boxes only where there is text in them: most of a page's elements hold none."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.clean.markup import LANDMARKS, groups_of, is_hidden

MAX_NAMES = 300  # characters of class and id that are looked at
_SHOWING = frozenset(("style", "hidden", "aria-hidden"))
type Element = Any  # of lxml, which comes without types


@dataclass(slots=True, eq=False)
class Box:
    """An element on the path to a text. `inside`: the landmarks around its content, its own tag among them. `named`:
    group -> the depth at which it was last named so. `prose`: characters of running text in it."""

    tag: str
    parent: "Box | None"
    depth: int
    inside: frozenset[str]
    named: dict[str, int]
    hidden: bool
    names: str = ""
    prose: int = 0


def top_box() -> Box:
    """The box of the whole page."""
    return Box("body", None, 0, frozenset(), {}, False)


def box_of(element: Element, parent: Box) -> Box:
    """The box of an element right inside another one's."""
    tag, depth = str(element.tag), parent.depth + 1
    inside = _with(parent.inside, tag) if tag in LANDMARKS else parent.inside
    given = element.items()
    if not given:
        return Box(tag, parent, depth, inside, parent.named, parent.hidden)
    attributes = dict(given)
    named, hidden = parent.named, parent.hidden
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
    if names and (groups := groups_of(names[:MAX_NAMES])):
        named = named | dict.fromkeys(groups, depth)
    if not hidden and not _SHOWING.isdisjoint(attributes):
        hidden = is_hidden(attributes.get("style"), "hidden" in attributes, attributes.get("aria-hidden"))
    return Box(tag, parent, depth, inside, named, hidden, names)


@lru_cache(maxsize=2_000)
def _with(inside: frozenset[str], tag: str) -> frozenset[str]:
    return inside | {tag}
