from pathlib import Path

import pytest
from tests.review.factories import judged
from tests.run import fakes

from communique import store
from communique.errors import StoreError, UsageError
from communique.export import exporter
from communique.options import Options
from communique.records.judgements import Judgement, Who
from communique.records.record import Record
from communique.run import build
from communique.run.judging import judge
from communique.store import judgements as log

OPTIONS = Options(jobs=1, max_line=5000)


@pytest.fixture(autouse=True)
def small_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "a.txt").write_text("We met beside the old harbour bridge.\nWe agreed on fish.\n")
    (folder / "b.txt").write_text("We met beside the old harbour bridge.\nThey left.\n")
    build([folder], tmp_path / "r.db", OPTIONS)
    return tmp_path / "r.db"


def exported(record: Path) -> dict[str, bytes]:
    out = record.parent / f"{record.stem}-export"
    exporter("jsonl")(store.load(record), out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def spoken(record: Record, words: str = "They left.") -> list[str]:
    names = {actor.id: actor.name for actor in record.actors}
    said = [s for s in record.statements if s.content.exact == words]
    return [names.get(speaker.actor or "", "") for s in said for speaker in s.speakers]


def on_statement(record: Path, name: str, seconds: int = 0, author: str = "ann") -> Judgement:
    held = store.load(record)
    said = next(s for s in held.statements if s.content.exact == "They left.")
    return judged(
        "speaker", seconds, author, anchors=log.anchors_of("statement", said), who=Who(name=name, country="SE")
    )


def test_a_judgement_is_applied_at_once_and_its_undoing_restores_the_export(record: Path) -> None:
    before = exported(record)
    judgement = on_statement(record, "Anna Berg")

    effect = judge(record, [judgement])

    assert (effect.added, [one.standing for one in effect.standing], effect.conflicts) == (1, ["applied"], ())
    assert spoken(store.load(record)) == ["Anna Berg"]
    assert exported(record) != before
    judge(record, [judged("undo", 9, undoes=judgement.id)])
    assert exported(record) == before


def test_a_build_after_it_has_nothing_to_do_and_one_with_more_keeps_it(record: Path) -> None:
    judge(record, [on_statement(record, "Anna Berg")])

    assert not build([record.parent / "captures"], record, OPTIONS).written
    (record.parent / "captures" / "c.txt").write_text("They came back.\n")
    summary = build([record.parent / "captures"], record, OPTIONS)

    assert (summary.written, summary.items["judgements"]) == (True, 1)
    assert spoken(store.load(record)) == ["Anna Berg"]


def test_a_record_built_anew_with_the_same_judgements_is_the_same(record: Path) -> None:
    made = [on_statement(record, "Anna Berg"), on_statement(record, "Olav Lie", 1, "bob")]
    judge(record, made)
    other = record.with_name("other.db")
    build([record.parent / "captures"], other, OPTIONS)

    for one in reversed(made):
        judge(other, [one])

    assert exported(other) == exported(record)
    assert [one.standing for one in judge(other, made).standing] == ["applied", "overridden"]


def test_known_judgements_change_nothing(record: Path) -> None:
    made = [on_statement(record, "Anna Berg")]
    judge(record, made)
    before = record.read_bytes()

    assert judge(record, made).added == 0
    with store.reading(record) as connection:
        assert connection.execute("SELECT count(*) FROM builds").fetchone() == (2,)
        assert [one.id for one in log.logged(connection)] == [made[0].id]
    assert len(record.read_bytes()) == len(before)


def test_what_cannot_be_applied_is_not_kept(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judgement = on_statement(record, "Anna Berg")

    def broken(*_: object) -> None:
        raise StoreError("The disk is full")

    monkeypatch.setattr("communique.run.judging.conclude_into", broken)
    with pytest.raises(StoreError, match="disk is full"):
        judge(record, [judgement])

    with store.reading(record) as connection:
        assert log.logged(connection) == []


def test_the_options_of_the_build_are_those_of_the_judging(record: Path) -> None:
    judge(record, [on_statement(record, "Anna Berg")])

    # Other options would be another version, under which nothing was extracted.
    assert len(store.load(record).articles) == 2


def test_extractions_of_other_code_are_used_until_the_next_build(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.run.building.record_version", fakes.version)

    judge(record, [on_statement(record, "Anna Berg")])

    assert spoken(store.load(record)) == ["Anna Berg"]


def test_the_log_is_never_changed(record: Path) -> None:
    judge(record, [on_statement(record, "Anna Berg")])

    with store.writing(record) as connection:
        for change in ("DELETE FROM judgement_log", "UPDATE judgement_log SET data = ''"):
            with pytest.raises(Exception, match="a judgement is never"):
                connection.execute(change)


def test_without_a_record_or_a_build_there_is_nothing_to_judge(tmp_path: Path, record: Path) -> None:
    judgement = on_statement(record, "Anna Berg")
    with pytest.raises(StoreError, match="communique build"):
        judge(tmp_path / "none.db", [judgement])
    assert not (tmp_path / "none.db").exists()

    with store.writing(tmp_path / "empty.db"):
        pass
    with pytest.raises(UsageError, match="holds no build"):
        judge(tmp_path / "empty.db", [judgement])
