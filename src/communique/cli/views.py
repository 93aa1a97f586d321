"""Views of `communique show` that are drawn together from several kinds: outlets, series, how a relationship stands."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from communique.cli.terminal import add, console, line, put, table
from communique.cli.view import View, days_of, when_of


def outlets_view(path: Path, as_json: bool) -> None:
    """Each outlet beside the others: counts, and what it leaves out."""
    from communique.compare.outlets import outlets
    from communique.store import reading
    from communique.store.load import load

    rows = outlets(load(path))
    if as_json:
        _json(rows)
        return
    shown = table(
        "outlet", ">articles", ">texts", ">items", ">alone", ">shared fields", ">agree", ">refine", ">differ",
        ">in minority", ">leaves out",
    )  # fmt: skip
    for row in rows:
        counted = (row.alone, row.shared, row.agreeing, row.refining, row.differing, row.outnumbered, row.left_out)
        numbers = [n if isinstance(n, int) else len(n) for n in counted]
        add(shown, row.name, len(row.articles), row.origins, row.items, *numbers)
    screen = console()
    put(screen, shown)
    screen.print("Counts, no scores: to differ or to stand alone is neither right nor wrong.", style="dim")
    with reading(path) as connection:
        view = View(connection)
        actions = {c.id: c.action.exact for c in view.rows("commitments")}
        for row in rows:
            if row.left_out:
                screen.print(f"\n{line(row.name)} leaves out what others report of the same events:")
            for missing in row.left_out:
                words = view.utterance(missing.about.id) or line(actions.get(missing.about.id, ""))
                screen.print(f"  {missing.about.kind}, in {missing.others} other texts: {words}", soft_wrap=True)


def series_view(path: Path, as_json: bool) -> None:
    """The figures of one measure by period."""
    from communique.compare.series import series
    from communique.report.wording import number
    from communique.store import reading
    from communique.store.load import load

    found = series(load(path).indicators)
    if as_json:
        _json(found)
        return
    if not found:
        console().print("The record holds no measure with several figures.")
    with reading(path) as connection:
        view = View(connection)
        for one in found:
            who = f" of {view.names(one.subjects)}" if one.subjects else ""
            console().print(line(f"{one.measure}{who}, {one.unit}"), style="bold")
            shown = table("period", ">value", "change", "source")
            for point in one.points:
                bound = "" if point.bound == "exact" else point.bound.replace("_", " ") + " "
                high = f" to {number(point.value_to)}" if point.value_to is not None else ""
                sources = ", ".join(dict.fromkeys(view.outlet(a) for a in point.articles))
                change = "" if point.change == "none" else point.change
                add(shown, when_of(point.period) or "not said", f"{bound}{number(point.value)}{high}", change, sources)
            put(console(), shown)


def relationship(path: Path, names: Sequence[str], as_json: bool) -> None:
    """How two or more actors stand to each other, states by name or code."""
    from communique.compare.standing import standing
    from communique.knowledge import load as knowledge
    from communique.merge.relationships import between
    from communique.store import reading
    from communique.store.load import load

    record = load(path)
    found = standing(record, between(record, knowledge(), [_actor(record.actors, name) for name in names]))
    if as_json:
        _json(found)
        return
    with reading(path) as connection:
        screen = console()
        for depth, text, style in _account(found, View(connection)):
            screen.print("  " * depth + line(text), style=style, soft_wrap=True)


def _actor(actors: Sequence[Any], name: str) -> str:
    from communique.cli.called import called
    from communique.errors import UsageError

    found = called(actors, name)
    if found is None:
        raise UsageError(f"The record has no actor called {name!r}; communique show RECORD actors lists them")
    return found.id


def _account(found: Any, view: View) -> Iterator[tuple[int, str, str]]:
    from communique.report.wording import BASES, LEVELS, said

    row = found.relationship
    yield 0, " and ".join(view.name(a) for a in row.actors), "bold"
    yield 1, "meetings", "bold"
    for m in found.meetings:
        when = m.year or "year not known"
        level = f" of {said(LEVELS, m.level)}" if m.level != "other" else ""
        basis = f", the date {said(BASES, m.basis)}" if m.basis else ""
        yield 2, f"{when}: {len(m.events)} {m.status}{level}{basis}", ""
        for event in m.events:
            yield 3, f"{view.event(event)} [{view.short(event)}]", ""
    yield 1, "sectors", "bold"
    for cell in found.matrix:
        counts = (("said", cell.said), ("pledged", cell.pledged), ("measured", cell.measured))
        told = ", ".join(f"{name} {len(items)}" for name, items in counts if items)
        words = ", ".join(dict.fromkeys(f"“{s.exact}”" for s in cell.said))
        yield 2, f"{cell.sector}, {cell.year or 'undated'}: {told}{': ' if words else ''}{words}", ""
    yield 1, "instruments", "bold"
    for one in found.instruments:
        stages = "; ".join(
            f"{s.stage.replace('_', ' ')}{f' {days_of(s.time)}' if s.time else ''} ({view.source(s.span.article)})"
            for s in one.reports
        )
        yield 2, f"{one.name}: {stages}", ""
    yield 1, f"formats: {view.names(row.formats) or 'none'}", ""
    yield 1, "the last word of each side", "bold"
    for last in found.last:
        words = line(view.statements[last.statement].content.exact)
        yield 2, f"{view.name(last.actor)}, {days_of(last.time)}: {view.speakers(last.statement)}: {words}", ""


def _json(value: Any) -> None:
    import msgspec

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n")


SHOWN: dict[str, Callable[[Path, bool], None]] = {"outlets": outlets_view, "series": series_view}
