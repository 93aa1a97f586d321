from pathlib import Path

import pytest
from tests.read.factories import atom, brief, captures, read_as, rss

from communique.records.captures import Problem, Sidecar

FULL = "<p>The ministers met on Monday.</p><p>They agreed to meet again.</p>"


def entry(body: str, name: str = "1", more: str = "") -> str:
    link = f"<link>https://outlet.example/{name}</link>"
    return f"<item><title>Talks &amp;amp; tea</title>{link}{more}{body}</item>"


def encoded(text: str = FULL) -> str:
    return f"<content:encoded><![CDATA[{text}]]></content:encoded>"


def test_an_entry_with_its_full_text_is_a_page(tmp_path: Path) -> None:
    more = "<dc:creator>Ann Writer</dc:creator><pubDate>Mon, 06 May 2019 10:20:30 +0200</pubDate>"

    (capture,) = captures(read_as(tmp_path, "a.xml", rss(entry(encoded(), more=more))))

    assert (capture.path, capture.kind) == ("a.xml!https://outlet.example/1", "html")
    assert (capture.title, capture.byline) == ("Talks & tea", "Ann Writer")
    assert capture.sidecar == Sidecar(url="https://outlet.example/1", published="2019-05-06T10:20+02:00")
    assert capture.text == (
        f"<!DOCTYPE html>\n<title>Talks &amp; tea</title>\n<article>\n<h1>Talks &amp; tea</h1>\n{FULL}\n</article>\n"
    )


def test_atom_is_read(tmp_path: Path) -> None:
    text = "<entry><id>tag:x,2019:1</id><title>Talks</title><published>2019-05-06T10:20:30Z</published>{}</entry>"
    content = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content>'

    (capture,) = captures(read_as(tmp_path, "a.atom", atom(text.format(content))))

    assert capture.path == "a.atom!tag:x,2019:1"
    assert capture.sidecar == Sidecar(published="2019-05-06T10:20+00:00")
    assert "<p>They met.</p>" in capture.text


def test_the_time_of_an_update_is_no_time_of_publication(tmp_path: Path) -> None:
    updated = atom(
        f"<entry><id>1</id><updated>2019-05-06T10:20:30Z</updated><content>{'Words. ' * 9}</content></entry>"
    )

    (capture,) = captures(read_as(tmp_path, "a.atom", updated))

    assert capture.sidecar.published is None


@pytest.mark.parametrize(
    ("body", "full"),
    [
        (encoded("<p>One sentence.</p>"), True),
        ("<description>A line that leads on to the page.</description>", False),
        (f"<description>{FULL.replace('<', '&lt;')}</description>", True),
        (f"<description>{'A long text without any markup. ' * 40}</description>", True),
        (f"{encoded(' ')}<description>A line.</description>", False),
        ("", False),
    ],
)
def test_a_summary_is_no_article(tmp_path: Path, body: str, full: bool) -> None:
    found = brief(read_as(tmp_path, "a.rss", rss(entry(encoded(), "1"), entry(body, "2"))))

    assert found[1:] == [("a.rss!https://outlet.example/2", "html") if full else ("a.rss", "summary-only")]


def test_a_feed_of_summaries_is_one_problem(tmp_path: Path) -> None:
    (problem,) = read_as(tmp_path, "a.rss", rss(entry("<description>A line.</description>") * 3))

    assert isinstance(problem, Problem)
    assert (problem.code, problem.lost, "summaries" in problem.message) == ("no-text", True, True)


def test_the_same_entry_twice_is_two_captures(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "a.rss", rss(entry(encoded()) * 2))) == [
        ("a.rss!https://outlet.example/1", "html"), ("a.rss!https://outlet.example/1#2", "html"),
    ]  # fmt: skip


def test_values_that_make_no_sense_cost_themselves(tmp_path: Path) -> None:
    strange = (
        "<item><guid>\x85odd</guid><link>javascript:alert(1)</link><pubDate>soon</pubDate>" + encoded() + "</item>"
    )

    found = read_as(tmp_path, "a.rss", rss(strange))

    assert [kind for _, kind in brief(found)] == ["bad-field", "bad-field", "html"]
    assert captures(found)[0].sidecar == Sidecar()


LAUGHS = "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 12))


@pytest.mark.parametrize(
    "top",
    [
        f'<!DOCTYPE rss [<!ENTITY b0 "ha">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY b11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % far SYSTEM "http://127.0.0.1:9/x.dtd"> %far;]>',
        f"<!-- {'x' * 70_000} --><!DOCTYPE rss [<!ENTITY b11 'x'>]>",
    ],
)
def test_entities_are_never_expanded(tmp_path: Path, top: str) -> None:
    assert brief(read_as(tmp_path, "a.rss", rss(entry(encoded("&b11;")), top=top))) == [("a.rss", "entities")]


def test_a_far_dtd_is_not_got(tmp_path: Path) -> None:
    (tmp_path / "far.dtd").write_text('<!ENTITY b11 "expanded">')
    top = f'<!DOCTYPE rss SYSTEM "{(tmp_path / "far.dtd").as_uri()}">'

    found = captures(read_as(tmp_path, "a.rss", rss(entry(encoded() + "<author>&b11;</author>"), top=top)))

    assert len(found) == 1
    assert "expanded" not in repr(found)


def test_a_feed_that_is_not_well_formed_is_read(tmp_path: Path) -> None:
    broken = rss(entry(encoded())).replace(b"</channel></rss>", b"<item><title>Cut & off")

    assert brief(read_as(tmp_path, "a.rss", broken))[:2] == [
        ("a.rss", "damaged"), ("a.rss!https://outlet.example/1", "html"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.xml", b"<?xml version='1.0'?><!-- <rss> --><urlset/>", ("a.xml", "no-text")),
        ("a.xml", b"<?xml version='1.0'?><html><body><p>Words.</p></body></html>", ("a.xml", "html")),
        ("a.xml", b"  ", ("a.xml", "empty")),
        ("a.rss", b"<rss/>", ("a.rss", "no-text")),
        ("saved", rss(entry(encoded())), ("saved!https://outlet.example/1", "html")),
        ("a.xml", b"\xef\xbb\xbf" + rss(entry(encoded())), ("a.xml!https://outlet.example/1", "html")),
        ("a.xml", rss(entry(encoded())).decode().encode("utf-16"), ("a.xml!https://outlet.example/1", "html")),
        ("a.xml", b"<!--" * 20_000, ("a.xml", "no-text")),
    ],
)
def test_feeds_are_told_by_their_first_element(
    tmp_path: Path, name: str, data: bytes, expected: tuple[str, str]
) -> None:
    assert brief(read_as(tmp_path, name, data)) == [expected]


def test_members_are_bounded(tmp_path: Path) -> None:
    assert brief(read_as(tmp_path, "a.rss", rss(entry(encoded()) * 5), max_members=3)) == [("a.rss", "too-many")]
