import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.store.records import ARTICLE, EVENT, RECORD, TEXT

from communique.errors import UsageError
from communique.export import exporter
from communique.export.jsonl import export_jsonl
from communique.records.record import Record


def rows(folder: Path, kind: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{kind}.jsonl").read_text("utf-8").splitlines()]


def test_there_is_a_file_for_every_kind(tmp_path: Path) -> None:
    export_jsonl(Record(), tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"{kind}.jsonl" for kind in Record.__struct_fields__
    )


def test_a_time_is_exported_without_what_the_resolver_worked_with(tmp_path: Path) -> None:
    export_jsonl(RECORD, tmp_path)

    assert rows(tmp_path, "times") == [
        {
            "id": "time-1",
            "article": "article-1",
            "span": {"article": "article-1", "start": 36, "end": 42, "exact": "Monday"},
            "time": {
                "earliest": "2019-05-06",
                "latest": "2019-05-06",
                "edtf": None,
                "basis": "stated",
                "approximate": False,
                "inferred_from": [],
            },
            "duration": None,
            "value": "2019-05-06",
        }
    ]


def test_scores_are_rounded_and_values_are_not(tmp_path: Path) -> None:
    export_jsonl(RECORD, tmp_path)

    (event,), (utterance,) = rows(tmp_path, "events"), rows(tmp_path, "utterances")
    (step,) = event["merge"]
    assert (step["score"], step["features"]) == (0.3333, {"a": 1.0, "b": 0.6667})
    assert utterance["links"] == [
        {"left": "statement-1", "right": "statement-1", "score": 0.1235, "features": {"words": 0.9877}}
    ]


def test_rows_are_sorted_by_id_and_every_span_holds_its_words(tmp_path: Path) -> None:
    record = replace(RECORD, events=(EVENT, replace(EVENT, id="event-0")))

    export_jsonl(record, tmp_path)

    assert [row["id"] for row in rows(tmp_path, "events")] == ["event-0", "event-1"]
    assert list(_spans([rows(tmp_path, kind) for kind in Record.__struct_fields__]))
    for span in _spans([rows(tmp_path, kind) for kind in Record.__struct_fields__]):
        assert TEXT[span["start"] : span["end"]] == span["exact"]


def _spans(value: object) -> list[dict[str, int]]:
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    if isinstance(value, dict):
        own = [value] if "exact" in value else []
        return own + [span for item in value.values() for span in _spans(item)]
    return []


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    export_jsonl(Record(articles=(replace(ARTICLE, text="Зима “ü” \u2028 😀"),)), tmp_path)

    assert "Зима “ü” \u2028 😀".encode() in (tmp_path / "articles.jsonl").read_bytes()


def test_an_unknown_format_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="jsonl"):
        exporter("docx")
