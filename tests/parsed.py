"""Sentences of our own through the real parser, for tests of extractors."""

from functools import lru_cache

from msgspec.structs import replace

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract import actors, events, times, with_mentions
from communique.knowledge import load
from communique.records.mentions import Extraction
from tests.factories import article


@lru_cache(maxsize=64)
def read(*paragraphs: str, published: str | None = None) -> tuple[Tree, Extraction]:
    """The article of these paragraphs with its times, actors and events."""
    tree = Tree(annotate(article("test", *paragraphs, title="Report", published=published)))
    found = Extraction(article=tree.article, reference=tree.article.published)
    found = replace(found, times=tuple(times.extract(tree, found, load())))
    found = replace(found, actors=tuple(actors.extract(tree, found, load())))
    return tree, with_mentions(found, list(events.extract(tree, found, load())))


def cast(*paragraphs: str) -> dict[str, list[str]]:
    """The words of each actor's mentions, by its name or office."""
    _, found = read(*paragraphs)
    return {label(found, a.id): [m.span.exact for m in a.mentions] for a in found.actors}


def label(found: Extraction, actor: str) -> str:
    """What a reader would call the actor."""
    row = next(a for a in found.actors if a.id == actor)
    return row.name or " of ".join(x for o in row.offices for x in (o.title, o.country or o.organization) if x)


def told(*paragraphs: str, published: str | None = None) -> list[tuple[str, str, list[str], str | None, str | None]]:
    """(form, status, participants, place, words of the time) of each event mention."""
    _, found = read(*paragraphs, published=published)
    words = {t.id: t.span.exact for t in found.times}
    return [
        (
            e.form,
            e.status,
            sorted(label(found, p.actor) for p in e.participants),
            e.place.name if e.place else None,
            words.get(e.time or ""),
        )
        for e in found.events
    ]
