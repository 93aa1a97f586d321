"""The mark of a person's judgement on an item."""

from communique.records.base import Row


class Judged(Row, frozen=True, kw_only=True):
    """That a person settled a field of an item: by which judgement, and what the rules had `found` there, in words."""

    judgement: str
    field: str
    found: str = ""
