"""The hand-made gold: where its rows stand, and what a capture of each set reads as."""

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest
from evaluation.broad import GOLDS, HALVES
from evaluation.gold import FOLDER, Document, GoldError, capture, expand_documents, load

from communique.records.events import Form

SHARED = Path(__file__).resolve().parent.parent.parent.parent / "shared"
TIMEML = "<TimeML><TITLE>Talks\n in Bern</TITLE><TEXT>\nBerg <EVENT>met</EVENT> Dahl.\n\nIt rained.\n</TEXT></TimeML>"
FILES = [name for names in GOLDS.values() for name in names if (FOLDER / f"{name}.json").is_file()]


def document(folder: Path, name: str, page: str, text: str) -> Document:
    (folder / name).write_text(page, "utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(doc="d", sha256=sha256, title=None, body=[1], quotes=[], indirect=[], path=name)


@pytest.mark.parametrize(
    ("name", "page", "text"),
    [
        ("a.txt", "Berg met Dahl.\r\n", "Berg met Dahl.\r\n"),
        ("a.json", json.dumps({"title": " Talks ", "text": "Berg met Dahl."}), "Talks\n\nBerg met Dahl."),
        ("a.tml", TIMEML, "Talks in Bern\n\nBerg met Dahl.\n\nIt rained.\n"),
        ("a.tml", TIMEML.replace("TITLE>", "OTHER>"), "Berg met Dahl.\n\nIt rained.\n"),
    ],
)
def test_a_capture_is_the_text_of_its_page(tmp_path: Path, name: str, page: str, text: str) -> None:
    assert capture(tmp_path, "any", document(tmp_path, name, page, text)) == text


def test_another_text_than_the_annotated_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError):
        capture(tmp_path, "any", document(tmp_path, "a.txt", "Berg met Dahl.", "Berg saw Dahl."))


@pytest.mark.parametrize("file", FILES)
def test_every_row_has_its_own_id_a_known_form_and_a_place(file: str) -> None:
    documents = load(file)["documents"]
    rows = [row for d in documents for row in (*d["events"], *d["commit"])]
    assert len({row[0] for row in rows}) == len(rows)
    assert all(0 <= int(row[-2]) < int(row[-1]) for row in rows)
    assert {str(row[5]) for d in documents for row in d["events"]} <= set(Form.__args__)
    assert {str(row[1]) for d in documents for row in d["events"]} <= {"main", "prior", "planned", "context"}
    assert {d["half"] for d in documents} <= set(HALVES)


@pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the development sets are not in ../shared")
@pytest.mark.parametrize("file", FILES)
def test_rows_begin_and_end_with_words_of_their_articles(file: str) -> None:
    documents = load(file)["documents"]
    truth = expand_documents(SHARED, file, documents, [])
    rows = [row for kind in (truth["events"], truth["commit"]) for some in kind.values() for row in some]
    assert [row[0] for row in rows if not row[-1] or row[-1] != row[-1].strip()] == []


@pytest.mark.skipif(not (SHARED / "eval" / "timebank").is_dir(), reason="the development sets are not in ../shared")
def test_a_page_in_timeml_reads_as_the_shared_scorer_of_times_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "scorers"))
    spec = importlib.util.spec_from_file_location("shared_timex", SHARED / "scorers" / "timex.py")
    assert spec is not None
    assert spec.loader is not None
    timex = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(timex)
    pages = [d for file in FILES for d in load(file)["documents"] if d.get("path", "").endswith(".tml")]
    assert pages
    assert all(capture(SHARED, "any", page) == timex.read(SHARED / page["path"])[0] for page in pages)
