"""Commitments by kind, agreements by stage, indicators: as shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.records.commitments import Agreement, Commitment, Followup, StageReport
from communique.records.events import Event
from communique.records.indicators import Indicator
from communique.records.spans import Span
from communique.report.dates import when
from communique.report.index import Index
from communique.report.naming import act_of
from communique.report.people import principals, speaker_names
from communique.report.sources import Citer, Evidence, Source
from communique.report.wording import (
    BOUNDS,
    CHANGES,
    FOLLOWUPS,
    KIND,
    KINDS,
    STAGES,
    STRENGTHS,
    capital,
    duration,
    listed,
    number,
    said,
    units,
)

NO_MEASURE = "Measure not named"


@dataclass(frozen=True)
class Later:
    """A later report that bears on a commitment."""

    relation: str
    evidence: Evidence


@dataclass(frozen=True)
class Promise:
    """A commitment as shown."""

    anchor: str
    kind: str
    noun: str
    parties: str
    towards: str
    action: str
    strength: str
    condition: str
    due: str
    topics: tuple[str, ...]
    occasion: tuple[str, str] | None
    evidence: Evidence
    sources: tuple[Source, ...]
    later: tuple[Later, ...]


@dataclass(frozen=True)
class StageLine:
    """How far an instrument had come, with all reports that say so."""

    stage: str
    date: str
    evidence: Evidence


@dataclass(frozen=True)
class Instrument:
    """An agreement with the stages that were reported."""

    anchor: str
    name: str
    parties: str
    horizon: str
    stages: tuple[StageLine, ...]


@dataclass(frozen=True)
class Figure:
    """An indicator as a row of a table."""

    anchor: str
    measure: str
    subjects: str
    value: str
    period: str
    evidence: Evidence


def event_label(event: Event, index: Index) -> str:
    """ "Meeting, Rudolf Elphberg and Mina Vance, Strelsau, 10 March 2021"."""
    names = listed([actor.name for actor in principals(event, index)])
    place = event.place.name if event.place else ""
    return ", ".join(part for part in (capital(act_of(event)), names, place, when(event.time)) if part)


def occasion(event: str | None, index: Index) -> tuple[str, str] | None:
    """The anchor and the label of an event of the record."""
    found = index.events.get(event or "")
    return (found.id, event_label(found, index)) if found else None


def promises(rows: Iterable[Commitment], index: Index, citer: Citer) -> tuple[Promise, ...]:
    """The commitments in the order of the kinds, then as reported."""
    kinds = list(KINDS)
    ordered = sorted(rows, key=lambda row: (kinds.index(row.kind), _first(row, citer), row.action.start))
    return tuple(_promise(row, index, citer) for row in ordered)


def _first(row: Commitment, citer: Citer) -> int:
    source = citer.source(row.action.article)
    return source.number if source else 0


def _promise(row: Commitment, index: Index, citer: Citer) -> Promise:
    spans = row.mentions or (row.action,)
    due = [f"by {when(row.deadline)}"] if row.deadline else []
    due += [f"for {duration(row.horizon)}"] if row.horizon else []
    return Promise(
        anchor=row.id,
        kind=said(KINDS, row.kind),
        noun=said(KIND, row.kind),
        parties=speaker_names(row.parties, index),
        towards=speaker_names(row.counterparties, index),
        action=row.action.exact,
        strength=said(STRENGTHS, row.strength),
        condition=row.condition.exact if row.condition else "",
        due=", ".join(due),
        topics=row.topics,
        occasion=occasion(row.event, index),
        evidence=citer.evidence(spans),
        sources=citer.of_spans(spans),
        later=tuple(_later(followup, citer) for followup in row.followups),
    )


def _later(followup: Followup, citer: Citer) -> Later:
    return Later(said(FOLLOWUPS, followup.relation), citer.evidence([followup.span]))


def instruments(rows: Iterable[Agreement], index: Index, citer: Citer) -> tuple[Instrument, ...]:
    """The agreements by name, each with its stages in the order of their life."""
    return tuple(
        Instrument(
            anchor=row.id,
            name=capital(row.name),
            parties=speaker_names(row.parties, index),
            horizon=duration(row.horizon) if row.horizon else "",
            stages=_stages(row, citer),
        )
        for row in sorted(rows, key=lambda row: (row.name.lower(), row.id))
    )


def _stages(row: Agreement, citer: Citer) -> tuple[StageLine, ...]:
    """A line for each stage and date, with the words of all that report it."""
    found: dict[tuple[str, str], list[Span]] = {}
    for one in sorted(row.stages, key=_life):
        found.setdefault((said(STAGES, one.stage), when(one.time) if one.time else ""), []).append(one.span)
    return tuple(StageLine(stage, date, citer.evidence(spans)) for (stage, date), spans in found.items())


def _life(stage: StageReport) -> tuple[int, str]:
    return list(STAGES).index(stage.stage), stage.time.earliest if stage.time else ""


def figures(rows: Iterable[Indicator], index: Index, citer: Citer) -> tuple[Figure, ...]:
    """The indicators by measure and period."""
    ordered = sorted(
        rows,
        key=lambda row: (not row.measure, row.measure, row.period.earliest if row.period else "", row.value, row.id),
    )
    return tuple(
        Figure(
            anchor=row.id,
            measure=capital(row.measure) or NO_MEASURE,
            subjects=speaker_names(row.subjects, index),
            value=value_of(row),
            period=when(row.period) if row.period else "",
            evidence=citer.evidence(row.mentions),
        )
        for row in ordered
    )


def value_of(row: Indicator) -> str:
    """ "up at least 38 percent", "about 40 billion dollars", "3 hours"."""
    change = said(CHANGES, row.change)
    to = f" to {number(row.value_to)}" if row.value_to is not None else ""
    unit = f" {units(row.unit, row.value_to or row.value)}" if row.unit else ""
    words = duration(row.duration) if row.duration else f"{number(row.value)}{to}{unit}"
    return f"{change} {said(BOUNDS, row.bound)}{words}".strip()
