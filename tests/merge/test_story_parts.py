"""What may be the whole of what: an encounter is no part of what is done at one."""

import pytest
from msgspec.structs import replace
from tests.store.records import EVENT

from communique.merge.events.stories import _contradict
from communique.records.events import Form


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
