"""The record as a person reads it: names for ids, dates for intervals, sources for articles."""

import sqlite3
from calendar import monthrange
from functools import cached_property
from typing import Any

from communique.cli.terminal import line
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.events import Event, EventReport
from communique.records.statements import Statement, Utterance
from communique.records.times import Time
from communique.store import load_kind

SHORT_ID = 8
WORDS = 60
DAY = len("2022-01-19")


class View:
    """Looks up what ids stand for, loading each kind when it is first asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, kind: str) -> list[Any]:
        """All items of one kind."""
        return load_kind(self._connection, kind)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """By id."""
        return {row.id: row for row in self.rows("actors")}

    @cached_property
    def articles(self) -> dict[str, Article]:
        """By id."""
        return {row.id: row for row in self.rows("articles")}

    @cached_property
    def events(self) -> dict[str, Event]:
        """By id."""
        return {row.id: row for row in self.rows("events")}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """By id."""
        return {row.id: row for row in self.rows("statements")}

    @cached_property
    def utterances(self) -> dict[str, Utterance]:
        """By id."""
        return {row.id: row for row in self.rows("utterances")}

    def short(self, item: str) -> str:
        """An id as far as it need be typed."""
        return item.rpartition("-")[2][:SHORT_ID]

    def name(self, actor: str | None) -> str:
        """An actor's name."""
        known = self.actors.get(actor or "")
        return line(known.name) if known and known.name else "?"

    def names(self, actors: tuple[str, ...]) -> str:
        """Several actors' names."""
        return ", ".join(self.name(actor) for actor in actors)

    def speakers(self, statement: str) -> str:
        """Who said it: names where they are known, else the text's own words for them."""
        said = self.statements.get(statement)
        shown = (self.name(s.actor) if s.actor else f"“{line(s.text)}”" for s in (said.speakers if said else ()))
        return ", ".join(shown) or "nobody named"

    def source(self, article: str) -> str:
        """An article by its outlet or agency and its capture."""
        known = self.articles.get(article)
        if known is None:
            return self.short(article)
        by = known.outlet or known.agency
        return line(f"{by.value} ({known.capture})" if by else known.capture)

    def same_text(self, article: Article) -> list[str]:
        """The other articles that print the same text, by their captures."""
        return sorted(other.capture for other in self._by_origin[article.origin] if other.id != article.id)

    @cached_property
    def _by_origin(self) -> dict[str, list[Article]]:
        found: dict[str, list[Article]] = {}
        for article in self.articles.values():
            found.setdefault(article.origin, []).append(article)
        return found

    def outlet(self, article: str) -> str:
        """An article by its outlet or agency alone, else by its capture."""
        known = self.articles.get(article)
        by = known.outlet or known.agency if known else None
        return line(by.value) if by else line(known.capture) if known else self.short(article)

    def event(self, event: str | None) -> str:
        """An event in a few words."""
        from communique.report.naming import scene

        known = self.events.get(event or "")
        if known is None:
            return ""
        when = f", {when_of(known.time)}" if known.time else ""
        return line(f"{known.form.replace('_', ' ')}{scene(known.place)}{when}")

    def event_of(self, mention: str) -> str:
        """The event that a report is of."""
        return self._reports[mention][0] if mention in self._reports else ""

    def report(self, mention: str) -> str:
        """One article's report of an event: its words, the article, the day that it appeared."""
        if mention not in self._reports:
            return f"a report that the record no longer has ({mention})"
        told = self._reports[mention][1]
        article = self.articles.get(told.article)
        when = f", {day_of(article.published)}" if article and article.published else ""
        return f"“{line(told.span.exact, WORDS)}” {self.source(told.article)}{when}"

    @cached_property
    def _reports(self) -> dict[str, tuple[str, EventReport]]:
        """Every report of an event with the event, by the mention."""
        return {mention.id: (event.id, mention) for event in self.events.values() for mention in event.mentions}

    def utterance(self, utterance: str | None) -> str:
        """An utterance by its speakers and one of its renderings."""
        known = self.utterances.get(utterance or "")
        words = self.statements.get(known.renderings[0]) if known and known.renderings else None
        return f"{self.speakers(words.id)}: {line(words.content.exact, WORDS)}" if words else ""

    def about(self, kind: str, item: str) -> str:
        """What a finding speaks of, by its name or its words."""
        if kind == "actor" and item in self.actors:
            return self.name(item)
        row = self._items.get(item)
        named = getattr(row, "name", "") or getattr(row, "measure", "")
        words = row.action.exact if row is not None and hasattr(row, "action") else ""
        told = self.event(item) or self.utterance(item) or line(named) or line(words, WORDS)
        return told or f"{kind} {self.short(item)}"

    @cached_property
    def _items(self) -> dict[str, Any]:
        """Commitments, agreements and indicators by id."""
        return {row.id: row for kind in ("commitments", "agreements", "indicators") for row in self.rows(kind)}

    def told(self, item: str) -> str:
        """Any id as a person would say it, with the short id; what is no id of ours, as it is."""
        if item in self.actors:
            return f"{self.name(item)} [{self.short(item)}]"
        if item in self.events:
            return f"{self.event(item)} [{self.short(item)}]"
        if item in self.articles:
            return self.source(item)
        if item in self.statements:
            return f"{self.speakers(item)}: {line(self.statements[item].content.exact, WORDS)} [{self.short(item)}]"
        return line(item)


def when_of(time: Time | None) -> str:
    """An interval in a few characters, with its basis where it is not plainly stated."""
    if time is None:
        return ""
    return days_of(time) + (f" ({time.basis})" if time.basis in ("inferred", "given") else "")


def day_of(time: Time | None) -> str:
    """The day of a moment, without its clock; an interval as it is."""
    if time is None:
        return ""
    first, last = time.earliest[:DAY], time.latest[:DAY]
    return first if first == last else days_of(time)


def days_of(time: Time) -> str:
    """An interval in a few characters."""
    days = _whole(time.earliest, time.latest)
    return f"about {days}" if time.approximate else days


def _whole(first: str, last: str) -> str:
    """A day, "2022-03" for a whole month, "2022" for a whole year, else both ends."""
    if first == last:
        return first
    if (first[:4], first[4:], last[4:]) == (last[:4], "-01-01", "-12-31"):
        return first[:4]
    try:
        month = monthrange(int(first[:4]), int(first[5:7]))[1]
    except ValueError:
        return f"{first} to {last}"
    return first[:7] if (first, last) == (f"{first[:7]}-01", f"{first[:7]}-{month}") else f"{first} to {last}"
