"""The desk as an ASGI application."""

import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from errno import EACCES, EADDRINUSE
from importlib.resources import files
from threading import Thread
from typing import Any

from litestar import Litestar, Response, Router, get
from litestar.concurrency import set_asyncio_executor
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.enums import MediaType
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath

from communique import __version__
from communique.errors import StoreError, UsageError
from communique.web import api
from communique.web.answers import Asked, desk_of
from communique.web.desk import Desk
from communique.web.gate import Application, Gate
from communique.web.pages import READING, WRITING, overview
from communique.web.settings import MOST_BODY, Settings

STYLES = {
    "style.css": files("communique.report") / "templates" / "style.css",
    "desk.css": files("communique.web") / "static" / "desk.css",
}
A_DAY = 24 * 3600
# A page is mostly work, not waiting: more at once than these only get in each other's way.
THREADS = 4


@get("/static/{name:str}", sync_to_thread=False, include_in_schema=False)
def static(name: FromPath[str]) -> Response[str]:
    """A style sheet of the package, by its name: no path of a disk is made of what was asked."""
    if name not in STYLES:
        raise HTTPException(status_code=404, detail="There is no such file.")
    headers = {"cache-control": f"public, max-age={A_DAY}"}
    return Response(STYLES[name].read_text("utf-8"), media_type=MediaType.CSS, headers=headers)


def _failed(request: Asked, error: Exception) -> Response[Any]:
    """An error as a page, or as JSON below /api; what went wrong inside is told by the log alone."""
    status = getattr(error, "status_code", 500)
    detail = str(getattr(error, "detail", "")) if status < 500 else ""
    if isinstance(error, StoreError):
        # Where the record lies on the disk is nobody's business but of whoever runs the desk.
        status, detail = 503, "The record cannot be read; look at the window where the desk runs."
        request.app.state.desk.complain(error)
    elif status >= 500 and "disconnected" not in str(getattr(error, "detail", "")):
        request.app.state.desk.complain(error)
    words = {
        404: "There is no such page or item.",
        403: "This form is out of date; load its page again.",
        500: "Something went wrong; look at the window where the desk runs. The record is as it was.",
    }
    if request.url.path.startswith("/api"):
        return Response({"status": status, "detail": detail or words.get(status, "")}, status_code=status)
    page = desk_of(request).render(
        "error.html", status=status, words=words.get(status) or detail or words[500], path="", csrf=""
    )
    return Response(page, status_code=status, media_type=MediaType.HTML, headers={"cache-control": "no-store"})


def create_app(settings: Settings) -> Application:
    """The desk over the record that `settings` name."""
    return Gate(inner_app(settings), settings)


def inner_app(settings: Settings) -> Litestar:
    """The desk without the gate before it."""
    writing = () if settings.read_only else WRITING
    pages = Router("/", route_handlers=[*READING, *writing, static], include_in_schema=False)
    interface = Router("/api", route_handlers=api.handlers())
    guard = CSRFConfig(secret=settings.secret, cookie_httponly=True, cookie_samesite="strict", cookie_name="csrftoken")
    return Litestar(
        route_handlers=[pages, interface],
        state=State({"desk": Desk(settings)}),
        csrf_config=None if settings.read_only else guard,
        openapi_config=OpenAPIConfig(
            title="communique",
            version=__version__,
            description="The record as JSON: every kind paged and filtered, search, and checking a quotation.",
            path="/schema",
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
        exception_handlers={Exception: _failed},
        request_max_body_size=MOST_BODY,
        logging_config=None,
    )


def serve(settings: Settings, started: Callable[[int], None]) -> None:
    """Runs the desk until it is stopped; says by `started` which port it has.

    Raises:
        UsageError: the port is another program's, or the address is none of this machine's.
    """
    import uvicorn

    listening = bound(settings)
    started(listening.getsockname()[1])
    set_asyncio_executor(ThreadPoolExecutor(THREADS))
    inner = inner_app(settings)
    # What is worked out once for a state of the record is best worked out before somebody waits for it.
    Thread(target=overview.warm, args=(inner.state.desk,), daemon=True).start()
    config = uvicorn.Config(Gate(inner, settings), log_level="warning", server_header=False, access_log=False)
    with listening, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def bound(settings: Settings) -> socket.socket:
    """A socket that has the port, so that nothing is promised that cannot be kept."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        remedy = "stop what runs there or give another --port" if error.errno == EADDRINUSE else "give another --host"
        if error.errno == EACCES:
            remedy = "give a --port above 1023"
        # The words of a number are short; those of a name that is not known stand in the error alone.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise UsageError(f"Cannot listen on {settings.host}, port {settings.port} ({reason}); {remedy}") from error
