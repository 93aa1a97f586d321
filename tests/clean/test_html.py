"""HTML captures end to end, on made-up pages."""

from pathlib import Path

import pytest
from tests.clean.pages import BODY, SECOND, TITLE, capture, role_of
from tests.read.factories import captures, read_as, rss

from communique.clean import clean
from communique.records.articles import KEPT_ROLES

HEAD = """<title>Ghana and Togo agree to reopen border crossing | Volta Post</title>
<meta property="og:title" content="Ghana and Togo agree to reopen border crossing">
<meta property="og:site_name" content="Volta Post">
<link rel="canonical" href="https://volta.example/talks">"""
LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"},
{"@type": "NewsArticle", "headline": "Ghana and Togo agree to reopen border crossing",
"datePublished": "2021-03-03T09:15:00+00:00", "dateModified": "2021-03-04",
"author": [{"@type": "Person", "name": "Kofi Boateng"}]}]}</script>"""


def page(head: str = HEAD, top: str = "", end: str = "") -> str:
    text = "".join(f"<p>{one}</p>" for one in BODY)
    return f"""<!doctype html><html lang="en"><head>{head}</head><body><nav><ul><li><a href="/">Home</a></li>
<li><a href="/n">News</a></li></ul></nav><main><article><h1>{TITLE}</h1>{top}{text}</article>
<aside class="related"><h3>Related</h3><a href="/x">Harbour strike enters its second week</a></aside>{end}</main>
<div class="cookie-banner">This website uses cookies to improve your experience. <button>Accept</button></div>
<footer>© 2019 Volta Post. All rights reserved.</footer></body></html>"""


def test_the_article_is_kept_and_the_page_dropped() -> None:
    article = clean(capture(page(), "html"))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert {p.text for p in article.paragraphs if p.role not in KEPT_ROLES} >= {"Home", "News", "Related"}


@pytest.mark.parametrize("around", ["article", "main", "section"])
def test_a_page_may_begin_with_its_article_and_leave_head_and_body_out(around: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in BODY)
    bare = f"<!DOCTYPE html>\n{HEAD}\n<{around}>\n<h1>{TITLE}</h1>\n{text}\n</{around}>\n"
    article = clean(capture(bare, "html"))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.outlet
    assert article.outlet.value == "Volta Post"


def test_an_entry_of_a_feed_is_an_article(tmp_path: Path) -> None:
    text = "".join(f"<p>{one}</p>" for one in BODY)
    item = f"<item><title>{TITLE}</title><content:encoded><![CDATA[{text}]]></content:encoded></item>"
    (entry,) = captures(read_as(tmp_path, "a.xml", rss(item)))
    assert clean(entry).text == "\n\n".join((TITLE, *BODY))


def test_markup_gives_what_it_states_with_its_words() -> None:
    source = page(HEAD + LD)
    article = clean(capture(source, "html"))
    published, updated = article.published, article.updated
    assert published
    assert (published.earliest, published.edtf) == ("2021-03-03T09:15+00:00", "2021-03-03T09:15:00+00:00")
    assert published.span
    assert source[published.span.start : published.span.end] == "2021-03-03T09:15:00+00:00"
    assert updated
    assert updated.earliest == "2021-03-04"
    assert article.byline
    assert (article.byline.value, article.byline.span is not None) == ("Kofi Boateng", True)
    assert article.outlet
    assert article.outlet.value == "Volta Post"
    assert (article.url, article.language) == ("https://volta.example/talks", "en")


def test_a_page_without_a_date_has_none() -> None:
    assert clean(capture(page(), "html")).published is None


def test_a_date_line_and_a_byline_in_the_text_are_read() -> None:
    article = clean(capture(page(top="<p>By Kofi Boateng</p><p>Published 3 March 2021</p>"), "html"))
    assert article.published
    assert article.published.earliest == "2021-03-03"
    assert article.byline
    assert article.byline.value == "Kofi Boateng"
    assert role_of(article, "By Kofi Boateng") == "byline"


def test_a_paragraph_is_pinned_where_it_stands_word_for_word_in_the_source() -> None:
    source = page().replace("the rains", "the <b>rains</b>")
    article = clean(capture(source, "html"))
    pinned = {p.text: p.capture_start for p in article.paragraphs}
    assert pinned[SECOND] is None
    assert all(source[start : start + len(text)] == text for text, start in pinned.items() if start is not None)
    assert pinned[BODY[0]] is not None


def test_a_paragraph_in_pieces_is_pinned_to_no_other_place_with_its_words() -> None:
    text = SECOND.replace("the rains", "the <b>rains</b>")
    source = page().replace(f"<p>{SECOND}", f'<img alt="{SECOND}"><p>{text}')
    assert {p.text: p.capture_start for p in clean(capture(source, "html")).paragraphs}[SECOND] is None


def test_entities_are_decoded_in_the_text() -> None:
    article = clean(capture(page().replace("Both sides", "R&amp;D and both sides"), "html"))
    assert "R&D and both sides agreed" in article.text


def test_broken_json_costs_only_itself() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>'
    assert clean(capture(page(HEAD + broken), "html")).published is None


def test_the_region_settles_an_open_order_where_nothing_else_does() -> None:
    top = "<p>03/04/2021</p>"
    assert clean(capture(page(top=top), "html")).published is None
    article = clean(capture(page(top=top).replace('lang="en"', 'lang="en-US"'), "html"))
    assert article.published
    assert article.published.earliest == "2021-03-04"


@pytest.mark.parametrize(
    ("said", "shown", "published"),
    [
        ("2024-07-05", "1 March 2024", "2024-03-01"),
        ("2024-03-02T01:30:00+00:00", "1 March 2024", "2024-03-01"),
        ("2024-03-02T01:30:00+01:00", "1 March 2024", "2024-03-02T01:30+01:00"),
        ("2024-03-02T21:30:00+00:00", "1 March 2024", "2024-03-01"),
        ("2024-03-01T09:30:00+00:00", "1 March 2024", "2024-03-01T09:30+00:00"),
        ("2024-07-05", "Last updated: 1 August 2024", "2024-07-05"),
        ("2024-07-05", "1 August 2024, 5 July 2024", "2024-07-05"),
        ("2024-07-05", "8/1/2024</div><div>8/20/2024</div><div>7/5/2024", "2024-07-05"),
        ("2024-07-05", "07.05.2024", "2024-07-05"),
        ("2024-07-05", "Ama Mensah", "2024-07-05"),
    ],
)
def test_a_date_beside_the_title_stands_against_the_markups(said: str, shown: str, published: str) -> None:
    head = f'<head><meta property="article:published_time" content="{said}"></head>'
    body = "".join(f"<p>{text}</p>" for text in BODY)
    article = clean(capture(f"<html>{head}<body><h1>{TITLE}</h1><div>{shown}</div>{body}</body></html>", "html"))
    assert article.published is not None
    assert article.published.earliest == published
