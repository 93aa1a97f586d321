"""What every list has: its filters as a form, the page's place among the pages."""

from dataclasses import dataclass
from math import ceil

from communique.store.heads import actor_heads
from communique.store.queries import Filters, Found, counted_by, page_ids, topics, total
from communique.web.desk import Look
from communique.web.words import FILTERS, in_words

MOST_CHOICES = 150
DATES = frozenset({"first", "last"})
_ONE = {"events": "event", "statements": "statement", "commitments": "commitment"}


@dataclass(frozen=True)
class Choice:
    """One filter of a form: text, a date, or one of some values with their words."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    is_date: bool = False


@dataclass(frozen=True)
class Pager:
    """Where a page stands among the pages."""

    page: int
    pages: int
    total: int
    path: str
    given: dict[str, str]


def pager(path: str, filters: Filters, found: Found, page: int, size: int) -> Pager:
    """The place of a page."""
    return Pager(page, max(1, ceil(found.total / size)), found.total, path, filters.given())


def find(look: Look, kind: str, filters: Filters, page: int, size: int) -> Found:
    """One page of a list; how many there are on all pages is counted once for each state of the record."""
    name = f"total-{kind}-{sorted(filters.given().items())}"
    return Found(
        page_ids(look.connection, kind, filters, page, size), look.once(name, lambda c: total(c, kind, filters))
    )


def choices(look: Look, kind: str, names: tuple[str, ...], filters: Filters) -> tuple[Choice, ...]:
    """The filters of a list of `kind`, with the values to choose from."""
    return tuple(_choice(look, kind, name, getattr(filters, name)) for name in names)


def _choice(look: Look, kind: str, name: str, value: str) -> Choice:
    label = FILTERS[name]
    if name in DATES:
        return Choice(name, label, value, is_date=True)
    if name == "words":
        return Choice(name, label, value)
    options = look.once(f"choices-{kind}-{name}", lambda _: _options(look, kind, name))
    # What was asked for by a link may be rarer than what is offered.
    if value and value not in dict(options):
        options = ((value, _named(look, kind, name, value)), *options)
    return Choice(name, label, value, options)


def _named(look: Look, kind: str, name: str, value: str) -> str:
    if name == "actor":
        heads = actor_heads(look.connection, [value])
        return heads[0].name if heads and heads[0].name else "an actor not in the record"
    if name in ("event", "article", "about"):
        return "the one chosen"
    return in_words(kind, name, value)


def _options(look: Look, kind: str, name: str) -> tuple[tuple[str, str], ...]:
    connection = look.connection
    if name == "actor":
        return actors(look, speaking=kind == "statements")
    if name == "topic":
        counts = topics(connection, _ONE[kind])
    elif name == "place":
        counts = counted_by(connection, "events", "place")
    elif name == "outlet":
        counts = counted_by(connection, "articles", "coalesce(outlet, agency)")
    elif kind == "findings" and name == "kind":
        counts = counted_by(connection, kind, "about_kind")
    else:
        counts = counted_by(connection, kind, name)
    shown = [(value, f"{in_words(kind, name, value)} ({count:,})") for value, count in counts.items()]
    return tuple(shown[:MOST_CHOICES])


def actors(look: Look, *, speaking: bool) -> tuple[tuple[str, str], ...]:
    """The actors that take part or speak most, by name."""
    table = "statement_speakers" if speaking else "event_participants"
    rows = look.connection.execute(
        f"SELECT a.id, a.name, count(*) AS n FROM {table} p JOIN actors a ON a.id = p.actor"  # noqa: S608
        " WHERE a.name <> '' GROUP BY a.id ORDER BY n DESC, a.id LIMIT ?",
        (MOST_CHOICES,),
    ).fetchall()
    return tuple((item, f"{name} ({count:,})") for item, name, count in sorted(rows, key=lambda row: row[1].lower()))
