"""From a request to a page: filters and page numbers read, the record looked at, a tag to be asked again by."""

from collections.abc import Callable, Mapping
from functools import cache
from getpass import getuser
from typing import Any
from urllib.parse import quote, unquote

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.template.base import csrf_token

from communique.store.queries import Filters
from communique.store.redirects import follow
from communique.web.desk import Desk, Look, etag

type Values = Mapping[str, object]
type View = Callable[[Look], Values | None]
Asked = Request[Any, Any, Any]

PAGE = 50
# Of what is shown with its words.
FULL_PAGE = 25
LAST_PAGE = 100_000
LONGEST = 400
AUTHOR = "communique-author"
_COUNTED = ("communique-since", AUTHOR)


@cache
def login() -> str:
    """The name of whoever runs the desk; empty where the machine knows none."""
    try:
        return getuser()
    except (OSError, KeyError):
        return ""


def named(author: str) -> str:
    """An author's name as a cookie can hold it."""
    return quote(author, safe="")


def desk_of(request: Asked) -> Desk:
    """The desk that the request came to."""
    found: Desk = request.app.state.desk
    return found


def filters_of(request: Asked, names: tuple[str, ...]) -> Filters:
    """What the address narrows the list down to: of these filters, those that say something."""
    given = {name: request.query_params.get(name, "").strip()[:LONGEST] for name in names}
    return Filters(**{name: value for name, value in given.items() if value})


def page_of(request: Asked) -> int:
    """The number of the page asked for, from 1."""
    asked = request.query_params.get("page", "1")
    return min(max(1, int(asked)), LAST_PAGE) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1


def answer(
    request: Asked, template: str, view: View, *, cookies: tuple[Cookie, ...] = (), status: int = 200
) -> Response[Any]:
    """The page that `view` gives, or that nothing has changed since it was last asked for.

    Raises:
        NotFoundException: `view` found nothing.
    """
    desk = desk_of(request)
    token = "" if desk.settings.read_only else csrf_token({"request": request})
    with desk.look() as look:
        cookies_known = [request.cookies.get(name, "") for name in _COUNTED]
        page_key = etag(look.state, str(request.url.path), str(request.url.query), *cookies_known)
        tag = etag(page_key, token)
        headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie"}
        if status == 200 and tag in request.headers.get("if-none-match", ""):
            return Response(None, status_code=304, headers=headers)
        mark = desk.token_mark if token else ""
        page = desk.page(page_key, lambda: _made(request, desk, template, view, look, mark))
    body = page.replace(mark, token) if mark else page
    return Response(body, media_type=MediaType.HTML, headers=headers, cookies=list(cookies), status_code=status)


def _made(request: Asked, desk: Desk, template: str, view: View, look: Look, mark: str) -> str:
    values = view(look)
    if values is None:
        raise NotFoundException
    # The address that a form leads back to: this page, with what it was narrowed down to.
    here = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    author = unquote(request.cookies.get(AUTHOR, "")) or login()
    return desk.render(template, csrf=mark, path=request.url.path, here=here, author=author, **values)


def moved(look: Look, kind: str, item: str) -> str | None:
    """The id under which an item that a later merge did away with is found now; None where it is not."""
    now = follow(look.connection, item)
    if now == item:
        return None
    found = look.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (now,)).fetchone()  # noqa: S608
    return now if found else None
