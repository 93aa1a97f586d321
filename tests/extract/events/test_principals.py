"""People whom nobody names and who are there for a state or body; those who come along."""

import pytest
from tests.parsed import read, told

MACRON, SANCHEZ, SCHOLZ = "Emmanuel Macron", "Pedro Sánchez", "Olaf Scholz"


@pytest.mark.parametrize(
    ("people", "states"),
    [
        ("The presidents of France and Germany", ["France", "Germany"]),
        ("French and German leaders", ["France", "Germany"]),
        ("Leaders from France, Germany and Italy", ["France", "Germany", "Italy"]),
        ("Iranian, Russian and Turkish diplomats", ["Iran", "Russia", "Turkey"]),
        ("The French and German foreign ministers", ["France", "Germany"]),
        ("Senior French and German officials", ["France", "Germany"]),
        ("Representatives of the European Union and Iran", ["European Union", "Iran"]),
        ("NATO foreign ministers", ["NATO"]),
        ("American and North Korean leaders", ["North Korea", "United States"]),
        ("North and South Korean officials", ["North Korea", "South Korea"]),
        ("South African and Saudi Arabian envoys", ["Saudi Arabia", "South Africa"]),
        ("Leaders of the G-20", ["G20"]),
    ],
)
def test_unnamed_people_are_there_for_those_who_sent_them(people: str, states: list[str]) -> None:
    assert told(f"{people} met in Oslo on Monday.") == [("meeting", "held", states, "Oslo", "Monday")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A French delegation met Olaf Scholz in Oslo.", ["France", SCHOLZ]),
        ("Special envoys of Emmanuel Macron met Olaf Scholz in Oslo. France is pleased.", ["France", SCHOLZ]),
        ("Wang Yi met his counterparts from Russia and India in Oslo.", ["India", "Russia", "Wang Yi"]),
        ("Emmanuel Macron and other French officials met Olaf Scholz in Oslo.", [MACRON, SCHOLZ]),
        ("French police met Olaf Scholz in Oslo.", ["French police", SCHOLZ]),
    ],
)
def test_a_delegation_is_its_state(text: str, who: list[str]) -> None:
    assert told(text)[0][2] == sorted(who)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron, together with Olaf Scholz, met Pedro Sánchez.",
        "Emmanuel Macron met Pedro Sánchez alongside Olaf Scholz in Madrid.",
        "Emmanuel Macron, accompanied by Olaf Scholz, met Pedro Sánchez.",
        "Joined by Olaf Scholz, Emmanuel Macron met Pedro Sánchez.",
        "Emmanuel Macron held talks with Pedro Sánchez along with Olaf Scholz.",
    ],
)
def test_who_comes_along_is_there(text: str) -> None:
    assert [event[2] for event in told(text)] == [[MACRON, SCHOLZ, SANCHEZ]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Emmanuel Macron invited Olaf Scholz to visit Paris in May.", [MACRON, SCHOLZ]),
        ("Olaf Scholz was invited by Emmanuel Macron to visit Paris in May.", [MACRON, SCHOLZ]),
        ("Emmanuel Macron of France and Olaf Scholz of Germany met in Oslo.", [MACRON, SCHOLZ]),
        ("Emmanuel Macron met the king in Oslo on Monday.", [MACRON]),
    ],
)
def test_whom_the_grammar_hides(text: str, who: list[str]) -> None:
    assert [event[2] for event in told(text)] == [who]


def test_a_summit_on_a_journey_is_the_travellers() -> None:
    events = told("Emmanuel Macron made a three-day trip to Asia, including a summit with Xi Jinping in Beijing.")
    assert [event[2] for event in events if event[0] == "summit"] == [[MACRON, "Xi Jinping"]]


def test_the_two_leaders_are_whom_the_tables_know_as_leaders() -> None:
    events = told(
        "Emmanuel Macron and Olaf Scholz met in Oslo. Carl Dahl was not invited.",
        "The two leaders will meet again in Rome on Friday.",
    )
    assert [event[2] for event in events] == [[MACRON, SCHOLZ]] * 2


def test_a_state_that_only_an_event_speaks_of_has_the_words_it_rests_on() -> None:
    _, found = read("French and German leaders met in Oslo on Monday.")
    states = [(a.name, a.key, [m.span.exact for m in a.mentions]) for a in found.actors if a.kind == "state"]
    assert states == [("France", "FR", ["French"]), ("Germany", "DE", ["German"])]
