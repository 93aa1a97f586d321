"""What the words of `communique judge` mean in a record: ids as `show` prints them, names, files of judgements."""

import getpass
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from communique.errors import UsageError
from communique.records.actors import Actor, ActorKind
from communique.records.judgements import Anchor, AnchorKind, Judgement, Who
from communique.review.lines import Refused, lines_of, parse
from communique.store import find, load_kind
from communique.store import judgements as log
from communique.text.names import fold

ITEMS: tuple[AnchorKind, ...] = get_args(AnchorKind)
PAIRS: tuple[AnchorKind, ...] = ("event", "actor", "utterance")
_HEX = re.compile(r"(?:[a-z]+-)?[0-9a-f]{4,}")
_KIND = re.compile(r"([a-z]+)-[0-9a-f]+")


def login() -> str:
    """The name of whoever is at the keyboard; empty where the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def anchored(connection: sqlite3.Connection, wanted: str, kinds: Sequence[AnchorKind]) -> tuple[Anchor, ...]:
    """Anchors for the item that an id stands for.

    Raises:
        UsageError: for none of `kinds`, or for several.
    """
    named = _KIND.match(wanted)
    own = tuple(kind for kind in kinds if named and kind == named[1])
    return log.anchors(connection, log.about(connection, wanted, own or kinds), wanted)


def speaker(connection: sqlite3.Connection, wanted: str, kind: str, country: str | None) -> Who:
    """The actor of that id or name; where no actor has it, whoever it names.

    Raises:
        UsageError: several actors are called so; no such kind.
    """
    actor = _actor(connection, wanted)
    if actor is not None:
        anchor = log.anchors_of("actor", actor)[0]
        return Who(anchor=anchor, name=actor.name, kind=actor.kind, country=actor.country)
    if kind not in get_args(ActorKind):
        raise UsageError(f"No kind of actor {kind!r}; there are: {', '.join(get_args(ActorKind))}")
    return Who(name=wanted, kind=kind, country=country)  # type: ignore[arg-type]


def _actor(connection: sqlite3.Connection, wanted: str) -> Actor | None:
    if _HEX.fullmatch(wanted) and any(char.isdigit() for char in wanted):
        found: Actor = find(connection, "actors", wanted)
        return found
    name = fold(wanted)
    rows: list[Actor] = load_kind(connection, "actors")
    called = [row for row in rows if fold(row.name) == name] or [
        row for row in rows if name in {fold(other) for other in row.names}
    ]
    if len(called) > 1:
        ids = ", ".join(f"{row.id} ({row.kind}, {row.country or 'no state'})" for row in called)
        raise UsageError(f"Several actors are called {wanted}: {ids}; give the id of one")
    return called[0] if called else None


def sides(connection: sqlite3.Connection, left: str, right: str) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """Anchors for two actors, two events or two utterances.

    Raises:
        UsageError: they are not, or they are one item already.
    """
    kind = _pair(connection, left)
    mine, theirs = log.anchors(connection, kind, left), log.anchors(connection, kind, right)
    if mine == theirs:
        raise UsageError(f"{left} and {right} are one {kind} already")
    return mine, theirs


def apart(connection: sqlite3.Connection, left: str, right: str) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """As `sides`; or the part of the item `left` that is `right`, an article, a mention or a statement, and the rest.

    Raises:
        UsageError: they are no two items, and no item and a part of it.
    """
    kind = _pair(connection, left)
    whole = log.anchors(connection, kind, left)
    part = _part(connection, kind, left, right)
    if part is None:
        theirs = log.anchors(connection, kind, right)
        if theirs == whole:
            raise UsageError(f"{left} and {right} are one {kind}; name the article whose words are of another")
        return whole, theirs
    within = {anchor.member for anchor in part}
    rest = tuple(anchor for anchor in whole if anchor.member not in within)
    if not rest:
        raise UsageError(f"All of {left} is in {right}: there is nothing to keep it apart from")
    return rest, part


def _part(connection: sqlite3.Connection, kind: AnchorKind, left: str, right: str) -> tuple[Anchor, ...] | None:
    row = log.item(connection, kind, left)
    own = [anchor for anchor in log.anchors_of(kind, row) if anchor.member == right]
    if own:
        return tuple(own)
    try:
        article = find(connection, "articles", right)
    except UsageError:
        return None
    return log.part(connection, kind, row, article.id)


def _pair(connection: sqlite3.Connection, wanted: str) -> AnchorKind:
    named = _KIND.match(wanted)
    kinds = tuple(kind for kind in PAIRS if named and kind == named[1])
    return log.about(connection, wanted, kinds or PAIRS)


def read_lines(file: Path) -> tuple[list[Judgement], list[Refused]]:
    """The judgements in a file, and the lines that are none.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            rows = list(parse(lines_of(opened)))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    return [row for row in rows if isinstance(row, Judgement)], [row for row in rows if isinstance(row, Refused)]
