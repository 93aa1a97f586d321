"""Attributed statements on PolNeAR's development texts by the shared scorer, without cleaning or store.

A text's first line is its title, every other line a body paragraph. Parses are kept in the temporary folder, so
that a second run takes seconds. It also prints recall by the gold's kind of cue and form of speaker,
and precision by class of cue.
"""

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.statements import extract
from communique.knowledge import load
from communique.records.annotated import Annotated
from communique.records.articles import Article, Paragraph
from communique.records.mentions import Extraction, StatementMention
from communique.records.spans import Span

SPLIT = "dev"
PRONOUNS = frozenset("i we you he she they it this that these those".split())
Spans = list[list[int]]


def scores(shared: Path) -> dict[str, float]:
    """F1 of attributions and of content tokens."""
    polnear, docs, gold, found = _run(shared)
    figures = polnear.figures(docs, gold, {doc: [_plain(s) for s in rows] for doc, rows in found.items()})
    return {
        "attribution": figures["attribution"]["all"]["f1"],
        "attribution_quoted": figures["attribution"]["quoted"]["f1"],
        "attribution_unquoted": figures["attribution"]["unquoted"]["f1"],
        "content_tokens": figures["token"]["content"]["f1"],
        "source_tokens": figures["token"]["source"]["f1"],
    }


@cache
def _run(shared: Path) -> tuple[ModuleType, dict[str, str], Any, dict[str, list[StatementMention]]]:
    polnear = scorer(shared)
    data = str(shared / "eval" / "polnear" / "data")
    docs, gold = polnear.texts(data, SPLIT), polnear.gold(data, SPLIT)
    found = {doc: statements(parsed(doc, docs[doc])) for doc in sorted(gold)}
    return polnear, docs, gold, found


def statements(annotated: Annotated) -> list[StatementMention]:
    """By this stage alone: who the words are resolved to is no part of the score."""
    found = extract(Tree(annotated), Extraction(article=annotated.article), load())
    return [mention for mention in found if isinstance(mention, StatementMention)]


def scorer(shared: Path) -> ModuleType:
    folder = str(shared / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import polnear  # type: ignore[import-not-found]

    return polnear  # type: ignore[no-any-return]


def parsed(name: str, text: str) -> Annotated:
    """The annotated article of a text, from the temporary folder where it was parsed before."""
    whole = article(name, text)
    key = sha256(msgspec.json.encode(whole)).hexdigest()[:24]
    cache = Path(tempfile.gettempdir()) / "communique-evaluation" / f"{key}.json"
    if cache.is_file():
        return msgspec.json.decode(cache.read_bytes(), type=Annotated)
    annotated = annotate(whole)
    cache.parent.mkdir(exist_ok=True)
    cache.write_bytes(msgspec.json.encode(annotated))
    return annotated


def article(name: str, text: str) -> Article:
    paragraphs = tuple(_lines(text))
    return Article(id=name, capture=name, sha256=name, origin=name, text=text, paragraphs=paragraphs)


def _lines(text: str) -> Iterator[Paragraph]:
    at, first = 0, True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            role = "title" if first else "body"
            yield Paragraph(role=role, reason="whole", text=words, start=start, end=start + len(words))
            first = False
        at += len(line) + 1


def _plain(statement: StatementMention) -> dict[str, Spans]:
    """A statement as the scorer reads an export: its content from first to last word."""
    sources = {s.span.start: s.span for s in statement.speakers if s.span is not None}
    return {
        "content": _spans([statement.content]),
        "source": _spans([span for _, span in sorted(sources.items())]),
        "cue": _spans([statement.cue] if statement.cue else []),
    }


def _spans(spans: list[Span]) -> Spans:
    return [[span.start, span.end] for span in spans]


# --- what the next gap is
def report(shared: Path) -> None:
    """Print recall by kind of cue and form of speaker of the gold, and by class of cue of what was found."""
    polnear, docs, gold, found = _run(shared)
    recall: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    precision: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for doc, rows in found.items():
        document = polnear.Document(docs[doc])
        plain = [_plain(row) for row in rows]
        golds, preds = document.attributions(gold[doc]), document.attributions(plain)
        hits = polnear.match(golds, preds, True)
        words = [docs[doc][s:e].lower() for s, e in document.spans]
        for i, row in enumerate(golds):
            for kind in (("cue", _cue_kind(words, row["cue"])), ("speaker", _form(docs[doc], document, row["source"]))):
                recall[kind][0] += i in hits[0]
                recall[kind][1] += 1
        matched = [preds[j] for j in sorted(hits[1])]
        for row, shape in zip(rows, plain, strict=True):
            alone = document.attributions([shape])
            if alone and alone[0] in preds:
                precision["class", row.stance][0] += alone[0] in matched
                precision["class", row.stance][1] += 1
    for title, table in (("recall", recall), ("precision", precision)):
        for (kind, name), (right, total) in sorted(table.items()):
            print(f"  {title:<10}{kind:<9}{name:<22}{right:5}/{total:<5}{right / total:7.2f}")


def _cue_kind(words: list[str], cue: set[int]) -> str:
    text = [words[i] for i in sorted(cue)]
    lexicon = load().verbs
    if not text:
        return "none or a mark"
    for word in text:
        listed = lexicon.verb(word)
        if listed is not None:
            return "verb: " + listed.stance
    if "according" in text:
        return "according to"
    return "noun" if any(lexicon.noun(word) for word in text) else "unlisted"


def _form(text: str, document: Any, source: set[int]) -> str:
    words = [text[slice(*document.spans[i])] for i in sorted(source)]
    if not words:
        return "none"
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    if words[0].lower() in ("who", "which", "that"):
        return "relative"
    return "name" if any(re.match(r"[A-Z]", word) for word in words[1:] or words) else "description"


if __name__ == "__main__":
    place = Path(__file__).resolve().parent.parent.parent / "shared"
    print(scores(place))
    report(place)
