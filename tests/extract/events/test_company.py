"""Who takes part where the event's own words name nobody, what is no event at all, and where an event was."""

import pytest
from tests.parsed import read, told

from communique.knowledge import load
from communique.knowledge.places import Places

MACRON, SANCHEZ, SCHOLZ = "Emmanuel Macron", "Pedro Sánchez", "Olaf Scholz"
LEADS = "President Emmanuel Macron of France and Prime Minister Pedro Sánchez of Spain spoke to the press."


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Emmanuel Macron said during a visit to Madrid that trade would grow.",
            ("visit", "held", [MACRON], "Madrid", None),
        ),
        (
            "Emmanuel Macron told Pedro Sánchez during a private dinner in Madrid that trade would grow.",
            ("ceremony", "held", [MACRON, SANCHEZ], "Madrid", None),
        ),
        (
            "It was a meeting in Madrid in which Emmanuel Macron pressed Pedro Sánchez on trade.",
            ("meeting", "held", [MACRON, SANCHEZ], "Madrid", None),
        ),
        (
            "The talks planned between Emmanuel Macron and Pedro Sánchez in Lisbon worry Brussels.",
            ("talks", "planned", [MACRON, SANCHEZ], "Lisbon", None),
        ),
        (
            "Emmanuel Macron sent Pedro Sánchez to Berlin to meet Olaf Scholz.",
            ("meeting", "held", [SCHOLZ, SANCHEZ], "Berlin", None),
        ),
        (
            "Emmanuel Macron spoke of Pedro Sánchez's account of coming under fire while visiting Berlin.",
            ("visit", "held", [SANCHEZ], "Berlin", None),
        ),
        (
            "Emmanuel Macron accused Pedro Sánchez of meeting Olaf Scholz in Berlin.",
            ("meeting", "held", [SCHOLZ, SANCHEZ], "Berlin", None),
        ),
        (
            "Emmanuel Macron, not Pedro Sánchez, met Olaf Scholz in Berlin.",
            ("meeting", "held", [MACRON, SCHOLZ], "Berlin", None),
        ),
        (
            "Emmanuel Macron welcomed Pedro Sánchez to his Paris residence.",
            ("meeting", "held", [MACRON, SANCHEZ], "Paris", None),
        ),
        (
            "Emmanuel Macron called Pedro Sánchez on Monday to ask for help.",
            ("call", "held", [MACRON, SANCHEZ], None, "Monday"),
        ),
        (
            "Emmanuel Macron and Pedro Sánchez said in a joint statement that trade would grow.",
            ("statement", "held", [MACRON, SANCHEZ], None, None),
        ),
    ],
)
def test_who_takes_part_by_the_clause_around(sentence: str, event: tuple[object, ...]) -> None:
    assert event in told(LEADS, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron will meet the target that Brussels set.",
        "Emmanuel Macron called the charges unfounded.",
        "Emmanuel Macron wrote of his conversations with Pedro Sánchez.",
        "Days after the inauguration of Emmanuel Macron, prices rose.",
        "Emmanuel Macron spoke of his readiness to negotiate with Pedro Sánchez.",
        "Emmanuel Macron asked his supporters to visit polling places.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    background = ("One.", "Two.", "Three.", "Four.")
    assert told(*background, sentence) == []


def test_a_visit_that_lies_back_is_recalled_and_is_not_the_meeting() -> None:
    _, found = read(
        "Emmanuel Macron met Pedro Sánchez in Madrid.",
        "Emmanuel Macron, whom Pedro Sánchez first visited in Lyon, was pleased.",
        "The meeting lasted two hours.",
    )
    met, visited, again = found.events
    assert (visited.status, again.antecedent) == ("recalled", met.id)


def test_times_joined_by_again_are_two_events() -> None:
    found = told("Emmanuel Macron met Pedro Sánchez in Madrid in 2019 and again in 2021.")
    assert [event[4] for event in found] == ["2019", "2021"]


def test_georgia_by_the_countries_in_play() -> None:
    south = told("President Joe Biden met Governor Brian Kemp in Georgia on Monday.", "The United States are large.")
    assert [event[3] for event in south] == ["Georgia"]
    _, found = read("Emmanuel Macron met Salome Zourabichvili in Georgia on Monday.", "They spoke in Tbilisi.")
    assert [e.place and e.place.country for e in found.events] == ["GE"]


def places() -> Places:
    return load().places


def test_regions_are_places_and_large_cities_win() -> None:
    found = {name: places().region(name) for name in ("Florida", "Bavaria", "New York", "Utopia")}
    assert {name: region and region.country for name, region in found.items()} == {
        "Florida": "US", "Bavaria": "DE", "New York": None, "Utopia": None,
    }  # fmt: skip


def test_a_city_of_the_us_knows_its_state_and_an_airport_code_is_no_city() -> None:
    miami = places().city("Miami", ("US",))
    assert (miami and miami.region, places().city("Abe", ("US",))) == ("Florida", None)


def test_those_who_go_along_with_a_traveller_are_no_participants() -> None:
    (visit,) = told("The president of Ghana, Ama Owusu, travelled to Oslo with her oil ministers on Monday.")
    assert visit[2] == ["Ama Owusu"]
