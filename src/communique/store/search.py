"""Full text: paragraphs and statements that hold all of some words."""

import re
import sqlite3
from collections.abc import Iterator
from typing import Literal, NamedTuple

_PART = re.compile(r'"([^"]*)"|(\S+)')
OPEN, CLOSE = "\x02", "\x03"


class Hit(NamedTuple):
    """A stretch that matches. `marked` has OPEN and CLOSE around the matching words, shortened to a snippet
    where it is a long paragraph; `item` is the statement's or the article's id."""

    where: Literal["statement", "paragraph"]
    item: str
    article: str
    role: str
    marked: str


def query(words: str) -> str:
    """`words` for FTS5: all of them, in any order; a stretch in quotation marks as it is; a word ending in *
    as a beginning. Everything else that FTS5 would read as an operator is only text."""
    parts = [(phrase or word) for phrase, word in _PART.findall(words)]
    quoted = ('"{}"{}'.format(part.rstrip("*").replace('"', ""), "*" * part.endswith("*")) for part in parts)
    return " ".join(part for part in quoted if any(char.isalnum() for char in part))


def search(connection: sqlite3.Connection, words: str, limit: int = 20) -> Iterator[Hit]:
    """What matches, best first, statements before paragraphs; no word, no hit."""
    asked = query(words)
    if not asked:
        return
    found = connection.execute(
        "SELECT s.id, s.article, s.mode, highlight(statement_search, 0, ?, ?) FROM statement_search"
        " JOIN statements s ON s.number = statement_search.rowid"
        " WHERE statement_search MATCH ? ORDER BY bm25(statement_search), s.id LIMIT ?",
        (OPEN, CLOSE, asked, limit),
    )
    yield from (Hit("statement", *row) for row in found)
    found = connection.execute(
        "SELECT p.article, p.article, p.role, snippet(paragraph_search, 0, ?, ?, '…', 40) FROM paragraph_search"
        " JOIN paragraphs p ON p.number = paragraph_search.rowid"
        " WHERE paragraph_search MATCH ? AND p.kept ORDER BY bm25(paragraph_search), p.article, p.position LIMIT ?",
        (OPEN, CLOSE, asked, limit),
    )
    yield from (Hit("paragraph", *row) for row in found)
