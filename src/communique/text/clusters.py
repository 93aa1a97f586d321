"""Grouping items by links between them."""

from collections.abc import Iterable


class Groups:
    """Disjoint groups of strings (union-find); a group's name is its least member."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {item: item for item in items}

    def add(self, item: str) -> None:
        """Makes `item` known, in a group of its own."""
        self._parent.setdefault(item, item)

    def find(self, item: str) -> str:
        """The name of the group that `item` is in."""
        self.add(item)
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, left: str, right: str) -> None:
        """Puts the two groups together."""
        a, b = sorted((self.find(left), self.find(right)))
        self._parent[b] = a

    def members(self) -> dict[str, list[str]]:
        """Every group by name, its members sorted."""
        found: dict[str, list[str]] = {}
        for item in sorted(self._parent):
            found.setdefault(self.find(item), []).append(item)
        return found
