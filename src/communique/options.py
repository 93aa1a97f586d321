"""Everything a run can be told, in one frozen record."""

from communique.records.base import Row


class Options(Row, frozen=True, kw_only=True):
    """Options of a build. Everything but `jobs` is part of the cache key: a change extracts anew.

    `model` names an installed spaCy pipeline, or None for the bundled English one. `max_bytes` bounds one
    capture (bytes), `max_line` one line of it (characters). `jobs` counts worker processes; 0 stands for as many
    as pay off.

    Of a container (archive, WARC, feed, mail): `max_members` bounds its members, `max_depth` how many of them are
    opened one in the other, `max_ratio` how many times its own size it may unpack to, all that is nested in it
    counted (one capture of `max_bytes` always may). `max_seconds` and `max_memory` (bytes) bound the work on one
    PDF, feed or mail, which is done in a process of its own.
    """

    model: str | None = None
    knowledge: str | None = None
    max_bytes: int = 16_000_000
    max_line: int = 1_000_000
    max_members: int = 250_000
    max_depth: int = 3
    max_ratio: int = 200
    max_seconds: int = 30
    max_memory: int = 1_000_000_000
    jobs: int = 1
