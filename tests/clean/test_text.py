"""Text captures end to end, on made-up pages."""

import pytest
from tests.clean.pages import BODY, FIFTH, FOURTH, LEAD, SECOND, THIRD, TITLE, capture, role_of, roles, text_page

from communique.clean import clean
from communique.clean.lines import Line
from communique.clean.page import Page
from communique.clean.sheet import sheet_of
from communique.clean.table import column
from communique.clean.text import stretches
from communique.records.articles import KEPT_ROLES


def test_a_plain_article_is_kept_whole() -> None:
    article = text_page(TITLE, *BODY)
    assert roles(article) == [("title", TITLE), *(("body", text) for text in BODY)]
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert (article.language, article.published, article.byline, article.agency) == ("en", None, None, None)


def test_a_page_around_the_article_is_dropped_with_reasons() -> None:
    article = text_page(
        "Home", "News", "World", TITLE, "Published 3 March 2021", "By Kofi Boateng", *BODY, "Source: Reuters",
        "Related articles", "Harbour strike enters second week", "Leave a Reply",
        "Your email address will not be published.",
        "Copyright 2019 © Volta Post. All rights reserved.",
    )  # fmt: skip
    assert [text for role, text in roles(article) if role in KEPT_ROLES] == [TITLE, *BODY]
    assert role_of(article, "Published 3 March 2021") == "date"
    assert role_of(article, "By Kofi Boateng") == "byline"
    assert role_of(article, "Source: Reuters") == "source"
    assert role_of(article, "Leave a Reply") == "comments"
    assert role_of(article, "Copyright 2019 © Volta Post. All rights reserved.") == "legal"
    assert all(paragraph.reason for paragraph in article.paragraphs)
    published, byline, agency, outlet = article.published, article.byline, article.agency, article.outlet
    assert published
    assert (published.earliest, published.basis) == ("2021-03-03", "stated")
    assert published.span
    assert published.span.capture == article.id
    assert published.span.exact == "3 March 2021"
    assert byline
    assert (byline.value, byline.span and byline.span.exact) == ("Kofi Boateng", "Kofi Boateng")
    assert agency
    assert agency.value == "Reuters"
    assert outlet
    assert outlet.value == "Volta Post"


def test_every_stretch_stands_where_it_says() -> None:
    page = "\r\n".join(
        ("  Home | News", "", "\u00a0" + TITLE + " | The Volta Post", "", "• Live", "", *BODY, "", "Tags: Accra")
    )
    article = clean(capture(page))
    covered = [False] * len(page)
    for p in article.paragraphs:
        assert p.capture_start is not None
        assert p.capture_end is not None
        assert page[p.capture_start : p.capture_end] == p.text
        assert not any(covered[p.capture_start : p.capture_end])
        covered[p.capture_start : p.capture_end] = [True] * (p.capture_end - p.capture_start)
        assert p.start is None or article.text[p.start : p.end] == p.text
    assert all(done or char.isspace() for char, done in zip(page, covered, strict=True))


def test_the_outlet_behind_the_title_is_a_stretch_of_its_own() -> None:
    article = text_page(f"{TITLE} | News", *BODY)
    assert roles(article)[:2] == [("title", TITLE), ("navigation", "| News")]
    assert article.title
    assert article.title.value == TITLE


def test_a_title_said_again_and_a_doubled_lead_are_duplicates() -> None:
    article = text_page(TITLE, LEAD.split(", which")[0] + ".", TITLE, *BODY)
    assert [role for role, _ in roles(article)] == ["title", "duplicate", "duplicate", *["body"] * 5]


def test_a_dateline_is_cut_from_its_sentence() -> None:
    article = text_page(TITLE, f"ACCRA, March 3 (Xinhua) -- {LEAD}", *BODY[1:])
    assert roles(article)[1:3] == [("dateline", "ACCRA, March 3 (Xinhua) --"), ("body", LEAD)]
    assert article.agency
    assert article.agency.value == "Xinhua"
    assert article.dateline
    assert article.dateline.value == "ACCRA, March 3 (Xinhua)"


def test_a_place_glued_to_a_sentence_is_cut_off() -> None:
    article = text_page(TITLE, LEAD, f"Ghana{SECOND}", THIRD, FOURTH, FIFTH)
    assert roles(article)[2:4] == [("dateline", "Ghana"), ("body", SECOND)]


def test_a_caption_beside_its_credit_is_no_paragraph() -> None:
    caption = "Ghana's foreign minister greets her guest before the talks in Accra on March 3, 2021."
    article = text_page(TITLE, "AFP", caption, *BODY)
    assert roles(article)[1:3] == [("credit", "AFP"), ("caption", caption)]
    assert article.agency is None


def test_a_credit_behind_a_caption_is_cut_off() -> None:
    article = text_page(TITLE, "The two ministers in Accra. | Photo: Twitter/@volta", *BODY)
    assert roles(article)[1:3] == [("caption", "The two ministers in Accra."), ("credit", "| Photo: Twitter/@volta")]


def test_headlines_of_other_stories_are_dropped_and_sub_headings_kept() -> None:
    page = "\n\n".join(
        (
            TITLE,
            LEAD,
            "\nKenya urges Uganda to lift ban on maize imports",
            SECOND,
            THIRD,
            "Talks and trade",
            FOURTH,
            FIFTH,
        )
    )
    article = clean(capture(page))
    assert role_of(article, "Kenya urges Uganda to lift ban on maize imports") == "related"
    assert role_of(article, "Talks and trade") == "heading"


