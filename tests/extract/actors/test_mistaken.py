"""What a parser takes for a person or a body, and is none: places, things, common words, ships, outlets."""

import pytest
from tests.parsed import cast, read


def kinds(*paragraphs: str) -> dict[str, str]:
    """The kind of each actor by its name."""
    _, found = read(*paragraphs)
    return {a.name: a.kind for a in found.actors}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The militia fled Raqqah at dawn. The army had encircled Raqqah for weeks.", "Raqqah"),
        ("Voters blamed Brexit for the queue. Brexit made it longer.", "Brexit"),
        ("Leadership matters, he wrote. The leadership of the club agreed.", "Leadership"),
        ("He called the inquiry a Witch Hunt.", "Witch Hunt"),
        ("The frigate HMS Narvik sailed. Narvik will return in May.", "Narvik"),
        ("Secretary of State pick Ana Ruiz waited.", "State"),
    ],
)
def test_places_things_and_common_words_are_nobody(text: str, nobody: str) -> None:
    assert nobody not in kinds(text)


def test_a_place_of_the_article_may_be_a_surname_elsewhere() -> None:
    assert "Ana Houston" in kinds("Ana Houston spoke in Bergen. Houston was tired. She had flown to Houston.")


@pytest.mark.parametrize(
    "text",
    [
        "A local newspaper, Lofoten Ilbo, reported on Monday that the talks had begun.",
        "The newspaper Lofoten Ilbo reported that the talks had begun.",
        "Lofoten Ilbo newspaper reported that the talks had begun.",
    ],
)
def test_what_the_article_calls_a_newspaper_is_media(text: str) -> None:
    assert [a.name for a in read(text)[1].actors if a.kind == "person"] == []
    assert kinds(text)["Lofoten Ilbo"] == "media"


def test_the_times_is_the_outlet_that_the_article_names() -> None:
    found = cast("He spoke to The New York Times on Monday. The Times asked him why.")
    assert found["New York Times"] == ["The New York Times", "Times"]


def test_an_agency_of_pictures_is_media() -> None:
    assert kinds("The photograph was taken by Getty Images.")["Getty Images"] == "media"


def test_a_month_in_a_name_is_the_persons_own() -> None:
    assert "Theresa May" in kinds("Theresa May said the plan would work. The prime minister left.")


def test_a_trade_or_a_site_before_a_name_is_no_part_of_it() -> None:
    assert set(kinds("Singer Anna Maria Berg wept.", "They met Rapper Carl Otto Dahl.")) >= {
        "Anna Maria Berg", "Carl Otto Dahl",
    }  # fmt: skip


def test_troops_are_a_group_of_their_state() -> None:
    _, found = read("American troops crossed the river. The American troops stayed.")
    troops = next(a for a in found.actors if "troops" in a.name)
    assert (troops.kind, troops.country) == ("group", "US")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The plan failed, said Rep. Ana Berg (D-Ore.), who had backed it.", {"Ana Berg"}),
        ("Joseph Dahl, Jr., wrote the letter in May.", {"Joseph Dahl, Jr."}),
        ("Brian O'Hara spoke. Later O'Hara left.", {"Brian O'Hara"}),
        ("British Prime Minister Theresa May was ill, and may not come.", {"Theresa May"}),
    ],
)
def test_names_are_whole_and_nothing_but_names(text: str, names: set[str]) -> None:
    found = kinds(text)
    assert {name for name in found if found[name] in {"person", "organization"}} == names
