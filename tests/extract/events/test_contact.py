"""Contact told by other words than "met": phrasal verbs, nouns with a light verb, plans in an infinitive."""

import pytest
from tests.parsed import told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"
TWO = [MACRON, SANCHEZ]


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Emmanuel Macron dined with Pedro Sánchez on Monday.", "ceremony"),
        ("Emmanuel Macron sat down with Pedro Sánchez on Monday.", "meeting"),
        ("Emmanuel Macron huddled with Pedro Sánchez on Monday.", "meeting"),
        ("Emmanuel Macron consulted with Pedro Sánchez on Monday.", "talks"),
        ("Pedro Sánchez, with whom Emmanuel Macron spoke on Monday, was pleased.", "talks"),
        ("Emmanuel Macron received a phone call from Pedro Sánchez on Monday.", "call"),
        ("Emmanuel Macron got a call from Pedro Sánchez on Monday.", "call"),
        ("Emmanuel Macron made a phone call to Pedro Sánchez on Monday.", "call"),
        ("Emmanuel Macron resumed talks with Pedro Sánchez on Monday.", "talks"),
        ("Emmanuel Macron joined Pedro Sánchez for dinner on Monday.", "ceremony"),
        ("Emmanuel Macron paid a courtesy call on Pedro Sánchez on Monday.", "meeting"),
        ("Emmanuel Macron received a visit from Pedro Sánchez on Monday.", "visit"),
    ],
)
def test_contact(sentence: str, form: str) -> None:
    assert told(sentence) == [(form, "held", TWO, None, "Monday")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron is in negotiations to meet Pedro Sánchez.",
        "Emmanuel Macron unveiled plans to meet Pedro Sánchez.",
        "Emmanuel Macron’s decision to meet Pedro Sánchez was criticised.",
        "Emmanuel Macron accepted an invitation to meet Pedro Sánchez.",
    ],
)
def test_who_has_a_plan_will_do_it(sentence: str) -> None:
    assert ("meeting", "planned", TWO, None, None) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron sat down.",
        "Emmanuel Macron sat down with a sigh.",
        "Emmanuel Macron and Pedro Sánchez consulted their notes.",
        "Emmanuel Macron greeted the news from Madrid with a smile.",
        "Emmanuel Macron made a call to action in Spain.",
        "Emmanuel Macron had no chance to meet Pedro Sánchez.",
    ],
)
def test_no_contact(sentence: str) -> None:
    assert told(sentence) == []
