"""A page's statements about itself made into fields: the best-attested title, author and outlet."""

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.clean.structured import Markup, Node, names_in, plain, text_of
from communique.clean.title import without_outlet
from communique.clean.words import fold_words

_AUTHORS = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "sailthru.author",
    "parsely-author", "citation_author", "cxenseparse:author", "byl", "byline", "article.author", "author_name",
    "creator",
)  # fmt: skip
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@\w+$|^\W*$|^\d+$"
    r"|^(?:admin(?:istrator)?|editor(?:ial)?(?: team| staff)?|user|root|guest|staff|unknown|none|null|webmaster"
    r"|author|by)$",
    re.IGNORECASE,
)


def title(markup: Markup, first_heading: str | None) -> str | None:
    """The headline: the main heading that the page's own titles confirm best, else what the markup calls it."""
    claims = [
        plain(text) for text in (*markup.meta("og:title", "twitter:title"), *_headlines(markup), markup.document_title)
    ]
    claims = [text for text in claims if text]
    headings = [text for node in markup.elements(_is_heading)[:12] if (text := plain(text_of(node)))]
    headings += [text for node in markup.elements(_is_headline)[:4] if (text := plain(text_of(node)))]
    if first_heading:
        headings.append(first_heading)
    best = max(headings, key=lambda text: (_agreement(text, claims), -headings.index(text)), default=None)
    if best is not None and (_agreement(best, claims) >= 0.4 or (len(headings) == 1 and len(fold_words(best)) >= 4)):
        return best
    return without_outlet(claims[0]) if claims else best


def _headlines(markup: Markup) -> list[str]:
    return [name for value in markup.ld("headline", pages=False)[:1] for name in names_in(value)]


def _agreement(heading: str, claims: Sequence[str]) -> float:
    """The best overlap (Dice) of a heading's words with one of the page's titles."""
    words = set(fold_words(heading))
    found = 0.0
    for claim in claims:
        for form in {claim, without_outlet(claim)}:
            other = set(fold_words(form))
            found = max(found, 2 * len(words & other) / (len(words) + len(other)) if words or other else 0.0)
    return found


def authors(markup: Markup) -> Iterator[str]:
    """What the markup names as author, best first."""
    for value in markup.ld("author")[:2]:
        yield from _people(names_in(value))
    for name in _AUTHORS:
        yield from _people(markup.meta(name))
    if markup.meta("twitter:label1")[:1] and "written" in markup.meta("twitter:label1")[0].lower():
        yield from _people(markup.meta("twitter:data1"))
    for wanted in (_author_name, _links_author, _is_author):
        yield from _people(plain(text_of(node)) for node in markup.elements(wanted)[:1])


def editor(markup: Markup) -> str | None:
    """Whom an article's own JSON-LD names as its editor."""
    return next((name for value in markup.ld("editor", pages=False)[:1] for name in _people(names_in(value))), None)


def named_authors(markup: Markup) -> Iterator[str]:
    """Short texts of elements that a template calls author or byline, in document order."""
    for node in markup.elements(_called_author)[:12]:
        text = re.sub(
            r"^(?:(?:written|posted|published|article|words|reviewed)\s+)?by\b:?\s*",
            "",
            plain(text_of(node)),
            flags=re.IGNORECASE,
        )
        name = re.split(
            r"\s*[|•·,–—(\d]|\s-\s|\s+(?:on|updated|published|posted|last)\b", text, maxsplit=1, flags=re.IGNORECASE
        )[0]
        if 2 <= len(name.split()) <= 4 and all(word[0].isupper() or not word[0].isalpha() for word in name.split()):
            yield from _people([name])


def _people(names: Iterable[str]) -> Iterator[str]:
    kept = [name for name in dict.fromkeys(names) if not _NO_AUTHOR.search(name) and len(name) <= 120]
    if kept:
        yield ", ".join(kept[:6])


def outlet(markup: Markup) -> str | None:
    """The name of the site or its publisher."""
    named = markup.meta("og:site_name", "application-name", "cxenseparse:sitename", "dc.publisher")
    named += [name for value in markup.ld("publisher")[:1] for name in names_in(value)]
    return next((name for name in named if name and not re.search(r"https?:|\.\w{2,3}/", name)), None)


def address(markup: Markup) -> str | None:
    """The canonical address."""
    links = [node.get("href") or "" for node in markup.elements(_is_canonical)]
    return next(
        (url for url in (*links, *markup.meta("og:url")) if re.match(r"https?://\S+$", url) and len(url) < 2_000), None
    )


# ---- which elements say what


def _is_heading(node: Node) -> bool:
    return node.tag == "h1"


def _is_headline(node: Node) -> bool:
    return node.has("itemprop", "headline") or node.has("class", "entry-title", "headline")


def _author_name(node: Node) -> bool:
    return node.has("itemprop", "name") and node.within("itemprop", "author")


def _links_author(node: Node) -> bool:
    return node.has("rel", "author")


def _is_author(node: Node) -> bool:
    return node.has("itemprop", "author")


def _called_author(node: Node) -> bool:
    called = node.attributes.get("class", "").lower()
    return "author" in called or "byline" in called or "author" in node.attributes.get("id", "").lower()


def _is_canonical(node: Node) -> bool:
    return node.tag == "link" and node.has("rel", "canonical")
