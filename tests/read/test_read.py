import io
import json
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest
from tests.read.given import brief, items, write

from communique.read import READERS, Source, roots
from communique.records.captures import Capture, Problem, Sidecar


def test_a_capture_is_its_text_its_hash_and_its_sidecar(tmp_path: Path) -> None:
    given = {"url": "https://example.org/1", "published": "2019-05-06", "outlet": "Example", "other": 1}
    write(tmp_path, {"a.txt": "Line.\r\n\r\nLine.", "a.json": json.dumps(given)})

    assert items(tmp_path) == [
        Capture(
            path="a.txt",
            sha256=sha256(b"Line.\r\n\r\nLine.").hexdigest(),
            kind="text",
            text="Line.\r\n\r\nLine.",
            charset="utf-8",
            sidecar=Sidecar(url="https://example.org/1", published="2019-05-06", outlet="Example"),
        )
    ]


def test_bad_sidecar_values_cost_themselves(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.html": "<p>x</p>", "a.json": '{"published": "0000-00-00", "outlet": ["x"], "url": "http://e.org"}'},
    )

    problems, capture = items(tmp_path)[:-1], items(tmp_path)[-1]

    assert [(p.code, p.lost) for p in problems if isinstance(p, Problem)] == [("bad-sidecar", False)] * 2
    assert isinstance(capture, Capture)
    assert capture.sidecar == Sidecar(url="http://e.org")


@pytest.mark.parametrize("content", ["nope", "[1]", "\x00\xff" * 50, "x" * 1_000_001])
def test_a_broken_sidecar_is_ignored(tmp_path: Path, content: str) -> None:
    write(tmp_path, {"a.txt": "x", "a.json": content})

    assert brief(items(tmp_path)) == [("a.txt", "bad-sidecar"), ("a.txt", "text")]


def test_a_sidecar_given_by_name_is_no_article(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x", "a.json": '{"text": "words"}'})

    assert brief(items(tmp_path / "a.json")) == [("a.json", "sidecar")]


@pytest.mark.parametrize(
    ("name", "content", "code", "lost"),
    [
        ("empty.txt", b"", "empty", True),
        ("blank.txt", b" \n\t", "empty", True),
        ("empty.jsonl", b"\n\n", "empty", True),
        ("binary.txt", bytes(range(256)) * 30, "binary", True),
        ("picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "binary", True),
        ("paper.docx", b"PK", "unsupported", True),
        ("pages.arc.gz", b"\x1f\x8b\x08", "unsupported", True),
        ("style.css", b"p {}", "asset", False),
        ("data.json", b'{"count": 3}', "no-text", False),
        ("broken.json", b"{", "bad-json", True),
        ("long.txt", b"short\n" + b"x" * 5001, "long-line", True),
        ("large.html", b"<p>" + b"x " * 6000, "too-large", True),
    ],
)
def test_what_cannot_be_used_is_one_problem(tmp_path: Path, name: str, content: bytes, code: str, lost: bool) -> None:
    write(tmp_path, {name: content})

    (problem,) = items(tmp_path, max_bytes=10_000, max_line=5_000)

    assert isinstance(problem, Problem)
    assert (problem.capture, problem.stage, problem.code, problem.lost) == (name, "read", code, lost)


def test_a_line_of_twenty_megabytes_is_one_problem(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.txt": b"x" * 20_000_000, "b.jsonl": b'{"text": "' + b"x" * 20_000_000 + b'"}\n{"text": "Words."}'}
    )

    assert brief(items(tmp_path)) == [("a.txt", "too-large"), ("b.jsonl!1", "too-large"), ("b.jsonl!2", "article")]


def test_a_file_without_permission_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "x", "b.txt": "y"})
    real = roots._open

    def refuse(path: str) -> BinaryIO:
        if path.endswith("a.txt"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(roots, "_open", refuse)

    assert brief(items(tmp_path)) == [("a.txt", "unreadable"), ("b.txt", "text")]


def test_a_failure_of_a_library_costs_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Source) -> Iterator[Capture]:
        raise ZeroDivisionError

    write(tmp_path, {"a.html": "<p>x", "b.txt": "y"})
    monkeypatch.setitem(READERS, ".html", fail)

    assert brief(items(tmp_path)) == [("a.html", "failed"), ("b.txt", "text")]


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    return lambda data: monkeypatch.setattr(sys, "stdin", _Stdin(data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Words.", [("-", "text")]),
        (b"<!doctype html><p>Words.", [("-", "html")]),
        (b'{"text": "One."}\n{"text": "Two."}', [("-!1", "article"), ("-!2", "article")]),
        (b"", [("-", "empty")]),
    ],
)
def test_standard_input_is_told_by_its_bytes(
    stdin: Callable[[bytes], None], data: bytes, expected: list[tuple[str, str]]
) -> None:
    stdin(data)

    assert brief(items("-")) == expected
