"""Odd and hostile input: nothing crashes, spans hold, time stays linear."""

import importlib
import pkgutil
import re
import time

import pytest
from tests.extract.statements.spoken import statements
from tests.factories import article

import communique.extract.statements as statements_package
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
    ".": ("PUNCT", "."), "they": ("PRON", "PRP"), "it": ("PRON", "PRP"), "who": ("PRON", "WP"), "in": ("ADP", "IN"),
    "the": ("DET", "DT"), "company": ("NOUN", "NN"), "words": ("NOUN", "NNS"), "of": ("ADP", "IN"),
    "statement": ("NOUN", "NN"), "from": ("ADP", "IN"), "and": ("CCONJ", "CC"), "some": ("PRON", "DT"),
}  # fmt: skip


def chained(words: list[str], length: int, size: int) -> Annotated:
    """Sentences of `size` words in which every word hangs on the one before: the deepest trees there are."""
    of = article("deep", " ".join(words[n % len(words)] for n in range(length)))
    start = of.paragraphs[1].start or 0
    tokens = []
    for n in range(length):
        text = words[n % len(words)]
        pos, tag = WORDS[text]
        dep = {"VERB": "ccomp", "SCONJ": "mark", "PRON": "nsubj", "PROPN": "nsubj"}.get(pos, "prep")
        tokens.append(Token(start, start + len(text), text, text, pos, tag, dep, max(n // size * size, n - 1)))
        start += len(text) + 1
    sentences = tuple(Sentence(first, min(first + size, length), 1) for first in range(0, length, size))
    return Annotated(article=of, tokens=tuple(tokens), sentences=sentences)


@pytest.mark.parametrize(
    "words",
    [
        ["he", "said", "that"],
        ["according", "to", "Ana", ","],
        ['"', "Ana", "said", '"'],
        ["claim", "that"],
        ["they", "said"],
        ["it", "said", "."],
        ["the", "company", "said"],
        ["in", "the", "words", "of", "Ana"],
        ["statement", "from", "Ana", "and", "said"],
        ["some", "of", "who", "said"],
    ],
)
@pytest.mark.parametrize("size", [250, 20_000])
def test_time_grows_with_the_length(words: list[str], size: int) -> None:
    """A sentence of more than 300 words is none; shorter ones are read, and cost what they are long."""
    annotated = chained(words, 8_000 if size < 300 else 20_000, size)
    began = time.process_time()
    list(extract(Tree(annotated), Extraction(article=annotated.article), load()))
    assert time.process_time() - began < 5


def patterns() -> list[re.Pattern[str]]:
    """Every pattern of the stage and of the quotations it reads."""
    names = [f"{statements_package.__name__}.{m.name}" for m in pkgutil.iter_modules(statements_package.__path__)]
    modules = [importlib.import_module(name) for name in (*names, "communique.text.quotes")]
    found = {value.pattern: value for module in modules for value in vars(module).values() if is_pattern(value)}
    return [found[key] for key in sorted(found)]


def is_pattern(value: object) -> bool:
    return isinstance(value, re.Pattern)


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.pattern[:40])
@pytest.mark.parametrize("piece", ["A ", "a", "A.", '"', "'", "A of ", "A(", "— A", " ", ":", "Aa-", "A,\n"])
def test_every_pattern_is_linear(pattern: re.Pattern[str], piece: str) -> None:
    """Ten times the text takes no more than some thirty times as long, and little at that."""
    short, long = (seconds(pattern, piece * n) for n in (3_000, 30_000))
    assert long < max(30 * short, 0.25)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began
