"""A build: what is new is read and extracted, and the record merged anew where anything changed.

Every step is kept as it is done, so that a build killed at any moment is continued by the same command.
"""

import dataclasses
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from communique import store
from communique.fingerprint import extraction_version, record_version
from communique.options import Options
from communique.pipeline import conclude
from communique.read import Source, captures, sources
from communique.read.roots import plan
from communique.records.base import Row
from communique.records.captures import Problem
from communique.records.record import Record
from communique.run.engines import engine
from communique.run.memory import uncollected
from communique.run.work import Outcome, Verdict
from communique.store import extractions, inputs, judgements
from communique.store.batches import Batches
from communique.store.load import counts
from communique.store.write import FINGERPRINT, get_meta, set_meta, write

type Progress = Callable[[str, int, int | None], None]
# What the record was made with: who judges has no need to know it.
OPTIONS = "options"


class Summary(Row, frozen=True, kw_only=True):
    """What a build did. `lost`: the problems that lost one of the inputs given; `written`: whether the record
    changed; `items`: how many of each kind it holds now."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    extracted: int = 0
    lost: tuple[Problem, ...] = ()
    written: bool = False
    items: dict[str, int] = msgspec.field(default_factory=dict)


@dataclasses.dataclass
class Reading:
    """What the paths given held: counts of captures, their digests, the sources, the problems that lost one."""

    changes: Counter[str] = dataclasses.field(default_factory=Counter)
    digests: set[str] = dataclasses.field(default_factory=set)
    sources: set[int] = dataclasses.field(default_factory=set)
    lost: list[Problem] = dataclasses.field(default_factory=list)


def quiet(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def build(
    paths: Sequence[str | Path], record: Path, options: Options, *, sync: bool = False, progress: Progress = quiet
) -> Summary:
    """Adds what is under `paths` to the record at `record`; with `sync`, what is gone from its folders goes too.

    Raises:
        UsageError: a path is missing. StoreError: the file is no record. ModelError, KnowledgeError: the set-up.
    """
    version = extraction_version(options)
    folders = [str(path) for path in plan(paths) if path.is_dir()]
    own = [record.absolute().parent.resolve() / (record.name + end) for end in ("", "-wal", "-shm", "-journal")]
    with store.writing(record) as connection:
        reading = _read(Batches(connection), sources(paths, options, own), progress)
        if sync:
            reading.changes["removed"] += _drop(Batches(connection), folders, reading)
        extracted = _extract(Batches(connection), version, options, progress)
        written = _conclude(connection, version, options, extracted, progress)
        return Summary(
            **{name: reading.changes[name] for name in ("new", "changed", "unchanged", "removed")},
            extracted=extracted,
            lost=_lost(connection, version, reading),
            written=written,
            items=counts(connection),
        )


def _read(batches: Batches, found: Iterable[Source], progress: Progress) -> Reading:
    reading = Reading()
    for source in found:
        # A file reached from two roots keeps the longer of its paths, whichever was given first.
        known = inputs.known_path(batches.connection, source.location) or ""
        longer = known if len(known) > len(source.path) else source.path
        _read_source(batches, dataclasses.replace(source, path=longer), reading)
        progress("read", reading.changes.total(), None)
    batches.commit()
    return reading


def _read_source(batches: Batches, source: Source, reading: Reading) -> None:
    shelf = inputs.shelve(batches, source.location, source.path)
    reading.sources.add(shelf.source)
    seen: set[str] = set()
    problems: list[Problem] = []
    for item in captures(source):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        member = item.path.removeprefix(source.path)
        # What comes by standard input has no name of its own: another text is another capture.
        member = member if source.beside else f"{member}:{item.sha256}"
        change, digest = inputs.put_capture(batches, shelf, member, item)
        seen.add(member)
        reading.changes[change] += 1
        reading.digests.add(digest)
        batches.step()
    inputs.put_problems(batches, shelf, problems)
    reading.lost += [problem for problem in problems if problem.lost]
    if source.beside and not any(problem.code == "unreadable" for problem in problems):
        reading.changes["removed"] += inputs.drop_members(batches, shelf, seen)
    batches.step()


def _drop(batches: Batches, folders: Sequence[str], reading: Reading) -> int:
    removed = sum(inputs.drop_sources(batches, folder, reading.sources) for folder in folders)
    batches.commit()
    return removed


def _extract(batches: Batches, version: str, options: Options, progress: Progress) -> int:
    pending = extractions.pending(batches.connection, version)
    if not pending:
        return 0
    run, chosen = engine(len(pending), options)
    data = (inputs.capture_data(batches.connection, digest) for digest in pending)
    progress("extract", 0, len(pending))
    for done, (index, outcome) in enumerate(run(data, chosen), 1):
        verdict = msgspec.json.decode(outcome, type=Verdict)
        lost = any(problem.lost for problem in verdict.problems)
        extractions.put_extraction(batches, pending[index], version, outcome, lost=lost, retry=verdict.retry)
        batches.step()
        progress("extract", done, len(pending))
    batches.commit()
    return len(pending)


def _conclude(
    connection: sqlite3.Connection, version: str, options: Options, extracted: int, progress: Progress
) -> bool:
    if get_meta(connection, FINGERPRINT) == mark_of(connection, version, options):
        return False
    progress("merge", 0, None)
    # Whoever judges meanwhile waits, so that no judgement is passed over.
    with store.transaction(connection):
        conclude_into(connection, version, options, extracted)
        extractions.forget_unused(connection, version)
    return True


def mark_of(connection: sqlite3.Connection, version: str, options: Options) -> str:
    """The fingerprint that the record has where it is up to date."""
    ids = [judgement.id for judgement in judgements.holding(connection)]
    return extractions.fingerprint(connection, version, record_version(options), ids)


def conclude_into(connection: sqlite3.Connection, version: str, options: Options, extracted: int = 0) -> Record:
    """Makes the record anew from the extractions that the file keeps under `version`, and from the judgements, in the
    caller's transaction."""
    with uncollected():
        return _made(connection, version, options, extracted)


def _made(connection: sqlite3.Connection, version: str, options: Options, extracted: int) -> Record:
    done = list(_outcomes(connection, version))
    problems = [*inputs.read_problems(connection), *(problem for one in done for problem in one.problems)]
    found = [one.extraction for one in done if one.extraction]
    record = conclude(found, problems, options, judgements.holding(connection))
    write(connection, record, mark_of(connection, version, options))
    set_meta(connection, OPTIONS, msgspec.json.encode(msgspec.structs.replace(options, jobs=0)).decode())
    connection.execute(
        "INSERT INTO builds (finished, version, captures, extracted, problems) VALUES (?, ?, ?, ?, ?)",
        (datetime.now(UTC).isoformat(timespec="seconds"), version, len(done), extracted, len(record.problems)),
    )
    return record


def _outcomes(connection: sqlite3.Connection, version: str) -> Iterator[Outcome]:
    decoder = msgspec.json.Decoder(Outcome)
    yield from (decoder.decode(data) for data in extractions.outcomes(connection, version))


def _lost(connection: sqlite3.Connection, version: str, reading: Reading) -> tuple[Problem, ...]:
    found = set(reading.lost)
    for digest, data in extractions.lost_outcomes(connection, version):
        if digest in reading.digests:
            found.update(msgspec.json.decode(data, type=Verdict).problems)
    return tuple(sorted(found, key=lambda problem: (problem.capture, problem.stage, problem.code, problem.message)))
