"""Who comes in, and with how much: the host's name, the token, the size of what is sent; and what every answer forbids
the browser."""

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from communique.web.settings import LOCAL, MOST_BODY, Settings, is_loopback

type Message = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type Application = Callable[[Any, Any, Any], Awaitable[None]]
type Headers = tuple[tuple[bytes, bytes], ...]

TOKEN_COOKIE = "communique-token"  # noqa: S105
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
LONGEST_QUERY = 8000
READING = frozenset({"GET", "HEAD"})


class Gate:
    """ASGI middleware around the whole desk."""

    def __init__(self, app: Application, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refused(scope, headers)
        if refused:
            await _answer(_guarded(send), *refused)
            return
        if self.settings.token and (answer := self._asks_in(scope, headers)):
            await _answer(_guarded(send), *answer)
            return
        await self.app(scope, _limited(receive), _guarded(send))

    def _refused(self, scope: Message, headers: dict[bytes, str]) -> tuple[int, str, Headers] | None:
        # A page elsewhere whose name is made to lead here must not read the record: it comes with its own name.
        if not self._is_known(headers.get(b"host", "")):
            return 421, "This address is not the desk's.", ()
        if len(scope.get("query_string", b"")) > LONGEST_QUERY or len(scope["path"]) > LONGEST_QUERY:
            return 414, "That address is too long.", ()
        length = headers.get(b"content-length", "0")
        if not length.isdigit() or int(length) > MOST_BODY:
            return 413, "That is more than the desk takes at once.", ()
        if self.settings.read_only and scope["method"] not in READING | {"OPTIONS"}:
            return 405, "This desk is for reading only.", ((b"allow", b"GET, HEAD"),)
        return None

    def _is_known(self, host: str) -> bool:
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        name = name.strip("[]").lower()
        if self.settings.is_local:
            return name in LOCAL or is_loopback(name)
        # Behind a token the name may be any: whoever does not know the token reads nothing.
        return bool(name)

    def _asks_in(self, scope: Message, headers: dict[bytes, str]) -> tuple[int, str, Headers] | None:
        """None for who may come in; else the answer: a cookie and the way back for who brings the token in the address,
        a request for it for all others."""
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        brought = next((value for name, value in query if name == "token"), "")
        if brought and self._is_right(brought):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            # Two slashes at the beginning, or what browsers take for them, would lead to another host.
            where = "/" + quote(scope["path"].lstrip("/")) + (f"?{rest}" if rest else "")
            cookie = f"{TOKEN_COOKIE}={self.settings.token}; HttpOnly; SameSite=Strict; Path=/"
            sent = ((b"location", where.encode("ascii")), (b"set-cookie", cookie.encode()))
            return 303, "", (*sent, (b"cache-control", b"no-store"))
        scheme, _, value = headers.get(b"authorization", "").partition(" ")
        if (scheme.lower() == "bearer" and self._is_right(value)) or self._is_right(_cookie(headers, TOKEN_COOKIE)):
            return None
        return (
            401,
            "The desk asks for its token: open the address that was printed when it started.",
            ((b"www-authenticate", b"Bearer"),),
        )

    def _is_right(self, token: str) -> bool:
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.settings.token.encode())


def _cookie(headers: dict[bytes, str], name: str) -> str:
    try:
        found = SimpleCookie(headers.get(b"cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _limited(receive: Receive) -> Receive:
    """`receive` that ends what never ends: a body without a length. The application refuses by itself what is more than
    MOST_BODY, and says so; here ends what it does not look at."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > 2 * MOST_BODY:
                return {"type": "http.disconnect"}
        return message

    return limited


def _guarded(send: Send) -> Send:
    """`send` that adds what every answer forbids the browser."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *HEADERS]
        await send(message)

    return guarded


async def _answer(send: Send, status: int, words: str, headers: Headers) -> None:
    body = words.encode()
    start = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *headers]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body, "more_body": False})
