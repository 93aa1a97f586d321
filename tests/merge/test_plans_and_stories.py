"""Plans that several pages tell without a date, undated pages on one story, and parts of a dated whole."""

from communique.merge.stories import Stories
from communique.records.articles import Article


def page(name: str, text: str) -> Article:
    return Article(id=name, capture=name, sha256=name, origin=name, text=text)


STORY = "The minister opened the bridge over the fjord on the island while fishermen protested against the toll."
AGAIN = "Fishermen protested against the toll when the minister opened the island bridge over the fjord."
OTHER = "A court in the capital heard the appeal of a banker who had hidden money from his creditors abroad."


def test_pages_on_one_story_are_alike_and_others_are_not() -> None:
    stories = Stories([page("a", STORY), page("b", AGAIN), page("c", OTHER)])
    assert (stories.alike("a", "b"), stories.alike("b", "a"), stories.alike("a", "c")) == (1.0, 1.0, 0.0)


def test_a_page_that_is_not_there_and_one_without_words_are_like_nothing() -> None:
    stories = Stories([page("a", STORY), page("d", "")])
    assert (stories.alike("a", "z"), stories.alike("a", "d")) == (0.0, 0.0)
