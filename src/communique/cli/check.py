"""`communique check record.db "WORDS"`"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.terminal import console

if TYPE_CHECKING:
    from communique.compare.check import Match
    from communique.records.record import Record

SAYS = {
    "verbatim": "word for word",
    "shortened": "shortened",
    "altered": "altered",
}


def check_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help='A quotation, with or without "who said it".')],
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    most: Annotated[int, typer.Option(min=1, help="So many utterances at most.")] = 3,
) -> None:
    """Find what a quotation comes from: the utterance, who said it when, and how the words were changed."""
    import msgspec

    from communique.compare.check import check
    from communique.errors import UsageError
    from communique.store.load import load

    if not words.strip():
        raise UsageError('There is nothing to check; give the words of a quotation: communique check RECORD "WORDS"')
    held = load(record)
    found = check(held, words, most)
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n")
        return
    if not found:
        console().print("The record holds no utterance near these words.")
    for match in found:
        _show(held, match)


def _show(held: "Record", match: "Match") -> None:
    """One utterance: who said it, on which occasion, every rendering, and what was changed."""
    names = {a.id: a.name for a in held.actors}
    titles = {a.id: a.title.value if a.title else a.capture for a in held.articles}
    statements = {s.id: s for s in held.statements}
    utterance = next(u for u in held.utterances if u.id == match.utterance)
    event = next((e for e in held.events if e.id == match.event), None)
    screen = console()
    who = " and ".join(names[s] for s in match.speakers) or "a speaker the record does not name"
    screen.print(
        f"{SAYS[match.verdict]}, {match.score:.0%} of the words found: {who}{_occasion(event)}",
        style="bold",
        soft_wrap=True,
    )
    if match.misattributed:
        blamed = ", ".join(names[a] for a in match.misattributed)
        screen.print(f"  ascribed to {blamed}; the record gives it to {who}", style="red", soft_wrap=True)
    for rendering in (match.statement, *(r for r in utterance.renderings if r != match.statement)):
        statement = statements[rendering]
        screen.print(f"  {statement.mode}: {statement.content.exact}", soft_wrap=True, highlight=False)
        screen.print(f"      {titles[statement.article]}", style="dim", soft_wrap=True)
    for difference in match.differences:
        left = difference.left.exact if difference.left else "nothing"
        right = difference.right.exact if difference.right else "nothing"
        screen.print(f"  {difference.kind}: asked “{left}”, recorded “{right}”", soft_wrap=True, highlight=False)


def _occasion(event: object) -> str:
    """ ", at the meeting of 19 January 2022 in Moscow", as far as the record knows it."""
    from communique.records.events import Event

    if not isinstance(event, Event):
        return ""
    when = f" of {event.time.edtf or event.time.earliest}" if event.time else ""
    where = f" in {event.place.name}" if event.place else ""
    return f", at the {event.form.replace('_', ' ')}{when}{where}"
