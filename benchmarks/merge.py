"""How well and how fast the merge finds events whose identity is known:

    python -m benchmarks.merge [ARTICLES ...] [--seed 0] [--rounds 2]

Prints pair precision, recall and F1 of the event mentions (a pair is two mentions of one event), for all events and for
those that have a double made to mislead, and the seconds that the passes over actors, events and dates take.
"""

import argparse
import gc
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from benchmarks.synthetic import Collection, generate
from communique.merge import settle
from communique.merge.actors import Cast
from communique.merge.events import Cluster

SIZES = (10_000, 20_000)


class Score(NamedTuple):
    """Pairs joined rightly, joined, and to be joined."""

    right: int
    joined: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.joined + self.true) if self.joined + self.true else 1.0


def pairs(groups: Iterable[Sequence[str]], truth: Mapping[str, int]) -> Score:
    """The score of groups of mentions against the event of each. Mentions outside `truth` do not count."""
    sizes: Counter[int] = Counter(truth.values())
    right = joined = 0
    for group in groups:
        known = [truth[item] for item in group if item in truth]
        joined += _two_of(len(known))
        right += sum(map(_two_of, Counter(known).values()))
    return Score(right, joined, sum(map(_two_of, sizes.values())))


def _two_of(count: int) -> int:
    return count * (count - 1) // 2


def doubled(made: Collection) -> dict[str, set[int]]:
    """The events of each kind of double: the double and what it was made from."""
    found: dict[str, set[int]] = {}
    for event in made.happenings:
        if event.trap:
            found.setdefault(event.trap, set()).update((event.double_of, event.number))
    return found


def run(made: Collection) -> tuple[float, Cast, list[Cluster]]:
    gc.collect()
    gc.freeze()
    began = time.process_time()
    _, cast, clusters = settle(made.extractions, made.knowledge)
    seconds = time.process_time() - began
    gc.unfreeze()
    return seconds, cast, clusters


def report(made: Collection, cast: Cast, clusters: Sequence[Cluster]) -> None:
    events = [[node.id for node in c.nodes] for c in clusters]
    named = {a.id for e in made.extractions for a in e.actors if a.name}
    people = {local: person for local, person in made.person_of.items() if local in named}
    rows = {"people who are named": pairs(cast.groups.members().values(), people)}
    rows["events"] = pairs(events, made.event_of)
    for trap, numbers in sorted(doubled(made).items()):
        rows[f"  {trap}"] = pairs(events, {m: n for m, n in made.event_of.items() if n in numbers})
    for name, score in rows.items():
        print(f"  {name:<22} P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}  {score.true:9,} pairs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    collections = [generate(articles, given.seed) for articles in given.articles]
    # Other work on the machine makes a run slower, and nothing makes one faster: the best of some, taken in turns.
    rounds = [[run(made) for made in collections] for _ in range(given.rounds)]
    taken = [min(seconds for seconds, _, _ in runs) for runs in zip(*rounds, strict=True)]
    for made, seconds, (_, cast, clusters) in zip(collections, taken, rounds[-1], strict=True):
        counted = f"{len(made.extractions):,} articles on {len(made.happenings):,} events"
        print(f"{counted}: {len(clusters):,} clusters, {seconds:.1f} s")
        report(made, cast, clusters)
    for (fewer, less), (more, longer) in pairwise(zip(given.articles, taken, strict=True)):
        print(f"{more:,} articles take {longer / less:.2f} times as long as {fewer:,}")


if __name__ == "__main__":
    main()
