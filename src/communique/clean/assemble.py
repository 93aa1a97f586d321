"""Paragraphs to an article: the text, each kept paragraph's place in it, and the ids."""

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from communique.clean.words import fold_lines
from communique.records.articles import KEPT_ROLES, Paragraph
from communique.records.ids import content_id

JOINT = "\n\n"


def lay_out(paragraphs: Sequence[Paragraph], title: str | None = None) -> tuple[str, tuple[Paragraph, ...]]:
    """The article's text, and the paragraphs with their places in it. The title comes first, wherever it stood;
    `title` is one that no paragraph holds."""
    parts: list[str] = [title] if title is not None else []
    places: dict[int, int] = {}
    length = len(title) if title is not None else -len(JOINT)
    order = sorted(range(len(paragraphs)), key=lambda i: (paragraphs[i].role != "title", i))
    for i in order:
        paragraph = paragraphs[i]
        if paragraph.role in KEPT_ROLES:
            places[i] = length + len(JOINT)
            parts.append(paragraph.text)
            length = places[i] + len(paragraph.text)
    placed = (
        replace(paragraph, start=places[i], end=places[i] + len(paragraph.text)) if i in places else paragraph
        for i, paragraph in enumerate(paragraphs)
    )
    return JOINT.join(parts), tuple(placed)


def fingerprint(paragraphs: Sequence[Paragraph]) -> str:
    """The id of the origin: of the body's folded words, so that spacing and marks do not tell reprints apart."""
    words = fold_lines([paragraph.text for paragraph in paragraphs if paragraph.role == "body"])
    return content_id("origin", "\x1f".join(chain.from_iterable(words)))
