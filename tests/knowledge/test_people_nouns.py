"""Nouns that end with a word for a person."""

import pytest

from communique.knowledge import load


@pytest.mark.parametrize("noun", ["subcontractor", "policewoman", "schoolteacher", "multimillionaire"])
def test_a_compound_is_a_person_as_its_end_is(noun: str) -> None:
    assert load().people.is_person(noun)


@pytest.mark.parametrize("noun", ["injustice", "resource", "submarine", "semiconductor", "alternative", "defiance"])
def test_letters_alone_make_no_person(noun: str) -> None:
    assert not load().people.is_person(noun)
