"""Grouping items by scored pairs, without chains: a group stays one only where every pair in it is good enough."""

from collections.abc import Iterable, Mapping
from itertools import combinations

# A key that more items share than this tells too little to compare them all for it.
MOST_SHARING = 80


def sharing(keys: Mapping[str, Iterable[str]], most: int = MOST_SHARING) -> list[tuple[str, str]]:
    """The pairs of items with a key in common, sorted, each once. Keys of more than `most` items make no pairs, so
    that a large collection costs little more than its size."""
    holders: dict[str, list[str]] = {}
    for item in sorted(keys):
        for key in set(keys[item]):
            holders.setdefault(key, []).append(item)
    pairs = {pair for items in holders.values() if len(items) <= most for pair in combinations(items, 2)}
    return sorted(pairs)


def complete_link(items: Iterable[str], scores: Mapping[tuple[str, str], float], least: float) -> list[list[str]]:
    """The groups of `items`, each sorted, best pairs first. `scores` go by sorted pair; a pair without one, or
    below `least`, is never in one group. Ties are broken by the items themselves."""
    return average_link(items, scores, least, least)


def average_link(
    items: Iterable[str], scores: Mapping[tuple[str, str], float], least: float, floor: float
) -> list[list[str]]:
    """As `complete_link`, but two groups also join where their pairs reach `least` on the mean and none is below
    `floor`: one wording may be close to two that are further from each other."""
    group: dict[str, list[str]] = {item: [item] for item in sorted(items)}
    ranked = sorted((-score, pair) for pair, score in scores.items() if score >= least)
    for _, (left, right) in ranked:
        mine, theirs = group[left], group[right]
        if mine is theirs:
            continue
        between = [scores.get(pair_of(a, b), -1.0) for a in mine for b in theirs]
        if min(between) < floor or sum(between) / len(between) < least:
            continue
        mine.extend(theirs)
        for item in theirs:
            group[item] = mine
    unique = {id(members): sorted(members) for members in group.values()}
    return sorted(unique.values())


def pair_of(a: str, b: str) -> tuple[str, str]:
    """The two in order, as scores go by."""
    return (a, b) if a < b else (b, a)
