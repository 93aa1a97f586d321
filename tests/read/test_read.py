import io
import json
import os
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest

from communique.errors import UsageError
from communique.options import Options
from communique.read import READERS, Source, read, roots
from communique.records.captures import Capture, Problem, Sidecar

Items = list[Capture | Problem]


def items(*paths: Path | str, **limits: int) -> Items:
    return list(read([str(path) for path in paths], Options(**limits)))


def brief(found: Items) -> list[tuple[str, str]]:
    """Path and kind of each capture; path and code of each problem."""
    return [(i.path, i.kind) if isinstance(i, Capture) else (i.capture, i.code) for i in found]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": "Two.",
            "a/z.html": "<p>One.</p>",
            "a/.hidden.txt": "no",
            ".git/x.txt": "no",
            "page": "<!doctype html><p>Three.</p>",
            "notes": "Four.",
        },
    )

    found = items(tmp_path)

    assert sorted(brief(found)) == [("a/z.html", "html"), ("b.txt", "text"), ("notes", "text"), ("page", "html")]


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


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may list every folder")
def test_a_folder_without_permission_is_one_problem(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.txt": "x", "b.txt": "y"})
    (tmp_path / "a").chmod(0)

    assert sorted(brief(items(tmp_path))) == [("a", "unreadable"), ("b.txt", "text")]


def test_a_failure_of_a_library_costs_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Source) -> Iterator[Capture]:
        raise ZeroDivisionError

    write(tmp_path, {"a.html": "<p>x", "b.txt": "y"})
    monkeypatch.setitem(READERS, ".html", fail)

    assert brief(items(tmp_path)) == [("a.html", "failed"), ("b.txt", "text")]


def test_folders_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        def __init__(self, number: int) -> None:
            self.name = f"{number:06}.txt"
            self.is_dir = self.is_symlink = lambda: False

    @contextmanager
    def scandir(folder: Path) -> Iterator[Iterator[Entry]]:
        yield map(Entry, range(3_000))

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(roots, "BATCH", 100)
    tracemalloc.start()
    try:
        count = sum(len(source.path) > 0 for source in roots.sources([tmp_path], Options()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert count == 3_000
    assert peak < 200_000


def test_large_folders_are_read_whole_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {f"{name}.txt": "x" for name in ("b/a", "b/c", "a/d/e", "a/b", "c", "a/d")})
    whole = brief(items(tmp_path))
    monkeypatch.setattr(roots, "BATCH", 1)

    assert [path for path, _ in whole] == ["c.txt", "a/b.txt", "a/d.txt", "a/d/e.txt", "b/a.txt", "b/c.txt"]
    assert sorted(brief(items(tmp_path))) == sorted(whole)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert brief(items(tmp_path)) == [("pipe.txt", "not-a-file")]


def test_a_dangling_link_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    assert brief(items(tmp_path)) == [("a.txt", "unreadable")]


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file or folder"):
        items(tmp_path / "gone")


def test_a_file_reached_twice_is_read_once_by_its_longer_path(tmp_path: Path) -> None:
    write(tmp_path, {"sub/a.txt": "x"})

    expected = [("sub/a.txt", "text")]

    assert brief(items(tmp_path / "sub", tmp_path, tmp_path / "sub/a.txt")) == expected
    assert brief(items(tmp_path, tmp_path)) == expected
    assert brief(items(tmp_path / "sub")) == [("a.txt", "text")]
    assert brief(items(tmp_path / "sub" / "a.txt")) == [("a.txt", "text")]


def test_a_name_that_is_no_text_is_spelt_out(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")

    assert brief(items(tmp_path)) == [("caf\\xe9.txt", "text")]


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
