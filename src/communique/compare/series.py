"""Figures of one measure over time, across articles."""

from collections.abc import Iterable, Sequence

from communique.merge.wording import meanings
from communique.records.base import Row
from communique.records.indicators import Bound, Change, Indicator
from communique.records.times import Time
from communique.text.pairing import complete_link, sharing

# The share of the shorter measure's words that the other must hold for both to be one measure.
LEAST = 0.5


class Point(Row, frozen=True, kw_only=True):
    """One figure: its indicator, when and how much. `articles` report it."""

    indicator: str
    period: Time | None = None
    value: float
    value_to: float | None = None
    bound: Bound = "exact"
    change: Change = "none"
    articles: tuple[str, ...] = ()


class Series(Row, frozen=True, kw_only=True):
    """The figures of one measure of the same subjects in one unit, by period, those without one last. `subjects` are
    those that all or some of them name."""

    measure: str
    subjects: tuple[str, ...] = ()
    unit: str
    points: tuple[Point, ...]


def series(indicators: Iterable[Indicator], least: int = 2) -> tuple[Series, ...]:
    """Every series of at least so many figures, the longest first. Durations make none: how long a thing lasts is no
    figure that moves."""
    rows = {row.id: row for row in indicators if row.duration is None and row.unit and meanings(row.measure)}
    keys = {id_: [f"{row.unit} {word}" for word in meanings(row.measure)] for id_, row in rows.items()}
    scores = {
        (left, right): score for left, right in sharing(keys) if (score := _alike(rows[left], rows[right])) is not None
    }
    groups = complete_link(rows, scores, LEAST)
    found = [_series([rows[id_] for id_ in group]) for group in groups if len(group) >= least]
    return tuple(sorted(found, key=lambda s: (-len(s.points), s.measure, s.unit, s.points[0].indicator)))


def _alike(a: Indicator, b: Indicator) -> float | None:
    """How much of the words of the measures is shared; None where the unit differs or the subjects exclude each
    other."""
    mine, theirs = set(a.subjects), set(b.subjects)
    if a.unit != b.unit or (mine and theirs and not mine & theirs):
        return None
    left, right = meanings(a.measure), meanings(b.measure)
    return len(left & right) / min(len(left), len(right))


def _series(group: Sequence[Indicator]) -> Series:
    measures = [row.measure for row in group]
    points = sorted(group, key=lambda r: (r.period is None, r.period.earliest if r.period else "", r.value, r.id))
    return Series(
        measure=max(measures, key=lambda m: (measures.count(m), -len(m), m)),
        subjects=tuple(sorted({s for row in group for s in row.subjects})),
        unit=group[0].unit,
        points=tuple(
            Point(
                indicator=row.id,
                period=row.period,
                value=row.value,
                value_to=row.value_to,
                bound=row.bound,
                change=row.change,
                articles=tuple(sorted({m.article for m in row.mentions})),
            )
            for row in points
        ),
    )
