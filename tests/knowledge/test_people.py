"""Nouns for people and bodies, and what names tell."""

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load
from communique.knowledge.people import compile_people


@pytest.mark.parametrize(
    ("noun", "speaks"),
    [("nurse", True), ("ministry", True), ("coastguardsman", True), ("crisis", False), ("man", True), ("human", False)],
)
def test_who_may_speak(noun: str, speaks: bool) -> None:
    assert load().people.speaks(noun) is speaks


@pytest.mark.parametrize(
    ("name", "gender"), [("Maria Lund", "f"), ("José Ruiz", "m"), ("Lund", None), ("Xyz Lund", None), ("", None)]
)
def test_the_gender_of_a_name(name: str, gender: str | None) -> None:
    assert load().people.gender_of_name(name) == gender


@pytest.mark.parametrize(("noun", "gender"), [("mother", "f"), ("saleswoman", "f"), ("fireman", "m"), ("nurse", None)])
def test_the_gender_of_a_noun(noun: str, gender: str | None) -> None:
    assert load().people.gender_of_noun(noun) == gender


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"female_names": ["Kim"], "male_names": ["Kim"]}, "both genders"),
        ({"animals": ["cow"]}, "animals"),
        ({"persons": "nurse"}, "persons"),
    ],
)
def test_a_table_that_does_not_hold_together(tables: dict[str, object], words: str) -> None:
    with pytest.raises(KnowledgeError, match=words):
        compile_people(tables)
