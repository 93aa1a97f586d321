"""`communique serve record.db`"""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.terminal import warn


def serve_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record.")],
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; anything but this machine asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0: one that is free.")] = 8765,
    token: Annotated[
        str, typer.Option(metavar="WORD", envvar="COMMUNIQUE_TOKEN", help="Who brings it may come in.")
    ] = "",
    read_only: Annotated[bool, typer.Option("--read-only", help="No corrections.")] = False,
) -> None:
    """Open the desk: the record as pages in a browser, on this machine."""
    import secrets

    from communique.errors import UsageError
    from communique.store import reading
    from communique.web.app import serve
    from communique.web.settings import LEAST_TOKEN, Settings, is_loopback

    with reading(record):
        pass  # says at once what is wrong with it
    if token and len(token) < LEAST_TOKEN:
        raise UsageError(f"The token is too short to keep anybody out; give {LEAST_TOKEN} characters or more")
    asked = token or ("" if is_loopback(host) else secrets.token_urlsafe(24))
    shown = f"[{host}]" if ":" in host else host
    query = f"?token={asked}" if asked else ""
    settings = Settings(record=record, host=host, port=port, token=asked, read_only=read_only)
    serve(settings, lambda has: warn(f"The desk: http://{shown}:{has}/{query}  (stop it with Ctrl-C)"))
