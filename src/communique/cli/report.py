"""`communique report record.db -o dossier.html`"""

from pathlib import Path
from typing import Annotated

import typer


def report_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page to write.")],
) -> None:
    """Write the dossier: one page that opens anywhere, with no network."""
    from communique.errors import UsageError
    from communique.report import write
    from communique.store import load

    try:
        write(load(record), output)
    except OSError as error:
        raise UsageError(f"Cannot write {output}: {error.strerror}; choose another place") from error
