import pytest

from communique.errors import KnowledgeError
from communique.knowledge.verb_forms import forms, plural
from communique.knowledge.verbs import CLASSES, build, load_verbs


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("hope", ("hope", "hopes", "hoped", "hoping")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("write", ("write", "writes", "wrote", "written", "writing")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("have", ("have", "has", "had", "having")),
        ("rule out", ("rule out", "rules out", "ruled out", "ruling out")),
    ],
)
def test_forms(verb: str, expected: tuple[str, ...]) -> None:
    assert forms(verb) == expected


def test_plurals() -> None:
    assert [plural(noun) for noun in ("claim", "speech", "reply", "survey")] == [
        "claims",
        "speeches",
        "replies",
        "surveys",
    ]


def test_the_shipped_lexicon_has_every_class_and_is_found_by_any_form() -> None:
    verbs = load_verbs()
    assert {cue.stance for cue in verbs.verbs.values()} == set(CLASSES)
    hoped, vowing = verbs.verb("hoped"), verbs.verb("vowing")
    assert hoped is not None
    assert (hoped.word, hoped.stance) == ("hope", "think")
    assert vowing is not None
    assert vowing.has("infinitive")
    assert verbs.verb("walked") is None
    assert verbs.noun("promises") == verbs.noun("promise")
    assert verbs.is_document("surveys")
    assert verbs.is_light("gave")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"verbs": {"mutter": {"say": "clause"}}}, "no class"),
        ({"verbs": {"say": {"say": "clause sideways"}}}, "sideways"),
        ({"verbs": {"say": {"claim": "clause"}, "claim": {"claim": "clause"}}}, "stands twice"),
    ],
)
def test_a_row_that_does_not_hold_together_is_named(table: dict[str, object], message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        build(table)
