"""Actors by the names that a reader has for them."""

import sqlite3
from collections.abc import Sequence

from communique.compare.check.asked import is_called
from communique.errors import UsageError
from communique.records.actors import Actor
from communique.store import find, load_kind


def called(actors: Sequence[Actor], name: str) -> Actor | None:
    """The actor of that name: a state by its code too, else the person, else who is mentioned most; None for nobody."""
    states = [a for a in actors if a.kind == "state" and name.upper() == a.country]
    meant = states or [a for a in actors if is_called(a, name)]
    return min(meant, key=lambda a: (a.kind != "state", a.kind != "person", -len(a.mentions), a.id), default=None)


def actor_of(connection: sqlite3.Connection, wanted: str) -> Actor:
    """The actor by its name, or by its id or the beginning of that.

    Raises:
        UsageError: there is none.
    """
    by_name = called(load_kind(connection, "actors"), wanted)
    if by_name:
        return by_name
    try:
        found: Actor = find(connection, "actors", wanted)
    except UsageError as error:
        raise UsageError(
            f"The record has no actor of the name or id {wanted!r}; list them with: communique show RECORD actors"
        ) from error
    return found
