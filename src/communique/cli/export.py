"""`communique export record.db --format NAME -o DIR`"""

from pathlib import Path
from typing import Annotated

import typer


def export_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")],
    format_name: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="The format.")] = "jsonl",
) -> None:
    """Write the record as files."""
    from communique.errors import UsageError
    from communique.export import exporter
    from communique.store import load

    write = exporter(format_name)
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder to write into")
    try:
        write(load(record), output)
    except OSError as error:
        raise UsageError(f"Cannot write to {output}: {error.strerror}; choose another folder") from error
