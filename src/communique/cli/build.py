"""`communique build PATH… -o record.db`"""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.terminal import console, safe, tally, warn

if TYPE_CHECKING:
    from rich.console import Console

    from communique.run import Summary
    from communique.run.building import Progress

_MEGABYTE = 1_000_000
LOST_NAMED = 100  # lines on the terminal; an archive may lose tens of thousands


def build_command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files and folders; - reads standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.db", help="The record, made or added to.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: as many as pay off.")] = 0,
    sync: Annotated[bool, typer.Option("--sync", help="Forget what is gone from the folders given.")] = False,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline to parse with.")
    ] = None,
    knowledge: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A YAML file that adds to what is known.")
    ] = None,
    max_bytes: Annotated[int, typer.Option(min=1, help="The largest capture that is read, in bytes.")] = 16 * _MEGABYTE,
    max_line: Annotated[int, typer.Option(min=1, help="The longest line that is read, in characters.")] = _MEGABYTE,
    max_members: Annotated[
        int, typer.Option(min=1, help="The most members of an archive, a WARC file or a feed that are read.")
    ] = 250_000,
    max_depth: Annotated[int, typer.Option(min=0, help="How many containers are opened one in the other.")] = 3,
    max_ratio: Annotated[
        int, typer.Option(min=1, help="How many times its size a container may unpack to, with all in it.")
    ] = 200,
    max_seconds: Annotated[int, typer.Option(min=1, help="The longest work on one PDF, feed or mail.")] = 30,
    max_memory: Annotated[
        int, typer.Option(min=100 * _MEGABYTE, help="The memory for work on one PDF, feed or mail, in bytes.")
    ] = 1000 * _MEGABYTE,
) -> None:
    """Read captures into a record, or add more of them to it.

    With the same inputs again, it does nothing and says so. Stopped half-way, the same command goes on.
    """
    from communique.options import Options
    from communique.run import build

    options = Options(
        model=model,
        knowledge=str(knowledge) if knowledge else None,
        max_bytes=max_bytes,
        max_line=max_line,
        max_members=max_members,
        max_depth=max_depth,
        max_ratio=max_ratio,
        max_seconds=max_seconds,
        max_memory=max_memory,
        jobs=jobs,
    )
    started = monotonic()
    screen = console(stderr=True)
    try:
        with _Bar(screen) as progress:
            summary = build(paths, output, options, sync=sync, progress=progress)
    except KeyboardInterrupt:
        warn("Stopped. What is done is kept; the same command goes on from there.")
        raise typer.Exit(130) from None
    _report(summary, output, monotonic() - started)
    if not (summary.new or summary.changed or summary.unchanged or summary.lost):
        warn("No capture was found there; give files or folders with saved pages.")
    for problem in summary.lost[:LOST_NAMED]:
        warn(f"lost: {problem.capture}: {problem.message} [{problem.stage}, {problem.code}]")
    if len(summary.lost) > LOST_NAMED:
        more = len(summary.lost) - LOST_NAMED
        warn(f"lost: {more} more; list them all: communique show {output} problems")
    raise typer.Exit(1 if summary.lost else 0)


class _Bar:
    """Progress on a terminal; elsewhere nothing, so that logs stay short."""

    def __init__(self, screen: "Console") -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)
        self._tasks: dict[str, int] = {}

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self._show

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _show(self, stage: str, done: int, total: int | None) -> None:
        from rich.progress import TaskID

        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total)
        self._bar.update(TaskID(self._tasks[stage]), completed=done, total=total)


def _report(summary: "Summary", output: Path, seconds: float) -> None:
    screen = console()
    if not summary.written:
        screen.print(safe(f"Nothing to do: {output} already holds what is there (captures: {summary.unchanged})."))
        return
    read = summary.new + summary.changed + summary.unchanged
    screen.print(safe(f"{output}, {seconds:.1f} s"))
    done = {
        "read": read,
        "new": summary.new,
        "changed, in place of their earlier version": summary.changed,
        "unchanged": summary.unchanged,
        "removed": summary.removed,
        "extracted": summary.extracted,
        "lost": len(summary.lost),
    }
    told = {name: count for name, count in done.items() if count or name == "read"}
    screen.print("", tally("captures", told), "", tally("the record now holds", summary.items, 3), sep="\n")
