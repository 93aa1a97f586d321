"""Indicators on NewsQuant's development half, by the shared scorer, without cleaning or store."""

import importlib.util
import sys
from hashlib import sha1
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.indicators import extract
from communique.records.articles import Article, Paragraph
from communique.records.mentions import Extraction


def one_sentence(text: str, name: str) -> Article:
    """A capture of a single sentence: an article with it as its body."""
    body = Paragraph(role="body", reason="whole", text=text, start=0, end=len(text))
    return Article(id=name, capture=name, sha256=name, origin=name, text=text, paragraphs=(body,))


def indicators(text: str, name: str) -> list[dict[str, Any]]:
    annotated = annotate(one_sentence(text, name))
    found = extract(Tree(annotated), Extraction(article=annotated.article), None)
    return [msgspec.to_builtins(row) for row in found]


def scorer(shared: Path) -> ModuleType:
    folder = str(shared / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("shared_newsquant", shared / "scorers" / "newsquant.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(shared: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = msgspec.json.decode(
        (shared / "eval" / "newsquant" / "NewsQuant_dev.json").read_bytes()
    )
    return rows


def scores(shared: Path) -> dict[str, float]:
    """F1 of value, value and unit, value and change."""
    names = {sha1(row["text"].encode()).hexdigest()[:16]: row["text"] for row in texts(shared)}
    answers = {"docs": {name: {"indicators": indicators(text, name)} for name, text in names.items()}}
    data = str(shared / "eval" / "newsquant" / "NewsQuant_dev.json")
    result = scorer(shared).score(answers, data, "all")
    return {measure: result[measure]["f1"] for measure in ("value", "value_unit", "value_change")}


if __name__ == "__main__":
    print(scores(Path(sys.argv[1])))
