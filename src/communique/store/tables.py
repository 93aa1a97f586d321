"""How each kind of item is laid out in its table: the columns that plain SQL asks for, and the whole row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.base import Row
from communique.records.captures import Problem
from communique.records.commitments import Agreement, Commitment
from communique.records.events import Event
from communique.records.findings import Finding, Relationship
from communique.records.ids import content_id
from communique.records.indicators import Indicator
from communique.records.judgements import StandingJudgement
from communique.records.record import Record
from communique.records.spans import Sourced
from communique.records.statements import Statement, Utterance
from communique.records.times import Time, TimeMention

type Cells = tuple[str | int | float | None, ...]


@dataclass(frozen=True)
class Table[R: Row]:
    """One kind: its name (also the field of `Record`), its row type, its columns less `id` and `data`."""

    kind: str
    row: type[R]
    columns: tuple[str, ...]
    cells: Callable[[R], Cells]

    @property
    def insert(self) -> str:
        """The statement that adds one row."""
        names = ("id", *self.columns, "data")
        return f"INSERT INTO {self.kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608

    def line(self, row: R) -> Cells:
        """The values for `insert`."""
        return (row_id(row), *self.cells(row), msgspec.json.encode(row).decode())


def row_id(row: Any) -> str:
    """The id of an item; a problem has none of its own and gets one from what it says."""
    if isinstance(row, Problem):
        return content_id("problem", row.capture, row.stage, row.code, row.message, row.lost)
    return str(row.id)


def _value(sourced: Sourced | None) -> str | None:
    return sourced.value if sourced else None


def _ends(time: Time | None) -> tuple[str | None, str | None]:
    return (time.earliest, time.latest) if time else (None, None)


def _basis(time: Time | None) -> str | None:
    return time.basis if time else None


def _article(row: Article) -> Cells:
    return (
        row.capture, row.sha256, row.url, row.language, _value(row.title), *_ends(row.published),
        _basis(row.published), _value(row.outlet), _value(row.agency), row.origin,
    )  # fmt: skip


def _event(row: Event) -> Cells:
    approximate = int(row.time.approximate) if row.time else None
    place = (row.place.name, row.place.country) if row.place else (None, None)
    return (row.form, row.status, row.level, *_ends(row.time), _basis(row.time), approximate, *place)


def _indicator(row: Indicator) -> Cells:
    return (row.measure, row.value, row.value_to, row.unit, row.bound, row.change, *_ends(row.period))


def _agreement(row: Agreement) -> Cells:
    return (row.name, row.stages[-1].stage if row.stages else None, row.horizon)


TABLES: tuple[Table[Any], ...] = (
    Table("articles", Article, ("capture", "sha256", "url", "language", "title", "published_earliest",
          "published_latest", "published_basis", "outlet", "agency", "origin"), _article),
    Table("actors", Actor, ("kind", "name", "country"), lambda row: (row.kind, row.name, row.country)),
    Table("times", TimeMention, ("article", "words", "value", "earliest", "latest", "basis"),
          lambda row: (row.article, row.span.exact, row.value, *_ends(row.time), _basis(row.time))),
    Table("events", Event, ("form", "status", "level", "earliest", "latest", "basis", "approximate", "place",
          "country"), _event),
    Table("statements", Statement, ("article", "mode", "stance", "polarity", "content", "event", "utterance"),
          lambda row: (row.article, row.mode, row.stance, row.polarity, row.content.exact, row.event, row.utterance)),
    Table("utterances", Utterance, ("event", "renderings"), lambda row: (row.event, len(row.renderings))),
    Table("commitments", Commitment, ("kind", "strength", "action", "earliest", "latest", "horizon"),
          lambda row: (row.kind, row.strength, row.action.exact, *_ends(row.deadline), row.horizon)),
    Table("agreements", Agreement, ("name", "stage", "horizon"), _agreement),
    Table("indicators", Indicator, ("measure", "value", "value_to", "unit", "bound", "change", "earliest", "latest"),
          _indicator),
    Table("findings", Finding, ("about_kind", "about", "field", "judgement", "note"),
          lambda row: (row.about.kind, row.about.id, row.field, row.judgement, row.note)),
    Table("relationships", Relationship, (), lambda row: ()),
    Table("judgements", StandingJudgement, ("kind", "author", "made", "standing"),
          lambda row: (row.kind, row.author, row.made, row.standing)),
    Table("problems", Problem, ("capture", "stage", "code", "message", "lost"),
          lambda row: (row.capture, row.stage, row.code, row.message, int(row.lost))),
)  # fmt: skip
BY_KIND: dict[str, Table[Any]] = {table.kind: table for table in TABLES}


def rows(record: Record, kind: str) -> Sequence[Any]:
    """The rows of one kind in a record."""
    found: Sequence[Any] = getattr(record, kind)
    return found
