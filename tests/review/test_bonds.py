from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from communique.records.judgements import Anchor, Judgement
from communique.review.bonds import Bonds, BoundGroups, bound
from communique.review.contradictions import Verdicts, settle_pairs

MEMBERS = [f"m{n}" for n in range(10)]
member = st.sampled_from(MEMBERS)
pairs = st.lists(st.tuples(member, member), max_size=12)


def bonds_of(same: list[tuple[str, str]], apart: list[tuple[str, str]]) -> Bonds:
    """Bonds, and those of `apart` that they leave possible."""
    groups = BoundGroups(MEMBERS)
    for left, right in same:
        groups.join(left, right)
    bond = {m: name for name, members in groups.members().items() if len(members) > 1 for m in members}
    sides: dict[str, frozenset[tuple[int, int]]] = {}
    for number, (left, right) in enumerate(apart):
        if groups.find(left) != groups.find(right):
            for side, one in enumerate((left, right)):
                sides[one] = sides.get(one, frozenset()) | {(number, side)}
    return Bonds(bond, sides)


def together(groups: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


@given(pairs, pairs, pairs)
def test_no_rule_joins_what_is_kept_apart_nor_parts_what_is_bonded(
    same: list[tuple[str, str]], apart: list[tuple[str, str]], rules: list[tuple[str, str]]
) -> None:
    bonds = bonds_of(same, apart)
    groups = BoundGroups(MEMBERS, bonds)
    for left, right in rules:
        groups.join(left, right)

    found = together(list(groups.members().values()))

    assert together(bonds.bonded()) <= found
    assert not {pair for pair in found if bonds.apart(*pair)}


@given(pairs, pairs, st.lists(st.integers(0, 4), min_size=10, max_size=10))
def test_groups_are_bound_afterwards(
    same: list[tuple[str, str]], apart: list[tuple[str, str]], numbers: list[int]
) -> None:
    bonds = bonds_of(same, apart)
    groups = [[m for m, n in zip(MEMBERS, numbers, strict=True) if n == number] for number in range(5)]
    # A grouping that keeps to the sides, as the merge hands one over.
    given_groups = [
        part for group in groups for part in ([group] if not _broken(group, bonds) else [[m] for m in group])
    ]

    found = bound([group for group in given_groups if group], bonds)

    assert sorted(m for group in found for m in group) == sorted(MEMBERS)
    assert together(bonds.bonded()) <= together(found)
    assert not {pair for pair in together(found) if bonds.apart(*pair)}


def _broken(group: list[str], bonds: Bonds) -> bool:
    return any(bonds.apart(a, b) for a, b in combinations(group, 2))


def test_without_bonds_nothing_changes() -> None:
    assert bound([["b", "a"], ["c"]], Bonds()) == [["b", "a"], ["c"]]


def test_what_is_kept_apart_from_the_bonded_leaves_them() -> None:
    bonds = Bonds({"a": "a", "c": "a"}, {"a": frozenset({(0, 0)}), "d": frozenset({(0, 1)})})

    assert bound([["a", "b"], ["c", "d"]], bonds) == [["a", "b", "c"], ["d"]]


def test_thousands_of_judgements_on_the_same_members_are_settled_at_once() -> None:
    members = [Anchor(kind="event", member=f"mention-{n:020x}") for n in range(60)]
    rows = [
        Judgement(
            id=f"judgement-{n}",
            kind="same" if n % 3 else "not_same",
            author=f"author {n % 7}",
            made=f"{n:09}",
            anchors=tuple(members[(n * 7 + k) % 60] for k in range(25)),
            others=tuple(members[(n * 7 + 30 + k) % 60] for k in range(25)),
        )
        for n in range(3000)
    ]
    verdicts = Verdicts()

    pairs = settle_pairs(rows, verdicts)

    kept = [row.id for row in rows if verdicts.applies(row)]
    assert len(kept) == len(pairs.links) + len(pairs.apart)
    assert rows[-1].id in kept
    for row in pairs.apart:
        left, right = ({pairs.groups.find(a.member) for a in side} for side in (row.anchors, row.others))
        assert not left & right
