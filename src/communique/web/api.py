"""The REST interface: every kind of item as JSON, paged and filtered by what its list can be filtered by."""

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from litestar import MediaType, Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, QueryParameter

from communique.compare.check import Checked
from communique.records.base import Row
from communique.store.finding import find_paragraphs, find_statements
from communique.store.heads import gather
from communique.store.history import Build, builds
from communique.store.load import counts
from communique.store.queries import LISTINGS, MOST_A_PAGE, listed
from communique.store.search import CLOSE, OPEN
from communique.store.tables import BY_KIND, TABLES
from communique.web.answers import LAST_PAGE, LONGEST, Asked, desk_of, filters_of, moved
from communique.web.desk import Look, etag
from communique.web.pages.questions import FILTERS as SEARCH_FILTERS
from communique.web.pages.questions import asked

T = TypeVar("T")
ENCODER = msgspec.json.Encoder()


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):  # noqa: UP046
    """One page of a list; `total` counts the items on all pages, `next` is the address of the next page."""

    items: list[T]
    page: int
    size: int
    total: int
    next: str | None = None


class Contents(Row, frozen=True, kw_only=True):
    """What the record holds: how many of each kind, its builds, and the state that every tag stands for."""

    version: str
    state: str
    counts: dict[str, int]
    builds: list[Build]


class SearchHit(Row, frozen=True, kw_only=True):
    """A statement or a paragraph that matches: its words with the matching ones in square brackets."""

    where: str
    id: str
    article: str
    paragraph: int | None
    words: str


def tagged(request: Asked, view: Callable[[Look], object]) -> Response[bytes]:
    """What `view` gives as JSON, or that nothing has changed since it was last asked for."""
    with desk_of(request).look() as look:
        tag = etag(look.state, str(request.url.path), str(request.url.query), "json")
        headers = {"etag": tag, "cache-control": "private, no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(b"", status_code=304, headers=headers)
        body = ENCODER.encode(view(look))
    return Response(body, media_type=MediaType.JSON, headers=headers)


def listing(kind: str) -> HTTPRouteHandler:
    """The handler that lists one kind."""
    row = BY_KIND[kind].row
    names = tuple(LISTINGS[kind].conditions)

    def handler(
        request: Request[Any, Any, Any],
        page: Annotated[int, QueryParameter(ge=1, le=LAST_PAGE)] = 1,
        size: Annotated[int, QueryParameter(ge=1, le=MOST_A_PAGE)] = 50,
    ) -> Response[bytes]:
        def view(look: Look) -> object:
            found = listed(look.connection, kind, filters_of(request, names), page, size)
            rows = gather(look.connection, kind, found.ids)
            following = page * size < found.total
            return Page[row](  # type: ignore[valid-type]
                items=rows,
                page=page,
                size=size,
                total=found.total,
                next=_following(request, page) if following else None,
            )

        return tagged(request, view)

    handler.__name__ = f"list_{kind}"
    handler.__doc__ = f"The {kind}, a page at a time."
    return get(
        f"/{kind}",
        sync_to_thread=True,
        operation_id=f"list_{kind}",
        summary=f"List {kind}",
        description=f"Filters, all optional: {', '.join(names)}.",
        responses={200: ResponseSpec(data_container=Page[row], description="One page")},  # type: ignore[valid-type]
        tags=[kind],
    )(handler)


def _following(request: Asked, page: int) -> str:
    from urllib.parse import urlencode

    given = {name: value for name, value in request.query_params.items() if name != "page"}
    return f"{request.url.path}?{urlencode({**given, 'page': page + 1})}"


def single(kind: str) -> HTTPRouteHandler:
    """The handler that gives one item of a kind."""
    row = BY_KIND[kind].row

    def handler(request: Request[Any, Any, Any], item: FromPath[str]) -> Response[bytes]:
        def view(look: Look) -> object:
            found = gather(look.connection, kind, [item])
            if not found and (now := moved(look, kind, item)):
                found = gather(look.connection, kind, [now])
            if not found:
                raise NotFoundException(f"None of the {kind} has this id")
            return found[0]

        return tagged(request, view)

    handler.__name__ = f"get_{kind}"
    handler.__doc__ = f"One of the {kind}; of an id that a later merge did away with, what has its words now."
    return get(
        f"/{kind}/{{item:str}}",
        sync_to_thread=True,
        operation_id=f"get_{kind}",
        summary=f"One of the {kind}",
        responses={200: ResponseSpec(data_container=row, description="The item")},
        tags=[kind],
    )(handler)


@get(
    "/",
    sync_to_thread=True,
    operation_id="contents",
    summary="What the record holds",
    responses={200: ResponseSpec(data_container=Contents, description="The contents")},
)
def contents(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What the record holds."""
    from communique import __version__

    def view(look: Look) -> object:
        return Contents(
            version=__version__, state=look.state, counts=counts(look.connection), builds=builds(look.connection)
        )

    return tagged(request, view)


@get(
    "/search",
    sync_to_thread=True,
    operation_id="search",
    summary="Full text",
    description=f"Statements, then paragraphs. Filters: {', '.join(SEARCH_FILTERS)}.",
    responses={200: ResponseSpec(data_container=Page[SearchHit], description="One page")},
    tags=["search"],
)
def search(
    request: Request[Any, Any, Any],
    words: Annotated[str, QueryParameter(max_length=LONGEST)] = "",
    page: Annotated[int, QueryParameter(ge=1, le=LAST_PAGE)] = 1,
    size: Annotated[int, QueryParameter(ge=1, le=MOST_A_PAGE)] = 20,
) -> Response[bytes]:
    """What was said and printed that holds all of some words."""

    def view(look: Look) -> object:
        filters = filters_of(request, SEARCH_FILTERS)
        said = find_statements(look.connection, words, filters, page, size)
        printed = find_paragraphs(look.connection, words, filters, page, size)
        items = [
            SearchHit(
                where=place.where,
                id=place.item,
                article=place.article,
                paragraph=place.at if place.where == "paragraph" else None,
                words=place.marked.replace(OPEN, "[").replace(CLOSE, "]"),
            )
            for place in (*said.places, *printed.places)
        ]
        most = max(said.total, printed.total)
        following = _following(request, page) if page * size < most else None
        return Page[SearchHit](items=items, page=page, size=size, total=said.total + printed.total, next=following)

    return tagged(request, view)


@get(
    "/check",
    sync_to_thread=True,
    operation_id="check",
    summary="Check a quotation",
    responses={
        200: ResponseSpec(data_container=Checked, description="The verdict, and the nearest utterances, best first")
    },
    tags=["check"],
)
def check_words(
    request: Request[Any, Any, Any],
    words: Annotated[str, QueryParameter(max_length=2000)] = "",
    speaker: Annotated[str, QueryParameter(max_length=200)] = "",
) -> Response[bytes]:
    """What a quotation comes from, and how its words were changed."""
    return tagged(request, lambda look: asked(look.connection, words, speaker))


def handlers() -> list[HTTPRouteHandler]:
    """All of the interface."""
    kinds = [table.kind for table in TABLES if table.kind in LISTINGS]
    return [contents, search, check_words, *(make(kind) for kind in kinds for make in (listing, single))]
