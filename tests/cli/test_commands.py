import subprocess
import sys
import zipfile
from pathlib import Path

from tests.cli.calling import Run

from communique.records.record import Record


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
