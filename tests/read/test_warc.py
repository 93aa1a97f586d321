import gzip
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from tests.read.factories import (
    PAGE,
    URL,
    answer,
    brief,
    captures,
    chunked,
    gzipped,
    pdf,
    read_as,
    record,
    zipped,
)  # fmt: skip

from communique.records.captures import Capture, Problem, Sidecar


def written(writer: type, data: bytes) -> bytes:
    out = BytesIO()
    with writer(out) as stream:
        stream.write(data)
    return out.getvalue()


CRAWL = [
    record("warcinfo", b"software: none\r\n", media="application/warc-fields"),
    record(
        "request", b"GET /talks HTTP/1.1\r\nHost: outlet.example\r\n\r\n", media="application/http; msgtype=request"
    ),
    record(block=answer()),
    record("metadata", b"via: none\r\n", media="application/warc-fields"),
    record(block=answer(b"\x89PNG\r\n", "image/png"), WARC_Target_URI="https://outlet.example/a.png"),
    record(block=answer("No such page.", status="404 Not Found")),
    record(block=answer("User-agent: *", "text/plain"), WARC_Target_URI="https://outlet.example/robots.txt"),
    record(
        "resource", b"--warc-file=crawl", media="text/plain", WARC_Target_URI="metadata://crawler.example/arguments"
    ),
]


@pytest.mark.parametrize("pack", [b"".join, gzipped, lambda records: gzip.compress(b"".join(records))])
def test_the_pages_of_a_crawl_are_read_and_nothing_else(tmp_path: Path, pack: object) -> None:
    (capture,) = read_as(tmp_path, "crawl.warc.gz", pack(CRAWL))  # type: ignore[operator]

    assert isinstance(capture, Capture)
    assert (capture.path, capture.kind, capture.text, capture.charset) == ("crawl.warc.gz!3", "html", PAGE, "utf-8")
    assert capture.sidecar == Sidecar(url=URL, fetched_at="2022-01-19T17:05+00:00")


