"""The page of one item, wherever a later merge has put it."""

from collections.abc import Callable, Mapping
from typing import Any

from litestar import Response
from litestar.response import Redirect

from communique.records.record import Record
from communique.web.answers import Asked, answer, desk_of, moved
from communique.web.desk import Look

type Show = Callable[[Look, Record], Mapping[str, object] | None]


def item_page(
    request: Asked, kind: str, item: str, template: str, load: Callable[[Any, str], Record], show: Show
) -> Response[Any]:
    """The item's page; of one that a later merge did away with, the way to the item that has its words now.

    Raises:
        NotFoundException: the record has no such item.
    """
    with desk_of(request).look() as look:
        known = look.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (item,)).fetchone()  # noqa: S608
        now = None if known else moved(look, kind, item)
    if now:
        return Redirect(desk_of(request).templates.globals["to"].item(kind, now), status_code=303)

    def view(look: Look) -> Mapping[str, object] | None:
        part = load(look.connection, item)
        return show(look, part) if any(row.id == item for row in getattr(part, kind)) else None

    return answer(request, template, view)
