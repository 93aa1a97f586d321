"""Everything a run can be told, in one frozen record."""

from communique.records.base import Row


class Options(Row, frozen=True, kw_only=True):
    """Options of a build. Everything but `jobs` is part of the cache key: a change extracts anew.

    `model` names an installed spaCy pipeline, or None for the bundled English one. `max_bytes` bounds one
    capture (bytes), `max_line` one line of it (characters). `jobs` counts worker processes; 0 stands for as many
    as pay off.
    """

    model: str | None = None
    knowledge: str | None = None
    max_bytes: int = 16_000_000
    max_line: int = 1_000_000
    jobs: int = 1
