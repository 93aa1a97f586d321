"""What a page says of itself in markup: JSON-LD, OpenGraph and other meta elements, microdata, `time`."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from communique.clean.dom import Element

MAX_JSON, MAX_OBJECTS, MAX_ELEMENTS = 1_000_000, 2_000, 4_000
ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting"
    " LiveBlogPosting Report TechArticle ScholarlyArticle SocialMediaPosting AdvertiserContentArticle Review".split()
)
PAGES = frozenset("WebPage ItemPage CreativeWork Recipe HowTo FAQPage CollectionPage AboutPage MedicalWebPage".split())
# What an article's own object holds of others: what readers wrote of it, and stories beside it.
ASIDE = frozenset("comment review reviews citation mentions itemListElement subjectOf isBasedOn".split())
# Elements that may speak of the page as a whole.
_TELLING = etree.XPath(
    "//h1 | //time | //link[@rel='canonical'] | //@itemprop/.. | //@rel[contains(., 'author')]/.."
    " | //@id[contains(., 'uthor')]/.. | //@class[contains(., 'uthor') or contains(., 'yline')"
    " or contains(., 'headline') or contains(., 'entry-title') or contains(., 'published')]/.."
)
# The parser's library takes the square of what a union finds: a page with more elements than this is walked instead.
_MANY = etree.XPath("count(//*) > 30000")
_TELLING_CLASSES = ("uthor", "yline", "headline", "entry-title", "published")
_STRING = etree.XPath("string()")
_CONTROL = re.compile(r"[\x00-\x1f]+")


class Node(NamedTuple):
    """An element, its tag and its attributes."""

    element: Element
    tag: str
    attributes: dict[str, str]

    def has(self, name: str, *values: str) -> bool:
        """Whether one of `values` is among the words of the attribute `name`."""
        given = self.attributes.get(name)
        return given is not None and not set(values).isdisjoint(given.split())

    def within(self, name: str, value: str) -> bool:
        """Whether an element around it has `value` as its attribute `name`."""
        return any(element.get(name) == value for element in self.element.iterancestors())


class Markup:
    """A document's statements about itself. Each look-up gives strings as the markup has them, best first."""

    def __init__(self, root: Element) -> None:
        self.root = root

    @cached_property
    def metas(self) -> list[tuple[str, str]]:
        """(name, content) of the meta elements, names in lower case."""
        found = []
        for node in self._all("meta"):
            name = node.get("property") or node.get("name") or node.get("itemprop") or ""
            content = plain(node.get("content") or "")
            if name and content:
                found.append((name.lower(), content))
        return found

    @cached_property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON-LD objects, nested ones included, articles first."""
        found: list[dict[str, Any]] = []
        for node in self._all("script"):
            if "ld+json" in (node.get("type") or "").lower():
                found.extend(_objects(node.text or ""))
        return sorted(found, key=_rank)

    def meta(self, *names: str) -> list[str]:
        """The contents of the meta elements of these names, in the order of the names."""
        return [content for name in names for key, content in self.metas if key == name]

    def ld(self, key: str, *, pages: bool = True) -> list[Any]:
        """The values of `key` in articles, then (with `pages`) in other works."""
        limit = 2 if pages else 1
        return [one[key] for one in self.objects if key in one and _rank(one) < limit]

    @cached_property
    def _nodes(self) -> list[Node]:
        many = _MANY(self.root)
        found: Iterable[Element] = filter(_tells, self.root.iter(etree.Element)) if many else _TELLING(self.root)
        return [Node(element, str(element.tag), dict(element.items())) for element in islice(found, MAX_ELEMENTS)]

    def elements(self, wanted: Callable[[Node], bool]) -> list[Element]:
        """The elements wanted, of those that may speak of the page, in document order, bounded."""
        return [node.element for node in self._nodes if wanted(node)]

    def _all(self, tag: str) -> Iterator[Element]:
        return islice(self.root.iter(tag), MAX_ELEMENTS)

    @property
    def document_title(self) -> str:
        """The text of the title element."""
        return next((plain(text_of(node)) for node in self._all("title")), "")

    @property
    def language(self) -> str | None:
        """The language that the root element names, two letters."""
        return self._locale[:2].lower() or None

    @property
    def region(self) -> str | None:
        """The region of the language that the root element or OpenGraph names ("US" of en-US)."""
        return self._locale[3:].upper() or None

    @cached_property
    def _locale(self) -> str:
        named = [self.root.get("lang") or "", *self.meta("og:locale")]
        found = [name for name in named if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", name)]
        return max(found, key=len, default="")


def _tells(element: Element) -> bool:
    """What `_TELLING` finds, of one element."""
    value = element.get
    relation, names = value("rel", ""), value("class", "")
    return (
        element.tag in ("h1", "time")
        or value("itemprop") is not None
        or "author" in relation
        or "uthor" in value("id", "")
        or any(part in names for part in _TELLING_CLASSES)
        or (element.tag == "link" and relation == "canonical")
    )


def text_of(node: Element) -> str:
    """All text in an element."""
    return str(_STRING(node))


def plain(text: str) -> str:
    """`text` with single spaces."""
    return " ".join(text.split())


def _rank(one: dict[str, Any]) -> int:
    types = one.get("@type")
    named = {str(t).rpartition("/")[2] for t in (types if isinstance(types, list) else [types])}
    return 0 if named & ARTICLES else 1 if named & PAGES else 2


def _objects(text: str) -> list[dict[str, Any]]:
    """Every object in a JSON-LD script, outer before inner; none where it is no JSON."""
    text = _CONTROL.sub(" ", text[:MAX_JSON]).strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        queue: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while queue and len(found) < MAX_OBJECTS:
        item = queue.pop(0)
        if isinstance(item, dict):
            found.append(item)
            queue.extend(value for key, value in item.items() if isinstance(value, dict | list) and key not in ASIDE)
        elif isinstance(item, list):
            queue.extend(item)
    return found


def names_in(value: Any) -> Iterator[str]:
    """The names in a JSON-LD value that is a string, an object with a name, or a list of such."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        yield from names_in(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            if not isinstance(item, list):
                yield from names_in(item)
