"""What markup says of the day of publication."""

import pytest

from communique.clean import declared_dates
from communique.clean.dom import parse
from communique.clean.structured import Markup


def markup(head: str = "", body: str = "") -> Markup:
    tree = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return Markup(tree.root)


def days(found: list[declared_dates.Said]) -> list[str]:
    return [said.stated.iso() for said in found]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("w-published-date", "2024-03-01", ["2024-03-01"]),
        ("dateOfPublication", "1 March 2024", ["2024-03-01"]),
        ("citation_publication_date", "2024 Mar 1", ["2024-03-01"]),
        ("x-publishedDate", "20240301", ["2024-03-01"]),
        ("og:published_at", "2024-03-01T10:00:00Z", ["2024-03-01T10:00+00:00"]),
        ("video-published-date", "2024-03-01", []),
        ("unpublish-date", "2024-03-01", []),
        ("publisher", "2024-03-01", []),
        ("published-date", "soon", []),
    ],
)
def test_names_that_mean_publication(name: str, content: str, expected: list[str]) -> None:
    assert days(list(declared_dates.published(markup(f'<meta name="{name}" content="{content}">')))) == expected


def test_a_date_of_the_editors_goes_before_a_time_of_the_system() -> None:
    head = (
        '<meta name="published-time" content="2026-03-09T08:45:32Z"><meta name="published-date" content="2021-02-16">'
    )
    assert days(list(declared_dates.published(markup(head)))) == ["2021-02-16", "2026-03-09T08:45+00:00"]


def test_what_readers_and_other_stories_say_is_not_the_articles() -> None:
    data = """<script type="application/ld+json">{"@type": "Recipe", "datePublished": "2024-03-01",
    "review": [{"@type": "Review", "datePublished": "2020-01-01"}],
    "mentions": [{"@type": "NewsArticle", "datePublished": "2021-01-01"}]}</script>"""
    assert days(list(declared_dates.published(markup(data)))) == ["2024-03-01"]


def test_times_are_taken_from_beside_the_heading() -> None:
    teasers = '<p>Other story <time datetime="2024-01-01">1 January</time></p>' + "<p>Long text of it.</p>" * 30
    own = '<h1>Talks</h1><time datetime="2024-03-01">1 March</time>'
    assert days(declared_dates.timed(markup(body=teasers + own))) == ["2024-03-01"]


@pytest.mark.parametrize(
    ("label", "timed", "changed"),
    [
        ("Updated ", [], ["2024-03-01"]),
        ("Last reviewed: ", [], ["2024-03-01"]),
        ("Published ", ["2024-03-01"], []),
        ("Updated twice since 2020, published ", ["2024-03-01"], []),
        ("", ["2024-03-01"], []),
    ],
)
def test_words_before_a_time_say_what_it_is(label: str, timed: list[str], changed: list[str]) -> None:
    page = markup(body=f'<h1>Talks</h1><p>{label}<time datetime="2024-03-01">1 March</time></p>')
    assert (days(declared_dates.timed(page)), days(declared_dates.timed_change(page))) == (timed, changed)


def test_far_from_the_heading_a_time_needs_a_label() -> None:
    far = "<h1>Talks</h1>" + "<p>Long text of it.</p>" * 120
    several = '<p>a <time datetime="2024-03-01">1</time></p><p>b <time datetime="2024-03-02">2</time></p>'
    assert days(declared_dates.timed(markup(body=far + several))) == []
    labelled = several + '<p>Publish date <time datetime="2024-03-03">3</time></p>'
    assert days(declared_dates.timed(markup(body=far + labelled))) == ["2024-03-03"]
