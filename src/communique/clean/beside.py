"""Which `time` elements stand beside the main heading, and what the words before each say of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from communique.clean.dom import Element
from communique.clean.markup import SKIPPED

# Characters of text between the main heading and a `time` element that speaks of the article: below it a standfirst
# may stand between the two.
BELOW, ABOVE = 1_500, 300
LABEL = 40


class Timed(NamedTuple):
    """A `time` element, the text before it (at most `LABEL` characters), and how many characters of text lie between
    it and the nearest main heading: 0 where the page has none."""

    element: Element
    before: str
    gap: int

    @property
    def beside(self) -> bool:
        """Whether it stands in the lines about the heading."""
        return -ABOVE <= self.gap <= BELOW


def timed(root: Element, times: Sequence[Element]) -> list[Timed]:
    """The `time` elements of a page, those nearest a main heading first; where there is none, in order."""
    headings: list[int] = []
    found: list[tuple[int, str, Element]] = []
    wanted = {id(element) for element in times}
    at, before = 0, ""
    for event, element, text in _walk(root):
        if element.tag == "h1":
            headings.append(at)  # where it begins and where it ends
        if event == "start" and id(element) in wanted:
            found.append((at, before, element))
        if text and not text.isspace():
            at += len(text)
            before = f"{before} {text}"[-LABEL:]
    near = [
        Timed(element, label, min((here - heading for heading in headings), key=abs, default=0))
        for here, label, element in found
    ]
    return sorted(near, key=_distance)


def _distance(one: Timed) -> int:
    return abs(one.gap)


def _walk(root: Element) -> Iterator[tuple[str, Element, str]]:
    """(start or end, element, the text that follows) in reading order, scripts and the like left out."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            if event == "start":
                walk.skip_subtree()
                continue
            yield "end", element, element.tail or ""
        else:
            yield event, element, (element.text if event == "start" else element.tail) or ""
