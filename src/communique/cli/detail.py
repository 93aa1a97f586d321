"""One item whole: its fields as a person reads them, and under each the words it rests on."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from rich.text import Text

from communique.cli.terminal import line
from communique.cli.view import View, days_of
from communique.records.articles import Article
from communique.records.events import MergeStep
from communique.records.spans import Span
from communique.records.times import Time

AROUND = 60


class Line(NamedTuple):
    """A line of the account: how deep, what field, what it says."""

    depth: int
    field: str
    value: Text


def detail(item: Any, view: View) -> Iterator[Line]:
    """The lines for an item, its fields in the contract's order; empty ones are left out."""
    for name in item.__struct_fields__:
        if name != "members":
            yield from _lines(name, getattr(item, name), view, 0)


def _lines(name: str, value: Any, view: View, depth: int) -> Iterator[Line]:
    if value is None or value in ((), "", {}):
        return
    if isinstance(value, Span):
        yield Line(depth, name, quoted(value, view))
    elif isinstance(value, Time):
        yield Line(depth, name, Text(f"{days_of(value)} [{value.basis}]"))
        yield from _lines("in", value.span, view, depth + 1)
        yield from _lines("inferred from", value.inferred_from, view, depth + 1)
    elif isinstance(value, MergeStep):
        yield from _merged(value, view, depth)
    elif isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        yield Line(depth, name, Text(", ".join(view.told(one) for one in value)))
    elif isinstance(value, tuple):
        for one in value:
            yield from _lines(name, one, view, depth)
    elif isinstance(value, msgspec.Struct):
        plain, deep = _parted(value)
        yield Line(depth, name, Text("  ".join(f"{key} {view.told(text)}" for key, text in plain)))
        for key, inner in deep:
            yield from _lines(key, inner, view, depth + 1)
    elif isinstance(value, dict):
        yield Line(depth, name, Text("  ".join(f"{key} {_said(inner)}" for key, inner in sorted(value.items()))))
    else:
        yield Line(depth, name, Text(view.told(value) if isinstance(value, str) and name != "id" else _said(value)))


def _merged(step: MergeStep, view: View, depth: int) -> Iterator[Line]:
    """Why a report is of the event, and what kept it apart from the nearest reports of others."""
    why = "the first report of it" if step.rule == "first" else f"{step.rule.replace('_', ' ')}, {_said(step.score)}"
    yield Line(depth, "merge", Text(f"{view.report(step.mention)}: {why}"))
    yield from _lines("features", step.features, view, depth + 1)
    for mention, why in sorted(step.rivals.items(), key=lambda pair: (pair[1], pair[0])):
        event = view.event_of(mention)
        beside = f", of the {view.event(event)} [{view.short(event)}]" if event else ""
        yield Line(depth + 1, "kept apart", Text(f"{why}: {view.report(mention)}{beside}"))


def _parted(value: msgspec.Struct) -> tuple[list[tuple[str, str]], list[tuple[str, Any]]]:
    """The fields of a part that fit on its own line, and those that need lines of their own."""
    plain: list[tuple[str, str]] = []
    deep: list[tuple[str, Any]] = []
    for key in value.__struct_fields__:
        inner = getattr(value, key)
        if isinstance(inner, msgspec.Struct | tuple | dict):
            deep.append((key, inner))
        elif inner not in (None, ""):
            plain.append((key, _said(inner)))
    return plain, deep


def _said(value: object) -> str:
    """A plain value: numbers without the places that nobody reads."""
    if isinstance(value, float):
        return f"{round(value, 4):f}".rstrip("0").rstrip(".")
    return ("no", "yes")[value] if isinstance(value, bool) else line(value)


def quoted(span: Span, view: View) -> Text:
    """The words of a span, with a little of what stands around them, and their source."""
    article = view.articles.get(span.article or span.capture)
    before, after = _around(article, span) if article and span.article else ("", "")
    shown = Text("“")
    shown.append(before, style="dim")
    shown.append(line(span.exact), style="bold")
    shown.append(after, style="dim")
    shown.append(f"” {view.source(span.article or span.capture)} {span.start}-{span.end}")
    return shown


def _around(article: Article, span: Span) -> tuple[str, str]:
    before = article.text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = article.text[span.end : span.end + AROUND].partition("\n")[0]
    return _spaced(before, ends=True), _spaced(after, ends=False)


def _spaced(text: str, *, ends: bool) -> str:
    """`text` on one line, with the blank that parts it from the words."""
    flat = line(text)
    if ends:
        return flat + " " * text[-1:].isspace()
    return " " * text[:1].isspace() + flat
