"""Which of the dates of a page is taken for its publication, on made-up pages."""

import pytest
from tests.clean.pages import BODY, TITLE, capture

from communique.clean import clean
from communique.records.times import Time


def published(head: str = "", top: str = "", end: str = "", above: str = "", lang: str = "en") -> Time | None:
    text = "".join(f"<p>{one}</p>" for one in BODY)
    main = f"<article><h1>{TITLE}</h1>{top}{text}</article>"
    source = f"<html lang={lang}><head>{head}</head><body>{above}{main}{end}</body></html>"
    return clean(capture(source, "html")).published


def meta(published: str, changed: str | None = None) -> str:
    found = f'<meta property="article:published_time" content="{published}">'
    return found + (f'<meta property="article:modified_time" content="{changed}">' if changed else "")


def day(found: Time | None) -> str | None:
    return found and found.earliest


@pytest.mark.parametrize(
    ("changed", "shown", "expected"),
    [
        ("2023-05-12", "12 May 2023", "2023-05-02"),  # the day shown is the day of a change
        ("2023-05-13", "12 May 2023", "2023-05-12"),
        ("2024-06-12", "12 June 2024", "2024-06-12"),  # after a year the page is another edition
    ],
)
def test_a_shown_day_of_change_is_no_publication(changed: str, shown: str, expected: str) -> None:
    assert day(published(meta("2023-05-02", changed), f"<div>{shown}</div>")) == expected


def test_the_same_moment_in_the_zone_of_the_place_is_preferred() -> None:
    top = '<time datetime="2024-03-01T20:30:00-05:00">1 March 2024</time>'
    assert day(published(meta("2024-03-02T01:30:00+00:00"), top)) == "2024-03-01T20:30-05:00"


def test_a_region_that_lies_west_has_no_later_day_than_utc() -> None:
    top = "<div>Published 3 March 2024</div>"
    assert day(published(meta("2024-03-02T21:30:00+00:00"), top, lang="en-AU")) == "2024-03-03"
    assert day(published(meta("2024-03-02T21:30:00+00:00"), top, lang="en-US")) == "2024-03-02T21:30+00:00"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("2024/03/01/talks", "2024-03-01"), ("2024/07/talks", "2024-07-05"), ("2023/talks", "2024-07-05")],
)
def test_the_address_decides_between_what_is_said_and_shown(path: str, expected: str) -> None:
    head = meta("2024-07-05") + f'<link rel="canonical" href="https://volta.example/{path}">'
    assert day(published(head, "<div>1 March 2024</div><div>5 July 2024</div>")) == expected


def test_an_address_alone_is_no_date() -> None:
    assert published('<link rel="canonical" href="https://volta.example/2024/03/01/talks">') is None


def test_an_address_settles_the_order_of_day_and_month() -> None:
    head = '<link rel="canonical" href="https://volta.example/2023/october/03/talks">'
    assert day(published(head, "<div>03/10/2023</div>")) == "2023-10-03"


def test_where_a_system_writes_the_change_into_both_the_earlier_statement_holds() -> None:
    moment = "2024-11-29T12:28:31-05:00"
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{moment}",'
    data += f'"dateModified": "{moment}"}}</script>'
    assert day(published(data + meta("2024-08-08"))) == "2024-08-08"
    assert day(published(data)) == "2024-11-29T12:28-05:00"


def test_a_labelled_date_far_below_stands_against_the_markup_unless_several_stand_there() -> None:
    end = "<nav>" + "<p>Other story</p>" * 30 + "</nav><p>Published 1 March 2024</p>"
    more = "<p>Published 3 March 2024</p>"
    assert day(published(meta("2024-07-05"), end=end)) == "2024-03-01"
    assert day(published(meta("2024-07-05"), end=end + more)) == "2024-07-05"


def test_several_days_above_the_title_are_other_stories() -> None:
    above = "".join(f"<p>Story of other things</p><div>{n} March 2024</div>" for n in (4, 5))
    assert published(above=above) is None
    assert day(published(above="<div>4 March 2024</div>")) == "2024-03-04"


@pytest.mark.parametrize(("label", "expected"), [("Date:", None), ("Released:", None), ("Published:", "2024-09-09")])
def test_what_an_article_is_about_has_dates_of_its_own(label: str, expected: str | None) -> None:
    # Other words each time: of paragraphs that stand twice one copy is kept, and that may be the lower one.
    listed = "".join(f"<p>{round_} {one}</p>" for round_ in ("First,", "Then,") for one in BODY)
    top = f"{listed}<div>{label} 9 September 2024</div>"
    assert day(published(top=top)) == expected


def test_data_that_the_page_carries_is_read_where_it_names_one_day() -> None:
    data = '<div data-page="{&quot;datePublished&quot;:&quot;2024-03-01T09:00:00+00:00&quot;}"></div>'
    other = data.replace("2024-03-01", "2024-03-02")
    assert day(published(end=data)) == "2024-03-01T09:00+00:00"
    assert published(end=data + other) is None
