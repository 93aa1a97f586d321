from hashlib import sha256
from pathlib import Path

import pytest
from tests.run.builds import built, exported
from tests.run.builds import small_stages as small_stages

from communique import store
from communique.errors import StoreError, UsageError
from communique.options import Options
from communique.run import build
from communique.store.redirects import follow

pytestmark = pytest.mark.usefixtures("small_stages")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "captures"
    (made / "later").mkdir(parents=True)
    (made / "a.txt").write_text("We met.\nWe agreed.\n")
    (made / "b.txt").write_text("We met.\nThey left.\n")
    (made / "later" / "c.txt").write_text("We agreed.\nThe rest is open.\n")
    (made / "later" / "d.txt").write_text("A hopeless page.\n")
    return made


def test_a_build_reads_extracts_and_merges(tmp_path: Path, folder: Path) -> None:
    summary = built(tmp_path / "r.db", folder)

    assert (summary.new, summary.extracted, summary.written) == (4, 4, True)
    assert {kind: count for kind, count in summary.items.items() if count} == {
        "articles": 3, "statements": 6, "utterances": 4, "problems": 1,
    }  # fmt: skip
    assert [(p.capture, p.code) for p in summary.lost] == [("later/d.txt", "no-article")]


def test_the_same_again_does_nothing_and_leaves_the_file_as_it_is(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    first = built(record, folder)
    before = sha256(record.read_bytes()).hexdigest()

    again = built(record, folder)

    assert (again.new, again.unchanged, again.extracted, again.written) == (0, 4, 0, False)
    assert again.lost == first.lost
    assert sha256(record.read_bytes()).hexdigest() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["r.db"]


def test_at_once_in_steps_and_in_any_order_are_the_same(tmp_path: Path, folder: Path) -> None:
    built(tmp_path / "once.db", folder)
    expected = exported(tmp_path / "once.db")
    for name, steps in {
        "steps": ([folder / "later"], [folder / "a.txt"], [folder]),
        "back": ([folder], [folder / "later"], [folder / "b.txt"]),
        "twice": ([folder / "later", folder / "later", folder],),
    }.items():
        for paths in steps:
            built(tmp_path / f"{name}.db", *paths)
        assert exported(tmp_path / f"{name}.db") == expected, name


def test_more_inputs_are_added(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder / "a.txt")

    summary = built(record, folder / "b.txt")

    assert (summary.new, summary.extracted, summary.items["articles"]) == (1, 1, 2)


def test_a_changed_file_replaces_its_earlier_version(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder)
    (folder / "a.txt").write_text("We met.\nWe did not agree.\n")

    summary = built(record, folder)

    assert (summary.new, summary.changed, summary.unchanged, summary.extracted) == (0, 1, 3, 1)
    built(tmp_path / "fresh.db", folder)
    assert exported(record) == exported(tmp_path / "fresh.db")


def test_a_changed_sidecar_counts_as_a_change(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder)
    (folder / "a.json").write_text('{"url": "https://example.org/a"}')

    summary = built(record, folder)

    assert (summary.changed, summary.extracted) == (1, 1)
    assert [a.url for a in store.load(record).articles if a.capture == "a.txt"] == ["https://example.org/a"]


def test_a_removed_file_stays_unless_synced(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder)
    (folder / "a.txt").unlink()

    kept = built(record, folder)
    synced = built(record, folder, sync=True)

    assert (kept.items["articles"], kept.written) == (3, False)
    assert (synced.items["articles"], synced.removed) == (2, 1)


def test_syncing_one_folder_leaves_others_alone(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder)

    summary = built(record, folder / "later", sync=True)

    assert (summary.removed, summary.items["articles"]) == (0, 3)


def test_lines_that_are_gone_from_a_container_go(tmp_path: Path) -> None:
    record, lines = tmp_path / "r.db", tmp_path / "in.jsonl"
    lines.write_text('{"text": "One."}\n{"text": "Two."}\n')
    built(record, lines)
    lines.write_text('{"text": "One."}\n')

    summary = built(record, lines)

    assert (summary.removed, summary.items["articles"]) == (1, 1)


def test_an_unreadable_file_keeps_what_was_read_of_it(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "r.db"
    built(record, folder)
    monkeypatch.setattr("communique.read.roots._open", _refuse)

    summary = built(record, folder)

    assert summary.items["articles"] == 3
    assert {problem.code for problem in summary.lost} == {"unreadable"}


def _refuse(path: Path) -> None:
    raise PermissionError(13, "Permission denied")


def test_copies_of_a_folder_are_one(tmp_path: Path, folder: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "a.txt").write_bytes((folder / "a.txt").read_bytes())
    (copy / "b.txt").write_text("Other words.\n")

    summary = built(tmp_path / "r.db", folder, copy)

    assert sorted(article.capture for article in store.load(tmp_path / "r.db").articles) == [
        "a.txt", "b.txt", "b.txt", "later/c.txt",
    ]  # fmt: skip
    assert summary.new == 6


def test_of_copies_with_unlike_sidecars_one_is_taken_wherever_it_lies(tmp_path: Path, folder: Path) -> None:
    exports = []
    for name in ("one", "two"):
        copy = tmp_path / name / "copy"
        copy.mkdir(parents=True)
        (copy / "a.txt").write_bytes((folder / "a.txt").read_bytes())
        (copy / "a.json").write_text('{"url": "https://example.org/a"}')
        order = (copy, folder) if name == "one" else (folder, copy)
        for paths in order:
            built(tmp_path / f"{name}.db", paths)
        exports.append(exported(tmp_path / f"{name}.db"))

    assert exports[0] == exports[1]
    assert b"https://example.org/a" in exports[0]["articles.jsonl"]


def test_other_options_extract_anew(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder)

    summary = build([str(folder / "a.txt")], record, Options(jobs=1, model="another"))

    assert summary.extracted == 4


def test_ids_of_merged_items_are_kept_as_redirects(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "r.db"
    built(record, folder / "a.txt")
    old = {u.id for u in store.load(record).utterances}

    built(record, folder)

    new = {u.id for u in store.load(record).utterances}
    with store.reading(record) as connection:
        now = {follow(connection, utterance) for utterance in old}
        assert len(old - new) == 2
        assert now <= new
        assert {store.find(connection, "utterances", utterance).id for utterance in old} == now


def test_the_record_itself_is_no_input(tmp_path: Path, folder: Path) -> None:
    built(folder / "r.db", folder)

    summary = built(folder / "r.db", folder)

    assert not summary.written
    assert [problem.capture for problem in store.load(folder / "r.db").problems] == ["later/d.txt"]


def test_a_missing_path_leaves_no_record(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        built(tmp_path / "r.db", tmp_path / "gone")

    assert not (tmp_path / "r.db").exists()


def test_another_file_is_not_written_into(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a database, but words that somebody wants to keep" * 100)

    with pytest.raises(StoreError, match="not a record"):
        built(other, folder)

    assert other.read_text().startswith("not a database")


def test_an_error_in_the_merge_leaves_the_record_as_it_was(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "r.db"
    built(record, folder / "a.txt")
    before = exported(record)
    monkeypatch.setattr("communique.run.building.write", _fail)

    with pytest.raises(RuntimeError):
        built(record, folder)

    assert exported(record) == before


def _fail(*_: object) -> None:
    raise RuntimeError("no")
