import importlib.util
import json
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from jsonschema import Draft202012Validator
from tests.report.factory import record

from communique.export import exporter
from communique.records.articles import Article
from communique.records.ids import content_id
from communique.records.spans import Sourced, Span
from communique.records.times import Time

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def schema() -> ModuleType:
    spec = importlib.util.spec_from_file_location("schema_script", ROOT / "scripts" / "schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "docs" / "schema" / f"{kind}.json").read_text("utf-8")))


def article() -> Article:
    name = content_id("article", "a.txt", "00")
    return Article(
        id=name,
        capture="a.txt",
        sha256="00",
        title=Sourced(value="Ministers meet", span=Span(article=name, start=0, end=14, exact="Ministers meet")),
        published=Time(earliest="2022-01-19", latest="2022-01-19", basis="given"),
        origin="origin-0",
        text="Ministers meet\n\nThey met.",
    )


def test_the_schema_is_fresh(schema: ModuleType) -> None:
    assert schema.stale() == []


def test_there_is_one_file_a_kind_and_each_is_a_schema(schema: ModuleType) -> None:
    found = sorted(path.stem for path in (ROOT / "docs" / "schema").glob("*.json"))
    assert found == sorted(schema.kinds())
    for kind in found:
        Draft202012Validator.check_schema(validator(kind).schema)


def test_an_article_is_valid_as_it_is_encoded() -> None:
    assert list(validator("articles").iter_errors(json.loads(msgspec.json.encode(article())))) == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"text": None}, ["text"]),
        ({"published": {"earliest": "2022-01-19"}}, ["published"]),
        ({"title": {"value": "x", "span": {"start": 0, "end": 1, "exact": "x"}}}, ["title"]),
    ],
)
def test_a_broken_article_is_refused(change: dict[str, object], path: list[str]) -> None:
    row = json.loads(msgspec.json.encode(article())) | change
    assert [list(error.path)[:1] for error in validator("articles").iter_errors(row)] == [path]


def test_a_field_left_out_is_refused() -> None:
    row = json.loads(msgspec.json.encode(article()))
    del row["origin"]
    (error,) = validator("articles").iter_errors(row)
    assert "'origin' is a required property" in error.message


def test_times_leave_the_grammar_and_the_second_span_out() -> None:
    row = validator("times").schema["$defs"]
    assert "expression" not in row["TimeMention"]["properties"]
    assert "span" not in row["Time"]["properties"]


def test_an_export_of_every_kind_is_valid(tmp_path: Path, schema: ModuleType) -> None:
    exporter("jsonl")(record(), tmp_path)
    rows = {kind: (tmp_path / f"{kind}.jsonl").read_text("utf-8").splitlines() for kind in schema.kinds()}
    assert all(rows.values())
    wrong = [
        f"{kind}: {error.json_path}: {error.message}"
        for kind, lines in rows.items()
        for line in lines
        for error in validator(kind).iter_errors(json.loads(line))
    ]
    assert wrong == []
