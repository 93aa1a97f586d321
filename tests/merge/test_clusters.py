"""What is true of the clusters of any reports."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.meetings import BERN, MAY_3, OSLO, clusters, report

from communique.knowledge import load
from communique.merge import settle
from communique.merge.actors import merge_actors
from communique.merge.dates import times_of
from communique.merge.events.constraints import kept_apart
from communique.merge.events.features import THRESHOLD, score
from communique.merge.events.nodes import nodes
from communique.records.mentions import Extraction

TOLD = st.tuples(
    st.sampled_from(["on Monday", "on Tuesday", "on 3 May", "on 4 May", "on Monday, 3 May", "last week", ""]),
    st.sampled_from([BERN, OSLO, None]),
    st.sampled_from([None, MAY_3, "2021-05-05", "2021-05-13"]),
    st.sampled_from(["Anna Berg", "Eva Lund"]),
    st.sampled_from(["", "Ilse Korpi"]),
)


def made(rows: list[tuple[Any, ...]]) -> list[Extraction]:
    return [
        report(f"r{number}", when, place, published, guest=guest, also=also).extraction()
        for number, (when, place, published, guest, also) in enumerate(rows)
    ]


def joined(extractions: list[Extraction]) -> list[tuple[list[str], list[object]]]:
    found = settle(extractions, load())[2]
    return sorted((sorted(n.id for n in c.nodes), sorted(map(repr, c.steps))) for c in found)


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(rows: list[tuple[Any, ...]], chance: Any) -> None:
    extractions = made(rows)
    expected = joined(extractions)
    chance.shuffle(extractions)
    assert joined(extractions) == expected


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=9))
def test_nothing_in_an_event_is_kept_apart_but_errors_of_the_day(rows: list[tuple[Any, ...]]) -> None:
    for found in settle(made(rows), load())[2]:
        telling = found.telling()
        assert not [kept_apart(a, b) for a in telling for b in telling if a is not b and kept_apart(a, b)]


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=6))
def test_blocks_leave_out_nothing_that_scores_enough(rows: list[tuple[Any, ...]]) -> None:
    from communique.merge.events.blocks import Blocks
    from communique.merge.events.group import Cluster
    from communique.records.events import MergeStep

    extractions = made(rows)
    found = list(nodes(extractions, merge_actors(extractions, load()), load(), times_of(extractions)))
    blocks, alone = Blocks(), {}
    for number, node in enumerate(found):
        alone[node.id] = Cluster(number)
        alone[node.id].add(node, MergeStep(mention=node.id, rule="first", score=1.0))
        blocks.add(alone[node.id], node)
    for left in found:
        near = blocks.near(left)
        for right in found:
            if not kept_apart(left, right) and score(left, right)[0] >= THRESHOLD:
                assert alone[right.id] in near


def test_many_days_are_looked_up_by_stretches() -> None:
    first = date.fromisoformat(MAY_3)
    dates = [(first + timedelta(days=28 * n)).isoformat() for n in range(30)]
    found = clusters(*(report(f"n{n}", "today", published=when) for n, when in enumerate(dates)))
    assert len(found) == 30
