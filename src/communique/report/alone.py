"""The sources of an event in order, each with what it alone says."""

from dataclasses import dataclass

from communique.records.events import Event
from communique.report.index import Index
from communique.report.renderings import Said
from communique.report.sources import Citer, Source, printer_of
from communique.report.wording import clipped

LONGEST = 220


@dataclass(frozen=True)
class Only:
    """One article, how it speaks of the event, and the remarks that no other text has."""

    source: Source
    agency: str
    remarks: tuple[tuple[str, str, str], ...]
    reprints: tuple[Source, ...]


def alone(event: Event, said: tuple[Said, ...], index: Index, citer: Citer) -> tuple[Only, ...]:
    """The articles that report the event, in reading order; each text once, with its reprints beside it."""
    articles = [source.article for source in citer.sources(mention.article for mention in event.mentions)]
    first: dict[str, list[str]] = {}
    for name in articles:
        first.setdefault(index.articles[name].origin, []).append(name)
    return tuple(_only(names, said, index, citer) for names in first.values() if citer.source(names[0]))


def _only(names: list[str], said: tuple[Said, ...], index: Index, citer: Citer) -> Only:
    source = citer.source(names[0])
    if source is None:  # for the type checker: `alone` has looked
        raise ValueError(names[0])
    article = index.articles[names[0]]
    remarks = tuple(
        (row.anchor, row.speaker, clipped("".join(piece.text for piece in row.renderings[0].pieces), LONGEST))
        for row in said
        if row.origins == 1 and row.renderings[0].source.article in names
    )
    agency = clipped(article.agency.value, LONGEST) if article.agency else ""
    return Only(source, "" if agency == printer_of(article) else agency, remarks, citer.sources(names[1:]))
