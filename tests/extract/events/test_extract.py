"""What happened, in sentences of our own: who, where, when, and whether it took place."""

from tests.parsed import read, told

MACRON, SANCHEZ = "Emmanuel Macron", "Pedro Sánchez"


def test_a_verb_with_place_and_time() -> None:
    assert told(
        "President Emmanuel Macron of France met Prime Minister Pedro Sánchez of Spain in Barcelona on Thursday."
    ) == [("meeting", "held", [MACRON, SANCHEZ], "Barcelona", "Thursday")]


def test_a_visit_has_a_guest_and_a_place() -> None:
    _, found = read("Emmanuel Macron arrived in Madrid on Monday.")
    (event,) = found.events
    assert (event.form, event.place and event.place.country) == ("arrival", "ES")
    assert [p.role for p in event.participants] == ["guest"]


def test_a_compound_back_reference_is_two_events() -> None:
    found = told(
        "The Spanish press recalled it. Emmanuel Macron praised his meetings with Pedro Sánchez of Spain in Barcelona "
        "in late January and Lisbon in early June.",
        published="2023-07-01",
    )
    assert [(e[3], e[4]) for e in found] == [("Barcelona", "late January"), ("Lisbon", "early June")]


def test_plans_negations_and_cancellations_are_no_meetings_held() -> None:
    statuses = [
        told(sentence)[0][1]
        for sentence in (
            "Emmanuel Macron will meet Pedro Sánchez in Madrid.",
            "Emmanuel Macron did not meet Pedro Sánchez in Madrid.",
            "Emmanuel Macron cancelled a meeting with Pedro Sánchez in Madrid.",
            "Emmanuel Macron could meet Pedro Sánchez in Madrid.",
            "Emmanuel Macron plans to meet Pedro Sánchez in Madrid.",
        )
    ]
    assert statuses == ["planned", "denied", "cancelled", "conditional", "planned"]


def test_the_meeting_refers_back() -> None:
    _, found = read("Emmanuel Macron met Pedro Sánchez in Madrid on Monday.", "The meeting lasted two hours.")
    first, second = found.events
    assert (second.antecedent, second.participants, second.place, second.time) == (
        first.id, first.participants, first.place, first.time,
    )  # fmt: skip


def test_a_trilateral_meeting_is_not_the_bilateral_one() -> None:
    _, found = read(
        "Emmanuel Macron met Pedro Sánchez in Madrid on Monday.",
        "The trilateral meeting with Giorgia Meloni came later.",
    )
    assert all(e.antecedent is None for e in found.events)


def test_meeting_a_demand_is_no_meeting() -> None:
    assert told("Emmanuel Macron met the demands of the farmers in Madrid.") == []


def test_what_two_leaders_agree_together_they_met_for() -> None:
    found = told(
        "French President Emmanuel Macron and Spanish Prime Minister Pedro Sánchez agreed on Monday to trade more."
    )
    assert found == [("talks", "held", [MACRON, SANCHEZ], None, "Monday")]


def test_calling_something_a_mistake_is_no_call() -> None:
    assert told("Emmanuel Macron called the decision of Pedro Sánchez a mistake.") == []


def test_who_is_sent_meets() -> None:
    found = told("Emmanuel Macron sent Catherine Colonna to Madrid to meet Pedro Sánchez.")
    assert [e[2] for e in found] == [["Catherine Colonna", SANCHEZ]]


def test_their_talks_elsewhere_are_another_event_of_the_same_people() -> None:
    found = told(
        "Emmanuel Macron met Pedro Sánchez in Madrid on Monday. Macron said that trade has kept growing since their "
        "talks in the Italian capital in May.",
        published="2023-07-05",
    )
    assert found == [
        ("meeting", "held", [MACRON, SANCHEZ], "Madrid", "Monday"),
        ("talks", "held", [MACRON, SANCHEZ], "Rome", "May"),
    ]


def test_what_is_arranged_or_depends_is_not_held() -> None:
    sentences = (
        "Emmanuel Macron arranged a meeting with Pedro Sánchez in Madrid.",
        "Emmanuel Macron will speak if he meets Pedro Sánchez in Madrid.",
        "The groundwork for a summit between Emmanuel Macron and Pedro Sánchez is laid.",
    )
    assert [told(s)[-1][1] for s in sentences] == ["planned", "conditional", "planned"]


def test_a_hyphenated_place_is_not_its_first_word() -> None:
    _, found = read("Emmanuel Macron met Pedro Sánchez at Mar-a-Lago.")
    assert [e.place and e.place.country for e in found.events] == ["US"]


def test_what_a_call_was_for_was_done_in_it() -> None:
    times = [
        told(sentence)[0][4]
        for sentence in (
            "Emmanuel Macron called Pedro Sánchez to thank him on Thursday.",
            "Emmanuel Macron met Pedro Sánchez in Madrid to discuss the dam on Thursday.",
            "Emmanuel Macron met Pedro Sánchez in Madrid to prepare a summit on Friday.",
            "Emmanuel Macron called Pedro Sánchez to invite him to Paris on Friday.",
        )
    ]
    assert times == ["Thursday", "Thursday", None, None]
