"""Stages that are not there yet, passed over; goes away with the last of them."""

from importlib import import_module
from typing import Any

from communique.records.articles import Article, Paragraph
from communique.records.ids import content_id
from communique.records.mentions import Extraction
from communique.records.record import Record


def _landed(module: str, name: str) -> Any:
    try:
        return getattr(import_module(module), name, None)
    except ImportError:
        return None


def clean(capture: Any) -> Any:
    real = _landed("communique.clean", "clean")
    if real:
        return real(capture)
    article = content_id("article", capture.path, capture.sha256)
    body = Paragraph(role="body", reason="interim", text=capture.text, start=0, end=len(capture.text))
    return Article(
        id=article,
        capture=capture.path,
        sha256=capture.sha256,
        origin=content_id("origin", capture.text),
        text=capture.text,
        paragraphs=(body,),
    )


def load(extra: Any = None) -> Any:
    real = _landed("communique.knowledge", "load")
    return real(extra) if real else None


def extract(annotated: Any, knowledge: Any) -> Any:
    real = _landed("communique.extract", "extract")
    return real(annotated, knowledge) if real else Extraction(article=annotated.article)


def merge(extractions: Any, knowledge: Any) -> Any:
    real = _landed("communique.merge", "merge")
    return real(extractions, knowledge) if real else Record(articles=tuple(e.article for e in extractions))


def compare(record: Any) -> Any:
    real = _landed("communique.compare", "compare")
    return real(record) if real else ()
