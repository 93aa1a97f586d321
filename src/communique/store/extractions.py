"""What each capture yielded, kept under the version of everything that shaped it."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.store.batches import Batches
from communique.store.codec import digest as digest_of
from communique.store.codec import pack, unpack


class Chosen(NamedTuple):
    """The capture that stands for a path and its bytes, wherever copies of it lie."""

    path: str
    sha256: str
    digest: str


def chosen(connection: sqlite3.Connection) -> list[Chosen]:
    """One capture for each path and bytes, sorted: of copies with unlike sidecars the one with most to say.

    The choice rests on what the captures are, never on where they lie or when they were read.
    """
    rows = connection.execute("SELECT DISTINCT path, sha256, digest, sidecar FROM captures")
    ranked = sorted(rows, key=lambda row: (row[0], row[1], -len(row[3]), row[2]))
    best: dict[tuple[str, str], Chosen] = {}
    for path, sha256, digest, _ in ranked:
        best.setdefault((path, sha256), Chosen(path, sha256, digest))
    return list(best.values())


def pending(connection: sqlite3.Connection, version: str) -> list[str]:
    """Digests of captures that have no extraction under `version`, in the order of their paths."""
    wanted = dict.fromkeys(capture.digest for capture in chosen(connection))
    done = {
        row[0]
        for row in connection.execute("SELECT digest FROM extractions WHERE version = ? AND NOT retry", (version,))
    }
    return [digest for digest in wanted if digest not in done]


def put_extraction(batches: Batches, digest: str, version: str, data: bytes, *, lost: bool, retry: bool) -> None:
    """Keeps an outcome."""
    batches.write(
        "INSERT OR REPLACE INTO extractions (digest, version, lost, retry, data) VALUES (?, ?, ?, ?, ?)",
        (digest, version, int(lost), int(retry), pack(data)),
    )


def outcomes(connection: sqlite3.Connection, version: str) -> Iterator[bytes]:
    """The outcomes for all chosen captures, in the order of their paths."""
    for capture in chosen(connection):
        found = connection.execute(
            "SELECT data FROM extractions WHERE digest = ? AND version = ?", (capture.digest, version)
        ).fetchone()
        if found:
            yield unpack(found[0])


def lost_outcomes(connection: sqlite3.Connection, version: str) -> Iterator[tuple[str, bytes]]:
    """`(digest, outcome)` of the captures that yielded nothing."""
    rows = connection.execute(
        "SELECT digest, data FROM extractions WHERE version = ? AND lost ORDER BY digest", (version,)
    )
    yield from ((digest, unpack(data)) for digest, data in rows)


def fingerprint(
    connection: sqlite3.Connection, extraction_version: str, record_version: str, judgements: Iterable[str] = ()
) -> str:
    """Stands for all that the merged record is made of: equal fingerprints, equal records. `judgements`: the ids of
    those that hold."""
    retried = connection.execute(
        "SELECT digest FROM extractions WHERE version = ? AND retry ORDER BY digest", (extraction_version,)
    )
    problems = connection.execute("SELECT DISTINCT data FROM read_problems ORDER BY data")
    captures = (capture.digest for capture in chosen(connection))
    parts = (*captures, "", *(digest for (digest,) in retried), "", *sorted(judgements), "")
    return digest_of(record_version.encode(), *(part.encode() for part in parts), *(d.encode() for (d,) in problems))


def forget_unused(connection: sqlite3.Connection, version: str) -> None:
    """Drops extractions of captures that are gone, and of other versions."""
    connection.execute(
        "DELETE FROM extractions WHERE version <> ? OR digest NOT IN (SELECT digest FROM captures)", (version,)
    )
