import bz2
import gzip
import io
import json
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.read.factories import PAGE, Items, answer, brief, captures, gzipped, read_as, record, tarred, zipped

from communique.read.zipcount import count_entries
from communique.records.captures import Problem, Sidecar

Pack = Callable[[dict[str, str | bytes]], bytes]
ARCHIVES: list[tuple[str, Pack]] = [
    ("a.zip", zipped),
    ("a.tar", tarred),
    ("a.tar.gz", lambda files: tarred(files, "w:gz")),
    ("a.tgz", lambda files: tarred(files, "w:gz", tarfile.GNU_FORMAT)),
    ("a.tar.bz2", lambda files: tarred(files, "w:bz2", tarfile.USTAR_FORMAT)),
    ("a.tar.xz", lambda files: tarred(files, "w:xz")),
]
every = pytest.mark.parametrize(("name", "pack"), ARCHIVES, ids=[name for name, _ in ARCHIVES])


@every
def test_members_are_read_like_files_with_their_sidecars(tmp_path: Path, name: str, pack: Pack) -> None:
    given = json.dumps({"url": "https://outlet.example/1", "published": "2019-05-06"})
    files: dict[str, str | bytes] = {
        "in/page.json": given, "in/page.html": PAGE, "notes.txt": "Words.",
        "a.jsonl": '{"text": "One."}\n{"text": "Two."}',
        ".hidden/x.txt": "no", "__MACOSX/in/._page.html": "no", "style.css": "p {}",
    }  # fmt: skip

    found = read_as(tmp_path, name, pack(files))

    assert brief(found) == [
        (f"{name}!in/page.html", "html"), (f"{name}!notes.txt", "text"), (f"{name}!a.jsonl!1", "article"),
        (f"{name}!a.jsonl!2", "article"), (f"{name}!style.css", "asset"),
    ]  # fmt: skip
    assert captures(found)[0].sidecar == Sidecar(url="https://outlet.example/1", published="2019-05-06")


@every
def test_hostile_names_are_text_and_nothing_is_written(tmp_path: Path, name: str, pack: Pack) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    names = ["../../x.txt", "/etc/x.txt", "a\\..\\b.txt", "line\nbreak\x1b[31m.txt", "n" * 300 + ".txt"]
    if name.endswith("bz2"):
        names.pop()  # its kind of tar has no room for it
    before = sorted(tmp_path.rglob("*"))

    found = read_as(inner, name, pack(dict.fromkeys(names, "Words.")))

    assert [kind for _, kind in brief(found)] == ["text"] * len(names)
    assert brief(found)[0][0] == f"{name}!../../x.txt"
    assert all(path.isprintable() for path, _ in brief(found))
    assert sorted(tmp_path.rglob("*")) == [*before, inner / name]


def test_a_name_with_a_zero_byte_is_harmless(tmp_path: Path) -> None:
    data = zipped({"a?b.txt": "Words."}).replace(b"a?b.txt", b"a\0b.txt")

    assert len(read_as(tmp_path, "a.zip", data)) == 1


def test_a_name_given_twice_is_two_captures(tmp_path: Path) -> None:
    twice = zipped({"a.txt": "One.", "b.txt": "Two."}).replace(b"b.txt", b"a.txt")
    expected = [("a.txt", "text"), ("a.txt#2", "text")]

    assert brief(read_as(tmp_path, "a.zip", twice)) == [(f"a.zip!{path}", kind) for path, kind in expected]
    twice = tarred({"a.txt": "One."})[:1024] + tarred({"a.txt": "Two."})
    assert brief(read_as(tmp_path, "a.tar", twice)) == [(f"a.tar!{path}", kind) for path, kind in expected]


@every
def test_a_truncated_archive_is_read_as_far_as_it_goes(tmp_path: Path, name: str, pack: Pack) -> None:
    data = pack({f"{i}.txt": os.urandom(400).hex() for i in range(50)})

    found = read_as(tmp_path, name, data[: len(data) // 2])

    problem = found[-1]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.lost) in (("damaged", True), ("truncated", True))
    # A ZIP archive lists its files at its end; what bzip2 and xz pack, they pack in large blocks.
    assert len(found) > 20 or name in ("a.zip", "a.tar.bz2", "a.tar.xz")


@every
def test_an_archive_without_files_is_a_problem(tmp_path: Path, name: str, pack: Pack) -> None:
    assert brief(read_as(tmp_path, name, pack({}))) == [(name, "empty")]
    assert next(code for _, code in brief(read_as(tmp_path, name, b""))) in ("damaged", "truncated")


@every
def test_members_are_bounded(tmp_path: Path, name: str, pack: Pack) -> None:
    found = read_as(tmp_path, name, pack({f"{i}.txt": "Words." for i in range(5)}), max_members=4)

    assert brief(found) == [(name, "too-many")]


def nested(depth: int, name: str = "a.txt", data: bytes = b"Words.") -> bytes:
    for _ in range(depth):
        name, data = "b.zip", zipped({name: data})
    return data


def test_nesting_is_bounded(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "b.zip", nested(3))) == [("b.zip!b.zip!b.zip!a.txt", "text")]
    assert brief(read_as(tmp_path, "b.zip", nested(4))) == [("b.zip!b.zip!b.zip!b.zip", "too-deep")]
    assert brief(read_as(tmp_path, "b.zip", nested(2), max_depth=1)) == [("b.zip!b.zip", "too-deep")]


