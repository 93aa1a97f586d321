"""Offices: who is to have one, who had one, whom the tables give it; seats of power; what somebody is called."""

import pytest
from tests.parsed import cast, read, told


def offices(*paragraphs: str, published: str | None = None) -> dict[str, list[tuple[str, str | None]]]:
    """(title, country) of each person by its name."""
    _, found = read(*paragraphs, published=published)
    return {a.name: [(o.title, o.country) for o in a.offices] for a in found.actors if a.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister-designate Ana Berg spoke.",
        "Norwegian foreign minister nominee Ana Berg spoke.",
    ],
)
def test_who_is_to_have_an_office_does_not_hold_it(text: str) -> None:
    assert offices(text) == {"Ana Berg": [("foreign minister-designate", "NO")]}


def test_an_office_to_come_is_nobodys() -> None:
    assert "" not in offices("He hopes to become the next prime minister of Norway.")


def test_the_office_may_follow_then_the() -> None:
    assert offices("He met Carl Dahl, then the Norwegian defence minister, in May.")["Carl Dahl"] == [
        ("defence minister", "NO")
    ]


def test_a_surname_is_whom_the_table_gives_the_office() -> None:
    found = cast("Merkel arrived at noon. The German chancellor left at night.")
    assert found["Merkel"] == ["Merkel", "The German chancellor"]


def test_the_chief_of_a_seat_of_power_leads_its_state() -> None:
    found = cast("Russian President Vladimir Putin arrived. The Kremlin chief met the farmers.")
    assert "The Kremlin chief" in found["Vladimir Putin"]


def test_a_building_before_a_gathering_is_its_place() -> None:
    assert [row[2:4] for row in told("Ana Berg and Carl Dahl had their first Kremlin meeting in May.")] == [
        (["Ana Berg", "Carl Dahl"], "Moscow")
    ]


def test_a_short_form_of_a_given_name_is_the_same_person() -> None:
    found = cast("Robert W. Berg spoke in May.", "Later Bob Berg left, and Robert A. Berg wept.")
    assert found["Robert W. Berg"] == ["Robert W. Berg", "Bob Berg"]
    assert "Robert A. Berg" in found


def test_what_somebody_is_called_is_no_group() -> None:
    assert sorted(cast("Norway is a great ally. It came as an important partner.")) == ["Norway"]
    assert "protesters" in cast("There were protesters in the square.")


def test_units_of_a_body_are_groups() -> None:
    _, found = read("The strike hit an ISIL tactical unit near the river.")
    assert [(a.kind, a.name) for a in found.actors if a.kind == "group"] == [("group", "ISIL tactical unit")]


def test_a_named_body_is_no_group_besides() -> None:
    _, found = read("The letters were first published by The Associated Press on Monday.")
    assert [a.name for a in found.actors] == ["Associated Press"]


def test_whom_a_credit_names_is_no_antecedent() -> None:
    found = cast("Carl Dahl waved. (Photo: Jon Lund, AP) He left the hall.")
    assert "He" in found["Carl Dahl"]


def test_a_surname_alone_is_whom_the_article_calls_by_an_office() -> None:
    found = cast(
        "Berg says the talks were good.",
        "President Berg met Carl Dahl on Monday. Eva Berg, his wife, had tea with the guests.",
        "First lady Eva Berg spoke of the weather. Berg thanked Dahl.",
    )
    assert {name: words for name, words in found.items() if "Berg" in name} == {
        "Berg": ["Berg", "President", "Berg", "his", "Berg"],
        "Eva Berg": ["Eva Berg", "First lady", "Eva Berg"],
    }
