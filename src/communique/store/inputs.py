"""What was read: sources, their captures and problems, as they stand in the file."""

import sqlite3
from collections.abc import Collection
from typing import Literal, NamedTuple

import msgspec

from communique.records.captures import Capture, Problem
from communique.store.batches import Batches
from communique.store.codec import digest, encode, pack, unpack

Change = Literal["new", "changed", "unchanged"]


class Kept(NamedTuple):
    """What the file holds of a capture: its digest, its bytes' hash, its sidecar as JSON."""

    digest: str
    sha256: str
    sidecar: str


class Shelf(NamedTuple):
    """One source in the file: its number there, the captures known of it by member, and its problems as JSON."""

    source: int
    known: dict[str, Kept]
    problems: tuple[str, ...]


def known_path(connection: sqlite3.Connection, location: str) -> str | None:
    """The path under which a location was read before."""
    found = connection.execute("SELECT path FROM sources WHERE location = ?", (location,)).fetchone()
    return found[0] if found else None


def shelve(batches: Batches, location: str, path: str) -> Shelf:
    """The place for a source's captures and problems, with what is there."""
    if known_path(batches.connection, location) != path:
        batches.write(
            "INSERT INTO sources (location, path) VALUES (?, ?)"
            " ON CONFLICT (location) DO UPDATE SET path = excluded.path",
            (location, path),
        )
    query = batches.connection.execute
    source = int(query("SELECT id FROM sources WHERE location = ?", (location,)).fetchone()[0])
    captures = query("SELECT member, digest, sha256, sidecar FROM captures WHERE source = ?", (source,))
    known = {member: Kept(*rest) for member, *rest in captures}
    problems = query("SELECT data FROM read_problems WHERE source = ? ORDER BY data", (source,))
    return Shelf(source, known, tuple(data for (data,) in problems))


def put_capture(batches: Batches, shelf: Shelf, member: str, capture: Capture) -> tuple[Change, str]:
    """Keeps `capture`, in place of an earlier version of it; says what changed, and the capture's digest."""
    data = encode(capture)
    key, sidecar = digest(data), encode(capture.sidecar).decode()
    old = shelf.known.get(member)
    if old is None or old.digest != key:
        batches.write(
            "INSERT OR REPLACE INTO captures (source, member, path, sha256, sidecar, digest, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (shelf.source, member, capture.path, capture.sha256, sidecar, key, pack(data)),
        )
    if old is None:
        return "new", key
    return ("unchanged" if (old.sha256, old.sidecar) == (capture.sha256, sidecar) else "changed"), key


def put_problems(batches: Batches, shelf: Shelf, problems: Collection[Problem]) -> None:
    """Keeps what is wrong with the source, in place of what was."""
    lines = sorted(encode(problem).decode() for problem in problems)
    if tuple(lines) == shelf.problems:
        return
    batches.write("DELETE FROM read_problems WHERE source = ?", (shelf.source,))
    for line in lines:
        batches.write("INSERT INTO read_problems (source, data) VALUES (?, ?)", (shelf.source, line))


def drop_members(batches: Batches, shelf: Shelf, seen: Collection[str]) -> int:
    """Forgets captures that an earlier version of the source held, and says how many."""
    gone = [member for member in shelf.known if member not in seen]
    for member in gone:
        batches.write("DELETE FROM captures WHERE source = ? AND member = ?", (shelf.source, member))
    return len(gone)


def drop_sources(batches: Batches, folder: str, seen: Collection[int]) -> int:
    """Forgets the sources below `folder` that are not `seen`, and says how many captures went with them."""
    start = folder.rstrip("/") + "/"
    query = batches.connection.execute
    rows = query("SELECT id FROM sources WHERE substr(location, 1, ?) = ?", (len(start), start))
    gone = [source for (source,) in rows if source not in seen]
    count = 0
    for source in gone:
        count += int(query("SELECT count(*) FROM captures WHERE source = ?", (source,)).fetchone()[0])
        batches.write("DELETE FROM sources WHERE id = ?", (source,))
    return count


def capture_data(connection: sqlite3.Connection, key: str) -> bytes:
    """The capture with that digest, as the JSON that `put_capture` encoded."""
    return unpack(connection.execute("SELECT data FROM captures WHERE digest = ? LIMIT 1", (key,)).fetchone()[0])


def capture(connection: sqlite3.Connection, path: str, sha256: str) -> Capture | None:
    """The capture of an article, by the path and the hash it names."""
    found = connection.execute(
        "SELECT data FROM captures WHERE path = ? AND sha256 = ? LIMIT 1", (path, sha256)
    ).fetchone()
    return msgspec.json.decode(unpack(found[0]), type=Capture) if found else None


def read_problems(connection: sqlite3.Connection) -> list[Problem]:
    """Every problem met in reading, in a fixed order, each once."""
    rows = connection.execute("SELECT DISTINCT data FROM read_problems ORDER BY data")
    return [msgspec.json.decode(data, type=Problem) for (data,) in rows]
