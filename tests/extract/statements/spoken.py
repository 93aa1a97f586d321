"""Sentences of our own, read as statements."""

from msgspec.structs import replace
from tests.parsed import label, read

from communique.extract.statements import extract
from communique.knowledge import load
from communique.records.mentions import Extraction, LocalActor, StatementMention

Row = tuple[str, str, str]


def statements(*paragraphs: str) -> tuple[Extraction, list[StatementMention]]:
    """The article of these paragraphs, and what is said in it."""
    tree, found = read(*paragraphs)
    rows = list(extract(tree, found, load()))
    described = tuple(row for row in rows if isinstance(row, LocalActor))
    said_ = [row for row in rows if isinstance(row, StatementMention)]
    return replace(found, actors=(*found.actors, *described)), said_


def said(*paragraphs: str) -> list[Row]:
    """(speakers' words, cue, content) of each statement; pieces are joined with a bar."""
    _, found = statements(*paragraphs)
    return [(_words(s), s.cue.exact if s.cue else "", _content(s)) for s in found]


def speakers(*paragraphs: str) -> list[list[str]]:
    """Who each statement is resolved to; the words, in brackets, of those nobody is known for."""
    article, found = statements(*paragraphs)
    return [[label(article, s.actor) if s.actor else f"[{s.text}]" for s in row.speakers] for row in found]


def _words(statement: StatementMention) -> str:
    return "; ".join(dict.fromkeys(speaker.text for speaker in statement.speakers))


def _content(statement: StatementMention) -> str:
    return " | ".join(piece.exact for piece in statement.pieces or (statement.content,))