def test_containers_of_every_kind_are_read_in_one_another(tmp_path: Path) -> None:
    crawl = gzipped([record(block=answer())])
    inner = tarred({"crawl.warc.gz": crawl, "page.html.gz": gzip.compress(PAGE.encode())}, "w:gz")

    assert brief(read_as(tmp_path, "a.zip", zipped({"b.tar.gz": inner}))) == [
        ("a.zip!b.tar.gz!crawl.warc.gz!1", "html"), ("a.zip!b.tar.gz!page.html.gz!page.html", "html"),
    ]  # fmt: skip


def words(size: int = 30_000_000) -> bytes:
    return b"a" * size


def parts() -> dict[str, bytes]:
    return {f"{i}.txt": words(3_000_000) for i in range(10)}


BOMBS: list[tuple[str, Callable[[], bytes]]] = [
    ("a.zip", lambda: zipped(parts())),
    ("a.tar.gz", lambda: tarred(parts(), "w:gz")),
    ("a.tar.xz", lambda: tarred({"a.txt": words()}, "w:xz")),
    ("a.jsonl.gz", lambda: gzip.compress(words())),
    ("a.jsonl.bz2", lambda: bz2.compress(words(12_000_000))),
    ("a.jsonl.xz", lambda: lzma.compress(words(), preset=0)),
    ("a.warc.gz", lambda: gzip.compress(words())),
    ("b.warc.gz", lambda: gzipped([record(block=answer(words(3_000_000)))] * 9)),
    ("nested.zip", lambda: zipped({f"{i}.zip": zipped({"a.txt": words(3_000_000)}) for i in range(10)})),
]


@pytest.mark.parametrize(("name", "data"), BOMBS, ids=[name for name, _ in BOMBS])
def test_a_bomb_is_one_problem(tmp_path: Path, name: str, data: Callable[[], bytes]) -> None:
    found = read_as(tmp_path, name, data(), max_bytes=5_000_000, max_ratio=20)

    assert brief([item for item in found if isinstance(item, Problem) and item.code == "bomb"]) == [(name, "bomb")]
    assert isinstance(found[-1], Problem)


def test_what_is_larger_than_a_capture_may_be_costs_itself(tmp_path: Path) -> None:
    files = {"large.txt": os.urandom(20_000).hex(), "small.txt": "Words."}

    for name, pack in ARCHIVES:
        assert brief(read_as(tmp_path, name, pack(files), max_bytes=30_000)) == [  # type: ignore[arg-type]
            (f"{name}!large.txt", "too-large"), (f"{name}!small.txt", "text"),
        ]  # fmt: skip


def test_a_large_container_within_one_is_read_as_it_comes(tmp_path: Path) -> None:
    crawl = b"".join(record(block=answer(PAGE + os.urandom(5_000).hex())) for _ in range(20))
    lines = "\n".join(json.dumps({"text": os.urandom(5_000).hex()}) for _ in range(20))
    files = {"crawl.warc": crawl, "a.jsonl": lines}

    for name, pack in ARCHIVES:
        found: Items = read_as(tmp_path, name, pack(files), max_bytes=60_000)  # type: ignore[arg-type]
        assert [kind for _, kind in brief(found)] == ["html"] * 20 + ["article"] * 20, name


def test_a_member_behind_a_password_is_one_problem(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "Words.", "b.txt": "Words."}))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1

    assert brief(read_as(tmp_path, "a.zip", bytes(data))) == [("a.zip!a.txt", "encrypted"), ("a.zip!b.txt", "text")]


def test_a_method_that_names_its_own_memory_is_refused(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "a.zip", zipped({"a.txt": "Words."}, zipfile.ZIP_LZMA))) == [
        ("a.zip!a.txt", "unsupported")
    ]


def test_damaged_bytes_cost_their_member(tmp_path: Path) -> None:
    data = zipped({"a.txt": "Words of the first.", "b.txt": "Words."}, zipfile.ZIP_STORED).replace(
        b"the first", b"the worst"
    )

    assert brief(read_as(tmp_path, "a.zip", data)) == [("a.zip!a.txt", "damaged"), ("a.zip!b.txt", "text")]


def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo("x.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)

    assert brief(read_as(tmp_path, "a.tar", out.getvalue())) == [("a.tar", "empty")]


def test_entries_are_counted_before_they_are_listed() -> None:
    data = zipped({f"{i}.txt": "x" for i in range(20)})

    assert count_entries(io.BytesIO(data), 100) == 20
    assert count_entries(io.BytesIO(data), 5) == 6
    assert count_entries(io.BytesIO(b"junk" + data), 100) == 20
    assert count_entries(io.BytesIO(data[:-22]), 100) == 0
    lie = data[:-14] + struct.pack("<2H", 1, 1)[2:] + data[-12:]
    assert count_entries(io.BytesIO(lie), 100) == 20


def test_files_named_wrongly_are_told_by_their_bytes(tmp_path: Path) -> None:
    for name, data in (
        ("a", zipped({"p.html": PAGE})),
        ("b.html", gzip.compress(PAGE.encode())),
        ("c", tarred({"p.html": PAGE})),
    ):
        assert [kind for _, kind in brief(read_as(tmp_path, name, data))] == ["html"]


def test_the_parts_of_a_saved_page_are_no_pages(tmp_path: Path) -> None:
    files = {"Talks.html": PAGE, "Talks_files/frame.html": PAGE}

    assert brief(read_as(tmp_path, "a.zip", zipped(files))) == [
        ("a.zip!Talks.html", "html"), ("a.zip!Talks_files/frame.html", "asset"),
    ]  # fmt: skip
