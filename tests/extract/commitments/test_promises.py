"""Commitments of whole articles, with the speakers and actors that the earlier layers find in them."""

import pytest
from msgspec.structs import replace
from tests.extract.statements.spoken import statements
from tests.parsed import label, read

from communique.extract.commitments import extract
from communique.knowledge import load
from communique.records.mentions import CommitmentMention

Row = tuple[str, list[str], str]


def promised(*paragraphs: str) -> list[Row]:
    """(kind, parties, words) of each commitment."""
    tree, _ = read(*paragraphs)
    so_far, said = statements(*paragraphs)
    so_far = replace(so_far, statements=tuple(said))
    found = [m for m in extract(tree, so_far, load()) if isinstance(m, CommitmentMention)]
    return [(m.kind, [label(so_far, p) for p in m.parties], (m.words or m.action).exact) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Sweden agreed to a ceasefire.", ("agreed", ["Norway", "Sweden"], "agreed to a ceasefire")),
        ("Norway said it would close the port.", ("pledge", ["Norway"], "would close the port")),
        (
            "Norway pledged on two occasions that it would abandon the plan.",
            ("pledge", ["Norway"], "pledged on two occasions that it would abandon the plan"),
        ),
        (
            "Ana Berg said she would “leave the talks” if they failed.",
            ("pledge", ["Ana Berg"], "would “leave the talks”"),
        ),
        (
            "Ana Berg said she was “not ready” to support the plan.",
            ("refusal", ["Ana Berg"], "ready” to support the plan"),
        ),
        (
            "“We remain open to serious talks,” Ana Berg said.",
            ("plan", ["Ana Berg"], "open to serious talks"),
        ),
        ("“We are trying to save the school,” Ana Berg said.", ("plan", ["Ana Berg"], "trying to save the school")),
        (
            "Ana Berg stressed her determination to save the school.",
            ("pledge", ["Ana Berg"], "determination to save the school"),
        ),
        ("“I will never resign,” Ana Berg said.", ("refusal", ["Ana Berg"], "will never resign")),
        (
            "“We are not going to withdraw our troops,” Ana Berg said.",
            ("refusal", ["Ana Berg"], "going to withdraw our troops"),
        ),
        ("Norway announced plans to build a bridge.", ("plan", ["Norway"], "plans to build a bridge")),
        (
            "Sweden will withdraw its ambassador, its foreign minister said.",
            ("pledge", ["Sweden"], "will withdraw its ambassador"),
        ),
        (
            "Norway is in negotiations to join the bank.",
            ("plan", ["Norway"], "negotiations to join the bank"),
        ),
        (
            "Ana Berg said: “My first priority is to build a school.”",
            ("plan", ["Ana Berg"], "priority is to build a school"),
        ),
        (
            "Ana Berg invited Carl Dahl to a meeting in Oslo.",
            ("proposal", ["Ana Berg"], "invited Carl Dahl to a meeting in Oslo"),
        ),
        (
            "Ministers said Ana Berg will meet Carl Dahl on Thursday.",
            ("plan", ["Ana Berg"], "will meet Carl Dahl on Thursday"),
        ),
        (
            "The talks were opened by Ana Berg, who will meet Carl Dahl on Friday.",
            ("plan", ["Ana Berg"], "will meet Carl Dahl on Friday"),
        ),
    ],
)
def test_who_binds_himself_to_what(text: str, expected: Row) -> None:
    assert promised(text) == [expected]


def test_a_state_under_a_short_name() -> None:
    first = "North Korea and South Korea held talks."
    assert promised(first, "The two Koreas agreed to open a road.") == [
        ("agreed", ["North Korea", "South Korea"], "agreed to open a road")
    ]
    assert promised("North Korea fired a missile.", "The North will shut down a reactor, the agency said.") == [
        ("pledge", ["North Korea"], "will shut down a reactor")
    ]


