"""What a line is judged to be, and why: the shared shape of all rules."""

from collections.abc import Callable
from dataclasses import dataclass

from communique.clean.page import Page
from communique.clean.table import Mask
from communique.records.articles import Role
from communique.records.base import Row


class Verdict(Row, frozen=True):
    """A role with its reason, in words for a person."""

    role: Role
    reason: str


@dataclass(frozen=True)
class Rule:
    """What may tell what a line is. `where`: the lines of a page that it can hold of at all, found for all lines at
    once; `of` is asked of these only, and says nothing of any other."""

    where: Callable[[Page], Mask]
    of: Callable[[Page, int], Verdict | None]
