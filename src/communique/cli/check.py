"""`communique check record.db "WORDS"`"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.terminal import console, line

if TYPE_CHECKING:
    pass


def check_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help='A quotation, with or without "who said it".')],
    speaker: Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who is said to have said it.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    most: Annotated[int, typer.Option(min=1, help="So many utterances at most.")] = 3,
) -> None:
    """Find what a quotation comes from: the utterance, who said it when, and how the words were changed."""
    import msgspec

    from communique.cli.checked import account
    from communique.compare.check import check
    from communique.errors import UsageError
    from communique.store.load import load

    if not words.strip():
        raise UsageError('There is nothing to check; give the words of a quotation: communique check RECORD "WORDS"')
    held = load(record)
    answer = check(held, words, speaker, most)
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(answer), indent=1).decode() + "\n")
        return
    screen = console()
    for row in account(held, answer):
        screen.print(
            line(row.text) if not row.depth else "  " * row.depth + line(row.text), style=row.style, soft_wrap=True
        )
