"""A record with the look-ups that the dossier needs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.commitments import Commitment
from communique.records.events import Event
from communique.records.findings import Finding
from communique.records.indicators import Indicator
from communique.records.record import Record
from communique.records.statements import Statement, Utterance
from communique.report.dates import day_of

NO_DAY = "9999"


@dataclass(frozen=True)
class Index:
    """Items by id, and by what they belong to. `numbers` gives the articles in reading order, from 1; `wholes`
    the one event that an event is shown as a part of."""

    record: Record
    articles: dict[str, Article]
    numbers: dict[str, int]
    actors: dict[str, Actor]
    events: dict[str, Event]
    statements: dict[str, Statement]
    labels: dict[str, str]
    utterances_at: dict[str | None, list[Utterance]]
    commitments_at: dict[str | None, list[Commitment]]
    indicators_at: dict[str | None, list[Indicator]]
    findings_on: dict[str, list[Finding]]
    wholes: dict[str, str]
    parts: dict[str, list[Event]]
    countries: dict[str, str]

    def origins(self, articles: Iterable[str]) -> int:
        """How many distinct texts the articles are."""
        return len({self.articles[name].origin for name in articles if name in self.articles})

    def actor_name(self, actor: str) -> str:
        """The actor's name; its kind where it has none."""
        found = self.actors.get(actor)
        return (found.name or f"unnamed {found.kind}") if found else "unknown"


def build(record: Record, countries: Callable[[str], str | None], numbers: Mapping[str, int] | None = None) -> Index:
    """The look-ups of `record`. `countries` names a country by its ISO code; `numbers` are those that articles have in
    the whole record, where `record` is a slice of it."""
    statements = {row.id: row for row in record.statements}
    occasions = {row.id: _occasion(row, statements) for row in record.utterances}
    wholes = _wholes(record.events)
    articles = {row.id: row for row in sorted(record.articles, key=_reading_order)}
    return Index(
        record=record,
        articles=articles,
        numbers={name: numbers[name] if numbers else n for n, name in enumerate(articles, 1)},
        actors={row.id: row for row in record.actors},
        events={row.id: row for row in sorted(record.events, key=event_order)},
        statements=statements,
        labels=_labels(record, statements),
        utterances_at=_grouped(record.utterances, lambda row: occasions[row.id]),
        commitments_at=_grouped(record.commitments, lambda row: row.event or _event_of(row.statement, statements)),
        indicators_at=_grouped(record.indicators, lambda row: _event_of(row.statement, statements)),
        findings_on=_by_item(record.findings),
        wholes=wholes,
        parts=_parts(record.events, wholes),
        countries=_country_names(record, countries),
    )


def _labels(record: Record, statements: dict[str, Statement]) -> dict[str, str]:
    """Words to know an item by, of those that have neither a name nor a place and date."""
    heard = {row.id: statements.get(row.renderings[0]) for row in record.utterances if row.renderings}
    return (
        {name: f"Utterance: {first.content.exact}" for name, first in heard.items() if first}
        | {row.id: f"Commitment: {row.action.exact}" for row in record.commitments}
        | {row.id: f"Agreement: {row.name}" for row in record.agreements}
        | {row.id: f"Indicator: {row.measure}" for row in record.indicators}
    )


def event_order(event: Event) -> tuple[str, str, str, str]:
    """By time, the undated last; the whole before what ends later; then by id."""
    if event.time is None or day_of(event.time.earliest) is None:
        return NO_DAY, "", "", event.id
    return event.time.earliest[:10], event.time.latest[:10], event.time.earliest, event.id


def _reading_order(article: Article) -> tuple[str, str]:
    return (article.published.earliest if article.published else NO_DAY), article.capture


def _grouped[T](rows: Iterable[T], key: Callable[[T], str | None]) -> dict[str | None, list[T]]:
    found: dict[str | None, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)


def _event_of(statement: str | None, statements: dict[str, Statement]) -> str | None:
    found = statements.get(statement or "")
    return found.event if found else None


def _occasion(utterance: Utterance, statements: dict[str, Statement]) -> str | None:
    """The utterance's event, or the first that one of its renderings names."""
    named = (_event_of(name, statements) for name in utterance.renderings)
    return utterance.event or next((event for event in named if event), None)


def _by_item(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.about.id].append(finding)
    return dict(found)


def _wholes(events: Iterable[Event]) -> dict[str, str]:
    """Each part with the first whole that it names, so that it is shown once; what would close a circle is left out."""
    rows = sorted(events, key=event_order)
    known = {event.id for event in rows}
    found: dict[str, str] = {}
    for event in rows:
        for whole in event.part_of:
            if whole in known and event.id not in _chain(whole, found):
                found[event.id] = whole
                break
    return found


def _chain(event: str, wholes: dict[str, str]) -> set[str]:
    """The event and everything it is a part of."""
    found = {event}
    while event in wholes:
        event = wholes[event]
        found.add(event)
    return found


def _parts(events: Iterable[Event], wholes: dict[str, str]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=event_order):
        if event.id in wholes:
            found[wholes[event.id]].append(event)
    return dict(found)


def _country_names(record: Record, countries: Callable[[str], str | None]) -> dict[str, str]:
    states = {row.country: row.name for row in record.actors if row.kind == "state" and row.country}
    codes = {row.country for row in record.actors} | {o.country for row in record.actors for o in row.offices}
    return {code: states.get(code) or countries(code) or code for code in sorted(filter(None, codes))}
