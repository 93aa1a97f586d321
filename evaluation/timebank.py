"""Time expressions on TimeBank and AQUAINT by the shared scorer, without cleaning or store."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.times import extract
from communique.records.articles import Article, Paragraph
from communique.records.mentions import Extraction
from communique.records.times import Time
from communique.text.times import each_end

MEASURES = ("strict", "relaxed", "value", "value_concrete")


def scorer(shared: Path) -> ModuleType:
    folder = str(shared / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import timex  # type: ignore[import-not-found]

    return timex  # type: ignore[no-any-return]


def blocks(text: str) -> Iterator[Paragraph]:
    """The stretches between blank lines, the first of them the title."""
    at = 0
    for block in text.split("\n\n"):
        if block.strip():
            role = "title" if at == 0 else "body"
            yield Paragraph(role=role, reason="whole", text=block, start=at, end=at + len(block))
        at += len(block) + 2


def article(name: str, text: str, published: str | None) -> Article:
    day = published[:10] if published else None
    time = Time(earliest=day, latest=day, basis="given") if day else None
    paragraphs = tuple(blocks(text))
    return Article(id=name, capture=name, sha256=name, origin=name, text=text, paragraphs=paragraphs, published=time)


def times(name: str, text: str, published: str | None) -> list[dict[str, Any]]:
    """The answers in the scorer's form."""
    one = article(name, text, published)
    found = extract(Tree(annotate(one)), Extraction(article=one, reference=one.published), None)
    rows = []
    for mention in (end for each in found for end in each_end(each)):
        row: dict[str, Any] = {"start": mention.span.start, "end": mention.span.end}
        if mention.time is not None:
            row |= {"earliest": mention.time.earliest, "latest": mention.time.latest, "edtf": mention.time.edtf}
        rows.append(row | {"duration": mention.duration, "value": mention.value})
    return rows


def answers(shared: Path) -> dict[str, Any]:
    captures = scorer(shared).captures(str(shared / "eval" / "timebank"), "all")
    return {"docs": {name: {"times": times(name, *capture)} for name, capture in captures.items()}}


def scores(shared: Path) -> dict[str, float]:
    """F1 of spans (exact, overlapping) and of values (all, concrete dates and durations)."""
    result = scorer(shared).score(answers(shared), str(shared / "eval" / "timebank"), "all")
    return {measure: result[measure]["f1"] for measure in MEASURES}


if __name__ == "__main__":
    print(scores(Path(sys.argv[1])))
