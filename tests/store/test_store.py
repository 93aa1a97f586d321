import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.store.records import EVENT, RECORD

from communique import store
from communique.errors import StoreError, UsageError
from communique.records.record import Record
from communique.store.batches import MOST_STEPS, Batches
from communique.store.looking import looking
from communique.store.redirects import follow
from communique.store.schema import VERSION, scripts
from communique.store.search import CLOSE, OPEN, query, search
from communique.store.write import write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "r.db"
    save(made, RECORD)
    return made


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with store.reading(path) as opened:
        yield opened


def save(path: Path, record: Record) -> None:
    with store.writing(path) as opened, store.transaction(opened):
        write(opened, record, "mark")


def test_a_record_comes_back_as_it_went_in(path: Path) -> None:
    assert store.load(path) == RECORD


def test_a_closed_record_is_one_file_in_the_ordinary_mode(path: Path) -> None:
    assert [entry.name for entry in path.parent.iterdir()] == ["r.db"]
    assert path.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log is expected by whoever opens it


def test_reading_changes_nothing_and_needs_no_right_to_write(path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    path.parent.chmod(0o500)
    try:
        store.load(path)
    finally:
        path.parent.chmod(0o700)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [entry.name for entry in path.parent.iterdir()] == ["r.db"]


def test_the_tables_are_strict_and_whole(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")

    ours = [name for (name,) in tables if "_search" not in name and not name.startswith("sqlite_")]
    assert ours == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_there_is_a_migration_for_every_version() -> None:
    assert len(scripts()) == VERSION


def test_plain_sql_finds_who_took_part_where(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT a.name, p.role, e.form, e.place, e.earliest FROM event_participants p"
        " JOIN actors a ON a.id = p.actor JOIN events e ON e.id = p.event"
    )

    assert rows.fetchall() == [("A. Minister", "host", "talks", "Oslo", "2019-05-06")]


def test_a_reference_to_nothing_is_kept_in_the_row_and_makes_no_link(connection: sqlite3.Connection) -> None:
    assert [one.actor for one in store.find(connection, "events", "event-1").participants] == ["actor-1", "actor-gone"]
    assert connection.execute("SELECT count(*) FROM event_participants").fetchone() == (1,)


def test_a_statement_of_an_unknown_occasion_keeps_it_in_its_row_alone(tmp_path: Path) -> None:
    lonely = replace(RECORD, events=(), utterances=())
    save(tmp_path / "r.db", lonely)

    assert store.load(tmp_path / "r.db") == lonely
    with store.reading(tmp_path / "r.db") as connection:
        assert connection.execute("SELECT event, utterance FROM statements").fetchall() == [(None, None)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_writing_again_replaces(path: Path) -> None:
    save(path, replace(RECORD, findings=()))
    save(path, RECORD)

    assert store.load(path) == RECORD


@pytest.mark.parametrize("wanted", ["event-1", "1", "event-"])
def test_an_item_is_found_by_the_beginning_of_its_id(connection: sqlite3.Connection, wanted: str) -> None:
    assert store.find(connection, "events", wanted) == EVENT


def test_an_unknown_id_and_one_that_fits_two_are_wrong_use(path: Path) -> None:
    save(path, replace(RECORD, events=(EVENT, replace(EVENT, id="event-12"))))

    with store.reading(path) as connection:
        with pytest.raises(UsageError, match="None of the events"):
            store.find(connection, "events", "event-7")
        with pytest.raises(UsageError, match="More than one"):
            store.find(connection, "events", "event-")


def test_old_ids_lead_to_what_shares_most_members(path: Path) -> None:
    save(path, _renamed("event-2"))
    save(path, _renamed("event-3"))

    with store.reading(path) as connection:
        assert follow(connection, "event-1") == "event-3"
        assert store.find(connection, "events", "event-1").id == "event-3"

    assert _found(path, "event-1") == _found(path, "2") == "event-3"
    with store.reading(path) as connection, pytest.raises(UsageError, match="None of the actors"):
        store.find(connection, "actors", "event-1")

    save(path, RECORD)
    with store.reading(path) as connection:
        assert [follow(connection, f"event-{n}") for n in (1, 2, 3)] == ["event-1"] * 3


def _found(path: Path, wanted: str) -> str:
    with store.reading(path) as connection:
        return str(store.find(connection, "events", wanted).id)


def test_a_record_that_another_writes_is_waited_for_and_then_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.store.files.BUSY_SECONDS", 0.0)

    with store.writing(path) as one, store.transaction(one), pytest.raises(StoreError, match="by somebody else"):
        save(path, RECORD)


def test_a_locked_file_is_not_called_something_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.store.files.BUSY_SECONDS", 0.0)
    save(path, RECORD)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StoreError, match="by somebody else"), store.writing(path):
        pass
    with pytest.raises(StoreError, match="by somebody else"), looking(path):
        pass
    other.close()


def test_a_full_disk_is_told_when_a_record_is_begun(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with pytest.raises(StoreError, match="check the disk"), store.writing(tmp_path / "new.db"):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


def _renamed(event: str) -> Record:
    return replace(
        RECORD,
        events=(replace(EVENT, id=event),),
        statements=tuple(replace(s, event=event) for s in RECORD.statements),
        utterances=tuple(replace(u, event=event) for u in RECORD.utterances),
    )


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("trade grew", '"trade" "grew"'),
        ('"7 percent" gr*', '"7 percent" "gr"*'),
        ("NOT (a OR b)", '"NOT" "(a" "OR" "b)"'),
        ('" * - ^', ""),
        ('un"closed', '"unclosed"'),
    ],
)
def test_words_are_only_words_to_the_search(connection: sqlite3.Connection, words: str, asked: str) -> None:
    assert query(words) == asked
    list(search(connection, words))


def test_statements_and_kept_paragraphs_are_found(connection: sqlite3.Connection) -> None:
    assert [tuple(hit) for hit in search(connection, "GREW perc*")] == [
        ("statement", "statement-1", "article-1", "indirect", f"trade {OPEN}grew{CLOSE} by 7 {OPEN}percent{CLOSE}"),
        ("paragraph", "article-1", "article-1", "body",
         f"The minister said on Monday that trade {OPEN}grew{CLOSE} by 7 {OPEN}percent{CLOSE} and promised more."),
    ]  # fmt: skip
    assert [hit.role for hit in search(connection, "talks")] == ["title"]


def test_batches_are_committed_every_few_steps(path: Path) -> None:
    with store.writing(path) as connection:
        batches = Batches(connection)
        for number in range(MOST_STEPS + 1):
            batches.write("INSERT INTO sources (location, path) VALUES (?, ?)", (str(number), "x"))
            batches.step()
        with store.reading(path) as other:
            assert other.execute("SELECT count(*) FROM sources").fetchone() == (MOST_STEPS,)


@pytest.mark.parametrize("content", [b"", b"words that are no database" * 100])
def test_a_file_that_is_no_record_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.db").write_bytes(content)

    with pytest.raises(StoreError, match="communique build"):
        store.load(tmp_path / "r.db")


def test_a_damaged_record_is_named(path: Path) -> None:
    with store.reading(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'articles'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\x55" * size
    path.write_bytes(data)

    with pytest.raises(StoreError, match="build the record anew"):
        store.load(path)


def test_a_missing_record_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No record at"):
        store.load(tmp_path / "r.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE t (a)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="another program"):
        save(path, RECORD)

    assert path.read_bytes() == before


def test_a_record_of_a_newer_version_is_left_alone(path: Path) -> None:
    with store.writing(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")

    with pytest.raises(StoreError, match="upgrade"):
        store.load(path)
    with pytest.raises(StoreError, match="upgrade"):
        save(path, RECORD)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check the folder"):
        save(tmp_path / "no" / "r.db", RECORD)
