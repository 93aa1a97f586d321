"""Who a capture names: author, editor, agency and outlet told apart."""

import pytest
from tests.clean.pages import BODY, TITLE, capture, text_page

from communique.clean import clean
from communique.records.articles import Article


def named(article: Article) -> dict[str, str]:
    fields = {name: getattr(article, name) for name in ("byline", "editor", "agency", "outlet")}
    for field in fields.values():
        assert field is None or field.span is None or field.span.exact == field.value
    return {name: field.value for name, field in fields.items() if field}


@pytest.mark.parametrize(
    ("top", "tail", "expected"),
    [
        ("By Kofi Boateng | Edited by Ama Mensah", "", {"byline": "Kofi Boateng", "editor": "Ama Mensah"}),
        ("By Kofi Boateng. Edited by Ama Mensah", "", {"byline": "Kofi Boateng", "editor": "Ama Mensah"}),
        ("By Kofi Boateng", "Editor: Ama Mensah", {"byline": "Kofi Boateng", "editor": "Ama Mensah"}),
        ("3 March 2021", "Source: Xinhua   Editor: Ama Mensah", {"editor": "Ama Mensah", "agency": "Xinhua"}),
        ("3 March 2021", "责任编辑：王明", {"editor": "王明"}),
        ("3 March 2021", "Reporting by Kofi Boateng; Editing by Ama Mensah",
         {"byline": "Kofi Boateng", "editor": "Ama Mensah"}),
        ("By Kofi Boateng", "Editor-in-Chief: Ama Mensah", {"byline": "Kofi Boateng"}),
        ("Photo: Xinhua", "", {}),
    ],
)  # fmt: skip
def test_author_editor_and_agency_are_told_apart(top: str, tail: str, expected: dict[str, str]) -> None:
    assert named(text_page(TITLE, top, *BODY, *([tail] if tail else []))) == expected


def test_the_markup_names_the_editor() -> None:
    data = '{"@type": "NewsArticle", "author": {"name": "Kofi Boateng"}, "editor": {"name": "Ama Mensah"}}'
    body = "".join(f"<p>{one}</p>" for one in BODY)
    script = f'<script type="application/ld+json">{data}</script>'
    page = clean(capture(f"<html><head>{script}</head><body><h1>{TITLE}</h1>{body}</body></html>", "html"))
    assert named(page) == {"byline": "Kofi Boateng", "editor": "Ama Mensah"}
