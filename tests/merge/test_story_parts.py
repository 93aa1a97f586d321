"""What may be the whole of what: an encounter is no part of what is done at one."""

import pytest
from msgspec.structs import replace
from tests.store.records import EVENT

from communique.merge.events.stories import _contradict
from communique.records.events import Form, Place


@pytest.mark.parametrize(
    ("part", "whole", "apart"),
    [
        ("meeting", "press_conference", True),
        ("summit", "arrival", True),
        ("press_conference", "meeting", False),
        ("other", "press_conference", False),
    ],
)
def test_an_encounter_is_no_part_of_what_is_done_at_one(part: Form, whole: Form, apart: bool) -> None:
    assert _contradict(replace(EVENT, form=part), replace(EVENT, form=whole)) is apart


@pytest.mark.parametrize(("form", "apart"), [("other", True), ("statement", False)])
def test_what_is_done_in_another_town_is_no_part_of_a_meeting(form: Form, apart: bool) -> None:
    act = replace(EVENT, form=form, place=Place(name="Tehran", country="IR"))
    met = replace(EVENT, form="meeting", place=Place(name="Moscow", country="RU"))
    assert _contradict(act, met) is apart
    assert _contradict(act, replace(met, place=act.place)) is False
