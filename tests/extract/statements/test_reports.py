"""What is reported, and by which words: one construction a row."""

import pytest
from tests.extract.statements.spoken import said, statements

ANA = "Ana Ruiz"


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Ana Ruiz said that the bridge would reopen.", "said", "that the bridge would reopen"),
        ("Ana Ruiz said the bridge is safe.", "said", "the bridge is safe"),
        ("The bridge, Ana Ruiz said, is safe again.", "said", "The bridge | is safe again"),
        ("The bridge is safe again, Ana Ruiz said.", "said", "The bridge is safe again"),
        ("Ana Ruiz told reporters on Friday that the ship was late.", "told", "that the ship was late"),
        ("Ana Ruiz said in an interview that the ship was late.", "said", "that the ship was late"),
        ("Ana Ruiz vowed to rebuild the port.", "vowed", "to rebuild the port"),
        ("Ana Ruiz urged Portugal to open the border.", "urged", "Portugal to open the border"),
        ("Ana Ruiz praised the reform of the courts.", "praised", "the reform of the courts"),
        ("Ana Ruiz denied taking the money.", "denied", "taking the money"),
        ("Ana Ruiz called for an inquiry into the fire.", "called", "for an inquiry into the fire"),
        ("Ana Ruiz expressed concern over the drought.", "expressed", "concern over the drought"),
        ("Ana Ruiz has doubts about the tunnel.", "has doubts", "about the tunnel"),
        ("Ana Ruiz is confident that the talks will end well.", "is confident", "that the talks will end well"),
        ("Ana Ruiz met the mayor, adding that the port would open.", "adding", "that the port would open"),
        ("As Ana Ruiz noted, the ship was late.", "noted", "the ship was late"),
        ("The ship left at noon, according to Ana Ruiz.", "according to", "The ship left at noon"),
        ("The deal was criticised by Ana Ruiz.", "was criticised", "The deal"),
        ("Ana Ruiz: The ship is late and nobody knows why.", ":", "The ship is late and nobody knows why"),
        (
            "Ana Ruiz was quoted by the Lisbon Daily as saying that the ship was late.",
            "saying",
            "that the ship was late",
        ),
        ("Ana Ruiz attended a dinner and praised cooperation with Spain.", "praised", "cooperation with Spain"),
        (
            "Ana Ruiz praised the port and the road; and the work of the crews.",
            "praised",
            "the port and the road; and the work of the crews",
        ),
        (
            "Yesterday Ana Ruiz praised progress, particularly in trade, energy and transport.",
            "praised",
            "progress, particularly in trade, energy and transport",
        ),
    ],
)
def test_one_statement_by_the_subject(sentence: str, cue: str, content: str) -> None:
    assert said(sentence) == [(ANA, cue, content)]


def test_a_second_cue_opens_a_statement_of_its_own() -> None:
    assert said("Ana Ruiz said that the road is ready, adding that trains will follow.") == [
        (ANA, "said", "that the road is ready"),
        (ANA, "adding", "that trains will follow"),
    ]
    assert said("Ana Ruiz said that the road is ready and stated that her team had finished the bridge.") == [
        (ANA, "said", "that the road is ready"),
        (ANA, "stated", "that her team had finished the bridge"),
    ]


def test_another_speaker_ends_the_content() -> None:
    assert said("The mayor voiced hope that the port would open, while his deputy stressed the need for care.") == [
        ("The mayor", "voiced", "hope that the port would open"),
        ("his deputy", "stressed", "the need for care"),
    ]
    assert said("Ana Ruiz appealed to all sides to show restraint and urged Spain to act.") == [
        (ANA, "appealed", "to show restraint"),
        (ANA, "urged", "Spain to act"),
    ]


def test_a_verb_with_a_particle_is_another_verb() -> None:
    _, found = statements("Ana Ruiz did not rule out a new port.")
    assert [(s.stance, s.polarity, s.content.exact) for s in found] == [("deny", "unknown", "a new port")]


def test_a_participle_before_its_subject() -> None:
    assert said('Describing the port as "a wonder", Ana Ruiz promised more ships.') == [
        (ANA, "Describing", 'the port as "a wonder"'),
        (ANA, "promised", "more ships"),
    ]


def test_an_unlisted_verb_is_known_by_its_frame() -> None:
    assert said("The minister detailed that “the ship is late”.") == [
        ("The minister", "detailed", "that “the ship is late”")
    ]
    assert said("“The ship is late,” Ana Ruiz shot back.") == [(ANA, "shot", "“The ship is late,”")]


def test_what_is_no_report() -> None:
    assert said("Remember that the ship is late.") == []
    assert said('The film "The Long Road" was shown.') == []
    assert said('The "new" ship sailed.') == []
    assert said("Ana Ruiz called her brother.") == []
    assert said("Ana Ruiz called off the race.") == []


def test_a_report_inside_another_stays_where_somebody_else_is_named() -> None:
    assert said("Ana Ruiz said that the ministry had denied that the ship was late.") == [
        (ANA, "said", "that the ministry had denied that the ship was late"),
        ("the ministry", "had denied", "that the ship was late"),
    ]
    assert said("Ana Ruiz said she believed that the ship was late.") == [
        (ANA, "said", "she believed that the ship was late")
    ]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Ana Ruiz said the ship was late.", "positive"),
        ("Ana Ruiz did not say whether the ship would return.", "negative"),
        ("Ana Ruiz denied that the ship was late.", "negative"),
        ("Ana Ruiz refused to say who would pay.", "negative"),
        ("Ana Ruiz may say that the ship is late.", "unknown"),
    ],
)
def test_polarity(sentence: str, polarity: str) -> None:
    _, found = statements(sentence)
    assert [statement.polarity for statement in found] == [polarity]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ana Ruiz claimed that the ship was late.", "claim"),
        ("Ana Ruiz asked whether the ship was late.", "ask"),
        ("Ana Ruiz expressed support for the plan.", "praise"),
        ("Ana Ruiz expressed concern over the plan.", "criticise"),
        ("Ana Ruiz announced a new port.", "announce"),
        ("Ana Ruiz agreed to open the port.", "agree"),
    ],
)
def test_stance(sentence: str, stance: str) -> None:
    _, found = statements(sentence)
    assert [statement.stance for statement in found] == [stance]


def test_another_source_is_no_part_of_what_is_reported() -> None:
    found = said("The Portuguese News Agency said that the country was halting ferries, according to the Lisbon Daily.")
    assert found[0] == ("The Portuguese News Agency", "said", "that the country was halting ferries")


def test_which_read_reports_the_quotation_behind_it() -> None:
    found = said("The Lisbon Daily printed a letter from Ana Ruiz, which read, “From May, the port will stay closed.”")
    assert found == [("which", "read", "“From May, the port will stay closed.”")]
