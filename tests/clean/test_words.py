from hypothesis import given, settings
from hypothesis import strategies as st

from communique.clean.words import fold_lines, fold_words

TEXT = st.text(st.sampled_from("aZé9 -_’“…\u00a0ŁİßŒ漢한²½\u0301\t\n") | st.characters(), max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXT, max_size=5))
def test_words_of_many_lines_are_those_of_each(texts: list[str]) -> None:
    assert fold_lines(texts) == [fold_words(text) for text in texts]


def test_words_are_folded_and_parted_at_every_mark() -> None:
    assert fold_words("“Don’t”, said Œuvre_2 … 漢字ﬁn") == ("don", "t", "said", "œuvre", "2", "漢", "字", "fin")


def test_a_long_line_has_no_more_words_than_are_compared() -> None:
    assert [len(words) for words in fold_lines(["word " * 4_000, "two words"])] == [3_000, 2]
