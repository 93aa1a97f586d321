"""Fits the weights by which two statements are judged one utterance, on the project's own gold.

    python scripts/fit_utterances.py SHARED

The pairs of topics 0 and 1 of `evaluation/gold` (never the untouched one) are expanded from SHARED; each topic is
read once by the whole pipeline; then weights and thresholds are varied at random from a fixed seed, and the best by
F1 of joined pairs, with a price on wrong joins beyond a tenth, is printed. Nothing is written: the model stands in
`merge/utterances/features.py` and is changed by hand, in round figures, with an eye on translations, which share
fewer words than these topics.
"""

import hashlib
import importlib
import random
import sys
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from communique import knowledge, merge
from communique.annotate.parser import annotate
from communique.clean import clean
from communique.extract import extract
from communique.merge import utterances
from communique.merge.wording import scored
from communique.records.captures import Capture
from communique.records.mentions import Extraction
from communique.text.pairing import average_link
from communique.text.stems import word_spans
from evaluation import gold

TOPICS = ("0", "1")
STEPS, SEED = 500, 1
model = importlib.import_module("communique.merge.utterances.features")
Pair = tuple[str, str]


class Topic(NamedTuple):
    """What a topic's weights are judged by: `true` are the pairs of statements, `wanted` how many the gold has."""

    rows: Mapping[str, Any]
    likenesses: Mapping[Pair, Mapping[str, float]]
    true: frozenset[Pair]
    wanted: int


def main(shared: Path) -> None:
    """Searches, and prints each better model."""
    topics = [load(shared, name) for name in TOPICS]
    random.seed(SEED)
    best = (dict(model.WEIGHTS), model.LEAST, model.FLOOR)
    top = worth(topics, *best)
    print(f"{top:.4f} as it stands: {counted(topics, *best)}")
    for _ in range(STEPS):
        weights = {name: value * random.choice((0.6, 0.8, 1, 1, 1.2, 1.5)) for name, value in best[0].items()}
        tried = (weights, best[1] + random.choice((-0.05, 0, 0.05)), best[2] + random.choice((-0.05, 0, 0.05)))
        if (value := worth(topics, *tried)) > top:
            top, best = value, tried
            print(f"{top:.4f} {counted(topics, *best)} { ({k: round(v, 2) for k, v in best[0].items()}) } {best[1:]}")


def worth(topics: list[Topic], weights: Mapping[str, float], least: float, floor: float) -> float:
    """F1 of joined pairs, less a hundredth for each wrong join beyond a tenth."""
    right, wrong, wanted = counted(topics, weights, least, floor)
    return 2 * right / (wanted + right + wrong) - 0.01 * max(0.0, wrong - 0.1 * (right + wrong))


def counted(topics: list[Topic], weights: Mapping[str, float], least: float, floor: float) -> tuple[int, int, int]:
    """Pairs joined rightly, joined wrongly, and wanted."""
    right = wrong = 0
    for topic in topics:
        scores = {pair: min(1.0, max(0.0, scored(found, weights))) for pair, found in topic.likenesses.items()}
        for group in average_link(topic.rows, utterances._apart(topic.rows, scores), least, floor):
            for left, other in combinations(group, 2):
                if topic.rows[left].mention.article != topic.rows[other].mention.article:
                    right += (left, other) in topic.true
                    wrong += (left, other) not in topic.true
    return right, wrong, sum(topic.wanted for topic in topics)


def load(shared: Path, name: str) -> Topic:
    """A topic's renderings with their likenesses, through the merge as it is."""
    truth = gold.expand(shared, name)
    folder = shared / gold.ARTICLES / name
    pages = {doc: read(folder / f"{doc}.txt") for doc in truth["meta"]}
    seen: dict[str, Any] = {}
    inner = utterances._likenesses

    def watched(rows: Any, events: Any) -> Any:
        seen.update(rows=rows, likenesses=inner(rows, events))
        return seen["likenesses"]

    utterances._likenesses = watched
    merge.merge(list(pages.values()), knowledge.load())
    utterances._likenesses = inner
    place = {
        row[0]: matched(row[-1], pages[doc]) for doc in pages for row in truth["quotes"][doc] + truth["indirect"][doc]
    }
    pairs = [(place.get(left), place.get(right)) for left, right in truth["align_pairs"]]
    true = frozenset((min(a, b), max(a, b)) for a, b in pairs if a and b and a != b)
    return Topic(seen["rows"], seen["likenesses"], true, len(pairs))


def read(path: Path) -> Extraction:
    """One article through the stages of one article."""
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    capture = Capture(path=path.name, sha256=digest, kind="text", text=raw.decode("utf-8"), charset="utf-8")
    return extract(annotate(clean(capture)), knowledge.load())


def matched(words: str, page: Extraction) -> str | None:
    """The shortest statement that holds three quarters of the words."""
    wanted = bag(words)
    near = [
        (sum(bag(span.exact).values()), s.id)
        for s in page.statements
        for span in (s.content, *s.quotes)
        if sum((wanted & bag(span.exact)).values()) >= 0.75 * sum(wanted.values())
    ]
    return min(near)[1] if near else None


def bag(text: str) -> Counter[str]:
    """The words of a text, counted."""
    return Counter(word.lower() for _, _, word in word_spans(text))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
