"""Elements with more attributes than any page needs."""

import time

from tests.clean.pages import BODY, LEAD, TITLE, capture

from communique.clean import clean
from communique.clean.attributes import MOST, without_hordes
from communique.options import Options
from communique.records.articles import KEPT_ROLES

HORDE = " ".join(f"a{i}='{i}'" for i in range(MOST + 1))


def test_a_horde_of_attributes_is_left_out() -> None:
    assert without_hordes(f"<p class='x' {HORDE}>text</p>") == "<p>text</p>"
    assert without_hordes(f'<p {HORDE} title="unclosed>text</p>') == '<p"unclosed>text</p>'


def test_few_attributes_stay_however_long() -> None:
    data = " ".join(f'"{i}": "a > b",' for i in range(5_000))
    for page in (f"<div data-x='{{{data}}}' class=\"a\">text</div>", "a < b " * 5_000, "<" + "p " * 100):
        assert without_hordes(page) == page


def test_a_horde_takes_no_time() -> None:
    attributes = " ".join(f'a{i}="{i}"' for i in range(100_000))
    page = f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p><div {attributes}><p>{BODY[1]}</p></div></body></html>"
    began = time.process_time()
    article = clean(capture(page, "html"))
    assert time.process_time() - began < 3
    assert article.text == "\n\n".join((TITLE, LEAD, BODY[1]))


def test_a_title_that_is_a_text_is_none() -> None:
    head = f"<title>{'The ministers met. ' * 100}</title>"
    body = "".join(f"<p>{text}</p>" for text in BODY)
    assert clean(capture(f"<html><head>{head}</head><body>{body}</body></html>", "html")).title is None


def test_comments_take_no_more_than_their_share_of_time() -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p>{'<!-- a -->' * 200_000}<p>{BODY[1]}</p></body></html>"
    began = time.process_time()
    article = clean(capture(page, "html"))
    assert time.process_time() - began < 2
    assert article.text == "\n\n".join((TITLE, LEAD, BODY[1]))


def test_a_line_longer_than_the_limit_is_none_of_the_article() -> None:
    long = ("The rains came early in the north, and the roads were closed. " * 20).strip()
    texts = (*BODY[:3], long, *BODY[3:])
    page = f"<html><body><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in texts)}</body></html>"
    article = clean(capture(page, "html"), Options(max_line=1_000))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert [(p.reason, p.text) for p in article.paragraphs if p.role not in KEPT_ROLES] == [
        ("a line longer than 1000 characters", long)
    ]
    assert [p.text for p in article.paragraphs] == [TITLE, *texts]
