"""Which article of an origin printed it first, and which paragraphs several articles print."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from communique.records.articles import Article, Paragraph
from communique.records.ids import content_id
from communique.records.times import Time
from communique.text.names import fold

FEWEST_WORDS = 12  # a shorter paragraph may stand in two articles by chance


def first_of(members: Sequence[Article]) -> str | None:
    """The id of the article whose stated publication lies before that of all others, or None."""
    for i, article in enumerate(members):
        others = [*members[:i], *members[i + 1 :]]
        if others and all(_before(article.published, other.published) for other in others):
            return article.id
    return None


def _before(first: Time | None, second: Time | None) -> bool:
    """Whether the whole of one time lies before the other: by the moment where both state one, else by the day."""
    if first is None or second is None or first.approximate or second.approximate:
        return False
    if "T" in first.latest and "T" in second.earliest:
        return _moment(first.latest) < _moment(second.earliest)
    return first.latest[:10] < second.earliest[:10]


def _moment(written: str) -> datetime:
    found = datetime.fromisoformat(written)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def share_paragraphs(articles: Sequence[Article]) -> list[Article]:
    """The articles with an origin for each paragraph of a body that stands in several of them."""
    held = Counter(words for article in articles for words in {_words(p) for p in article.paragraphs if _is_body(p)})
    shared = {words for words, count in held.items() if count > 1 and len(words.split()) >= FEWEST_WORDS}
    return [replace(a, paragraphs=tuple(_marked(a.paragraphs, shared))) for a in articles] if shared else list(articles)


def _marked(paragraphs: Iterable[Paragraph], shared: set[str]) -> Iterable[Paragraph]:
    for paragraph in paragraphs:
        words = _words(paragraph) if _is_body(paragraph) else ""
        yield replace(paragraph, origin=content_id("origin", words)) if words in shared else paragraph


def _is_body(paragraph: Paragraph) -> bool:
    return paragraph.role == "body" and paragraph.start is not None


def _words(paragraph: Paragraph) -> str:
    return " ".join(fold(paragraph.text).split())


def with_first(articles: Sequence[Article]) -> list[Article]:
    """The articles, each with the one that printed its origin first."""
    members: dict[str, list[Article]] = {}
    for article in articles:
        members.setdefault(article.origin, []).append(article)
    first: Mapping[str, str | None] = {origin: first_of(group) for origin, group in members.items()}
    return [replace(article, first_printed=first[article.origin]) for article in articles]
