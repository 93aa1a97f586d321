"""Events and commitments of further articles that no rule had been written with (`gold/fresh_development.json`,
`gold/fresh_held.json`): news agencies of 1998, PolNeAR and Giveme5W1H, each a record of its own, annotated before any
output on them was seen. Scored and printed as `broad` is.
"""

from pathlib import Path

from evaluation import broad


def scores(shared: Path) -> dict[str, float]:
    """The measures of both halves, each by its name."""
    return broad.scores(shared, "fresh")


def report(shared: Path) -> None:
    """Events fully right by form and by status, of both halves."""
    broad.report(shared, "fresh")
