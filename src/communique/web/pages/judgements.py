"""What persons decided: the list, taking back, exchange, and where the forms of all pages lead."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import Cookie, UploadFile
from litestar.enums import MediaType
from litestar.handlers import HTTPRouteHandler
from litestar.params import MultipartBody, URLEncodedBody
from litestar.response import Redirect

from communique.errors import CommuniqueError
from communique.records.judgements import Judgement
from communique.report.judged import ruled
from communique.report.wording import counted
from communique.review.lines import Refused, dump, lines_of, parse
from communique.run.judging import judge
from communique.store import judgements as log
from communique.web.answers import AUTHOR, Asked, answer, desk_of, named
from communique.web.desk import Look
from communique.web.judging import Form, judgement_of

A_YEAR = 365 * 24 * 3600
MOST_REFUSED = 20
# What these take away has no page to go back to.
TAKES_AWAY = frozenset({"hide", "not_commitment"})

Fields = URLEncodedBody[dict[str, Any]]
Parts = MultipartBody[dict[str, Any]]


@dataclass(frozen=True)
class Told:
    """What came of a form, for the page that says so."""

    heading: str
    lines: tuple[str, ...]
    back: str


@get("/judgements", sync_to_thread=True)
def judgements_page(request: Asked) -> Response[Any]:
    """What was judged, the latest first; with `all`, what was withdrawn, too."""
    every = request.query_params.get("all") == "1"

    def view(look: Look) -> Mapping[str, object]:
        rows = log.listed(look.connection, every=every)
        return {
            "rulings": [ruled(row) for row in rows],
            "every": every,
            "conflicts": sum(bool(r.against) for r in rows),
        }

    return answer(request, "judgements.html", view)


@get("/judgements.jsonl", sync_to_thread=True)
def export_judgements(request: Asked) -> Response[bytes]:
    """All judgements as JSON lines, what was withdrawn too, for another analyst to import."""
    with desk_of(request).look() as look:
        body = dump(log.logged(look.connection))
    headers = {"content-disposition": 'attachment; filename="judgements.jsonl"', "cache-control": "no-store"}
    return Response(body, media_type="application/jsonl", headers=headers)


@post("/judge", sync_to_thread=True)
def judge_form(request: Asked, data: Fields) -> Response[Any]:
    """Makes the judgement that a form says, applies it, and goes back to where the form was."""
    form = Form(data)
    back = form.back if form.back.startswith("/") and not form.back.startswith(("//", "/\\")) else "/judgements"
    desk = desk_of(request)
    try:
        with desk.look() as look:
            judgement = judgement_of(look.connection, form)
        with desk.judging:
            effect = judge(desk.settings.record, [judgement])
    except CommuniqueError as error:
        return _told(request, Told("That could not be judged.", (str(error),), back), 422)
    if effect.conflicts or any(one.standing == "anchor gone" for one in effect.standing):
        back = "/judgements"
    gone = judgement.kind in TAKES_AWAY
    author = Cookie(AUTHOR, value=named(form.author), httponly=True, samesite="strict", max_age=A_YEAR)
    return Redirect("/judgements" if gone else back, status_code=303, cookies=[author])


@post("/judgements/import", sync_to_thread=True)
def import_judgements(request: Asked, data: Parts) -> Response[Any]:
    """Adds another analyst's judgements; what is no judgement is refused, line by line, with the reason."""
    upload = data.get("file")
    content = upload.file.read() if isinstance(upload, UploadFile) else b""
    rows = list(parse(lines_of(io.BytesIO(content))))
    found = [row for row in rows if isinstance(row, Judgement)]
    refused = [row for row in rows if isinstance(row, Refused)]
    desk = desk_of(request)
    try:
        with desk.judging:
            effect = judge(desk.settings.record, found)
    except CommuniqueError as error:
        return _told(request, Told("That could not be imported.", (str(error),), "/judgements"), 422)
    known = len({row.id for row in found}) - effect.added
    lines = [f"{counted(effect.added, 'judgement')} added, {known} known already, {len(refused)} refused"]
    lines += [f"Line {row.number}: {row.why}" for row in refused[:MOST_REFUSED]]
    lines += [f"Contradicted by others: {ruled(row).kind} {ruled(row).says}" for row in effect.conflicts[:MOST_REFUSED]]
    return _told(request, Told("Imported.", tuple(lines), "/judgements"), 200)


def _told(request: Asked, told: Told, status: int) -> Response[Any]:
    page = desk_of(request).render("told.html", told=told, path="/judgements", csrf="")
    headers = {"cache-control": "no-store"}
    return Response(page, media_type=MediaType.HTML, status_code=status, headers=headers)


READING: tuple[HTTPRouteHandler, ...] = (judgements_page, export_judgements)
WRITING: tuple[HTTPRouteHandler, ...] = (judge_form, import_judgements)