BODY = PAGE.encode()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(BODY), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(BODY), {"Content_Encoding": "gzip"}),
        (zlib.compress(BODY), {"Content_Encoding": "deflate"}),
        (zlib.compress(BODY)[2:-4], {"Content_Encoding": "deflate"}),
        (written(BrotliWriter, BODY), {"Content_Encoding": "br"}),
        (written(ZstdWriter, BODY), {"Content_Encoding": "zstd"}),
        (chunked(gzip.compress(BODY)), {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        # Headers that were kept while the coding was undone.
        (BODY, {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        (BODY, {"Content_Encoding": "br"}),
        (BODY, {"Content_Encoding": "no-such-coding"}),
    ],
)
def test_codings_of_the_transfer_are_undone(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    (capture,) = read_as(tmp_path, "a.warc", record(block=answer(body, **headers)))

    assert isinstance(capture, Capture)
    assert capture.text == PAGE


def test_the_character_set_of_the_header_is_used(tmp_path: Path) -> None:
    page = "<!doctype html><p>Визит начался.</p>"
    block = answer(page.encode("cp1251"), "text/html; charset=windows-1251")

    (capture,) = captures(read_as(tmp_path, "a.warc", record(block=block)))

    assert (capture.text, capture.charset) == (page, "cp1251")


def test_resources_conversions_and_documents_are_read(tmp_path: Path) -> None:
    crawl = [
        record("resource", BODY, media="text/html"),
        record("conversion", b"The ministers met on Monday.", media="text/plain"),
        record(block=answer(pdf([(72, 700, "The ministers met on Monday.")]), "application/pdf")),
        record(block=answer("<html><p>Without a type.").replace(b"Content-Type", b"X-Type")),
    ]

    found = captures(read_as(tmp_path, "a.warc.gz", gzipped(crawl)))

    assert [(c.path, c.kind) for c in found] == [
        ("a.warc.gz!1", "html"), ("a.warc.gz!2", "text"), ("a.warc.gz!3", "text"), ("a.warc.gz!4", "html"),
    ]  # fmt: skip
    assert found[2].text == "The ministers met on Monday."


def test_a_crawl_without_a_page_is_one_problem_that_says_what_it_holds(tmp_path: Path) -> None:
    (problem,) = read_as(tmp_path, "a.warc", b"".join([CRAWL[1], CRAWL[4], CRAWL[4], CRAWL[5]]))

    assert isinstance(problem, Problem)
    assert (problem.code, problem.lost) == ("no-text", True)
    assert problem.message == (
        "No page in it, only 2 image/png, 1 request, 1 response with status 404;"
        " give a file of the crawl that holds pages"
    )


def test_a_crawl_with_nothing_but_a_broken_record_says_so(tmp_path: Path) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2019-05-06T00:00:00Z\r\n"
    answer = b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 100_000 + b"\r\n<p>The ministers met.</p>"
    rest = b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(answer)

    *_, problem = read_as(tmp_path, "a.warc", head + rest + answer + b"\r\n\r\n")

    assert isinstance(problem, Problem)
    assert problem.message == "No page in it that can be read; give a file of the crawl that holds pages"


def test_a_revisit_is_a_problem_where_its_page_is_not_there(tmp_path: Path) -> None:
    page = record(block=answer(), WARC_Payload_Digest="sha1:AAAA")
    known = record("revisit", answer(b""), WARC_Payload_Digest="sha1:AAAA")
    foreign = record("revisit", answer(b""), WARC_Payload_Digest="sha1:BBBB")
    picture = record("revisit", answer(b"", "image/png"), WARC_Payload_Digest="sha1:CCCC")

    assert brief(read_as(tmp_path, "a.warc", page + known + picture)) == [("a.warc!1", "html")]
    assert brief(read_as(tmp_path, "b.warc", page + foreign)) == [("b.warc!1", "html"), ("b.warc", "revisit")]


@pytest.mark.parametrize(
    "data",
    [
        record(block=answer(BODY[:60]), WARC_Truncated="length"),
        record(block=answer(BODY[:60], Content_Length="500")),
        record(block=answer(chunked(BODY)[:60], Transfer_Encoding="chunked")),
        record(block=answer(gzip.compress(BODY)[:-12], Content_Encoding="gzip")),
        record(block=answer())[:-60],
        gzip.compress(record(block=answer(BODY * 400)))[:-40],
    ],
)
def test_what_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, data: bytes) -> None:
    found = brief(read_as(tmp_path, "a.warc", data))

    assert found[:2] == [("a.warc!1", "truncated"), ("a.warc!1", "html")]


def test_a_damaged_record_costs_itself(tmp_path: Path) -> None:
    crawl = [record(block=answer(PAGE + "x" * i), WARC_Target_URI=f"{URL}/{i}") for i in range(5)]
    packed = [bytearray(gzip.compress(one, mtime=0)) for one in crawl]
    packed[2][30:60] = bytes(30)

    found = read_as(tmp_path, "a.warc.gz", b"".join(packed))

    addresses = [capture.sidecar.url for capture in captures(found)]
    assert addresses == [f"{URL}/{i}" for i in (0, 1, 3, 4)]
    assert any(isinstance(item, Problem) and item.code in ("damaged", "truncated") for item in found)


def test_garbage_between_records_is_skipped_and_told(tmp_path: Path) -> None:
    data = b"stray bytes\r\n" + record(block=answer()) + b"more\r\n" + record(block=answer(PAGE + "2"))

    assert brief(read_as(tmp_path, "a.warc", data)) == [
        ("a.warc", "damaged"), ("a.warc!1", "html"), ("a.warc", "damaged"), ("a.warc!2", "html"),
    ]  # fmt: skip


def test_a_bomb_in_an_answer_is_one_problem(tmp_path: Path) -> None:
    bomb = record(block=answer(gzip.compress(b"<html>" + bytes(5_000_000)), Content_Encoding="gzip"))

    found = read_as(tmp_path, "a.warc", bomb * 3, max_bytes=2_000_000)

    assert brief(found) == [("a.warc!1", "too-large")] or brief(found) == [("a.warc", "bomb")]


def test_a_record_larger_than_is_read_costs_itself(tmp_path: Path) -> None:
    large = record(block=answer(PAGE + " " * 200_000))

    found = brief(read_as(tmp_path, "a.warc", large + record(block=answer()), max_bytes=10_000))

    assert found == [("a.warc!1", "too-large"), ("a.warc!2", "html")]


def test_members_are_bounded(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "a.warc", record(block=answer()) * 3, max_members=2)) == [
        ("a.warc!1", "html"), ("a.warc!2", "html"), ("a.warc", "too-many"),
    ]  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b"WARC/1.0", "damaged"), (b"\x1f\x8b\x08", "damaged")])
def test_a_file_without_records_is_a_problem(tmp_path: Path, data: bytes, code: str) -> None:
    assert ("a.warc.gz", code) in brief(read_as(tmp_path, "a.warc.gz", data))


def test_wacz_is_its_warc_files(tmp_path: Path) -> None:
    files = {
        "datapackage.json": "{}",
        "pages/pages.jsonl": '{"text": "The ministers met."}',
        "archive/data.warc.gz": gzipped(CRAWL),
    }

    assert brief(read_as(tmp_path, "a.wacz", zipped(files, 0))) == [("a.wacz!archive/data.warc.gz!3", "html")]


def test_a_warc_packed_with_zstandard_is_read(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "a.warc.zst", written(ZstdWriter, b"".join(CRAWL)))) == [("a.warc.zst!3", "html")]
