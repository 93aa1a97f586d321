"""Whose quoted words are where one report stands inside another: "Berg wrote that Dahl told her “…”" quotes Dahl."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.records.mentions import StatementMention

# Reports of one quotation inside one another: more are noise.
DEEPEST = 8


def innermost(found: Sequence[StatementMention]) -> Iterator[StatementMention]:
    """The statements in their order, each quotation with the innermost that reports it. Where none is left of a
    statement, it reports in the reporter's words."""
    claims: dict[tuple[int, int], list[StatementMention]] = {}
    for row in found:
        for quote in row.quotes:
            claims.setdefault((quote.start, quote.end), []).append(row)
    for row in found:
        own = tuple(q for q in row.quotes if not _is_inner(row, claims[q.start, q.end][:DEEPEST]))
        if own == row.quotes:
            yield row
        else:
            yield replace(row, quotes=own, mode="mixed" if own else "indirect")


def _is_inner(outer: StatementMention, claims: Sequence[StatementMention]) -> bool:
    """Whether another's report of the same words stands inside this one, cue and all."""
    return any(
        row is not outer
        and row.cue is not None
        and outer.content.contains(row.cue)
        and outer.content.contains(row.content)
        and {s.actor for s in row.speakers} != {s.actor for s in outer.speakers}
        for row in claims
    )
