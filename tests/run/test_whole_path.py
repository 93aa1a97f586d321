"""The path with its real stages and the real parser, once: everything else is tested with small ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique import store
from communique.export import exporter
from communique.options import Options
from communique.run import build

CAPTURES = {
    "a.txt": (
        "Home | World | Sport\n\nPresidents agree on rail link\n\nOSLO, 6 May 2019 – Norwegian Prime Minister Anna Berg"
        " received Finnish Prime Minister Matti Lehto in Oslo on Monday.\n\n“We will build the rail link together,”"
        " Berg said after the talks. Lehto said that trade between the two countries grew by 7 percent last year.\n"
    ),
    "b.txt": (
        "Berg and Lehto meet\n\nFinnish Prime Minister Matti Lehto met his Norwegian counterpart Anna Berg in Oslo"
        " on Monday, 6 May 2019.\n\nBerg said they would build the rail link together. “Trade grew by 7 percent,"
        " said Lehto, who never closed his quotation.\n"
    ),
    "c.html": (
        "<!doctype html><html><head><title>Rail link</title></head><body><article><h1>Rail link</h1><p>The Norwegian"
        " prime minister praised the plan for a rail link on Tuesday. She thanked her Finnish counterpart Matti"
        " Lehto for his visit to Oslo and said that work would begin in 2021.</p></article></body></html>"
    ),
    "d.txt": "",
}


def test_one_worker_and_two_give_the_same_record_and_every_span_holds_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "captures"
    folder.mkdir()
    for name, text in CAPTURES.items():
        (folder / name).write_text(text, "utf-8")
    exports = []
    for jobs in (1, 2):
        record = tmp_path / f"{jobs}.db"
        summary = build([folder], record, Options(jobs=jobs))
        assert [(problem.capture, problem.code) for problem in summary.lost] == [("d.txt", "empty")]
        exporter("jsonl")(store.load(record), tmp_path / str(jobs))
        exports.append({path.name: path.read_bytes() for path in sorted((tmp_path / str(jobs)).iterdir())})

    assert exports[0] == exports[1]
    rows = {name: [json.loads(line) for line in data.splitlines()] for name, data in exports[0].items()}
    texts = {article["id"]: article["text"] for article in rows["articles.jsonl"]}
    spans = [span for kind in rows.values() for row in kind for span in _spans(row)]
    assert [a["capture"] for a in sorted(rows["articles.jsonl"], key=lambda a: a["capture"])] == [
        "a.txt",
        "b.txt",
        "c.html",
    ]
    assert len(spans) > 20
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]] == span["exact"]


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "exact" in value and "article" in value:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
