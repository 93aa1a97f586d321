"""How a relationship stands: its meetings counted, its sectors over time, its instruments by stage, the last word of
each side."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from communique.merge.relationships import side
from communique.records.base import Row
from communique.records.commitments import Stage, StageReport
from communique.records.events import Event, Level, Status
from communique.records.findings import Relationship
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.times import Basis, Time

ENCOUNTERS = frozenset({"meeting", "summit", "visit", "talks", "call"})
ORDER: tuple[Stage, ...] = get_args(Stage)


class Meetings(Row, frozen=True, kw_only=True):
    """Encounters of one year, level, status and basis of date. `year` is "" where none is known, and two years where
    the date may be of either."""

    year: str
    level: Level
    status: Status
    basis: Basis | None
    events: tuple[str, ...]


class Cell(Row, frozen=True, kw_only=True):
    """What was said, pledged and measured in one sector in one year."""

    sector: str
    year: str
    said: tuple[Span, ...] = ()
    pledged: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()


class Instrument(Row, frozen=True, kw_only=True):
    """An agreement at the furthest stage that is told of it."""

    agreement: str
    name: str
    stage: Stage
    reports: tuple[StageReport, ...]


class LastWord(Row, frozen=True, kw_only=True):
    """What was last said by a side; `time` is that of the occasion, else of the report."""

    actor: str
    statement: str
    time: Time


class Standing(Row, frozen=True, kw_only=True):
    """A relationship with all that the record holds between its actors, in order."""

    relationship: Relationship
    meetings: tuple[Meetings, ...] = ()
    matrix: tuple[Cell, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    last: tuple[LastWord, ...] = ()


def standing(record: Record, relationship: Relationship) -> Standing:
    """How the relationship stands by the record."""
    events = {e.id: e for e in record.events}
    own = [events[e] for e in relationship.events if e in events]
    return Standing(
        relationship=relationship,
        meetings=_meetings(own),
        matrix=_matrix(record, relationship, _years(record)),
        instruments=tuple(
            Instrument(
                agreement=a.id,
                name=a.name,
                stage=max((s.stage for s in a.stages), key=ORDER.index),
                reports=a.stages,
            )
            for a in record.agreements
            if a.id in relationship.agreements and a.stages
        ),
        last=tuple(_last_words(record, relationship)),
    )


def _meetings(events: Sequence[Event]) -> tuple[Meetings, ...]:
    """The encounters, each once: what is a part of another one is not counted."""
    met = [e for e in events if e.form in ENCOUNTERS]
    ids = {e.id for e in met}
    counted: dict[tuple[str, Level, Status, Basis | None], list[str]] = {}
    for event in met:
        if ids.isdisjoint(event.part_of):
            basis = event.time.basis if event.time else None
            counted.setdefault((year_of(event.time), event.level, event.status, basis), []).append(event.id)
    rows = [
        Meetings(year=year, level=level, status=status, basis=basis, events=tuple(sorted(found)))
        for (year, level, status, basis), found in counted.items()
    ]
    return tuple(sorted(rows, key=lambda m: (m.year == "", m.year, m.level, m.status, m.basis or "")))


def year_of(time: Time | None) -> str:
    """ "2022", "2021-2022", or "" where no time is known."""
    if time is None:
        return ""
    first, last = time.earliest[:4], time.latest[:4]
    return first if first == last else f"{first}-{last}"


def _years(record: Record) -> dict[str, str]:
    return {a.id: year_of(a.published) for a in record.articles}


def _matrix(record: Record, relationship: Relationship, years: Mapping[str, str]) -> tuple[Cell, ...]:
    promised = {c.id: c for c in record.commitments}
    measured = {i.id: i for i in record.indicators}
    cells: list[Cell] = []
    for sector in relationship.sectors:
        said = _by_year((years.get(s.article, ""), s) for s in sector.spans)
        pledged = _by_year((years.get(promised[c].action.article, ""), c) for c in sector.commitments if c in promised)
        figures = _by_year(
            (year_of(i.period) or next((years.get(m.article, "") for m in i.mentions), ""), i.id)
            for name in sector.indicators
            if (i := measured.get(name)) is not None
        )
        cells += [
            Cell(
                sector=sector.sector,
                year=year,
                said=tuple(said.get(year, ())),
                pledged=tuple(pledged.get(year, ())),
                measured=tuple(figures.get(year, ())),
            )
            for year in sorted({*said, *pledged, *figures}, key=lambda y: (y == "", y))
        ]
    return tuple(cells)


def _by_year[T](rows: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for year, item in rows:
        found.setdefault(year, []).append(item)
    return found


def _last_words(record: Record, relationship: Relationship) -> Iterable[LastWord]:
    """The latest dated statement of each side on an occasion of theirs; of one day the one that stands last."""
    actors = {a.id: a for a in record.actors}
    times = {e.id: e.time for e in record.events if e.id in relationship.events}
    published = {a.id: a.published for a in record.articles}
    for actor in relationship.actors:
        own = side(actors, actor)
        said = [
            (time.latest[:10], s.article, s.content.start, s.id, time)
            for s in record.statements
            if s.event in times and not own.isdisjoint(x.actor for x in s.speakers if x.actor)
            if (time := times[s.event] or published.get(s.article)) is not None
        ]
        if said:
            *_, statement, time = max(said, key=lambda row: row[:4])
            yield LastWord(actor=actor, statement=statement, time=time)
