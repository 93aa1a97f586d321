"""Names of countries by their ISO codes, from the knowledge tables."""

from functools import cache

from communique.knowledge import load


@cache
def country_name(code: str) -> str | None:
    """ "Iran" for "IR"; None for a code that the table does not have."""
    state = load().states.get(code)
    return state.name if state else None
