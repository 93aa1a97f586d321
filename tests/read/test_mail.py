import base64
from pathlib import Path

import pytest
from tests.read.factories import PAGE, brief, captures, mail, multipart, pdf, read_as

from communique.read.mail import paragraphs
from communique.records.captures import Capture, Problem, Sidecar

HTML = f"Content-Type: text/html; charset=utf-8\n\n{PAGE}"
PLAIN = "Content-Type: text/plain; charset=utf-8\n\nThe ministers met."


def test_a_newsletter_is_its_html_part(tmp_path: Path) -> None:
    (capture,) = captures(read_as(tmp_path, "a.eml", mail(multipart("alternative", PLAIN, HTML))))

    assert (capture.path, capture.kind, capture.text.strip()) == ("a.eml", "html", PAGE)
    assert capture.sidecar == Sidecar(published="2019-05-06T10:20+02:00", outlet="Press Office")


def test_the_subject_is_the_title_where_the_mail_has_no_other(tmp_path: Path) -> None:
    bare = "Content-Type: text/html\n\n<p>The ministers met.</p>\n"

    (page,) = captures(read_as(tmp_path, "a.eml", mail(bare, "Talks =?utf-8?q?=26_tea?=")))
    (plain,) = captures(read_as(tmp_path, "b.eml", mail(PLAIN)))

    assert page.text == "<!DOCTYPE html>\n<title>Talks &amp; tea</title>\n<p>The ministers met.</p>\n"
    assert (plain.kind, plain.text) == ("text", "Talks\n\nThe ministers met.")


def test_a_sidecar_counts_more_than_the_headers(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"outlet": "Ministry"}')

    (capture,) = captures(read_as(tmp_path, "a.eml", mail(HTML)))

    assert capture.sidecar == Sidecar(published="2019-05-06T10:20+02:00", outlet="Ministry")


def attached(name: str, data: bytes, media: str = "application/octet-stream") -> str:
    coded = base64.encodebytes(data).decode()
    top = (
        f'Content-Type: {media}\nContent-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64'
    )
    return f"{top}\n\n{coded}"


def test_what_is_attached_is_read_like_a_file(tmp_path: Path) -> None:
    release = pdf([(72, 700, "The ministers met on Monday.")])
    forwarded = f"Content-Type: message/rfc822\n\nSubject: Older talks\nMIME-Version: 1.0\n{PLAIN}\n"
    picture = "Content-Type: image/png\nContent-ID: <logo>\n\nxx"

    found = read_as(
        tmp_path, "a.eml", mail(multipart("mixed", HTML, picture, attached("../release.pdf", release), forwarded))
    )

    assert brief(found) == [("a.eml", "html"), ("a.eml!1/../release.pdf", "text"), ("a.eml!2/part-4.eml", "text")]
    assert captures(found)[2].text.startswith("Older talks\n\nThe ministers met.")


def test_a_saved_page_is_its_html_with_its_address(tmp_path: Path) -> None:
    style = "Content-Type: text/css\nContent-Location: https://outlet.example/a.css\n\np {}"
    page = f"{HTML}".replace("Content-Type", "Content-Location: https://outlet.example/frame\nContent-Type")
    parts = multipart("related", page, style)

    (capture,) = captures(
        read_as(tmp_path, "a.mhtml", mail(parts, Snapshot_Content_Location="https://outlet.example/talks"))
    )

    assert (capture.kind, capture.text.strip()) == ("html", PAGE)
    assert capture.sidecar == Sidecar(url="https://outlet.example/talks", fetched_at="2019-05-06T10:20+02:00")


def test_a_page_says_where_it_was_saved_from(tmp_path: Path) -> None:
    chrome = "<!-- saved from url=(0028)https://outlet.example/talks -->"
    single = "<!--\n Page saved with SingleFile \n url: https://outlet.example/talks \n saved date: x\n-->"

    for comment in (chrome, single):
        (capture,) = captures(read_as(tmp_path, "a.html", f"<!doctype html>{comment}{PAGE}".encode()))
        assert capture.sidecar == Sidecar(url="https://outlet.example/talks")


def test_the_folder_of_parts_beside_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "Talks.html").write_text(PAGE)
    (tmp_path / "Talks_files").mkdir()

    assert brief(read_as(tmp_path / "Talks_files", "frame.html", PAGE.encode())) == [("frame.html", "asset")]
    (tmp_path / "Talks.html").unlink()
    assert brief(read_as(tmp_path / "Talks_files", "frame.html", PAGE.encode())) == [("frame.html", "html")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"Subject: x\n\n", "no-text"),
        (mail(multipart("mixed", "Content-Type: image/png\n\nxx")), "no-text"),
        (mail("Content-Type: multipart/mixed\n\nno parts"), "no-text"),
    ],
)
def test_a_mail_without_text_is_a_problem(tmp_path: Path, data: bytes, code: str) -> None:
    assert brief(read_as(tmp_path, "a.eml", data)) == [("a.eml", code)]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_base64_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path: Path, cut: int) -> None:
    packed = base64.b64encode(b"The ministers met in the capital on Monday.")[:-cut]
    data = b"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + packed

    capture, *problems = reversed(read_as(tmp_path, "a.eml", data))

    assert isinstance(capture, Capture)
    assert "The ministers met in the capital on Mond" in capture.text
    assert [p.code for p in problems if isinstance(p, Problem)] in (["truncated"], [])


@pytest.mark.parametrize(
    "headers",
    [
        b"From: =?x?q?\xff?= <<>@\nDate: Monday\n",
        b"Content-Type: text/plain; charset=no-such; charset*=x''%ff; ; =\n",
        b"Content-Transfer-Encoding: base64\nContent-Type: text/html\n",
        b'From: "' + b"\\" * 2000 + b"\nSubject: " + b"=?utf-8?q?x?=" * 2000 + b"\n",
        b"Subject: \xed\xa0\x80\n",
    ],
)
def test_hostile_headers_cost_themselves(tmp_path: Path, headers: bytes) -> None:
    found = brief(read_as(tmp_path, "a.eml", headers + b"MIME-Version: 1.0\n\nVGhlIG1pbmlzdGVycyBtZXQu\n"))

    assert found[-1][1] in ("text", "html")


def test_broken_lines_are_joined_and_lists_are_not() -> None:
    wrapped = "\n".join(
        (
            "The ministers met in the capital on Monday and agreed to reopen the",
            "border railway. It was their third meeting this year, and a long-",
            "term plan was signed.",
        )
    )
    listed = "In this letter:\n- Talks in the capital\n- A railway is opened"

    assert paragraphs(f"{wrapped}\r\n\r\n{listed}") == (
        "The ministers met in the capital on Monday and agreed to reopen the border railway. It was their third"
        f" meeting this year, and a long-term plan was signed.\n\n{listed}"
    )
    assert paragraphs("They met \non Monday.\nAnd left.", flowed=True) == "They met on Monday.\nAnd left."
