"""Whether a word before a sentence is a place that a dateline would name."""

from functools import lru_cache

from communique.clean.vocabulary import all_function_words
from communique.clean.words import fold
from communique.knowledge import load

CITY_SIZE = 100_000  # a smaller town of one word shares its name with too many words and persons


@lru_cache(maxsize=10_000)
def is_place(text: str) -> bool:
    """Whether `text`, up to its first comma, names a state, a capital or a city of 100,000 people or more."""
    head = text.split(",")[0].strip()
    if not head[:1].isupper() or fold(head) in all_function_words():
        return False
    known = load()
    if known.states.by_name(head) or known.states.by_capital(head):
        return True
    city = known.places.city(head, ())
    return city is not None and city.population >= CITY_SIZE
