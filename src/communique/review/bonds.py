"""What a person's "same" and "not the same" ask of a grouping of members: bonds that hold, sides that stay apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.text.clusters import Groups

# A side of a "not the same": its number, and which of the two. Whatever has both cannot be one.
type Sides = frozenset[tuple[int, int]]
NONE: Sides = frozenset()


@dataclass(frozen=True, slots=True)
class Bonds:
    """`bond` is the name of the bond that a member has with others, `sides` the sides that it is on; `sizes`: how many
    members a side has; `links`: the pairs that persons have named, each sorted."""

    bond: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, Sides] = field(default_factory=dict)
    sizes: Mapping[tuple[int, int], int] = field(default_factory=dict)
    links: Sequence[tuple[str, str]] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.bond or self.sides)

    def apart(self, left: str, right: str) -> bool:
        """Whether a person says that the two are not the same."""
        return opposed(self.sides.get(left, NONE), self.sides.get(right, NONE))

    def company(self, member: str) -> int:
        """How many a person puts on its side, at most."""
        return max((self.sizes.get(one, 0) for one in self.sides.get(member, NONE)), default=0)

    def bonded(self) -> list[list[str]]:
        """The members of each bond, sorted."""
        found: dict[str, list[str]] = {}
        for member in sorted(self.bond):
            found.setdefault(self.bond[member], []).append(member)
        return [found[name] for name in sorted(found)]


UNBOUND = Bonds()


def opposed(left: Sides, right: Sides) -> bool:
    """Whether the two are on opposite sides of some judgement."""
    return bool(left and right) and any((number, 1 - side) in right for number, side in left)


class BoundGroups(Groups):
    """Groups that begin with the bonds, and that no rule joins across the sides of a judgement."""

    def __init__(self, items: Iterable[str] = (), bonds: Bonds = UNBOUND) -> None:
        super().__init__(items)
        self._sides = dict(bonds.sides)
        for first, *others in bonds.bonded():
            for other in others:
                self.join(first, other)

    def join(self, left: str, right: str) -> None:
        """Puts the two groups together, unless a person says that they are not the same."""
        a, b = self.find(left), self.find(right)
        mine, theirs = self._sides.get(a, NONE), self._sides.get(b, NONE)
        if a == b or opposed(mine, theirs):
            return
        super().join(a, b)
        if mine or theirs:
            self._sides[self.find(a)] = mine | theirs


def gather(groups: Groups, members: Iterable[str]) -> None:
    """Joins each with the first of those before it that may have it: all, where nobody keeps some apart."""
    heads: list[str] = []
    for member in members:
        for head in heads:
            groups.join(head, member)
            if groups.find(head) == groups.find(member):
                break
        else:
            heads.append(member)


def bound(groups: Iterable[Sequence[str]], bonds: Bonds) -> list[list[str]]:
    """The groups with all of a bond in one, sorted; who is kept apart from those of the bond leaves the group, and
    stays alone."""
    rows = [list(group) for group in groups]
    if not bonds:
        return rows
    home = Groups(str(number) for number in range(len(rows)))
    number_of = {member: str(number) for number, row in enumerate(rows) for member in row}
    for first, *others in bonds.bonded():
        for other in others:
            if first in number_of and other in number_of:
                home.join(number_of[first], number_of[other])
    found: list[list[str]] = []
    for numbers in home.members().values():
        members = [member for number in numbers for member in rows[int(number)]]
        found += _parted(members, bonds) if len(numbers) > 1 else [members]
    return sorted(sorted(group) for group in found)


def _parted(members: Sequence[str], bonds: Bonds) -> list[list[str]]:
    """The members in one group, but for what is opposed to something that comes before: bonds come first, each as a
    whole."""
    units: dict[tuple[bool, str], list[str]] = {}
    for member in sorted(members):
        units.setdefault((member not in bonds.bond, bonds.bond.get(member, member)), []).append(member)
    together: list[str] = []
    alone: list[list[str]] = []
    sides: Sides = NONE
    for _, unit in sorted(units.items()):
        own = NONE.union(*(bonds.sides.get(member, NONE) for member in unit))
        if opposed(own, sides):
            alone.append(unit)
        else:
            together += unit
            sides |= own
    return [together, *alone]
