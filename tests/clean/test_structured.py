"""What a page's markup says of it, however large the page."""

import time

import pytest
from lxml import etree

from communique.clean import structured
from communique.clean.structured import Markup

PAGE = """<html><head><link rel="canonical" href="https://a.example/"><link rel="stylesheet" href="x"></head><body>
<h1>One</h1><time>Monday</time><p itemprop="x">a</p><a rel="nofollow author">b</a><p id="theAuthor">c</p>
<p class="byline big">d</p><p class="entry-title">e</p><p class="plain">f</p><!-- author --><p>g</p></body></html>"""


def test_a_page_is_walked_to_the_same_end(monkeypatch: pytest.MonkeyPatch) -> None:
    root = etree.fromstring(PAGE, etree.HTMLParser())
    found = Markup(root).elements(lambda _: True)
    assert len(found) == 8
    monkeypatch.setattr(structured, "_MANY", lambda _: True)
    assert Markup(root).elements(lambda _: True) == found


def test_a_horde_of_authors_takes_no_square_of_its_number() -> None:
    root = etree.fromstring(
        "<html><body>" + '<b class="author">Ann</b>' * 100_000 + "</body></html>", etree.HTMLParser()
    )
    began = time.process_time()
    assert Markup(root).elements(lambda node: node.tag == "b")
    assert time.process_time() - began < 4