def test_the_nation_of_who_speaks() -> None:
    assert promised("North Korea's news agency said the nation would freeze its tests.") == [
        ("pledge", ["North Korea"], "would freeze its tests")
    ]


def test_a_document_is_no_party() -> None:
    assert promised("A memo from May says: “I will serve the king with loyalty.”") == [
        ("pledge", [], "will serve the king with loyalty")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg announced her decision to fire Carl Dahl.",
        "Ana Berg agreed to fire Carl Dahl.",
        "Ana Berg plans to sleep late on Sunday.",
        "Voters said they would vote for the mayor.",
        "Ana Berg offered no proof.",
        "Ana Berg suggested that the guests were leaving.",
        "Ana Berg suggested the guests may have left.",
        "Ana Berg was invited to a meeting in Oslo.",
        "Norway continues to lead the field.",
        "Ana Berg discussed what Norway will look for.",
        "Ana Berg said Carl Dahl would ruin the town.",
        "Norway said it would cost millions.",
        "Carl Dahl said Ana Berg was trying to ruin the town.",
        "Ana Berg is struggling to make ends meet.",
        "Carl Dahl stressed Ana Berg's determination to close the school.",
        "Ana Berg stressed the need for patience.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert promised(text) == []


def test_who_speaks_for_another_binds_him() -> None:
    assert promised("Ana Berg's office said Ana Berg would open the road.") == [
        ("pledge", ["Ana Berg"], "would open the road")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Dahl said the letter should end accusations that Ana Berg had committed any crime.",
        "Ana Berg was expected to be under review for a post.",
        "Ana Berg praised Carl Dahl's desire to open the port.",
        "She kept trying to warn the sailors.",
    ],
)
def test_no_promise(text: str) -> None:
    assert promised(text) == []


def test_what_an_object_is_meant_for_is_a_part_of_the_promise() -> None:
    text = "Norway said the country “will join international efforts” to close “the old ports altogether.”"
    assert promised(text) == [("pledge", ["Norway"], "will join international efforts")]


def test_a_wish_of_ones_own_is_a_plan() -> None:
    assert promised("Ana Berg expressed her desire to open the port.") == [
        ("plan", ["Ana Berg"], "desire to open the port")
    ]


def test_a_speaker_does_not_bind_whoever_is_known_by_office_alone() -> None:
    assert promised("Ana Berg said the ambassador of Sweden will build a school.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The company will close two plants, chief executive Carl Dahl said.",
            ("pledge", [], "will close two plants"),
        ),
        ("A spokesman said the airline would refund the fares.", ("pledge", [], "would refund the fares")),
        ("The White House said the president will veto the bill.", ("pledge", [], "will veto the bill")),
        (
            "Norway will send troops to the border, officials said.",
            ("pledge", ["Norway"], "will send troops to the border"),
        ),
        ("The carmaker said it would recall 2,000 cars.", ("pledge", ["carmaker"], "would recall 2,000 cars")),
        ("The bank is to close ten branches.", ("plan", [], "to close ten branches")),
        ("Norway vowed to retaliate.", ("pledge", ["Norway"], "vowed to retaliate")),
        ("Norway promised that prices would fall.", ("pledge", ["Norway"], "promised that prices would fall")),
        (
            "Norway's promise that the ferry would sail pleased many.",
            ("pledge", ["Norway"], "promise that the ferry would sail"),
        ),
    ],
)
def test_who_holds_an_office_binds_the_body(text: str, expected: Row) -> None:
    assert promised(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said the company will close two plants.",
        "Opposition leader Carl Dahl said the government will raise taxes.",
        "President Emmanuel Macron of France said the museum will tell the story of a people.",
        "Norway sought assurances that Sweden would join.",
        "The goal is to win the race.",
        "Ana Berg is to blame for the loss.",
        "Corporations will hardly give up the fight.",
    ],
)
def test_what_others_foretell_or_ask_for_binds_nobody(text: str) -> None:
    assert promised(text) == []
