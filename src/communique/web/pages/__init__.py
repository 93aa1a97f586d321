"""The pages, a file for each subject."""

from litestar.handlers import HTTPRouteHandler

from communique.web.pages import (
    actors,
    articles,
    changes,
    events,
    findings,
    judgements,
    outlets,
    overview,
    promises,
    questions,
    tables,
)

READING: tuple[HTTPRouteHandler, ...] = (
    *overview.HANDLERS,
    *events.HANDLERS,
    *actors.HANDLERS,
    *promises.HANDLERS,
    *findings.HANDLERS,
    *articles.HANDLERS,
    *outlets.HANDLERS,
    *questions.HANDLERS,
    *changes.HANDLERS,
    *judgements.READING,
    *tables.HANDLERS,
)
WRITING: tuple[HTTPRouteHandler, ...] = judgements.WRITING
