"""What changed in the record since a build."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from communique.report.judged import moment
from communique.report.wording import capital, clipped, counted
from communique.store.history import Build, builds, changes_since, counts_since
from communique.web.answers import Asked, answer
from communique.web.desk import Look
from communique.web.pages.labels import labelled
from communique.web.words import CHANGES, NAMES

KINDS = (
    "articles", "events", "utterances", "commitments", "agreements", "indicators", "findings", "relationships",
)  # fmt: skip
MOST = 50
LABEL = 160


@dataclass(frozen=True)
class Line:
    """One item that changed; `href` is empty where it is gone."""

    change: str
    label: str
    href: tuple[str, str] | None


@dataclass(frozen=True)
class Section:
    """The changes of one kind."""

    name: str
    tally: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True)
class Made:
    """A build as shown."""

    number: int
    finished: str
    tally: str


def made(build: Build) -> Made:
    """The build in words."""
    problems = counted(build.problems, "problem")
    tally = f"{counted(build.captures, 'capture')}, {build.extracted} of them worked on, {problems}"
    return Made(build.number, moment(build.finished), tally)


@get("/changes", sync_to_thread=True)
def changes_page(request: Asked) -> Response[Any]:
    """What builds after the chosen one changed; by default, what the last one did."""
    asked = request.query_params.get("since", "")

    def view(look: Look) -> Mapping[str, object]:
        known = builds(look.connection)
        last = known[0].number if known else 0
        since = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else max(0, last - 1)
        return {
            "builds": [made(build) for build in known],
            "since": since,
            "sections": sections(look, since),
            "first": last <= 1,
        }

    return answer(request, "changes.html", view)


def tallies(look: Look, since: int) -> list[tuple[str, str]]:
    """`(kind, "2 new, 1 changed")` of the kinds that changed."""
    counts = counts_since(look.connection, since)
    found = []
    for kind in KINDS:
        parts = [
            f"{counts[kind, change]:,} {word.lower()}" for change, word in CHANGES.items() if (kind, change) in counts
        ]
        if parts:
            found.append((kind, ", ".join(parts)))
    return found


def sections(look: Look, since: int) -> list[Section]:
    """The changes by kind, each with words to know it by."""
    shown = []
    for kind, tally in tallies(look, since):
        rows = changes_since(look.connection, since, kind, MOST)
        labels = labelled(look, kind, [row.item for row in rows if row.change != "gone"])
        total = sum(count for (name, _), count in counts_since(look.connection, since).items() if name == kind)
        lines = tuple(
            Line(
                CHANGES[row.change],
                clipped(labels.get(row.item) or row.label or NAMES[kind].rstrip("s"), LABEL),
                (kind, row.item) if row.item in labels else None,
            )
            for row in rows
        )
        shown.append(Section(capital(NAMES[kind]), tally, lines, max(0, total - len(lines))))
    return shown


HANDLERS: tuple[HTTPRouteHandler, ...] = (changes_page,)
