"""`communique search record.db WORDS`"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.terminal import console, line

if TYPE_CHECKING:
    from rich.text import Text

    from communique.store.search import Hit


def search_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them; word* for a beginning.")],
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="So many statements and paragraphs at most.")] = 20,
) -> None:
    """Find statements and paragraphs by their words."""
    from communique.cli.view import View
    from communique.errors import UsageError
    from communique.store import reading
    from communique.store.search import query, search

    if not query(" ".join(words)):
        raise UsageError("There is nothing to look for; give words: communique search RECORD WORDS")
    with reading(record) as connection:
        view = View(connection)
        hits = list(search(connection, " ".join(words), limit))
        if as_json:
            json.dump([_plain(hit) for hit in hits], sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
            return
        screen = console()
        for hit in hits:
            screen.print(_marked(hit), soft_wrap=True)
            who = f"{view.speakers(hit.item)}, in " if hit.where == "statement" else ""
            screen.print(f"    {who}{view.source(hit.article)}  {view.short(hit.item)}", style="dim", soft_wrap=True)
        if not hits:
            screen.print("No statement and no paragraph has all of these words.")


def _plain(hit: "Hit") -> dict[str, str]:
    from communique.store.search import CLOSE, OPEN

    return hit._asdict() | {"marked": hit.marked.replace(OPEN, "[").replace(CLOSE, "]")}


def _marked(hit: "Hit") -> "Text":
    """The stretch with its matching words in bold; piped, between square brackets."""
    from rich.text import Text

    from communique.store.search import CLOSE, OPEN

    shown = Text()
    bold = sys.stdout.isatty()
    for n, part in enumerate(hit.marked.split(OPEN)):
        inside, _, after = part.partition(CLOSE) if n else ("", "", part)
        if n:
            shown.append(line(inside) if bold else f"[{line(inside)}]", style="bold yellow" if bold else "")
        shown.append(_flat(after))
    return shown


def _flat(text: str) -> str:
    """`text` on one line, with the blanks at its ends, which part it from its neighbours."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{line(text)}{right}"
