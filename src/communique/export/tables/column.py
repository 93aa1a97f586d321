"""What a table of the CSV export is: its columns, each with its type, its meaning and how it is filled."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from communique.export.tables.lookup import Lookup
from communique.records.times import Time

Type = Literal["string", "integer", "number", "boolean", "date"]
DAY = len("2022-01-19")


class Column(NamedTuple):
    """A column: `fill` gives a row's value, None where nothing is known; several values are a sequence of strings."""

    name: str
    type: Type
    meaning: str
    fill: Callable[[Any, Lookup], object]


class Table(NamedTuple):
    """A table: one row for each of what `rows` gives, in the order in which it is written. `key` names the column
    that no two rows share, "" where there is none; `refers` the columns that hold another table's key."""

    name: str
    meaning: str
    rows: Callable[[Lookup], Iterable[Any]]
    columns: Sequence[Column]
    key: str = ""
    refers: tuple[tuple[str, str], ...] = ()


def dates(name: str, of: Callable[[Any, Lookup], Time | None], what: str) -> tuple[Column, ...]:
    """An interval as columns: its first and last day, how precise it is, and how it was reached."""

    def part(get: Callable[[Time], object]) -> Callable[[Any, Lookup], object]:
        return lambda row, look: get(found) if (found := of(row, look)) else None

    return (
        Column(f"{name}_from", "date", f"first day on which {what} may be", part(lambda time: time.earliest[:DAY])),
        Column(f"{name}_to", "date", f"last day on which {what} may be", part(lambda time: time.latest[:DAY])),
        Column(f"{name}_precision", "string", "day, month, year or interval", part(precision)),
        Column(f"{name}_approximate", "boolean", '"late June", "about": the bounds are soft', part(_approximate)),
        Column(
            f"{name}_basis",
            "string",
            "given with the capture, stated on the page, relative to the page's date, or inferred from other articles",
            part(lambda time: time.basis),
        ),
    )


def _approximate(time: Time) -> bool:
    return time.approximate


def precision(time: Time) -> str:
    """How long the interval is: a day, a calendar month, a calendar year, or something else."""
    first, last = time.earliest[:DAY], time.latest[:DAY]
    if first == last:
        return "day"
    if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4]:
        return "year"
    whole = first[8:] == "01" and first[:7] == last[:7] and int(last[8:]) >= _last_day(first)
    return "month" if whole else "interval"


def _last_day(first: str) -> int:
    return monthrange(int(first[:4]), int(first[5:7]))[1]
