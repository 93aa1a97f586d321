"""Occasions on which somebody speaks or hands something over: outlets, stages, calls, hearings, documents."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"


@pytest.mark.parametrize(
    ("sentence", "form", "status", "people", "place", "time"),
    [
        ("Emmanuel Macron said on CNN that he would stay.", "statement", "held", ["CNN", MACRON], None, None),
        ("Emmanuel Macron told Le Monde that he would stay.", "statement", "held", [MACRON, "Le Monde"], None, None),
        (
            "Emmanuel Macron said at a party conference in Lyon that he would stay.",
            "statement", "held", [MACRON], "Lyon", None,
        ),
        (
            "Emmanuel Macron will speak at the party convention in Lyon on Friday.",
            "statement", "planned", [MACRON], "Lyon", "Friday",
        ),
        ("Emmanuel Macron spoke at a debate on Monday in Lyon.", "statement", "held", [MACRON], "Lyon", "Monday"),
        ("Emmanuel Macron told Pedro Sánchez in a phone call on Monday to stay.", "call", "held", [MACRON, SANCHEZ],
         None, "Monday"),
        (
            "In the report was a letter Emmanuel Macron sent the minister on Monday.",
            "statement", "held", [MACRON], None, "Monday",
        ),
        ("Emmanuel Macron testified before the Senate for six hours.", "other", "held", [MACRON], None, None),
        ("Pedro Sánchez praised Emmanuel Macron's grand jury testimony.", "other", "held", [MACRON], None, None),
        (
            "Pedro Sánchez sent the report to Emmanuel Macron on Monday.",
            "other", "held", [MACRON, SANCHEZ], None, "Monday",
        ),
        ("NATO will hold a summit in Lisbon in June.", "summit", "planned", ["NATO"], "Lisbon", "June"),
    ],
)  # fmt: skip
def test_occasion(
    sentence: str, form: str, status: str, people: list[str], place: str | None, time: str | None
) -> None:
    assert (form, status, people, place, time) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron won the debate over schools.",
        "Emmanuel Macron spoke of the immigration debate in Spain.",
        "Emmanuel Macron sent his regards to Pedro Sánchez on Monday.",
        "Emmanuel Macron presented a gloomy picture to the Senate.",
        "Emmanuel Macron bore testimony to his skill.",
        "Emmanuel Macron did not say on CNN whether he would stay.",
    ],
)
def test_no_occasion(sentence: str) -> None:
    assert told(sentence) == []


def test_whose_account_it_is_took_part() -> None:
    assert ("visit", "held", [MACRON], "Spain", None) in told(
        "Pedro Sánchez laughed at Emmanuel Macron's account of visiting Spain."
    )
