"""Pairs and commitments counted both ways."""

from typing import Any

from evaluation.export import Export
from evaluation.gold import Truth
from evaluation.joined import Counts, commitments, pairs, total, unborne


def statement(id_: str, article: str, words: str) -> dict[str, Any]:
    return {
        "id": id_,
        "article": article,
        "mode": "indirect",
        "content": {"article": article, "exact": words},
        "quotes": [],
        "cue": None,
        "speakers": [],
    }


EXPORT = Export(
    articles=[{"id": "x", "capture": "a.txt"}, {"id": "y", "capture": "b.txt"}],
    statements=[
        statement("s1", "x", "the bridge will open in spring"),
        statement("s2", "y", "the bridge opens this spring"),
        statement("s3", "x", "taxes are too high"),
        statement("s4", "y", "nobody asked the fishermen"),
    ],
    utterances=[{"renderings": ["s1", "s2"]}, {"renderings": ["s3", "s4"]}],
    commitments=[
        {"mentions": [{"article": "x", "exact": "the bridge will open in spring"}]},
        {"mentions": [{"article": "y", "exact": "nobody asked"}]},
    ],
)
TRUTH = Truth(
    meta={"a": {}, "b": {}},
    quotes={"a": [], "b": []},
    indirect={
        "a": [["i1", "Ada", "the bridge will open in spring"], ["i2", "Ada", "taxes are too high"]],
        "b": [["j1", "Ada", "the bridge opens this spring"], ["j2", "Bo", "the harbour is closed"]],
    },
    events={},
    commit={"a": [["c1", "will", "the bridge will open in spring"]], "b": []},
    indic={},
    time={},
    align_pairs=[["i1", "j1"], ["i2", "j2"]],
)


def test_pairs() -> None:
    assert pairs(EXPORT, TRUTH) == Counts(found=1, wanted=2, right=1, made=2)


def test_commitments() -> None:
    assert commitments(EXPORT, TRUTH) == Counts(found=1, wanted=1, right=1, made=2)


def test_commitments_that_no_row_bears_out() -> None:
    assert [(doc, words) for _, doc, words in unborne(EXPORT, TRUTH)] == [("b", "nobody asked")]


def test_commitments_of_articles_without_gold_are_not_counted() -> None:
    one = Truth(**{**TRUTH, "commit": {"a": TRUTH["commit"]["a"]}})
    assert commitments(EXPORT, one) == Counts(found=1, wanted=1, right=1, made=1)
    assert unborne(EXPORT, one) == []


def test_total_and_scores() -> None:
    both = total([Counts(1, 2, 1, 2), Counts(2, 2, 2, 4)])
    assert both == Counts(3, 4, 3, 6)
    assert both.scores("pairs") == {"pairs_precision": 0.5, "pairs_recall": 0.75, "pairs_f1": 0.6}
    assert Counts(0, 1, 0, 0).scores("p")["p_f1"] == 0
