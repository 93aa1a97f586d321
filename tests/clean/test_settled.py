"""What proves to be none of the article's once all is judged."""

from communique.clean.settled import settle
from communique.records.articles import Paragraph, Role

LONG = "The ministers met in Accra on Monday and spoke of the crossing at Aflao, which has been closed since spring."


def stretches(*rows: tuple[Role, str]) -> list[Paragraph]:
    return [Paragraph(role=role, reason="", text=text) for role, text in rows]


def roles(*rows: tuple[Role, str]) -> list[str]:
    return [one.role for one in settle(stretches(*rows))]


def test_a_heading_that_a_label_for_other_stories_begins_is_theirs() -> None:
    rows: tuple[tuple[Role, str], ...] = (
        ("title", "Ministers meet"),
        ("body", LONG),
        ("heading", "Read more: Harbour strike enters its second week"),
        ("heading", "Trade: a slow start"),
        ("body", LONG),
    )
    assert roles(*rows) == ["title", "body", "related", "heading", "body"]


def test_headings_on_end_below_the_end_mark_head_nothing() -> None:
    foot: tuple[tuple[Role, str], ...] = (
        ("heading", "Also in World"),
        ("heading", "Storm warning for the western isles"),
        ("body", "Printed on recycled paper since 1999."),
    )
    told: tuple[tuple[Role, str], ...] = (("title", "Ministers meet"), ("body", LONG), ("body", LONG))
    assert roles(*told, ("source", "Source: Xinhua"), *foot)[4:] == ["related", "related", "other"]
    assert roles(*told, *foot)[3:] == ["heading", "heading", "body"]  # nothing says that the article ended
    longer: tuple[tuple[Role, str], ...] = (*foot[:2], ("body", LONG * 3))
    assert roles(*told, ("source", "Source: Xinhua"), *longer)[4:] == ["heading", "heading", "body"]
    on_topic: tuple[tuple[Role, str], ...] = (
        *foot[:2],
        ("body", "The crossing at Aflao has been closed since spring."),
    )
    assert roles(*told, ("source", "Source: Xinhua"), *on_topic)[4:] == ["heading", "heading", "body"]


def test_who_reported_and_edited_signs_below_the_body() -> None:
    signed = "(Reporting by Kofi Boateng in Accra and Ama Mensah in Lomé; Editing by Yaw Owusu)"
    assert roles(("title", "Ministers meet"), ("body", LONG), ("body", signed)) == ["title", "body", "byline"]
    assert roles(("title", "Ministers meet"), ("body", signed)) == ["title", "body"]


def test_nothing_is_nothing() -> None:
    assert settle([]) == []
    assert roles(("heading", "A"), ("heading", "B")) == ["heading", "heading"]
