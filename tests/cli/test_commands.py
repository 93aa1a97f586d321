import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from tests.run import fakes
from tests.store.records import ACTOR, RECORD

from communique import store
from communique.cli import main
from communique.cli.listing import LISTINGS
from communique.cli.show import KINDS
from communique.export.jsonl import export_jsonl
from communique.records.events import MergeStep
from communique.records.record import Record
from communique.store.write import write


class Ran(NamedTuple):
    """What a command printed, and its exit status."""

    status: int | str | None
    out: str
    err: str


type Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, words)])
        status: int | str | None = 0
        try:
            main()
        except SystemExit as end:
            status = end.code
        return Ran(status or 0, *capsys.readouterr())

    return call


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return saved(tmp_path / "r.db", RECORD)


def saved(path: Path, record: Record) -> Path:
    with store.writing(path) as connection, store.transaction(connection):
        write(connection, record, "mark")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)
    monkeypatch.setattr("communique.run.building.conclude", fakes.conclude)
    monkeypatch.setattr("communique.run.building.record_version", fakes.version)
    made = tmp_path / "captures"
    made.mkdir()
    (made / "a.txt").write_text("We met.\nWe agreed.\n")
    return made


def test_a_build_ends_with_what_it_did_and_what_is_held(run: Run, folder: Path, tmp_path: Path) -> None:
    ran = run("build", folder, "-o", tmp_path / "r.db")

    assert (ran.status, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[1:] == [
        "",
        "captures",
        "read 1",
        "new 1",
        "extracted 1",
        "",
        "the record now holds",
        "articles 1 utterances 2 relationships 0",
        "actors 0 commitments 0 judgements 0",
        "times 0 agreements 0 problems 0",
        "events 0 indicators 0",
        "statements 2 findings 0",
    ]


def test_a_second_build_says_that_there_is_nothing_to_do(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", folder, "-o", tmp_path / "r.db")

    ran = run("build", folder, "-o", tmp_path / "r.db")

    assert ran == (0, f"Nothing to do: {tmp_path}/r.db already holds what is there (captures: 1).\n", "")


def test_every_lost_input_is_named_each_time(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_text("hopeless")

    for _ in range(2):
        ran = run("build", folder, "-o", tmp_path / "r.db")

        assert ran.status == 1
        assert [line.split(":")[1].strip() for line in ran.err.splitlines()] == ["b.txt", "c.txt"]


def test_of_very_many_lost_inputs_the_first_are_named_and_the_others_counted(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        for number in range(130):
            archive.writestr(f"{number}.txt", "")

    ran = run("build", folder, "-o", tmp_path / "r.db")

    assert ran.status == 1
    assert len(ran.err.splitlines()) == 101
    assert ran.err.endswith(f"lost: 30 more; list them all: communique show {tmp_path / 'r.db'} problems\n")


def test_a_folder_without_captures_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    ran = run("build", tmp_path / "empty", "-o", tmp_path / "r.db")

    assert ran.status == 0
    assert "No capture was found" in ran.err


def test_wrong_use_is_told_with_its_remedy(run: Run, folder: Path, record: Path, tmp_path: Path) -> None:
    for words, message in {
        ("build", tmp_path / "gone", "-o", tmp_path / "x.db"): "No such file or folder",
        ("build", folder, "-o", tmp_path / "no" / "x.db"): "check the folder",
        ("build", folder, "-o", tmp_path / "x.db", "--knowledge", tmp_path / "gone.yaml"): "knowledge file",
        ("build", folder, "-o", folder): f"is a folder; a record is a file: name one in it, such as {folder}",
        ("show", folder): "is a folder",
        ("show", folder / "a.txt"): "is not a record",
        ("show", tmp_path / "gone.db"): "No record at",
        ("show", record, "meetings"): "There are: events",
        ("show", record, "evnts"): "Did you mean 'events'?",
        ("show", record, "events", "event-9"): "list them with",
        ("show", record, "actors", "Nobody"): "no actor of the name or id 'Nobody'",
        ("show", record, "relationship", "NO"): "name two actors or more",
        ("search", record, "..."): "give words",
        ("report", record, "-o", tmp_path / "x.html", "--from", "2020", "--to", "2019"): "give the earlier date first",
        ("report", record, "-o", tmp_path / "no" / "x.html"): "name a folder that exists",
        ("export", record, "--format", "docx", "-o", tmp_path / "out"): "there are: jsonl",
        ("export", record, "-o", record): "name a folder",
        ("search", tmp_path / "gone.db", "words"): "No record at",
        ("report", tmp_path / "gone.db", "-o", tmp_path / "x.html"): "No record at",
    }.items():
        ran = run(*words)

        assert (ran.status, ran.out) == (2, ""), words
        assert message in ran.err, words
        assert "Traceback" not in ran.err


def test_missing_arguments_are_wrong_use(run: Run) -> None:
    assert run("build").status == 2
    assert run("nonsense").status == 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_table_and_rows_as_in_the_export(run: Run, record: Path, tmp_path: Path, kind: str) -> None:
    export_jsonl(RECORD, tmp_path / "out")
    name = "relationships" if kind == "relationship" else kind
    exported = [json.loads(line) for line in (tmp_path / "out" / f"{name}.jsonl").read_text().splitlines()]

    shown, rows = run("show", record, kind), run("show", record, kind, "--json")

    assert (shown.status, rows.status) == (0, 0)
    assert all(column.removeprefix(">") in shown.out for column in LISTINGS[name].columns)
    assert json.loads(rows.out) == exported


def test_people_are_named_where_a_person_reads(run: Run, record: Path) -> None:
    assert "A. Minister" in run("show", record, "statements").out
    assert "A. Minister, ?" in run("show", record, "events").out


def test_actors_that_are_only_mentioned_are_listed_where_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    idle = replace(ACTOR, id="actor-2", name="The Bystanders", kind="group", members=("local-2",))
    record = saved(tmp_path / "r.db", replace(RECORD, actors=(ACTOR, idle)))

    short, whole = run("show", record, "actors").out, run("show", record, "actors", "--all").out

    assert "The Bystanders" not in short
    assert "1 more that articles mention take part in nothing; --all lists them too." in short
    assert "The Bystanders" in whole
    assert "--all" not in whole
    assert [row["id"] for row in json.loads(run("show", record, "actors", "--json").out)] == ["actor-1", "actor-2"]


def test_one_item_is_shown_whole_with_the_words_it_rests_on(run: Run, record: Path) -> None:
    ran = run("show", record, "events", "event-1")

    assert ran.out.splitlines() == [
        "id: event-1",
        "form: talks",
        "status: held",
        "level: minister",
        "participants: actor A. Minister [1]  role host",
        "participants: actor actor-gone  role guest",
        "place: name Oslo  country NO",
        "  spans: “Talks in Oslo” a.txt 9-13",
        "time: 2019-05-06 [stated]",
        "  in: “The minister said on Monday that trade grew by 7 percent and promised more.” a.txt 36-42",
        "mentions: id mention-1  article a.txt  status held  certainty certain  form other",
        "  span: “Talks in Oslo” a.txt 0-5",
        "merge: “Talks” a.txt, 2019-05-06: the first report of it",
        "  features: a 1  b 0.6667",
        "",
        "what was said there",
        "  A. Minister: trade grew by 7 percent  a.txt [1]",
        "",
        "findings",
        "  place: alone. One origin gives it.",
    ]


def test_what_kept_a_report_out_of_other_events_is_told_in_words(run: Run, tmp_path: Path) -> None:
    event = RECORD.events[0]
    step = MergeStep(
        mention="mention-1",
        rule="joined",
        score=0.5,
        rivals={"mention-2": "another date", "mention-gone": "another date"},
    )
    later = replace(
        event.mentions[0], id="mention-2", span=replace(event.mentions[0].span, end=13, exact="Talks in Oslo")
    )
    other = replace(event, id="event-2", form="summit", mentions=(later,), merge=())
    record = saved(tmp_path / "r.db", replace(RECORD, events=(replace(event, merge=(step,)), other)))

    shown = run("show", record, "events", "event-1").out.splitlines()

    assert shown[shown.index("merge: “Talks” a.txt, 2019-05-06: joined, 0.5") + 1 :][:2] == [
        "  kept apart: another date: “Talks in Oslo” a.txt, 2019-05-06, of the summit in Oslo, 2019-05-06 [2]",
        "  kept apart: another date: a report that the record no longer has (mention-gone)",
    ]


def test_one_item_in_json_is_one_object(run: Run, record: Path) -> None:
    assert json.loads(run("show", record, "event", "1", "--json").out)["id"] == "event-1"


def test_what_an_article_is_and_what_was_dropped_of_it(run: Run, record: Path) -> None:
    kept = run("show", record, "articles", "article-1").out
    dropped = run("show", record, "articles", "article-1", "--dropped").out

    assert "Talks in Oslo" in kept
    assert "Share this" not in kept
    assert "Talks in Oslo" not in dropped
    assert "words for sharing" in dropped


def test_an_article_says_when_it_appeared_and_who_else_prints_its_text(run: Run, tmp_path: Path) -> None:
    first = RECORD.articles[0]
    again = replace(first, id="article-2", capture="b.txt", published=None, outlet=None, agency=None)
    record = saved(tmp_path / "r.db", replace(RECORD, articles=(first, again)))

    assert run("show", record, "articles", "article-1").out.splitlines()[:4] == [
        "a.txt  article-1",
        "published: 2019-05-06 [stated]",
        "by: not known",
        "same text: b.txt",
    ]
    assert run("show", record, "articles", "article-2").out.splitlines()[1] == "published: not known"
    assert "1 more" in run("show", record, "articles").out


def test_the_overview_counts(run: Run, record: Path) -> None:
    assert json.loads(run("show", record, "--json").out) == dict.fromkeys(Record.__struct_fields__, 1)


def test_a_search_marks_the_words(run: Run, record: Path) -> None:
    ran = run("search", record, "trade", "7")

    assert "[trade] grew by [7] percent" in ran.out
    assert "A. Minister, in a.txt" in ran.out
    assert run("search", record, "submarine").out == "No statement and no paragraph has all of these words.\n"
    assert json.loads(run("search", record, "promised", "--json").out)[0]["item"] == "article-1"


def test_what_captures_hold_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "[red]A\x1b[2J. Mi\u202enister[/red]"
    record = saved(tmp_path / "r.db", replace(RECORD, actors=(replace(ACTOR, name=name),)))

    for words in (("actors",), ("events",), ("actors", "1")):
        ran = run("show", record, *words)

        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out
        assert "[red]A" in ran.out


def test_an_export_is_written(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", record, "--format", "jsonl", "-o", tmp_path / "out")

    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert len(list((tmp_path / "out").iterdir())) == len(Record.__struct_fields__)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("communique 0.")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['communique', '--help']\n"
        "from communique.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'trafilatura', 'numpy', 'msgspec', 'sqlite3'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_listing_starts_without_the_parser_and_without_what_makes_dossiers() -> None:
    code = (
        "import sys; import communique.cli.listing, communique.cli.view, communique.cli.ordering;"
        "print(sorted({'spacy', 'jinja2', 'svg', 'trafilatura'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_output_that_nobody_reads_to_the_end_is_no_error(record: Path) -> None:
    command = f"{sys.executable} -m communique show {record} times --json | head -c 1"

    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)

    assert done.stderr == ""
