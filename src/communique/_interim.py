"""Stages that are not there yet, passed over; goes away with the last of them."""

from importlib import import_module
from typing import Any

from communique.records.record import Record


def _landed(module: str, name: str) -> Any:
    try:
        return getattr(import_module(module), name, None)
    except ImportError:
        return None


def merge(extractions: Any, knowledge: Any) -> Any:
    real = _landed("communique.merge", "merge")
    return real(extractions, knowledge) if real else Record(articles=tuple(e.article for e in extractions))
