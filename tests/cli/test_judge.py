import json
from pathlib import Path

import pytest
from tests.cli.calling import Run, caller
from tests.run import fakes

from communique import store
from communique.options import Options
from communique.records.statements import Statement
from communique.run import build


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)
    return caller(monkeypatch, capsys)


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "a.txt").write_text("We met beside the old harbour bridge.\nWe agreed on fish.\n")
    (folder / "b.txt").write_text("We met beside the old harbour bridge.\nThey left.\n")
    build([folder], tmp_path / "r.db", Options(jobs=1))
    return tmp_path / "r.db"


def said(record: Path, words: str) -> list[Statement]:
    return [row for row in store.load(record).statements if row.content.exact == words]


def speakers(record: Path, words: str = "They left.") -> list[str]:
    names = {actor.id: actor.name for actor in store.load(record).actors}
    return [names.get(one.actor or "", "") for row in said(record, words) for one in row.speakers]


def short(item: str) -> str:
    return item.rpartition("-")[2][:8]


def judgements(run: Run, record: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("judge", record, "list", "--json", *options).out)
    return found


def test_a_speaker_is_corrected_and_the_correction_undone(run: Run, record: Path) -> None:
    (statement,) = said(record, "They left.")

    ran = run("judge", record, "speaker", short(statement.id), "Anna Berg", "--country", "SE", "--author", "ann",
              "--reason", "the caption")  # fmt: skip

    assert (ran.status, ran.err) == (0, "")
    assert speakers(record) == ["Anna Berg"]
    (row,) = judgements(run, record)
    assert (row["author"], row["reason"], row["standing"]) == ("ann", "the caption", "applied")
    assert str(row["id"]) in ran.out
    undone = run("judge", record, "undo", str(row["id"])[10:18], "-a", "bob")
    assert (undone.status, speakers(record), judgements(run, record)) == (0, [], [])
    assert [one["standing"] for one in judgements(run, record, "--all")] == ["applied", "withdrawn"]


def test_an_actor_of_the_record_is_named_by_name_or_id(run: Run, record: Path) -> None:
    first, second = said(record, "They left.")[0], said(record, "We agreed on fish.")[0]
    run("judge", record, "speaker", first.id, "Anna Berg", "-a", "ann")
    (actor,) = store.load(record).actors

    assert run("judge", record, "speaker", second.id, "anna berg", "-a", "ann").status == 0
    assert run("judge", record, "speaker", said(record, "They left.")[0].id, actor.id, "-a", "ann").status == 0

    assert len(store.load(record).actors) == 1
    assert (speakers(record), speakers(record, "We agreed on fish.")) == (["Anna Berg"], ["Anna Berg"])


def test_utterances_are_joined_and_parted_by_article(run: Run, record: Path) -> None:
    words = "We met beside the old harbour bridge."
    left, right = said(record, words)
    assert left.utterance != right.utterance

    assert run("judge", record, "same", left.utterance, right.utterance, "-a", "ann").status == 0
    left, right = said(record, words)
    assert left.utterance == right.utterance

    ran = run("judge", record, "not-same", left.utterance, right.article, "-a", "bob")
    left, right = said(record, words)
    assert left.utterance != right.utterance
    assert "contradicts" in ran.err
    assert "it applies until one of them is undone" in ran.err
    assert {str(row["standing"]) for row in judgements(run, record)} == {"applied", "overridden"}


def test_articles_are_dated_titled_noted_and_hidden(run: Run, record: Path) -> None:
    article = min(store.load(record).articles, key=lambda a: a.capture)

    for words in (("date", "2024-05-06"), ("title", "The bridge"), ("note", "asked the editor")):
        assert run("judge", record, words[0], short(article.id), words[1], "-a", "ann").status == 0

    held = next(a for a in store.load(record).articles if a.id == article.id)
    assert (held.published and held.published.earliest, held.title and held.title.value) == ("2024-05-06", "The bridge")
    assert [mark.field for mark in held.judged] == ["note", "published", "title"]
    assert run("judge", record, "hide", article.id, "-a", "ann").status == 0
    assert [a.capture for a in store.load(record).articles] == ["b.txt"]


def test_two_analysts_exchange_their_judgements(run: Run, record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(record.read_bytes())
    run("judge", record, "speaker", said(record, "They left.")[0].id, "Anna Berg", "-a", "ann")
    run("judge", other, "speaker", said(other, "We agreed on fish.")[0].id, "Olav Lie", "-a", "bob")

    for source, target in ((record, other), (other, record)):
        assert run("judge", source, "export", tmp_path / "all.jsonl").status == 0
        assert run("judge", target, "import", tmp_path / "all.jsonl").status == 0

    assert store.load(record) == store.load(other)
    assert (speakers(record), speakers(record, "We agreed on fish.")) == (["Anna Berg"], ["Olav Lie"])
    assert (
        "0 judgements added, 2 known already, 0 lines refused"
        in run("judge", record, "import", tmp_path / "all.jsonl").out
    )


def test_a_line_that_is_no_judgement_is_named_and_the_others_are_kept(run: Run, record: Path, tmp_path: Path) -> None:
    run("judge", record, "speaker", said(record, "They left.")[0].id, "Anna Berg", "-a", "ann")
    run("judge", record, "export", tmp_path / "all.jsonl")
    fresh = tmp_path / "fresh.db"
    build([tmp_path / "captures"], fresh, Options(jobs=1))
    (tmp_path / "all.jsonl").write_bytes(b'{"kind": "\x1b[2J"}\n' + (tmp_path / "all.jsonl").read_bytes())

    ran = run("judge", fresh, "import", tmp_path / "all.jsonl")

    assert ran.status == 1
    assert "line 1" in ran.err
    assert "\x1b" not in ran.err
    assert speakers(fresh) == ["Anna Berg"]


def test_wrong_use_names_the_remedy(run: Run, record: Path, tmp_path: Path) -> None:
    statement = said(record, "They left.")[0]
    for words, message in (
        ((tmp_path / "none.db", "list"), "communique build"),
        ((record, "speaker", "ffff", "Anna"), "communique show"),
        ((record, "speaker", statement.id, "Anna", "--kind", "king"), "there are: person"),
        ((record, "speaker", statement.id, " "), "names nobody"),
        ((record, "date", statement.article, "soon"), "give one like 2024-05-06"),
        ((record, "date", statement.id, "2024-05-06"), "None of these has the id"),
        ((record, "same", statement.utterance, statement.utterance), "are one utterance already"),
        ((record, "not-same", statement.utterance, statement.article), "nothing to keep it apart from"),
        ((record, "note", statement.article, "x", "--author", "a\u202eb"), "control characters"),
        ((record, "undo", "0000"), "list --all"),
        ((record, "import", tmp_path / "none.jsonl"), "cannot be read"),
        ((record, "export", tmp_path), "choose another file"),
    ):
        ran = run("judge", *words)

        assert ran.status == 2, words
        assert message in ran.err, (words, ran.err)
        assert "Traceback" not in ran.err


def test_the_author_is_taken_from_the_environment(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_AUTHOR", "eve")

    run("judge", record, "note", said(record, "They left.")[0].id, "seen")

    assert [row["author"] for row in judgements(run, record)] == ["eve"]


def test_the_list_is_a_table_for_people(run: Run, record: Path) -> None:
    assert "Nothing was judged" in run("judge", record, "list").out
    run(
        "judge",
        record,
        "note",
        said(record, "They left.")[0].id,
        "seen twice",
        "-a",
        "ann",
    )

    ran = run("judge", record, "list")

    assert all(word in ran.out for word in ("note", "They left.", "seen twice", "ann", "applied"))
