"""A list as a table for a spreadsheet: all of its pages in one file, narrowed down as the list is."""

from typing import Any

from litestar import Response, get
from litestar.exceptions import HTTPException, NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from communique.export.tables.files import TABLES, part
from communique.export.tables.lookup import Lookup
from communique.store.load import load_record
from communique.store.queries import LISTINGS, page_ids
from communique.web.answers import Asked, desk_of, filters_of

# A table is made of the whole record, so that what it counts is right; of a larger one the command line makes it.
MOST_ARTICLES = 2_000
MOST_ROWS = 1_000_000
# Those whose first column is the id that the list goes by.
OFFERED = {table.name: table for table in TABLES if table.name in LISTINGS and table.name != "problems"}


@get("/tables/{name:str}", sync_to_thread=True)
def table_file(request: Asked, name: FromPath[str]) -> Response[Any]:
    """The table of a kind, as CSV to be saved."""
    kind = name.removesuffix(".csv")
    if kind not in OFFERED or kind == name:
        raise NotFoundException
    with desk_of(request).look() as look:
        if look.connection.execute("SELECT count(*) FROM articles").fetchone()[0] > MOST_ARTICLES:
            raise HTTPException(
                status_code=422,
                detail="This record is too large for a table here. On the command line: "
                "communique export RECORD --format csv -o tables",
            )
        filters = filters_of(request, tuple(LISTINGS[kind].conditions))
        ids = frozenset(page_ids(look.connection, kind, filters, 1, MOST_ROWS))
        body = part(OFFERED[kind], Lookup(load_record(look.connection)), ids)
    headers = {"content-disposition": f'attachment; filename="{kind}.csv"', "cache-control": "private, no-cache"}
    return Response(body, media_type="text/csv", headers=headers)


HANDLERS: tuple[HTTPRouteHandler, ...] = (table_file,)
