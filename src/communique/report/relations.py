"""How a relationship stands: meetings and their level, sectors, instruments, formats, who spoke of it last."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.records.events import Event
from communique.records.findings import Relationship, Sector
from communique.report.dates import when
from communique.report.index import Index, event_order
from communique.report.promises import event_label
from communique.report.sources import Citer, Evidence
from communique.report.wording import LEVELS, STATUSES, capital, counted, listed, said

MOST_YEARS = 8


@dataclass(frozen=True)
class SectorLine:
    """A sector with how often it is named, and the words."""

    name: str
    evidence: Evidence
    promises: str
    commitments: int
    indicators: int


@dataclass(frozen=True)
class Standing:
    """One relationship as shown."""

    anchor: str
    name: str
    tally: str
    events: tuple[tuple[str, str], ...]
    last: str
    sectors: tuple[SectorLine, ...]
    agreements: tuple[tuple[str, str], ...]
    formats: tuple[str, ...]


def standings(index: Index, citer: Citer) -> tuple[Standing, ...]:
    """The relationships with an event or a sector, those with most events first."""
    rows = [row for row in index.record.relationships if row.events or row.sectors]
    rows.sort(key=lambda row: (-len(row.events), row.id))
    return tuple(standing(row, index, citer) for row in rows)


def standing(row: Relationship, index: Index, citer: Citer) -> Standing:
    """One relationship."""
    events = sorted((index.events[name] for name in row.events if name in index.events), key=event_order)
    agreements = {agreement.id: agreement.name for agreement in index.record.agreements}
    held = [event for event in events if event.status == "held" and event.time]
    return Standing(
        anchor=row.id,
        name=listed([index.actor_name(actor) for actor in row.actors]),
        tally=_tally(events),
        events=tuple((event.id, event_label(event, index)) for event in events if event.level == "head"),
        last=when(held[-1].time) if held else "",
        sectors=tuple(_sector(sector, citer) for sector in _by_weight(row.sectors)),
        agreements=tuple((name, capital(agreements[name])) for name in row.agreements if name in agreements),
        formats=tuple(index.actor_name(actor) for actor in row.formats),
    )


@dataclass(frozen=True)
class Matrix:
    """How often each sector is named in the articles of each year; the last of `years` is "" where some are undated."""

    years: tuple[str, ...]
    counts: dict[str, tuple[int, ...]]


def matrix(row: Relationship, years: Mapping[str, str]) -> Matrix:
    """The sectors by year. `years` gives the year of each article that has one; of many years, decades are shown."""
    found = {
        sector.sector: Counter(years.get(span.article or span.capture, "") for span in sector.spans)
        for sector in row.sectors
    }
    known = sorted({year for counts in found.values() for year in counts}, key=lambda year: (year == "", year))
    if len(known) > MOST_YEARS:
        found = {name: _by_decade(counts) for name, counts in found.items()}
        known = sorted({year for counts in found.values() for year in counts}, key=lambda year: (year == "", year))
    return Matrix(tuple(known), {name: tuple(counts[year] for year in known) for name, counts in found.items()})


def _by_decade(counts: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for year, number in counts.items():
        found[f"{year[:3]}0s" if year else ""] += number
    return found


def _tally(events: Sequence[Event]) -> str:
    """ "4 events took place (3 of heads of state or government), 1 planned"."""
    statuses = Counter(event.status for event in events)
    parts = []
    for status, number in sorted(statuses.items(), key=lambda item: (item[0] != "held", item[0])):
        levels = Counter(event.level for event in events if event.status == status)
        heads = f" ({levels['head']} of {said(LEVELS, 'head')})" if levels["head"] else ""
        parts.append(f"{counted(number, 'event')} {said(STATUSES, status)}{heads}")
    return ", ".join(parts)


def _by_weight(sectors: Sequence[Sector]) -> list[Sector]:
    return sorted(sectors, key=lambda sector: (-len(sector.spans), sector.sector))


def _sector(sector: Sector, citer: Citer) -> SectorLine:
    promises = counted(len(sector.commitments), "commitment") if sector.commitments else ""
    return SectorLine(
        sector.sector, citer.evidence(sector.spans), promises, len(sector.commitments), len(sector.indicators)
    )
