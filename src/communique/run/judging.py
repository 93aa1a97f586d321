"""A judgement at once: added to the file, and the record made anew from the extractions that the file keeps."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique import store
from communique.errors import StoreError, UsageError
from communique.options import Options
from communique.records.base import Row
from communique.records.judgements import Judgement, StandingJudgement
from communique.run.building import OPTIONS, conclude_into, mark_of
from communique.store import judgements as log
from communique.store.write import FINGERPRINT, get_meta


class Effect(Row, frozen=True, kw_only=True):
    """What came of judgements: how many were new to the record, and how those of them that hold now stand."""

    added: int
    standing: tuple[StandingJudgement, ...] = ()

    @property
    def conflicts(self) -> tuple[StandingJudgement, ...]:
        """Those that another one contradicts."""
        return tuple(one for one in self.standing if one.against)


def judge(record: Path, made: Sequence[Judgement], options: Options | None = None) -> Effect:
    """Adds the judgements to the record at `record` and applies them, both or neither. Those that it has already change
    nothing. `options`: those of the last build, where none are given.

    Raises:
        StoreError: there is no record, or another version of communique made it. UsageError: nothing is built yet.
    """
    if not record.is_file():
        raise StoreError(f"No record at {record}; make one with: communique build PATH -o {record}")
    with store.writing(record) as connection, store.transaction(connection):
        added = log.add(connection, made)
        if added:
            apply(connection, record, options or kept_options(connection))
        given = {one.id for one in made}
        return Effect(added=added, standing=tuple(j for j in log.standing(connection) if j.id in given))


def apply(connection: sqlite3.Connection, record: Path, options: Options) -> None:
    """Makes the record anew where what it is made of has changed, in the caller's transaction."""
    found = connection.execute("SELECT version FROM builds ORDER BY id DESC LIMIT 1").fetchone()
    if found is None:
        raise UsageError(f"{record} holds no build to judge; run: communique build PATH -o {record}")
    if get_meta(connection, FINGERPRINT) == mark_of(connection, found[0], options):
        return
    try:
        conclude_into(connection, found[0], options)
    except msgspec.ValidationError as error:
        raise StoreError(
            f"{record} was made by another version of communique; run the same build again, then judge"
        ) from error


def kept_options(connection: sqlite3.Connection) -> Options:
    """The options that the record was made with."""
    kept = get_meta(connection, OPTIONS)
    return msgspec.json.decode(kept, type=Options) if kept else Options()
