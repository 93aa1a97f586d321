"""Pictures along time, as SVG: lanes of dots and bars, and small series of figures. Shapes take their colours from the
page's style sheet by class, so that they follow it into the dark and onto paper.

The library that writes the SVG escapes nothing: every word goes through `escape` here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

import svg

from communique.report.dates import MONTHS

WIDTH = 860
LEFT = 8
TOP = 24
NAME = 22
ROW = 15
DOT = 6
MOST_ROWS = 4
# A lane with more marks than this is drawn as columns, one a slice of time.
MOST_DOTS = 80
BINS = 80
COLUMN_HEIGHT = 44
DAYS = 366
MONTHS_FROM = 170
LABEL_ROOM = 38
MOST_YEARS = 14


@dataclass(frozen=True)
class Dot:
    """Something at a time: where it leads, what it is, its first and last day, whether it took place."""

    href: str
    label: str
    first: date
    last: date
    held: bool = True


@dataclass(frozen=True)
class Lane:
    """One set of parties with its marks."""

    name: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class _Scale:
    """Years side by side. Few: only those in which something happened, with a gap between years apart. Many: all."""

    years: tuple[int, ...]

    @property
    def width(self) -> float:
        """Of one year."""
        return (WIDTH - 2 * LEFT) / max(1, len(self.years))

    def x(self, day: date) -> float:
        """Where the day stands; a day of a year that is left out stands at the end of the year before it."""
        at = float(LEFT)
        for n, year in enumerate(self.years):
            if year == day.year:
                return LEFT + self.width * (n + (day.timetuple().tm_yday - 1) / DAYS)
            if year < day.year:
                at = LEFT + self.width * (n + 1)
        return at


def _scale(dots: Iterable[Dot]) -> _Scale:
    years = sorted({day.year for dot in dots for day in (dot.first, dot.last)})
    if len(years) > MOST_YEARS:
        years = list(range(years[0], years[-1] + 1))
    return _Scale(tuple(years))


def picture(lanes: Sequence[Lane], title: str) -> str:
    """The lanes one below the other; empty where there is nothing to show. The text alternative names each lane with
    the number of its marks; what the marks are is told by the list that goes with the picture."""
    shown = [lane for lane in lanes if lane.dots]
    if not shown:
        return ""
    scale = _scale(dot for lane in shown for dot in lane.dots)
    drawn: list[svg.Element] = []
    y = float(TOP)
    for n, lane in enumerate(shown):
        group, height = _lane(n, lane, scale, y)
        drawn.append(group)
        y += height
    frame = [*_years(scale, y), *drawn]
    told = "; ".join(f"{lane.name}: {len(lane.dots)}" for lane in shown)
    return _figure(frame, y + 4, title, f"{title}. {told}. From {scale.years[0]} to {scale.years[-1]}.")


def _figure(elements: Sequence[svg.Element], height: float, title: str, described: str) -> str:
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, round(height)),
        class_=["chart"],
        extra={"role": "group", "aria-label": escape(described)},
        elements=[svg.Title(text=escape(title)), svg.Desc(text=escape(described)), *elements],
    ).as_str()


def _years(scale: _Scale, bottom: float) -> list[svg.Element]:
    found: list[svg.Element] = []
    every = max(1, round(LABEL_ROOM / scale.width + 0.5)) if scale.width < LABEL_ROOM else 1
    for n, year in enumerate(scale.years):
        x = round(LEFT + n * scale.width, 1)
        gap = n > 0 and scale.years[n - 1] != year - 1
        classes = ["edge", "gap"] if gap else ["edge"]
        found.append(svg.Line(class_=classes, x1=x, x2=x, y1=2, y2=round(bottom, 1)))
        if n % every == 0:
            found.append(svg.Text(class_=["year"], x=x + 4, y=13, text=str(year)))
        if scale.width >= MONTHS_FROM:
            found += _months(x, scale.width, bottom)
    return found


def _months(x: float, width: float, bottom: float) -> list[svg.Element]:
    found: list[svg.Element] = []
    for month in (4, 7, 10):
        at = round(x + width * (date(2001, month, 1).timetuple().tm_yday - 1) / DAYS, 1)
        found.append(svg.Line(class_=["tick"], x1=at, x2=at, y1=18, y2=round(bottom, 1)))
        found.append(svg.Text(class_=["month"], x=at + 3, y=13, text=MONTHS[month - 1][:3]))
    return found


def _lane(n: int, lane: Lane, scale: _Scale, top: float) -> tuple[svg.Element, float]:
    """The lane and its height."""
    name = svg.Text(class_=["name"], x=LEFT, y=round(top + 15, 1), text=escape(lane.name))
    if len(lane.dots) > MOST_DOTS:
        marks, height = _columns(lane, scale, top + NAME), float(COLUMN_HEIGHT)
    else:
        marks, height = _dots(lane, scale, top + NAME)
    rail_y = round(top + NAME + height, 1)
    rail = svg.Line(class_=["rail"], x1=LEFT, x2=WIDTH - LEFT, y1=rail_y, y2=rail_y)
    return svg.G(class_=[f"lane{n}"], elements=[name, rail, *marks]), NAME + height + 12


def _dots(lane: Lane, scale: _Scale, top: float) -> tuple[list[svg.Element], float]:
    rows: list[float] = []
    placed = []
    for dot in sorted(lane.dots, key=lambda dot: (dot.first, dot.last, dot.href)):
        x = scale.x(dot.first)
        width = max(0.0, scale.x(dot.last) - x)
        free = [row for row, end in enumerate(rows) if end <= x - 2]
        row = free[0] if free else min(len(rows), MOST_ROWS - 1)
        if row == len(rows):
            rows.append(0.0)
        rows[row] = max(rows[row], x + max(width, 2 * DOT))
        placed.append((row, x, width, dot))
    height = ROW * max(1, len(rows))
    return [_mark(x, top + height - DOT - 2 - ROW * row, width, dot) for row, x, width, dot in placed], height


def _mark(x: float, y: float, width: float, dot: Dot) -> svg.Element:
    classes = ["dot"] if dot.held else ["dot", "open"]
    shape: svg.Element = (
        svg.Rect(class_=classes, x=round(x, 1), y=round(y - 5, 1), width=round(max(width, 2 * DOT), 1), height=10, rx=5)
        if width > DOT
        else svg.Circle(class_=classes, cx=round(min(x + DOT, WIDTH - DOT - 1), 1), cy=round(y, 1), r=DOT)
    )
    return svg.A(
        href=escape(dot.href),
        elements=[svg.Title(text=escape(dot.label)), shape],
        extra={"aria-label": escape(dot.label), "tabindex": "-1"},
    )


def _columns(lane: Lane, scale: _Scale, top: float) -> list[svg.Element]:
    """So many marks a slice of time, as a column each."""
    span = (WIDTH - 2 * LEFT) / BINS
    counts = Counter(min(BINS - 1, int((scale.x(dot.first) - LEFT) / span)) for dot in lane.dots)
    most = max(counts.values())
    return [
        svg.Rect(
            class_=["dot"],
            x=round(LEFT + span * at + 1, 1),
            y=round(top + COLUMN_HEIGHT * (1 - count / most), 1),
            width=round(span - 2, 1),
            height=round(COLUMN_HEIGHT * count / most, 1),
            elements=[svg.Title(text=f"{count} of {len(lane.dots)}")],
        )
        for at, count in sorted(counts.items())
    ]


@dataclass(frozen=True)
class Point:
    """A figure of a series: when, how much, and both in words."""

    at: date
    value: float
    label: str


SMALL_WIDTH = 260
SMALL_HEIGHT = 64


def series(points: Sequence[Point], title: str) -> str:
    """A small line with its points; empty for fewer than two points or for one day only."""
    ordered = sorted(points, key=lambda point: (point.at, point.value))
    if len({point.at for point in ordered}) < 2:
        return ""
    first, last = ordered[0].at.toordinal(), ordered[-1].at.toordinal()
    low, high = min(0.0, *(p.value for p in ordered)), max(0.0, *(p.value for p in ordered))
    span = (high - low) or 1.0
    places = [
        (
            round(10 + (SMALL_WIDTH - 20) * (point.at.toordinal() - first) / (last - first), 1),
            round(8 + (SMALL_HEIGHT - 26) * (high - point.value) / span, 1),
            point,
        )
        for point in ordered
    ]
    base = round(8 + (SMALL_HEIGHT - 26) * high / span, 1)
    lines: list[svg.Element] = [svg.Line(class_=["rail"], x1=6, x2=SMALL_WIDTH - 6, y1=base, y2=base)]
    lines += [svg.Line(class_=["curve"], x1=a[0], y1=a[1], x2=b[0], y2=b[1]) for a, b in pairwise(places)]
    dots = [
        svg.Circle(class_=["dot"], cx=x, cy=y, r=4, elements=[svg.Title(text=escape(point.label))])
        for x, y, point in places
    ]
    ends = [
        svg.Text(class_=["month"], x=6, y=SMALL_HEIGHT - 3, text=str(ordered[0].at.year)),
        svg.Text(class_=["month", "end"], x=SMALL_WIDTH - 6, y=SMALL_HEIGHT - 3, text=str(ordered[-1].at.year)),
    ]
    described = f"{title}: " + "; ".join(point.label for point in ordered)
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, SMALL_WIDTH, SMALL_HEIGHT),
        class_=["chart", "small", "lane0"],
        extra={"role": "img", "aria-label": escape(described)},
        elements=[svg.Title(text=escape(title)), svg.Desc(text=escape(described)), *lines, *dots, *ends],
    ).as_str()
