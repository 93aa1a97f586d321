"""Checking a quotation: the nearest utterances of the record to some words, and how they were altered."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from communique.merge.utterances.differences import differences, words_of
from communique.merge.wording import Weights, containment, figures, meanings
from communique.records.actors import Actor
from communique.records.base import Row
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Difference, Statement
from communique.text.names import fold

Verdict = Literal["verbatim", "shortened", "altered"]

# Of the words' weight, how much must be found in a statement for it to be the one that is meant.
LEAST = 0.5
# The words of a quotation that hold too little to be recognised by.
FEWEST_MEANINGS = 2
_QUOTED = re.compile('["“„«‹]([^"“”„«»‹›]{8,})["”“»›]?')


class Match(Row, frozen=True, kw_only=True):
    """An utterance that the words may come from, by its nearest rendering. `misattributed` names whom the words are
    ascribed to where the record gives them to others; `differences` run from the words asked for (no article) to
    the rendering."""

    utterance: str
    statement: str
    verdict: Verdict
    score: float
    speakers: tuple[str, ...] = ()
    event: str | None = None
    misattributed: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def check(record: Record, words: str, most: int = 3) -> tuple[Match, ...]:
    """The utterances nearest to `words`, best first; empty where the record holds none. Where part of `words` stands
    in quotation marks, that part is looked for and the rest read for whom it is ascribed to."""
    quoted = _QUOTED.search(words)
    said = (quoted.group(1) if quoted else words).strip()
    wanted = meanings(said)
    if len(wanted) < FEWEST_MEANINGS:
        return ()
    texts = {s.id: meanings(s.content.exact) for s in record.statements}
    weights = Weights(texts.values())
    blamed = _named(record.actors, words.replace(said, " "))
    best: dict[str, tuple[float, Statement]] = {}
    for statement in record.statements:
        score = _score(said, wanted, statement, texts[statement.id], weights)
        if score >= LEAST and score > best.get(statement.utterance, (0.0, statement))[0]:
            best[statement.utterance] = (score, statement)
    ranked = sorted(best.values(), key=lambda row: (-row[0], row[1].id))[:most]
    return tuple(_match(said, score, statement, blamed) for score, statement in ranked)


def _score(said: str, wanted: frozenset[str], statement: Statement, given: frozenset[str], weights: Weights) -> float:
    """The share of the words' weight that the statement has, less where figures differ, more where it is verbatim."""
    total = weights.sum(wanted)
    share = weights.sum(wanted & given) / total if total else 0.0
    asked, told = figures(said), figures(statement.content.exact)
    if asked and told and not asked & told:
        share *= 0.8
    # A statement of three words is contained in much; a long one that holds all of the words is meant.
    size = containment(wanted, given, weights) if len(given) >= len(wanted) // 2 else 0.0
    verbatim = 0.1 if fold(said) in fold(statement.content.exact) else 0.0
    return round(min(1.0, 0.9 * share + 0.1 * size + verbatim), 4)


def _match(said: str, score: float, statement: Statement, blamed: Sequence[Actor]) -> Match:
    asked = Span(start=0, end=len(said), exact=said)
    found = tuple(differences(asked, statement.content, {}))
    speakers = tuple(s.actor for s in statement.speakers if s.actor)
    wrong = tuple(a.id for a in blamed if a.id not in speakers) if not any(a.id in speakers for a in blamed) else ()
    return Match(
        utterance=statement.utterance,
        statement=statement.id,
        verdict=_verdict(said, statement, found),
        score=score,
        speakers=speakers,
        event=statement.event,
        misattributed=wrong,
        differences=found,
    )


def _verdict(said: str, statement: Statement, found: Sequence[Difference]) -> Verdict:
    """Verbatim where the words stand there in a row; shortened where nothing but words of the rendering is left out;
    altered otherwise."""
    if fold(said) in fold(statement.content.exact):
        return "verbatim"
    mine = [w.text.lower() for w in words_of(Span(start=0, end=len(said), exact=said))]
    theirs = iter(w.text.lower() for w in words_of(statement.content))
    in_order = all(word in theirs for word in mine)
    return "shortened" if in_order and not any(d.left is not None for d in found) else "altered"


def _named(actors: Sequence[Actor], words: str) -> list[Actor]:
    """Persons whose full name or surname stands in the words."""
    tokens = set(fold(words).split())
    return [a for a in actors if a.kind == "person" and any(_stands(name, tokens) for name in _surnames(a))]


def _surnames(actor: Actor) -> Iterator[str]:
    yield from {fold(name).split()[-1] for name in (actor.name, *actor.names) if fold(name)}


def _stands(surname: str, tokens: set[str]) -> bool:
    return len(surname) > 1 and surname in tokens
