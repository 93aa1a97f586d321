"""What is under the paths given."""

import os
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.read.given import brief, items, write

from communique.errors import UsageError
from communique.options import Options
from communique.read import roots


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


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may list every folder")
def test_a_folder_without_permission_is_one_problem(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.txt": "x", "b.txt": "y"})
    (tmp_path / "a").chmod(0)

    assert sorted(brief(items(tmp_path))) == [("a", "unreadable"), ("b.txt", "text")]


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
