"""Findings on indicators: one figure in several reports, and several figures of one measure in one period."""

from collections.abc import Iterator, Sequence

from communique.compare.ledger import Claim, Sources, equal, finding
from communique.compare.series import Point, series
from communique.records.findings import About, Finding, Relation
from communique.records.indicators import Indicator
from communique.records.record import Record

# "About 40" lets so much more or less be true.
NEAR = 0.1
_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}


def indicator_findings(record: Record) -> Iterator[Finding]:
    """A finding for the value of each indicator: who gives it; and one for each measure of which several articles give
    several figures for one period."""
    sources = Sources(record)
    for indicator in record.indicators:
        found = finding(About(kind="indicator", id=indicator.id), "value", _claims(indicator), equal, sources)
        if found is not None:
            yield found
    by_id = {indicator.id: indicator for indicator in record.indicators}
    for one in series(record.indicators):
        for points in _one_period(one.points):
            rivals = [by_id[p.indicator] for p in points]
            about = About(kind="indicator", id=min(p.indicator for p in points))
            claims = [c for rival in rivals for c in _claims(rival)]
            found = finding(about, "figures of one period", claims, _related, sources)
            if found is not None and found.judgement in ("differ", "refine"):
                yield found


def _claims(indicator: Indicator) -> list[Claim]:
    bound, unit = _BOUNDS[indicator.bound], indicator.unit
    key = f"{indicator.bound} {indicator.value!r} {indicator.change} {unit}"
    value = f"{bound}{indicator.value:g} {unit}".strip()
    return [Claim(value=value, key=key, article=m.article, spans=(m,)) for m in indicator.mentions]


def _one_period(points: Sequence[Point]) -> list[list[Point]]:
    """The figures of the same days; a figure without a period stands beside none."""
    found: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        if point.period is not None:
            found.setdefault((point.period.earliest, point.period.latest), []).append(point)
    return [group for _, group in sorted(found.items()) if len(group) > 1]


def _related(lead: Claim, other: Claim) -> Relation:
    """Figures that may both be true refine each other: "over 30 percent" and "40 percent"."""
    if lead.key == other.key:
        return "same"
    (bound, value, change, _), (other_bound, other_value, other_change, _) = (
        c.key.split(" ", 3) for c in (lead, other)
    )
    if {change, other_change} == {"up", "down"}:
        return "differs"
    a, b = float(value), float(other_value)
    holds = (
        a == b or (bound != "exact" and _allows(bound, a, b)) or (other_bound != "exact" and _allows(other_bound, b, a))
    )
    return "refines" if holds else "differs"


def _allows(bound: str, value: float, other: float) -> bool:
    """Whether "at least", "at most" or "about" a value lets another one be true."""
    if bound == "at_least":
        return other >= value
    if bound == "at_most":
        return other <= value
    return abs(other - value) <= NEAR * abs(value)
