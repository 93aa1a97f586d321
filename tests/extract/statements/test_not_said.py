"""What looks like speech and is none."""

import pytest
from tests.extract.statements.spoken import said

ANA = "Ana Ruiz"


@pytest.mark.parametrize(
    "paragraph",
    [
        "TEHRAN: President Emmanuel Macron arrived on Monday.",
        "Spain: The harbour is closed until Monday.",
        "Lisbon (Reuters): The harbour is closed until Monday.",
        "NOTE: The ship is late.",
        "Breaking News: The harbour burned down.",
    ],
)
def test_a_dateline_or_label_says_nothing(paragraph: str) -> None:
    assert said(paragraph) == []


def test_a_person_before_a_colon_speaks() -> None:
    assert said("Ana Ruiz: The ship is late.", "Pedro Gomez (mayor): That is not true.") == [
        (ANA, ":", "The ship is late"),
        ("Pedro Gomez", "):", "That is not true"),
    ]
