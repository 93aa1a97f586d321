"""`communique judge record.db speaker|same|not-same|…`: what a person decides, against the rules or beside them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.terminal import add, console, line, put, table, warn

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager

    from communique.records.judgements import JudgementKind
    from communique.run.judging import Effect

judge_app = typer.Typer(no_args_is_help=True, help="Correct the record, see what was corrected, undo it, exchange it.")

Author = Annotated[
    str, typer.Option("--author", "-a", envvar="COMMUNIQUE_AUTHOR", metavar="NAME", help="Who judges. [your login]")
]
Reason = Annotated[str, typer.Option("--reason", "-r", metavar="WORDS", help="Why.")]
Item = Annotated[str, typer.Argument(metavar="ID", help="An id as `show` prints it.")]


@judge_app.callback()
def _root(
    context: typer.Context, record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")]
) -> None:
    """Correct the record: each judgement is kept with its author, applied at once and on every later build."""
    context.obj = record


@judge_app.command("speaker")
def _speaker(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The statement's id.")],
    who: Annotated[str, typer.Argument(metavar="WHO", help="An actor's id or name, or a name that is new.")],
    kind: Annotated[str, typer.Option(metavar="KIND", help="Of a new name: person, state, organization, …")] = "person",
    country: Annotated[str | None, typer.Option(metavar="XX", help="Of a new name: the state's code (ISO).")] = None,
    author: Author = "",
    reason: Reason = "",
) -> None:
    """The speaker of this statement is …"""
    from communique.cli.judging import anchored, speaker

    with _reading(context) as connection:
        anchors, named = anchored(connection, statement, ("statement",)), speaker(connection, who, kind, country)
    _judge(context, "speaker", author, reason, anchors=anchors, who=named)


@judge_app.command("same")
def _same(context: typer.Context, left: Item, right: Item, author: Author = "", reason: Reason = "") -> None:
    """Two actors, events or utterances are one."""
    from communique.cli.judging import sides

    with _reading(context) as connection:
        anchors, others = sides(connection, left, right)
    _judge(context, "same", author, reason, anchors=anchors, others=others)


@judge_app.command("not-same")
def _not_same(
    context: typer.Context,
    left: Item,
    right: Annotated[
        str, typer.Argument(metavar="ID", help="The other one; or an article, statement or mention: a part of it.")
    ],
    author: Author = "",
    reason: Reason = "",
) -> None:
    """Two actors, events or utterances are not one; or what an article says of one is of another."""
    from communique.cli.judging import apart

    with _reading(context) as connection:
        anchors, others = apart(connection, left, right)
    _judge(context, "not_same", author, reason, anchors=anchors, others=others)


@judge_app.command("not-commitment")
def _not_commitment(context: typer.Context, commitment: Item, author: Author = "", reason: Reason = "") -> None:
    """These words commit nobody."""
    from communique.cli.judging import anchored

    with _reading(context) as connection:
        anchors = anchored(connection, commitment, ("commitment",))
    _judge(context, "not_commitment", author, reason, anchors=anchors)


@judge_app.command("date")
def _date(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID", help="An article, an event, or a mention of one.")],
    when: Annotated[str, typer.Argument(metavar="DATE", help="2024-05-06, 2024-05, 2024-05-06/2024-05-08; ~: about.")],
    author: Author = "",
    reason: Reason = "",
) -> None:
    """When an article appeared, or an event was."""
    from communique.cli.judging import anchored
    from communique.review.when import when_of

    days = when_of(when)
    with _reading(context) as connection:
        anchors = anchored(connection, item, ("article", "event", "mention"))
    _judge(context, "date", author, reason, anchors=anchors, when=days)


@judge_app.command("place")
def _place(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID", help="An event, or a mention of one.")],
    name: Annotated[str, typer.Argument(metavar="PLACE", help="A city, or a state.")],
    country: Annotated[str | None, typer.Option(metavar="XX", help="The state's code (ISO), of a city.")] = None,
    author: Author = "",
    reason: Reason = "",
) -> None:
    """Where an event was."""
    from communique.cli.judging import anchored
    from communique.records.judgements import Where

    with _reading(context) as connection:
        anchors = anchored(connection, item, ("event", "mention"))
    _judge(context, "place", author, reason, anchors=anchors, where=Where(name=name, country=country))


@judge_app.command("title")
def _title(
    context: typer.Context,
    article: Item,
    words: Annotated[str, typer.Argument(metavar="TITLE", help="The title.")],
    author: Author = "",
    reason: Reason = "",
) -> None:
    """What an article is called."""
    from communique.cli.judging import anchored

    with _reading(context) as connection:
        anchors = anchored(connection, article, ("article",))
    _judge(context, "title", author, reason, anchors=anchors, words=words)


@judge_app.command("hide")
def _hide(context: typer.Context, item: Item, author: Author = "", reason: Reason = "") -> None:
    """Leave an item out of the record, and out of every later build."""
    from communique.cli.judging import ITEMS, anchored

    with _reading(context) as connection:
        anchors = anchored(connection, item, ITEMS)
    _judge(context, "hide", author, reason, anchors=anchors)


@judge_app.command("note")
def _note(
    context: typer.Context,
    item: Item,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is to be noted.")],
    author: Author = "",
    reason: Reason = "",
) -> None:
    """Note something on an item."""
    from communique.cli.judging import ITEMS, anchored

    with _reading(context) as connection:
        anchors = anchored(connection, item, ITEMS)
    _judge(context, "note", author, reason, anchors=anchors, words=words)


@judge_app.command("undo")
def _undo(
    context: typer.Context,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, or the beginning of it.")],
    author: Author = "",
    reason: Reason = "",
) -> None:
    """Withdraw a judgement: the record is again as the rules, and the other judgements, have it."""
    from communique.store.judgements import find_logged

    with _reading(context) as connection:
        undone = find_logged(connection, judgement)
    _judge(context, "undo", author, reason, undoes=undone.id)


@judge_app.command("list")
def _list(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Also what was withdrawn, and what withdrew it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """What was judged, by whom and when, and how it stands."""
    import msgspec

    from communique.cli.listing import LISTINGS
    from communique.cli.show import print_json
    from communique.cli.view import View
    from communique.store.judgements import listed

    with _reading(context) as connection:
        rows = listed(connection, every=every)
        if as_json:
            print_json([msgspec.to_builtins(row) for row in rows])
            return
        if not rows:
            console().print("Nothing was judged; see: communique judge --help")
            return
        view, listing = View(connection), LISTINGS["judgements"]
        shown = table(*listing.columns)
        for row in rows:
            add(shown, *listing.cells(row, view))
        put(console(), shown)


@judge_app.command("export")
def _export(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")]
) -> None:
    """Write all judgements as JSON lines, what was withdrawn too, for another analyst to import."""
    from communique.errors import UsageError
    from communique.review.lines import dump
    from communique.store.judgements import logged

    with _reading(context) as connection:
        rows = logged(connection)
    try:
        file.write_bytes(dump(rows))
    except OSError as error:
        raise UsageError(f"Cannot write to {file}: {error.strerror}; choose another file") from error
    console().print(f"{len(rows)} judgements in {line(file)}")


@judge_app.command("import")
def _import(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="What another analyst exported.")]
) -> None:
    """Add another analyst's judgements to one's own. Those that are there already change nothing."""
    from communique.cli.judging import read_lines
    from communique.run.judging import judge

    found, refused = read_lines(file)
    effect = judge(context.obj, found)
    known = len({one.id for one in found}) - effect.added
    console().print(f"{effect.added} judgements added, {known} known already, {len(refused)} lines refused")
    _warn_of_conflicts(effect)
    for one in refused:
        warn(f"refused: {file}, line {one.number}: {one.why}")
    raise typer.Exit(1 if refused else 0)


def _reading(context: typer.Context) -> "AbstractContextManager[sqlite3.Connection]":
    from communique.store import reading

    path: Path = context.obj
    return reading(path)


def _judge(context: typer.Context, kind: "JudgementKind", author: str, reason: str, **fields: Any) -> None:
    """Makes the judgement, applies it and says what it is called."""
    from time import monotonic

    from communique.cli.judging import login
    from communique.review.made import made
    from communique.run.judging import judge

    started = monotonic()
    judgement = made(kind, author or login(), reason=reason, **fields)
    effect = judge(context.obj, [judgement])
    console().print(f"{judgement.id}  {kind.replace('_', ' ')}, applied in {monotonic() - started:.1f} s")
    _warn_of_conflicts(effect)


def _warn_of_conflicts(effect: "Effect") -> None:
    for one in effect.standing:
        if one.standing == "anchor gone":
            warn(f"{one.id} is not applied: what it speaks of is not in the record")
        if one.against:
            applies = "it applies" if one.standing == "applied" else "the later one applies"
            warn(f"{one.id} contradicts {', '.join(one.against)}; {applies} until one of them is undone")
