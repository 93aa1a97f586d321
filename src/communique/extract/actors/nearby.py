"""Which of several that it may mean a text spoke of last: "the two leaders", "both countries"."""

from collections.abc import Iterable
from itertools import pairwise

from communique.annotate.tree import Tree
from communique.extract.actors.draft import Draft
from communique.knowledge import Knowledge

# First token, last token exclusive, key.
type Spot = tuple[int, int, int]
# How many sentences back a count may reach, in its own paragraph and beyond.
REACH = 4
# How far back a list may stand that words without a count take up.
LISTED = 1
# Between two that are joined.
LINKS = frozenset({"CCONJ", "DET", "PROPN", "ADJ", "PUNCT", "PART"})
GAP = 5
JOINS = frozenset({",", "and", "-", "–"})
LAST = JOINS - {","}
HALVES = frozenset({"north", "south", "east", "west"})


def last_spoken_of(tree: Tree, spots: Iterable[Spot], i: int, count: int) -> list[int]:
    """The keys of the `count` that stand in the fewest sentences before token `i`, its own included; of more, those
    that were last joined by "and"; none where too few are anywhere near."""
    near = sorted(spots)
    here = tree.sentence_number(i)
    if near and near[0][0] > i:
        return _first_spoken_of(tree, near, i, count)
    for back in range(REACH):
        if here - back < 0:
            return []
        first = tree.sentences[here - back].first
        found = {key for at, _, key in near if first <= at < i}
        if len(found) >= count:
            return sorted(found) if len(found) == count else _joined(tree, near, i, first, count)
    return []


def _first_spoken_of(tree: Tree, near: list[Spot], i: int, count: int) -> list[int]:
    """The same behind token `i`, where nobody was named yet: "Three presidents speak of rails" in a title."""
    here = tree.sentence_number(i)
    for last in (sentence.last for sentence in tree.sentences[here : here + REACH]):
        found = {key for at, _, key in near if i < at < last}
        if len(found) >= count:
            lists = [keys for keys in _lists(tree, near, i, last) if len(keys) == count]
            return sorted(found) if len(found) == count else sorted(lists[0]) if lists else []
    return []


def _joined(tree: Tree, near: list[Spot], i: int, first: int, count: int) -> list[int]:
    """The last two between tokens `first` and `i` with nothing but "and" and titles between them."""
    lists = [keys for keys in _lists(tree, near, first, i) if len(keys) == count]
    return sorted(lists[-1]) if lists else []


def _lists(tree: Tree, near: list[Spot], first: int, i: int) -> list[list[int]]:
    """The keys of each list between tokens `first` and `i`: "A, B and C", "A and B", "A-B"."""
    inside = [spot for spot in near if first <= spot[0] < i]
    found: list[list[int]] = []
    run: list[int] = []
    for (_, left, one), (right, _, other) in pairwise(inside):
        if one == other:
            # "President Berg"
            continue
        between = tree.tokens[left:right]
        words = {token.text.lower() for token in between} & JOINS
        if not words or len(between) > GAP or any(token.pos not in LINKS for token in between):
            run = []
            continue
        run = [*(run or [one]), other]
        if words & LAST:
            found.append(list(dict.fromkeys(run)))
            run = []
    return found


def nearest(tree: Tree, drafts: list[Draft], i: int, count: int | None) -> list[Draft]:
    """The `count` of the drafts that were spoken of last before token `i`; where no count is said, the last list of
    them, else the last two."""
    spots = sorted((first, last, n) for n, draft in enumerate(drafts) for first, last, _ in draft.at)
    if count is None:
        sentence = tree.sentence_number(i)
        first = tree.sentences[max(0, sentence - LISTED)].first
        if lists := _lists(tree, spots, first, i):
            return [drafts[n] for n in sorted(lists[-1])]
        if not any(at < i for at, _, _ in spots):
            return []
    return [drafts[n] for n in last_spoken_of(tree, spots, i, count or 2)]


def nearest_states(
    tree: Tree, knowledge: Knowledge, states: list[Draft], people: list[Draft], i: int, count: int
) -> list[Draft]:
    """The `count` states that were spoken of last before token `i`, by name, by nationality or by their leaders."""
    number = {draft.country: n for n, draft in enumerate(states) if draft.country}
    spots = [(first, last, n) for n, draft in enumerate(states) for first, last, _ in draft.at]
    spots += [(first, last, number[d.country]) for d in people if d.country in number for first, last, _ in d.at]
    for k in range(tree.sentences[max(0, tree.sentence_number(i) - REACH + 1)].first, i):
        code = _nation(tree, knowledge, k) or _half(tree, knowledge, states, k)
        if code in number:
            spots.append((k, k + 1, number[code]))
    return [states[n] for n in last_spoken_of(tree, spots, i, count)]


def _nation(tree: Tree, knowledge: Knowledge, k: int) -> str | None:
    """The state of the nationality that ends at token `k`: "North Korean" is not Korean."""
    text = tree.tokens[k].text
    if not text[:1].isupper():
        return None
    before = tree.tokens[k - 1].text if k else ""
    state = knowledge.states.by_demonym(f"{before} {text}") or knowledge.states.by_demonym(text)
    return state.code if state else None


def _half(tree: Tree, knowledge: Knowledge, states: list[Draft], k: int) -> str | None:
    """ "the North and the South", "North and South Korea": the one of the states whose name begins so."""
    word = tree.tokens[k].text
    if word.lower() not in HALVES or not word[:1].isupper():
        return None
    codes = {d.country for d in states if d.country and (state := knowledge.states.get(d.country))
             and state.name.startswith(f"{word} ")}  # fmt: skip
    return next(iter(codes)) if len(codes) == 1 else None
