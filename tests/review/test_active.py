import random

import pytest
from tests.review.factories import judged, on
from tests.store.records import RECORD

from communique.records.judgements import Judgement
from communique.review.active import active


def note(words: str, seconds: int = 0) -> Judgement:
    return judged("note", seconds, anchors=(ANCHOR,), words=words)


def undo(of: Judgement, seconds: int) -> Judgement:
    return judged("undo", seconds, undoes=of.id)


ANCHOR = on("commitment", RECORD.commitments[0].__class__(
    **{f: getattr(RECORD.commitments[0], f) for f in RECORD.commitments[0].__struct_fields__}
    | {"members": ("commitment-0123456789abcdef0123",)}
))[0]  # fmt: skip
FIRST, SECOND = note("one"), note("two", 1)


@pytest.mark.parametrize(
    ("undone", "left"),
    [
        ([], [FIRST, SECOND]),
        ([undo(FIRST, 2)], [SECOND]),
        ([undo(FIRST, 2), undo(FIRST, 3)], [SECOND]),
        ([undo(FIRST, 2), undo(undo(FIRST, 2), 3)], [FIRST, SECOND]),
        ([undo(FIRST, 2), undo(undo(FIRST, 2), 3), undo(undo(undo(FIRST, 2), 3), 4)], [SECOND]),
        ([undo(FIRST, 2), undo(FIRST, 3), undo(undo(FIRST, 2), 4)], [SECOND]),
    ],
)
def test_what_is_withdrawn_does_not_hold_in_any_order(undone: list[Judgement], left: list[Judgement]) -> None:
    given = [FIRST, SECOND, *undone]
    for seed in range(6):
        random.Random(seed).shuffle(given)
        assert active([*given, given[0]]) == left


def test_an_undo_of_what_is_not_here_is_kept_until_it_comes() -> None:
    early = undo(FIRST, 5)

    assert active([early]) == [early]
    assert active([early, FIRST]) == []


def test_a_long_chain_of_undoing_is_no_matter() -> None:
    chain = [FIRST]
    for seconds in range(1, 3001):
        chain.append(undo(chain[-1], seconds))

    assert active(chain) == [FIRST]
