"""What the markup says of when an article was published and changed: each statement as it is written, best first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple

from communique.clean.beside import timed as timed_elements
from communique.clean.dates import Stated, find_dates
from communique.clean.dom import Element
from communique.clean.published import Label, label_of
from communique.clean.structured import Markup, Node, text_of

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "publish_date",
    "publishdate", "publisheddate", "published", "publication_date", "publicationdate", "pubdate", "publish-date",
    "publish_time", "publishtime", "og:publish_date", "og:pubdate", "date-pub", "sailthru.date", "parsely-pub-date",
    "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "article.published", "article_date_original",
    "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date",
    "dc.date.created", "citation_publication_date", "citation_date", "citation_online_date", "ptime", "datecreated",
    "bt:pubdate", "vr:published_time", "displaydate", "date",
)  # fmt: skip
# Every other name that means the same, its letters alone: "w-published-date", "dateOfPublication".
_MEANS_PUBLISHED = re.compile(
    r"\w*?(?:publish(?:ed)?|publication|pub)(?:date|time|datetime|at|on|timestamp)(?:utc|gmt|iso)?"
    r"|\w*?(?:date|time)(?:first|of|original(?:ly)?)?(?:publish(?:ed)?|publication|issued)"
)
_MEANS_ANOTHER = re.compile(r"modif|updat|chang|unpub|expir|video|event|book")
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "article.updated", "modified", "revised", "lastmodified",
)  # fmt: skip
_LABELS: tuple[Label, ...] = ("updated", "published")
_AFTER_DIGITS = re.compile(r".*\d", re.DOTALL)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")  # a whole value: 20220719
# "datePublished" in data that a script or an attribute carries, its quotation marks perhaps escaped.
_CARRIED = re.compile(
    r"datePublished(?:&(?:quot|#34);|\\{0,3}\")\s{0,4}:\s{0,4}(?:&(?:quot|#34);|\\{0,3}\")([^\"&\\<>]{8,40})"
)


class Said(NamedTuple):
    """A date as the markup has it, and what it means."""

    written: str
    stated: Stated


def published(markup: Markup) -> Iterator[Said]:
    """Each statement of when it was published, best first."""
    yield from _dates(names for value in markup.ld("datePublished") for names in _strings(value))
    yield from _dates(markup.meta(*_PUBLISHED))
    others = [(name, content) for name, content in markup.metas if name not in _PUBLISHED and _means_published(name)]
    # Where both are given, the date is the editor's and the time the system's.
    yield from _dates(content for _, content in sorted(others, key=lambda other: "time" in other[0]))
    yield from _dates(_element_dates(markup, _says_published))
    yield from _dates(names for value in markup.ld("dateCreated", pages=False) for names in _strings(value))


def updated(markup: Markup) -> Iterator[Said]:
    """Each statement of when it was last changed, best first."""
    yield from _dates(names for value in markup.ld("dateModified") for names in _strings(value))
    yield from _dates(markup.meta(*_UPDATED))
    yield from _dates(_element_dates(markup, _says_updated))


def timed(markup: Markup) -> list[Said]:
    """The `time` elements beside the main heading, nearest first; where none stands there, those that are called
    the day of publication, or all, if they name one day."""
    found = _timed(markup)
    unchanged = [one for one in found if one.label != "updated"]
    beside = [one for one in unchanged if one.beside]
    return [one.said for one in beside or [one for one in unchanged if one.label == "published"] or _one_day(unchanged)]


def timed_change(markup: Markup) -> list[Said]:
    """The `time` elements that tell of a change, if they name one day."""
    return [one.said for one in _one_day([one for one in _timed(markup) if one.label == "updated"])]


class _Timed(NamedTuple):
    """What a `time` element says, what the words before it call it, and whether it stands beside the main heading."""

    said: Said
    label: Label | None
    beside: bool


def _one_day(found: Sequence[_Timed]) -> Sequence[_Timed]:
    return found if len({one.said.stated.iso()[:10] for one in found}) == 1 else ()


def _timed(markup: Markup) -> list[_Timed]:
    found: list[_Timed] = []
    for one in timed_elements(markup.root, markup.elements(_is_time)[:40]):
        labels = {label_of(_AFTER_DIGITS.sub("", one.before)), label_of(text_of(one.element)[:80])}
        if one.element.get("itemprop") == "dateModified":
            labels.add("updated")
        label = next((name for name in _LABELS if name in labels), None)
        found.extend(_Timed(said, label, one.beside) for said in _dates([_written(one.element)]))
    return found


def carried(source: str) -> Said | None:
    """The one day that data in the page's scripts and attributes call its publication, where they name one only."""
    found = list(_dates(unescape(written) for written in dict.fromkeys(_CARRIED.findall(source))))
    return found[0] if len({said.stated.iso()[:10] for said in found}) == 1 else None


def _means_published(name: str) -> bool:
    letters = "".join(filter(str.isalpha, name))
    return bool(_MEANS_PUBLISHED.fullmatch(letters)) and not _MEANS_ANOTHER.search(letters)


def _element_dates(markup: Markup, wanted: Callable[[Node], bool]) -> Iterator[str]:
    yield from map(_written, markup.elements(wanted)[:40])


def _written(node: Element) -> str:
    return node.get("datetime") or node.get("content") or node.get("title") or " ".join(text_of(node).split())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value[:5] if isinstance(item, str))


def _dates(texts: Iterable[str]) -> Iterator[Said]:
    for text in texts:
        compact = _COMPACT.fullmatch(text.strip())
        for stated in find_dates("-".join(compact.groups()) if compact else text[:80])[:1]:
            if stated.alternative is None:
                yield Said(text.strip() if compact else text[stated.start : stated.end], stated)


# ---- which elements say what


def _is_time(node: Node) -> bool:
    return node.tag == "time"


def _says_published(node: Node) -> bool:
    if node.tag == "time" and ("pubdate" in node.attributes or node.has("class", "published", "entry-date")):
        return True
    return node.has("itemprop", "datePublished") or ("title" in node.attributes and node.has("class", "published"))


def _says_updated(node: Node) -> bool:
    return node.has("itemprop", "dateModified") or (node.tag == "time" and node.has("class", "updated"))
