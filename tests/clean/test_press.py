import pytest

from communique.clean.places import is_place
from communique.clean.press import is_agency, is_picture_source


@pytest.mark.parametrize("name", ["Reuters", "AFP", "(Xinhua)", "IRNA", "Meridian News Agency", "dpa"])
def test_agencies_are_known_by_name_or_by_what_they_call_themselves(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", ["Mehr", "Spa", "News Agencies", "The agency", "", "Accra"])
def test_what_names_no_agency(name: str) -> None:
    assert not is_agency(name)


def test_sellers_of_pictures_are_no_agencies() -> None:
    assert is_picture_source("Getty Images")
    assert not is_agency("Getty Images")


@pytest.mark.parametrize(
    ("text", "known"), [("Ghana", True), ("ACCRA", True), ("Accra, Ghana", True), ("The", False), ("Monday", False)]
)
def test_places_of_datelines(text: str, known: bool) -> None:
    assert is_place(text) is known
