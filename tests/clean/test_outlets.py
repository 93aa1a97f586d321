"""Which outlet a text capture is taken to be from, on made-up pages."""

import pytest
from tests.clean.pages import BODY, TITLE, text_page

from communique.clean.outlets import Claim, outlet
from communique.records.articles import Paragraph, Role


def line(text: str, role: Role = "other") -> Paragraph:
    return Paragraph(role=role, reason="", text=text)


def suffix(text: str) -> Paragraph:
    return Paragraph(role="navigation", reason="the outlet's or section's name behind the title", text=text)


TOLD = (line("Ministers meet in Accra", "title"), line("The ministers met.", "body"))


def name(found: Claim | None) -> str | None:
    return found and found.name


@pytest.mark.parametrize(
    ("legal", "other", "expected"),
    [
        ("© 2021 Volta Post. All rights reserved.", "Subscribe to the Volta Post today", "Volta Post"),
        ("Copyright © 2011-2021, Volta Post Ltd.", "VOLTA POST", "Volta Post"),
        ("© The Volta Post Publishing House. Registered under No. 4.", "THE VOLTA POST", "The Volta Post"),
        ("© 2021 Volta Post Media Partners", "The Volta Post", "Volta Post"),
        ("© Volta Post 2021 | Privacy | Terms", "About Volta Post", "Volta Post"),
        ("Copyright 2021 Volta Post SAL. ISSN 0000-0000", "The Volta Post | Corrections", "Volta Post"),
        ("© 2021 Ouro Holdings", "The Volta Post", None),  # nobody else says the publisher's name
        ("© 2021 Ouro Press Holdings", "The Volta Post", None),
        ("© 2021 Ouro Press. All rights reserved.", "Harbour strike", "Ouro Press"),
        ("Copyright 2021, reprinted here with leave", "Harbour strike", None),
        ("Copyright Policy", "Policy", None),
        ("© 2021 Reuters", "Reuters", None),
        ("© All rights reserved", "Rights", None),
    ],
)
def test_a_holder_that_the_page_names_elsewhere(legal: str, other: str, expected: str | None) -> None:
    assert name(outlet((*TOLD, line(other), line(legal, "legal")))) == expected


def test_two_copyright_lines_confirm_each_other() -> None:
    lines = line("© 2020 Volta Post", "legal"), line("Copyright 2019 © Volta Post All Rights Reserved.", "legal")
    assert name(outlet((*TOLD, *lines))) == "Volta Post"
    company = line("© 2020 Ouro Press Ltd", "legal"), line("Copyright 2019 © Ouro Press Ltd.", "legal")
    assert (name(outlet((*TOLD, *company))), outlet((*TOLD, company[0], company[0]))) == ("Ouro Press", None)


@pytest.mark.parametrize(
    ("behind", "other", "expected"),
    [
        ("| Volta Post", "Follow the Volta Post", "Volta Post"),
        ("| News", "Latest News", None),
        ("– The long way home", "Ministers meet in Accra – The long way home", None),
        ("| Volta Post", "Harbour strike", None),
    ],
)
def test_a_name_behind_the_title_that_another_line_says(behind: str, other: str, expected: str | None) -> None:
    assert name(outlet((TOLD[0], suffix(behind), TOLD[1], line(other)))) == expected


@pytest.mark.parametrize(
    ("first", "below", "expected"),
    [
        ("Volta Post", "The volta post is printed on paper from the region.", None),  # in other letters: no name
        ("The Volta Post", "The Volta Post is printed on paper from the region.", "The Volta Post"),
        ("Archive", "Archive of all the stories that we printed since May.", None),
        ("Skip to content", "© 2021 Volta Post", None),
    ],
)
def test_the_first_line_where_the_page_speaks_of_itself_by_it(first: str, below: str, expected: str | None) -> None:
    found = outlet((line(first, "navigation"), *TOLD, line(below)))
    assert name(found) == expected


def test_an_agency_is_the_outlet_only_where_no_other_is_named() -> None:
    told = (TOLD[0], suffix("| Reuters"), TOLD[1], line("Reuters"))
    assert name(outlet(told)) == "Reuters"
    assert name(outlet((*told, line("About Volta Post"), line("© 2021 Volta Post", "legal")))) == "Volta Post"


def test_who_reprints_is_the_outlet_and_who_wrote_the_agency() -> None:
    foot = "The Volta Post is printed on recycled paper. Circulation audited 2021."
    article = text_page(
        "The Volta Post", TITLE, "Xinhua", "3 March 2021", *BODY, "Source: Xinhua", "© The Volta Post", foot
    )
    assert article.outlet is not None
    assert article.agency is not None
    assert (article.outlet.value, article.agency.value) == ("The Volta Post", "Xinhua")
