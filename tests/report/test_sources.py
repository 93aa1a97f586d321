"""Where in an article a citation points."""

from collections.abc import Sequence

from msgspec.structs import replace
from tests.factories import article

from communique.records.articles import Article
from communique.report.sources import Paragraphs


def covering(found: Article, at: int) -> int | None:
    """The same, paragraph by paragraph."""
    for n, paragraph in enumerate(found.paragraphs):
        if paragraph.start is not None and paragraph.end is not None and paragraph.start <= at <= paragraph.end:
            return None if paragraph.role == "title" else n
    return None


def numbers(found: Article) -> Sequence[int | None]:
    return [Paragraphs(found).number(at) for at in range(len(found.text) + 3)]


def test_a_paragraph_is_found_from_its_first_character_to_its_end() -> None:
    made = article("a", "They met.", "They spoke of trade.", "It rained.")
    assert numbers(made) == [covering(made, at) for at in range(len(made.text) + 3)]
    assert numbers(made)[9:20] == [1] * 10 + [None]


def test_paragraphs_without_a_place_those_out_of_order_and_those_that_touch_are_found_too() -> None:
    title, first, second, third = article("a", "They met.", "They spoke of trade.", "It rained.").paragraphs
    made = article("a", "They met.", "They spoke of trade.", "It rained.")
    dropped = replace(first, role="related", start=None, end=None)
    touching = replace(second, end=third.start)
    for rows in ((title, dropped, second, third), (third, second, first, title), (title, first, touching, third)):
        mixed = replace(made, paragraphs=rows)
        assert numbers(mixed) == [covering(mixed, at) for at in range(len(made.text) + 3)]
