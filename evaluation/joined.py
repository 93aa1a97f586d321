"""Pairs of statements joined and commitments found, both ways: how much of the gold is there, and how much of what is
there the gold bears out.

A joined pair is two statements of different articles in one utterance. It is right where the gold pairs two rows that
the two statements render; a statement renders a row where either holds three quarters of the other's words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evaluation.export import Export, Row
from evaluation.gold import Truth

RENDERS = 0.75
QUOTED = 0.9
# A promise is found where so much of its words is in a span of the record, or nearly all of the span's in it.
PROMISED, WITHIN, FEWEST = 0.6, 0.8, 3


class Counts(NamedTuple):
    """Of the gold `found` of `wanted`, of the record `right` of `made`."""

    found: int
    wanted: int
    right: int
    made: int

    def scores(self, name: str) -> dict[str, float]:
        """Precision, recall and F1 under names that begin with `name`."""
        recall, precision = self.found / max(1, self.wanted), self.right / max(1, self.made)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def total(parts: list[Counts]) -> Counts:
    """The counts of all parts together."""
    return Counts(*map(sum, zip(*parts, strict=True)))


def pairs(export: Export, truth: Truth) -> Counts:
    """Pairs of the gold joined, and joined pairs that the gold has."""
    docs = {row["id"]: Path(row["capture"]).stem for row in export["articles"]}
    statements = {row["id"]: row for row in export["statements"]}
    match = dict(_matched(export, truth, docs))
    groups = [set(row["renderings"]) for row in export["utterances"]]
    joined = {
        (a, b)
        for group in groups
        for a, b in combinations(sorted(group), 2)
        if statements[a]["article"] != statements[b]["article"]
    }
    found = sum(_key(match.get(a), match.get(b)) in joined for a, b in truth["align_pairs"])
    wanted = {frozenset(pair) for pair in truth["align_pairs"]}
    renders = {id_: set(_rendered(row, truth, docs)) for id_, row in statements.items()}
    right = sum(any(frozenset((x, y)) in wanted for x in renders[a] for y in renders[b]) for a, b in joined)
    return Counts(found, len(truth["align_pairs"]), right, len(joined))


def commitments(export: Export, truth: Truth) -> Counts:
    """Commitments of the gold found, and mentions of commitments in the annotated articles that the gold has."""
    told = [(doc, words) for _, doc, words in _told(export, truth)]
    gold = [(doc, str(row[-1])) for doc, rows in truth["commit"].items() for row in rows]
    found = sum(any(doc == at and _same(words, said) for at, said in told) for doc, words in gold)
    return Counts(found, len(gold), len(told) - len(unborne(export, truth)), len(told))


def unborne(export: Export, truth: Truth) -> list[tuple[Row, str, str]]:
    """Mentions of commitments that no row of the gold bears out: the commitment, the article's name, the words."""
    rows = truth["commit"]
    return [one for one in _told(export, truth) if not any(_same(str(row[-1]), one[2]) for row in rows[one[1]])]


def _told(export: Export, truth: Truth) -> Iterator[tuple[Row, str, str]]:
    docs = {row["id"]: Path(row["capture"]).stem for row in export["articles"]}
    for row in export["commitments"]:
        for span in row["mentions"]:
            if (doc := docs.get(span["article"], "")) in truth["commit"]:
                yield row, doc, span["exact"]


def _same(words: str, said: str) -> bool:
    return share(words, said) >= PROMISED or (share(said, words) >= WITHIN and bag(said).total() >= FEWEST)


def _matched(export: Export, truth: Truth, docs: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The shortest statement of each row of the gold: a quotation nearly word for word, a report in its words."""
    by_doc: dict[str, list[Row]] = {}
    for statement in export["statements"]:
        by_doc.setdefault(docs[statement["article"]], []).append(statement)
    for doc in truth["meta"]:
        for row in truth["quotes"][doc]:
            yield from _nearest(row[0], row[-1], by_doc.get(doc, []), _quotes, QUOTED, 1.15, 1)
        for row in truth["indirect"][doc]:
            yield from _nearest(row[0], row[-1], by_doc.get(doc, []), _frames, RENDERS, 4, 12)


def _nearest(
    name: str, words: str, rows: list[Row], texts: Callable[[Row], list[str]], least: float, times: float, more: int
) -> Iterator[tuple[str, str]]:
    most = times * bag(words).total() + more
    near = [
        (bag(text).total(), row["id"])
        for row in rows
        for text in texts(row)
        if share(words, text) >= least and bag(text).total() <= most
    ]
    if near:
        yield name, min(near)[1]


def _quotes(statement: Row) -> list[str]:
    direct = [statement["content"]["exact"]] if statement["mode"] == "direct" else []
    return [quote["exact"] for quote in statement["quotes"]] or direct


def _frames(statement: Row) -> list[str]:
    """The content, alone and with its cue and speakers."""
    content = statement["content"]["exact"]
    cue = (statement["cue"] or {}).get("exact", "")
    return [content, " ".join([content, cue, *(s["text"] for s in statement["speakers"])])]


def _rendered(statement: Row, truth: Truth, docs: dict[str, str]) -> Iterator[str]:
    """The rows of the gold that a statement renders."""
    doc, content = docs[statement["article"]], statement["content"]["exact"]
    for row in (*truth["quotes"].get(doc, []), *truth["indirect"].get(doc, [])):
        if share(row[-1], content) >= RENDERS or (share(content, row[-1]) >= RENDERS and bag(content).total() > 1):
            yield row[0]


def share(words: str, text: str) -> float:
    """The share of the words, counted, that the text has."""
    wanted = bag(words)
    return (wanted & bag(text)).total() / wanted.total() if wanted else 0.0


def bag(text: str) -> Counter[str]:
    """The words of a text, counted."""
    return Counter(re.findall(r"\w+", text.lower().replace("’", "'")))


def _key(a: str | None, b: str | None) -> tuple[str, str]:
    return (min(a, b), max(a, b)) if a and b else ("", "")
