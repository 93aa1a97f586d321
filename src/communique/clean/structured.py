"""What a page says of itself in markup: JSON-LD, OpenGraph and other meta elements, microdata, `time`."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from resiliparse.parse.html import HTMLTree

MAX_JSON, MAX_OBJECTS, MAX_ELEMENTS = 1_000_000, 2_000, 4_000
ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting"
    " LiveBlogPosting Report TechArticle ScholarlyArticle SocialMediaPosting AdvertiserContentArticle Review".split()
)
PAGES = frozenset("WebPage ItemPage CreativeWork Recipe HowTo FAQPage CollectionPage AboutPage MedicalWebPage".split())
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f]+")


class Markup:
    """A document's statements about itself. Each look-up gives strings as the markup has them, best first."""

    def __init__(self, tree: HTMLTree) -> None:
        self._tree = tree
        self._root: Any = tree.document

    @cached_property
    def metas(self) -> list[tuple[str, str]]:
        """(name, content) of the meta elements, names in lower case."""
        found = []
        for node in self._all("meta"):
            name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop") or ""
            content = _plain(node.getattr("content") or "")
            if name and content:
                found.append((name.lower(), content))
        return found

    @cached_property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON-LD objects, nested ones included, articles first."""
        found: list[dict[str, Any]] = []
        for node in self._all("script"):
            if "ld+json" in (node.getattr("type") or "").lower():
                found.extend(_objects(node.text or ""))
        return sorted(found, key=_rank)

    def meta(self, *names: str) -> list[str]:
        """The contents of the meta elements of these names, in the order of the names."""
        return [content for name in names for key, content in self.metas if key == name]

    def ld(self, key: str, *, pages: bool = True) -> list[Any]:
        """The values of `key` in articles, then (with `pages`) in other works."""
        limit = 2 if pages else 1
        return [one[key] for one in self.objects if key in one and _rank(one) < limit]

    def elements(self, selector: str) -> list[Any]:
        """The elements that a CSS selector finds, bounded."""
        return list(self._root.query_selector_all(selector))[:MAX_ELEMENTS]

    def _all(self, tag: str) -> list[Any]:
        return list(self._root.get_elements_by_tag_name(tag))[:MAX_ELEMENTS]

    @property
    def document_title(self) -> str:
        """The text of the title element."""
        return _plain(self._tree.title or "")

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
        nodes = self._all("html")
        named = [(nodes[0].getattr("lang") or "") if nodes else "", *self.meta("og:locale")]
        found = [name for name in named if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", name)]
        return max(found, key=len, default="")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


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
            queue.extend(value for key, value in item.items() if isinstance(value, dict | list) and key != "comment")
        elif isinstance(item, list):
            queue.extend(item)
    return found


def names_in(value: Any) -> Iterator[str]:
    """The names in a JSON-LD value that is a string, an object with a name, or a list of such."""
    if isinstance(value, str):
        yield _plain(value)
    elif isinstance(value, dict):
        yield from names_in(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            if not isinstance(item, list):
                yield from names_in(item)
