"""What of the record's times is Temporal by the set's own definition."""

import pytest
from evaluation.re3d import is_pointer, without_pointers


@pytest.mark.parametrize(
    ("time", "pointer"),
    [
        ({"value": "PRESENT_REF"}, True),
        ({"value": "PAST_REF"}, True),
        ({"value": "P1D", "duration": None}, True),
        ({"value": "P1D", "duration": "P1D"}, False),
        ({"value": "XXXX-WXX-2"}, False),
        ({"value": "2021-05-03", "earliest": "2021-05-03"}, False),
    ],
)
def test_a_pointer_is_neither_a_date_nor_a_length(time: dict[str, str | None], pointer: bool) -> None:
    assert is_pointer(time) is pointer


def test_only_the_pointers_own_spans_are_left_out() -> None:
    times = [{"start": 0, "end": 3, "value": "PRESENT_REF"}, {"start": 9, "end": 13, "value": "2021"}]
    here = [{"start": 0, "end": 3, "type": kind} for kind in ("Temporal", "Person")]
    there = [{"start": 9, "end": 13, "type": "Temporal"}]
    answer = {"docs": {"a": {"times": times, "entities": here + there}}, "events": []}
    left = without_pointers(answer)
    assert left == {"docs": {"a": {"times": times, "entities": here[1:] + there}}, "events": []}
