"""Odd and hostile input: nothing crashes, spans hold, time stays linear."""

import time

import pytest
from tests.extract.statements.spoken import statements
from tests.factories import article

from communique.annotate.tree import Tree
from communique.extract.statements import extract
from communique.knowledge import load
from communique.records.annotated import Annotated, Sentence, Token
from communique.records.mentions import Extraction


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "“”",
        "said",
        "said: “",
        '"A," said',
        "“A” “B” “C”",
        ", he said",
        "— said",
        "that that that said",
        "…” said he. “",
    ],
)
def test_fragments_do_no_harm(text: str) -> None:
    found, rows = statements(text)
    for row in rows:
        for span in (row.content, *row.pieces, *row.quotes, *([row.cue] if row.cue else [])):
            assert found.article.text[span.start : span.end] == span.exact


WORDS = {
    "he": ("PRON", "PRP"), "said": ("VERB", "VBD"), "that": ("SCONJ", "IN"), "according": ("VERB", "VBG"),
    "to": ("ADP", "IN"), "Ana": ("PROPN", "NNP"), '"': ("PUNCT", "``"), ",": ("PUNCT", ","), "claim": ("NOUN", "NN"),
    ".": ("PUNCT", "."),
}  # fmt: skip


def chained(words: list[str], length: int) -> Annotated:
    """One sentence in which every word hangs on the one before: the deepest tree there is."""
    of = article("deep", " ".join(words[n % len(words)] for n in range(length)))
    start = of.paragraphs[1].start or 0
    tokens = []
    for n in range(length):
        text = words[n % len(words)]
        pos, tag = WORDS[text]
        dep = {"VERB": "ccomp", "SCONJ": "mark", "PRON": "nsubj", "PROPN": "nsubj"}.get(pos, "prep")
        tokens.append(Token(start, start + len(text), text, text, pos, tag, dep, max(0, n - 1)))
        start += len(text) + 1
    return Annotated(article=of, tokens=tuple(tokens), sentences=(Sentence(0, length, 1),))


@pytest.mark.parametrize(
    "words", [["he", "said", "that"], ["according", "to", "Ana", ","], ['"', "Ana", "said", '"'], ["claim", "that"]]
)
def test_time_grows_with_the_length(words: list[str]) -> None:
    annotated = chained(words, 20_000)
    began = time.perf_counter()
    list(extract(Tree(annotated), Extraction(article=annotated.article), load()))
    assert time.perf_counter() - began < 5
