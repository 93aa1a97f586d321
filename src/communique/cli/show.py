"""`communique show record.db [KIND] [ID]`"""

import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.terminal import add, console, line, put, safe, table, tally

if TYPE_CHECKING:
    import sqlite3

    from communique.records.articles import Article

KINDS = (
    "events", "statements", "utterances", "commitments", "agreements", "indicators", "actors", "relationship",
    "findings", "judgements", "articles", "times", "problems",
)  # fmt: skip
# What is drawn together from several kinds.
VIEWS = ("outlets", "series")


def show_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help=f"One of: {', '.join((*KINDS, *VIEWS))}.")] = "",
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]",
            help="An id, or as much of its beginning as is unlike others; of an actor its name too; of a relationship"
            " two names or codes.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Rows as in the export, for programs.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Of actors: those too that take part in nothing and are only mentioned.")
    ] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="Of an article: what is no part of it, and why.")] = False,
) -> None:
    """Show what the record holds: how much, all of a kind, or one item with the words it rests on."""
    from communique.cli.views import SHOWN, relationship
    from communique.store import reading

    wanted = items or []
    if kind in VIEWS:
        SHOWN[kind](record, as_json)
        return
    if len(wanted) > 1:
        _only_one(_kind(kind))
        relationship(record, wanted, as_json)
        return
    with reading(record) as connection:
        if not kind:
            _overview(connection, record, as_json)
        elif wanted:
            _one(connection, _kind(kind), wanted[0], as_json, dropped)
        else:
            _all(connection, _kind(kind), as_json, everything)


def _only_one(kind: str) -> None:
    from communique.errors import UsageError

    if kind != "relationships":
        raise UsageError(f"One id at a time: communique show RECORD {kind} ID")


def _kind(name: str) -> str:
    from communique.errors import UsageError

    if name in KINDS:
        return "relationships" if name == "relationship" else name
    plural = name.lower() if name.lower().endswith("s") else f"{name.lower()}s"
    if plural in KINDS or plural == "relationships":
        return plural
    near = get_close_matches(plural, (*KINDS, *VIEWS), n=1)
    meant = f" Did you mean {near[0]!r}?" if near else ""
    raise UsageError(f"No kind {name!r}.{meant} There are: {', '.join((*KINDS, *VIEWS))}")


def print_json(value: Any) -> None:
    """`value` as a program reads it."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _overview(connection: "sqlite3.Connection", record: Path, as_json: bool) -> None:
    from communique.store.load import counts

    held = counts(connection)
    if as_json:
        print_json(held)
        return
    console().print(tally(f"{record.name} holds", held, 3))


def _all(connection: "sqlite3.Connection", kind: str, as_json: bool, everything: bool) -> None:
    from communique.cli.listing import LISTINGS, parts_below
    from communique.cli.ordering import in_order
    from communique.cli.view import View

    view = View(connection)
    if as_json:
        print_json(_contract(kind, view.rows(kind)))
        return
    rows = in_order(kind, view.rows(kind), view)
    rows = parts_below(rows) if kind == "events" else rows
    idle = 0
    if kind == "actors" and not everything:
        rows, idle = _acting(connection, rows)
    if not rows and not idle:
        console().print(f"The record holds no {kind}.")
        return
    listing = LISTINGS[kind]
    shown = table(*listing.columns)
    for row in rows:
        add(shown, *listing.cells(row, view))
    put(console(), shown)
    if idle:
        console().print(f"{idle} more that articles mention take part in nothing; --all lists them too.")


def _acting(connection: "sqlite3.Connection", rows: list[Any]) -> tuple[list[Any], int]:
    """The actors that do something in the record, or that a person judged; and how many others there are."""
    from communique.store.queries import acting

    known = acting(connection)
    kept = [row for row in rows if row.id in known or row.judged]
    return kept, len(rows) - len(kept)


def _one(connection: "sqlite3.Connection", kind: str, item: str, as_json: bool, dropped: bool) -> None:
    from communique.cli.called import actor_of
    from communique.cli.view import View
    from communique.errors import UsageError
    from communique.store import find

    try:
        found: Any = actor_of(connection, item) if kind == "actors" else find(connection, kind, item)
    except UsageError as error:
        if kind == "relationships":
            raise UsageError(
                f"No relationship has the id {item}; name two actors or more, as in: communique show RECORD"
                " relationship IR RU"
            ) from error
        raise
    if as_json:
        print_json(_contract(kind, [found])[0])
    elif kind == "articles":
        _article(found, View(connection), dropped)
    else:
        _item(connection, found, View(connection))


def _contract(kind: str, rows: list[Any]) -> list[Any]:
    import msgspec

    from communique.export.jsonl import exported
    from communique.records.record import Record

    record = msgspec.structs.replace(Record(), **{kind: tuple(rows)})
    return [msgspec.to_builtins(row) for row in exported(record, kind)]


def _item(connection: "sqlite3.Connection", found: Any, view: Any) -> None:
    from communique.cli.detail import detail
    from communique.cli.related import related

    screen = console()
    for depth, field, value in detail(found, view):
        screen.print(f"{'  ' * depth}{field.replace('_', ' ')}: ", value, sep="", soft_wrap=True)
    for heading, lines in related(connection, found.id, view):
        screen.print(f"\n{heading}")
        for one in lines:
            screen.print(f"  {one}", soft_wrap=True)


def _article(article: "Article", view: Any, dropped: bool) -> None:
    from communique.cli.view import days_of

    screen = console()
    screen.print(safe(f"{article.capture}  {article.id}"))
    time, by = article.published, (article.outlet, article.agency)
    said = {
        "published": f"{days_of(time)} [{time.basis}]" if time else "not known",
        "by": ", ".join(dict.fromkeys(one.value for one in by if one)) or "not known",
        "address": article.url or "",
        "same text": ", ".join(view.same_text(article)),
    }
    for name, value in said.items():
        if value:
            screen.print(f"{name}: {line(value)}", soft_wrap=True)
    shown = table("role", "why", "text")
    for paragraph in article.paragraphs:
        if (paragraph.start is None) == dropped:
            add(shown, paragraph.role, paragraph.reason, line(paragraph.text, 0 if not dropped else 200))
    put(screen, shown)
