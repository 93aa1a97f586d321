"""What the record says about one item elsewhere: its findings, what was said and promised there, its renderings."""

import sqlite3
from collections.abc import Iterator

from communique.cli.terminal import line
from communique.cli.view import View


def related(connection: sqlite3.Connection, item: str, view: View) -> Iterator[tuple[str, list[str]]]:
    """Headings with their lines; none that are empty."""
    sections = (
        ("what was said there", _said(connection, item, view)),
        ("findings", _findings(connection, item)),
    )
    yield from ((heading, lines) for heading, lines in sections if lines)


def _said(connection: sqlite3.Connection, item: str, view: View) -> list[str]:
    rows = connection.execute(
        "SELECT id, content, article FROM statements WHERE event = ? OR utterance = ? ORDER BY number", (item, item)
    )
    return [
        f"{view.speakers(statement)}: {line(content)}  {view.source(article)} [{view.short(statement)}]"
        for statement, content, article in rows
    ]


def _findings(connection: sqlite3.Connection, item: str) -> list[str]:
    rows = connection.execute("SELECT field, judgement, note FROM findings WHERE about = ? ORDER BY field, id", (item,))
    return [line(f"{field}: {judgement}. {note}") for field, judgement, note in rows]
