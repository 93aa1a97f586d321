"""The record in one SQLite file: schema, inputs and their extractions, the merged record, search."""

from communique.store.files import reading, transaction, writing
from communique.store.load import find, load, load_kind, load_record

__all__ = ["find", "load", "load_kind", "load_record", "reading", "transaction", "writing"]
