"""`communique report record.db -o dossier.html`"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.terminal import warn

if TYPE_CHECKING:
    import sqlite3

    from communique.records.record import Record

ENDINGS = ("", ".html", ".htm", ".md")
MEGABYTE = 1_000_000
# A page that a browser takes many seconds to lay out.
HEAVY = 25 * MEGABYTE


def report_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page to write; FILE.md: a brief.")
    ],
    event: Annotated[str, typer.Option(metavar="ID", help="Only this event, with its parts.")] = "",
    actor: Annotated[str, typer.Option(metavar="NAME", help="Only this actor, by name or id.")] = "",
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Only events from this day, month or year.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Only events to this day, month or year.")] = "",
    search: Annotated[str, typer.Option(metavar="WORDS", help="Only what holds all of these words.")] = "",
) -> None:
    """Write the dossier: one page that opens anywhere, with no network; or a Markdown brief with footnotes."""
    from communique.errors import UsageError
    from communique.report import write
    from communique.store import reading

    if output.suffix.lower() not in ENDINGS:
        raise UsageError(f"A dossier is HTML, a brief Markdown: {output} should end in .html or .md")
    asked = [bool(event), bool(actor), bool(first or last), bool(search)]
    if sum(asked) > 1:
        raise UsageError("A dossier is of one thing: give an event, an actor, a period or a search, not several")
    with reading(record) as connection:
        part = _part(connection, event, actor, first, last, search)
    if any(asked) and not part.articles:
        raise UsageError("The record holds nothing of that; see what it holds with: communique show RECORD events")
    try:
        write(part, output)
    except OSError as error:
        raise UsageError(
            f"Cannot write {output}: {error.strerror}; name a folder that exists and may be written"
        ) from error
    if output.is_file() and (size := output.stat().st_size) > HEAVY:
        warn(
            f"{output.name} has {size // MEGABYTE} MB, which browsers open slowly. Write a part (--from and --to,"
            f" --actor, --event, --search), or read it at the desk: communique serve {record}"
        )


def _part(connection: "sqlite3.Connection", event: str, actor: str, first: str, last: str, search: str) -> "Record":
    from communique.cli.called import actor_of
    from communique.errors import UsageError
    from communique.review.when import when_of
    from communique.store import about, find, load_record, slices

    if event:
        return slices.complete(connection, about.of_event(connection, find(connection, "events", event).id))
    if actor:
        found = about.of_actor(connection, actor_of(connection, actor).id, about.MOST_FOUND)
        return slices.complete(connection, found)
    if first or last:
        start = when_of(first).earliest if first else "0001-01-01"
        end = when_of(last).latest if last else "9999-12-31"
        if start > end:
            raise UsageError(f"--from {first} is later than --to {last}; give the earlier date first")
        return slices.complete(connection, about.of_period(connection, start, end))
    if search:
        return slices.complete(connection, about.of_search(connection, search))
    return load_record(connection)
