"""Which article of an origin printed it first, and which paragraphs several articles print."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from communique.records.articles import Article, Paragraph
from communique.records.ids import content_id
from communique.records.times import Time
from communique.text.names import folded

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
    folds = [[folded(p.text) if _is_body(p) else "" for p in article.paragraphs] for article in articles]
    held = Counter(words for row in folds for words in {*row})
    shared = {words for words, count in held.items() if count > 1 and len(words.split()) >= FEWEST_WORDS}
    if not shared:
        return list(articles)
    return [
        replace(a, paragraphs=tuple(_marked(a.paragraphs, row, shared))) for a, row in zip(articles, folds, strict=True)
    ]


def _marked(paragraphs: Sequence[Paragraph], folds: Sequence[str], shared: set[str]) -> Iterable[Paragraph]:
    for paragraph, words in zip(paragraphs, folds, strict=True):
        yield replace(paragraph, origin=content_id("origin", words)) if words in shared else paragraph


def _is_body(paragraph: Paragraph) -> bool:
    return paragraph.role == "body" and paragraph.start is not None


def with_first(articles: Sequence[Article]) -> list[Article]:
    """The articles, each with the one that printed its origin first."""
    members: dict[str, list[Article]] = {}
    for article in articles:
        members.setdefault(article.origin, []).append(article)
    first: Mapping[str, str | None] = {origin: first_of(group) for origin, group in members.items()}
    return [replace(article, first_printed=first[article.origin]) for article in articles]
