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


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz praised him on Monday.",
        "Pedro Gomez, who was dismissed by Ana Ruiz in May, left.",
        "Ana Ruiz, who praised it, left early.",
        "The plan, which was rejected by Ana Ruiz, failed.",
    ],
)
def test_a_pronoun_is_no_content(sentence: str) -> None:
    assert said(sentence) == []


def test_a_pronoun_with_more_is_content() -> None:
    assert said("Ana Ruiz called him “a friend”.") == [(ANA, "called", "him “a friend”")]


def test_papers_have_no_will() -> None:
    assert said("The documents threatened to close the port.") == []
    assert said("Ana Ruiz published two documents. They offered a way to the harbour.") == []
    assert said("Fishermen threatened to block the port.") == [("Fishermen", "threatened", "to block the port")]
    assert said("The letter urged Spain to open the port.") == [("The letter", "urged", "Spain to open the port")]
    assert said("The ministry published a statement. It vowed to close the port.") == [
        ("It", "vowed", "to close the port")
    ]


def test_each_other_is_no_content() -> None:
    assert said("Ana Ruiz and Pedro Gomez taunted each other.") == []


def test_whom_a_paper_cites_is_no_content() -> None:
    report = ("the Lisbon Daily", "reported", "The ship was late")
    assert said("The ship was late, the Lisbon Daily reported, citing an unnamed harbour official.") == [report]
    assert said("The ship was late, the Lisbon Daily reported, citing two people close to Ana Ruiz.") == [report]
    assert said("Ana Ruiz cited the price of oil.") == [(ANA, "cited", "the price of oil")]


def test_a_suspicion_that_somebody_might_fall_under_is_nobodys() -> None:
    assert said("Families can be fined should a member be suspected of opposing the crown.") == []
    assert said("Nobody could be accused of lying.") == []
