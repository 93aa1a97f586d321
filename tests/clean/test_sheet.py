import numpy as np

from communique.clean.characters import DIGIT
from communique.clean.lexicon import SMALL
from communique.clean.lines import Line
from communique.clean.sheet import sheet_of
from communique.clean.table import Mask
from communique.clean.vocabulary import page_vocabulary
from communique.clean.words import fold_words

TEXTS = ("Talks in Accra", "…", "COPYRIGHT 2024 Ł", "Share", "The ministers share a view", "leave a", "comment")
SHEET = sheet_of([Line(text, 0, len(text)) for text in TEXTS])


def places(mask: Mask) -> list[int]:
    return np.flatnonzero(mask).tolist()


def test_what_lines_hold_is_told_line_by_line() -> None:
    assert SHEET.counts.tolist() == [3, 0, 3, 1, 5, 2, 1]
    assert SHEET.sizes.tolist() == [len(text) for text in TEXTS]
    assert SHEET.count_words(SMALL).tolist() == [1, 0, 0, 0, 2, 1, 0]
    assert places(SHEET.with_kind(DIGIT)) == places(SHEET.years) == [2]


def test_a_needle_is_found_in_whatever_case_and_behind_letters_that_grow() -> None:
    grown = sheet_of([Line("İİİİ", 0, 4), Line("Copyright", 0, 9), Line("news", 0, 4)])
    assert places(grown.holding("copyright", "©")) == [1]


def test_a_phrase_is_found_where_it_stands_as_it_must_and_not_across_lines() -> None:
    expected = {i: page_vocabulary().hits(fold_words(text)) for i, text in enumerate(TEXTS)}
    assert SHEET.hits == {i: hits for i, hits in expected.items() if hits}
    assert SHEET.hits.keys() == {2, 3, 6}


def test_no_lines_hold_nothing() -> None:
    assert (sheet_of([]).sizes.size, sheet_of([]).words, sheet_of([]).hits) == (0, [], {})
