"""Persons named together ("Anna Berg, Carl Dahl and Eva Lund"), and the words that take them up again: "the ministers",
"the two", "they"."""

from collections.abc import Iterable

from communique.annotate.tree import Tree
from communique.extract.actors.draft import Draft

# Between two names of one list there is no verb, and not much else: offices, parties, constituencies.
GAP = 12
PAUSES = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
THEY = frozenset({"they", "them", "their", "themselves"})
# How many sentences back "they" may reach.
REACH = 2


def companies(tree: Tree, people: list[Draft]) -> list[tuple[int, list[Draft]]]:
    """(last token, members) of each list of two or more persons in text order."""
    spots = sorted((first, last, n) for n, d in enumerate(people) for first, last, how in d.at if how == "name")
    found: list[tuple[int, list[Draft]]] = []
    run: list[tuple[int, int, int]] = []
    for spot in spots:
        if run and not _goes_on(tree, run[-1][1], spot[0]):
            _close(tree, run, people, found)
            run = []
        run.append(spot)
    _close(tree, run, people, found)
    return found


def _goes_on(tree: Tree, end: int, start: int) -> bool:
    """Whether the list may go on from the name that ends before token `end` to the one at `start`."""
    between = tree.tokens[end:start]
    if not between or len(between) > GAP or tree.sentence_number(end - 1) != tree.sentence_number(start):
        return False
    if any(token.pos in PAUSES for token in between):
        return False
    return any(token.text.lower() in {",", "and", "&"} for token in between)


def _close(
    tree: Tree, run: list[tuple[int, int, int]], people: list[Draft], found: list[tuple[int, list[Draft]]]
) -> None:
    """Keeps the run where it is a list: several persons, "and" before the last."""
    members = list(dict.fromkeys(n for _, _, n in run))
    if len(members) < 2:
        return
    before_last = tree.tokens[run[-2][1] : run[-1][0]]
    if any(token.text.lower() in {"and", "&"} for token in before_last):
        found.append((run[-1][1], [people[n] for n in members]))


def last_company(lists: Iterable[tuple[int, list[Draft]]], i: int, count: int | None) -> list[Draft]:
    """The members of the last list before token `i`, of `count` persons where that is said."""
    fitting = [members for end, members in lists if end <= i and count in (None, len(members))]
    return fitting[-1] if fitting else []


def place_they(tree: Tree, groups: list[Draft], lists: list[tuple[int, list[Draft]]]) -> list[Draft]:
    """Adds "they" to the group, or the list of persons, that was last spoken of in this sentence or the one before;
    a list that no words but "they" take up becomes a group. Gives the groups, new ones included."""
    found = list(groups)
    for i, token in enumerate(tree.tokens):
        if token.text.lower() not in THEY or token.pos != "PRON":
            continue
        draft = _antecedent(tree, found, lists, i)
        if draft is not None:
            draft.at.append((i, i + 1, "pronoun"))
            if not any(draft is g for g in found):
                found.append(draft)
    return found


def _antecedent(tree: Tree, groups: list[Draft], lists: list[tuple[int, list[Draft]]], i: int) -> Draft | None:
    sentence = tree.sentence_number(i)
    first = tree.sentences[max(0, sentence - REACH + 1)].first
    ends = [(end, g) for g in groups for _, end, _ in g.at if first <= end - 1 < i and _is_plural(tree, g, end - 1)]
    nearest = max(ends, key=lambda row: row[0], default=None)
    listed = [(end, members) for end, members in lists if first <= end - 1 < i]
    if listed and (nearest is None or listed[-1][0] > nearest[0]):
        return _as_group(groups, listed[-1][1])
    return nearest[1] if nearest else None


def _is_plural(tree: Tree, group: Draft, last: int) -> bool:
    """Whether the words that end at token `last` mean several: not "an opponent"."""
    return bool(group.members) or tree.tokens[last].tag not in {"NN", "NNP"} or group.kind == "media"


def _as_group(groups: list[Draft], members: list[Draft]) -> Draft:
    same = (g for g in groups if {id(m) for m in g.members} == {id(m) for m in members})
    return next(same, None) or Draft("group", " and ".join(m.name for m in members), members=members)