def test_consent_in_another_language_is_dropped() -> None:
    consent = "Questo sito usa i cookies, anche di terze parti. Cliccando OK ne accetti l'utilizzo."
    article = text_page(TITLE, *BODY, consent)
    assert role_of(article, consent) == "consent"


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2019 © Volta Post",
        "Views: 2021",
        "The first visit since 2017",
        "Licence 31120180004",
        "https://example.org/2021/03/03/talks",
    ],
)
def test_no_date_is_invented(line: str) -> None:
    assert text_page(TITLE, *BODY, line).published is None


def test_a_zoned_time_is_kept_and_a_counter_beside_it_is_not() -> None:
    article = text_page(TITLE, "09:15 UTC+8, 2021-03-03       7", *BODY)
    assert article.published
    assert article.published.earliest == "2021-03-03T09:15+08:00"
    assert role_of(article, "7") == "counter"


def test_a_sidecar_settles_the_date_and_needs_no_words() -> None:
    article = clean(
        capture("\n\n".join((TITLE, "Published 3 March 2021", *BODY)), published="2021-03-04", outlet="Volta Post")
    )
    assert article.published
    assert (article.published.earliest, article.published.basis) == ("2021-03-04", "given")
    assert article.published.span is None
    assert article.outlet
    assert (article.outlet.value, article.outlet.span) == ("Volta Post", None)


def test_a_change_is_not_the_publication() -> None:
    article = text_page(TITLE, "Published 3 March 2021 | Updated 5 March 2021", *BODY)
    assert article.published
    assert article.published.earliest == "2021-03-03"
    assert article.updated
    assert article.updated.earliest == "2021-03-05"


@pytest.mark.parametrize("text", ["The ministers met in Accra.", "“We will not wait", "Accra", "部长们在阿克拉会晤。"])
def test_a_single_sentence_is_an_article(text: str) -> None:
    article = clean(capture(text))
    assert (article.title, article.text) == (None, text)


def test_a_long_title_is_cut_at_its_outlet_only() -> None:
    long = "Ghana and Togo agree to reopen the border crossing at Aflao before the rains begin in the south"
    article = text_page(f"{long} | The Volta Post", *BODY, "© 2021 The Volta Post")
    assert roles(article)[:2] == [("title", long), ("navigation", "| The Volta Post")]
    assert article.outlet
    assert article.outlet.value == "The Volta Post"


def test_a_headline_below_an_announcement_is_another_story() -> None:
    article = text_page(TITLE, LEAD, SECOND, "Lesen sie auch", "Kenia: Ernte besser als erwartet", THIRD, FOURTH, FIFTH)
    assert roles(article)[3:5] == [("related", "Lesen sie auch"), ("related", "Kenia: Ernte besser als erwartet")]


def test_a_date_among_other_fields_is_found() -> None:
    article = text_page(TITLE, "Volta Bureau | Accra | Published: March 3, 2021 21:15 GMT", *BODY)
    assert article.published
    assert article.published.earliest == "2021-03-03T21:15+00:00"
    assert role_of(article, "Volta Bureau |") == "other"


def test_where_only_a_change_is_dated_the_date_is_approximate() -> None:
    article = text_page(TITLE, "Last updated: 5 March 2021", *BODY)
    assert article.published
    assert (article.published.earliest, article.published.approximate) == ("2021-03-05", True)
    assert article.updated
    assert article.updated.earliest == "2021-03-05"


def test_what_stands_at_the_edge_of_every_printed_page_is_not_the_article() -> None:
    head, foot = "Ministry of Ports, release {}", "Page {} of 3"
    bodies = [
        "The minister opened the new harbour in the capital on Monday, and said that it would serve both shores.",
        "The two governments had agreed in the spring to share what it costs, and each will pay a half of it.",
        "The first ships are to arrive in the autumn, when the road to the harbour has been built as well.",
    ]
    title = "Minister opens new harbour that two states will share"
    tops = [f"{head.format(4)}\n\n{title}", head.format(4), head.format(4)]
    pages = [f"{top}\n\n{body}\n\n{foot.format(n)}" for n, (top, body) in enumerate(zip(tops, bodies, strict=True), 1)]

    found = stretches("\n\n\f".join(pages), 10_000)

    assert [p.text for p in found if p.role in KEPT_ROLES] == [title, *bodies]
    assert sum(p.reason == "stands at the edge of other pages too" for p in found) == 6


def test_lines_that_come_again_on_one_page_are_no_headers() -> None:
    sheet = sheet_of([Line("Steps", 0, 5), Line("Steps", 6, 11)])
    assert Page(sheet, {}, column([]), 0.5, None).margins == frozenset()


MAIL = """{}

Talks on the river begin in May

The ministers of the two states will meet in May to speak about the water of the river that they share.

They said on Monday that the dam would not be filled before both had agreed on how much water each is to have.

{}
"""


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("View this email in your browser", "You are receiving this email because you asked for our news."),
        ("Having trouble viewing this email? View it in your browser.", "Unsubscribe from this list"),
        ("Im Browser ansehen", "Newsletter abbestellen"),
        ("Открыть в браузере", "Отписаться от рассылки"),
    ],
)
def test_a_newsletter_says_how_to_read_and_to_leave_it(first: str, last: str) -> None:
    found = stretches(MAIL.format(first, last), 10_000)

    assert [p.text for p in found if p.role not in KEPT_ROLES] == [first, last]


@pytest.mark.parametrize("copies", [1, 2, 3])
def test_a_paragraph_printed_several_times_is_kept_once(copies: int) -> None:
    lead = f"{LEAD} It was the third time this year."
    article = text_page(TITLE, *[lead] * copies, SECOND, THIRD, FOURTH, FIFTH)
    kept = [text for role, text in roles(article) if role in KEPT_ROLES]
    assert kept == [TITLE, lead, SECOND, THIRD, FOURTH, FIFTH]
