"""A value as a cell that a spreadsheet shows and does not run."""

import re
from collections.abc import Sequence

from communique.export.tables.column import Column, Type

# What a spreadsheet would take for a formula, and the wide forms that some take for the same.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
# The most characters that a cell of a common spreadsheet holds are 32,767.
LONGEST = 32_000
BETWEEN = "; "


def cell(column: Column, value: object) -> str:
    """The text of a cell: "" for None, yes or no, several values with semicolons between, always on one line. Text
    that begins like a formula gets an apostrophe before it, which spreadsheets take for "this is text"."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, int):
        return str(value)
    parts = [value] if isinstance(value, str) else value if isinstance(value, Sequence) else [str(value)]
    return _shown(BETWEEN.join(_line(str(part)) for part in parts), column.type)


def _line(text: str) -> str:
    return " ".join(_UNSAFE.sub("\ufffd", text).split())


def _shown(text: str, kind: Type) -> str:
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return f"'{text}" if kind == "string" and _FORMULA.match(text) else text
