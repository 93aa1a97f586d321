import pytest
from tests.clean.pages import capture

from communique.clean import clean
from communique.clean.bounds import CHARACTERS, MAX_LINES, PARAGRAPHS, beyond, left_out
from communique.options import Options
from communique.records.articles import Article, Paragraph


@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        ([10] * PARAGRAPHS, set()),
        ([10] * (PARAGRAPHS + 2), {PARAGRAPHS, PARAGRAPHS + 1}),
        ([CHARACTERS, 1], {1}),
        ([CHARACTERS + 1], {0}),
        ([], set()),
    ],
)
def test_what_is_behind_the_bounds_is_beyond(lengths: list[int], found: set[int]) -> None:
    kept = tuple(Paragraph(role="body", reason="", text="a" * length, start=0) for length in lengths)
    dropped = Paragraph(role="legal", reason="", text="a" * CHARACTERS)
    article = Article(id="a", capture="a.txt", sha256="0", origin="o", text="", paragraphs=(dropped, *kept))
    assert beyond(article) == {i + 1 for i in found}


def test_lines_left_out_are_counted() -> None:
    text = "\n".join([*("The ministers met in the capital on Monday." for _ in range(MAX_LINES + 5)), "word " * 30])
    assert left_out(clean(capture(text, "text"))) == 6
    assert left_out(clean(capture(text, "text"), Options(max_line=100))) == 6
    assert left_out(clean(capture(text[:2_000], "text"))) == 0
