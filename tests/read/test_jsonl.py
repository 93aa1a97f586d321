"""Articles as lines of JSON."""

import json
from pathlib import Path

from tests.read.given import brief, items, write

from communique.records.captures import Capture, Sidecar


def test_articles_of_news_please_keep_their_fields(tmp_path: Path) -> None:
    article = {
        "title": "A visit",
        "maintext": "The guests came.\nThey left.",
        "date_publish": "2019-05-06 07:08:09",
        "authors": ["A. Writer", "B. Writer"],
        "language": "en",
        "source_domain": "example.org",
        "url": "https://example.org/visit",
    }
    write(tmp_path, {"a.jsonl": json.dumps(article) + "\n"})

    (capture,) = items(tmp_path)

    assert isinstance(capture, Capture)
    assert (capture.path, capture.kind, capture.title, capture.byline, capture.language) == (
        "a.jsonl!1", "article", "A visit", "A. Writer, B. Writer", "en",
    )  # fmt: skip
    assert capture.text == "A visit\n\nThe guests came.\nThey left."
    assert capture.sidecar == Sidecar(url="https://example.org/visit", published="2019-05-06", outlet="example.org")


def test_our_own_articles_are_read_back(tmp_path: Path) -> None:
    def line(published: dict[str, str] | None) -> str:
        title = {"value": "A visit", "span": None}
        row = {"sha256": "0", "paragraphs": [], "text": "A visit\n\nThe guests came.", "title": title}
        return json.dumps(row | {"published": published, "outlet": None})

    day = {"earliest": "2019-05-06", "latest": "2019-05-06", "basis": "stated"}
    write(tmp_path, {"a.jsonl": "\n".join((line(day), line(day | {"basis": "inferred"}), line(None)))})

    found = items(tmp_path)

    assert [(i.title, i.sidecar.published) for i in found if isinstance(i, Capture)] == [
        ("A visit", "2019-05-06"), ("A visit", None), ("A visit", None),
    ]  # fmt: skip


def test_a_bad_line_costs_itself(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "{", "7", "", '{"url": "http://e.org"}', '{"text": "Two.", "date_publish": 5}']
    write(tmp_path, {"a.jsonl": "\n".join(lines)})

    assert brief(items(tmp_path)) == [
        ("a.jsonl!1", "article"),
        ("a.jsonl!2", "bad-json"),
        ("a.jsonl!3", "bad-json"),
        ("a.jsonl!5", "no-text"),
        ("a.jsonl!6", "bad-field"),
        ("a.jsonl!6", "article"),
    ]


def test_a_json_file_may_hold_one_article_or_a_list(tmp_path: Path) -> None:
    write(tmp_path, {"one.json": '{"text": "One."}', "two.json": '[{"text": "One."}, {"text": "Two."}, 3]'})

    assert brief(items(tmp_path)) == [
        ("one.json", "article"), ("two.json!1", "article"), ("two.json!2", "article"), ("two.json!3", "no-text"),
    ]  # fmt: skip
