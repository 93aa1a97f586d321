import pytest

from communique.errors import KnowledgeError
from communique.knowledge import yaml_table
from communique.records.base import Row


class Sample(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    code: str
    size: int = 0


def test_yaml_is_read_as_yaml_1_2_does():
    tables = yaml_table.parse(b"rows: [NO, on, yes, 2005-08-03, 12:30, 010, true, 5, -2, 1.5, null, ~]", "t.yaml")
    assert tables["rows"] == ["NO", "on", "yes", "2005-08-03", "12:30", "010", True, 5, -2, 1.5, None, None]


def test_rows_are_checked_records():
    assert yaml_table.rows({"rows": [{"code": "a", "size": 2}]}, "rows", Sample, "t.yaml") == (
        Sample(code="a", size=2),
    )
    assert yaml_table.rows({}, "rows", Sample, "t.yaml") == ()


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"rows": [{"code": "a"}, {"code": 1}]}, r"t\.yaml: rows, row 2: .*code"),
        ({"rows": [{"code": "a", "colour": "red"}]}, r"t\.yaml: rows, row 1: .*colour"),
        ({"rows": {"code": "a"}}, r"t\.yaml: rows should be a list"),
    ],
)
def test_a_row_that_does_not_fit_is_named(tables, message):
    with pytest.raises(KnowledgeError, match=message):
        yaml_table.rows(tables, "rows", Sample, "t.yaml")


@pytest.mark.parametrize("source", [b"a: [", b"- a", b"", b"\xff\xfe\x00"])
def test_what_is_no_yaml_mapping_is_refused(source):
    with pytest.raises(KnowledgeError, match=r"t\.yaml"):
        yaml_table.parse(source, "t.yaml")


def test_a_table_that_is_not_there_is_named():
    with pytest.raises(KnowledgeError, match=r"atlantis\.yaml"):
        yaml_table.read("atlantis")


def test_a_compiled_copy_holds_what_its_yaml_says(tmp_path, monkeypatch):
    source = b"rows: [NO, 2005]"
    (tmp_path / "compiled").mkdir()
    (tmp_path / "t.yaml").write_bytes(source)
    copy = yaml_table.compile_table(source, "t.yaml")
    (tmp_path / "compiled" / "t.json").write_bytes(copy.replace(b"NO", b"SE"))
    monkeypatch.setattr(yaml_table, "data_folder", lambda: tmp_path)
    read = yaml_table.read.__wrapped__
    assert read("t") == {"rows": ["SE", 2005]}
    (tmp_path / "t.yaml").write_bytes(b"rows: [DK]")
    assert read("t") == {"rows": ["DK"]}


def test_the_compiled_copies_are_fresh():
    folder = yaml_table.data_folder()
    copies = sorted(file for file in (folder / "compiled").iterdir() if file.name.endswith(".json"))
    stale = [
        copy.name
        for copy in copies
        if copy.read_bytes()
        != yaml_table.compile_table(
            (folder / f"{copy.name.removesuffix('.json')}.yaml").read_bytes(), copy.name.replace(".json", ".yaml")
        )
    ]
    assert stale == [], "run: python scripts/compile_knowledge.py"
    assert copies
