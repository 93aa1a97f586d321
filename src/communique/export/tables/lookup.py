"""What the rows of the tables refer to, by id, and how it is named there."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from communique.export.offices import office_on
from communique.knowledge import load
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.commitments import Agreement
from communique.records.events import Event
from communique.records.findings import Finding
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Statement, Utterance

type Day = tuple[bool, str]


class Lookup:
    """A record by id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors: dict[str, Actor] = {row.id: row for row in record.actors}
        self.articles: dict[str, Article] = {row.id: row for row in record.articles}
        self.events: dict[str, Event] = {row.id: row for row in record.events}
        self.statements: dict[str, Statement] = {row.id: row for row in record.statements}
        self.utterances: dict[str, Utterance] = {row.id: row for row in record.utterances}
        self.agreements: dict[str, Agreement] = {row.id: row for row in record.agreements}

    @cached_property
    def findings(self) -> dict[tuple[str, str], Finding]:
        """By the item and the field that they are about."""
        return {(row.about.id, row.field): row for row in self.record.findings}

    @cached_property
    def named(self) -> dict[str, str]:
        """What every item that a finding is about is called: its name, or its first words."""
        found = {row.id: row.name for kind in (self.record.actors, self.record.agreements) for row in kind}
        found |= {row.id: row.action.exact for row in self.record.commitments}
        found |= {row.id: row.measure for row in self.record.indicators}
        found |= {row.id: row.title.value for row in self.record.articles if row.title}
        found |= {row.id: self.occasion(row.id) or "" for row in self.record.events}
        for row in self.record.utterances:
            first = next((self.statements[r] for r in row.renderings if r in self.statements), None)
            found[row.id] = first.content.exact if first else ""
        return found

    @cached_property
    def attended(self) -> Counter[str]:
        """In how many events each actor takes part."""
        return Counter(a for event in self.record.events for a in {one.actor for one in event.participants})

    @cached_property
    def spoken(self) -> Counter[str]:
        """How many statements each actor makes."""
        return Counter(a for row in self.record.statements for a in {one.actor for one in row.speakers} if a)

    @cached_property
    def saying(self) -> Counter[str]:
        """How many statements each article has."""
        return Counter(row.article for row in self.record.statements)

    @cached_property
    def printed(self) -> Counter[str]:
        """How many articles print each text."""
        return Counter(row.origin for row in self.record.articles)

    def names(self, actors: Iterable[str]) -> list[str]:
        """Actors' names, as many as there are actors; "?" for a group without one."""
        return [self.actors[one].name or "?" if one in self.actors else "?" for one in actors]

    def countries(self, actors: Iterable[str]) -> list[str]:
        """The codes of the actors' countries, each once, sorted."""
        return sorted({code for one in actors if one in self.actors and (code := self.actors[one].country)})

    def state(self, code: str | None) -> str | None:
        """A country's name."""
        state = load().states.get(code or "")
        return state.name if state else None

    def office(self, actor: str | None, day: str | None) -> str | None:
        """The office that an actor held on a day: "president"."""
        known = self.actors.get(actor or "")
        held = office_on(known, day, load()) if known else None
        return held.title if held else None

    def outlet(self, article: str) -> str | None:
        """Who printed it: the outlet, else the agency."""
        known = self.articles.get(article)
        by = known.outlet or known.agency if known else None
        return by.value if by else None

    def outlets(self, articles: Iterable[str]) -> list[str]:
        """Who printed them, each once, sorted."""
        return sorted({by for one in articles if (by := self.outlet(one))})

    def origins(self, articles: Iterable[str]) -> int:
        """How many distinct texts the articles print."""
        return len({self.articles[one].origin for one in articles if one in self.articles})

    def published(self, article: str) -> str | None:
        """The day on which an article appeared, where one day is known."""
        known = self.articles.get(article)
        time = known.published if known else None
        return time.earliest[:10] if time and time.earliest[:10] == time.latest[:10] else None

    def day(self, article: str) -> Day:
        """What sorts an article by its day, undated ones last."""
        known = self.articles.get(article)
        return (False, known.published.earliest) if known and known.published else (True, "")

    def source(self, article: str) -> str | None:
        """Where an article is to be found: its address, else its capture."""
        known = self.articles.get(article)
        return (known.url or known.capture) if known else None

    def occasion(self, event: str | None) -> str | None:
        """An event in a few words: "meeting, Moscow, 2022-01-19"."""
        known = self.events.get(event or "")
        if known is None:
            return None
        first = known.time.earliest[:10] if known.time else ""
        last = known.time.latest[:10] if known.time else ""
        when = first if first == last else f"{first} to {last}"
        place = known.place.name if known.place else ""
        return ", ".join(part for part in (known.form.replace("_", " "), place, when) if part)


def articles_of(spans: Iterable[Span]) -> list[str]:
    """The articles in which the spans stand, each once, in their order."""
    return list(dict.fromkeys(span.article or span.capture for span in spans))


def by_place(span: Callable[[Any], Span], rows: Iterable[Any], look: Lookup) -> Sequence[Any]:
    """Rows in the order of their articles' days and of their places there."""
    return sorted(rows, key=lambda row: (look.day(span(row).article), span(row).article, span(row).start, row.id))
