import pytest

from communique.clean.lines import split_lines


def test_lines_stand_where_they_say_without_their_margins() -> None:
    text = "\ufeffOne \r\n\r\n\u00a0\u00a0• Two\u2028three"
    lines = split_lines(text)
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines] == ["One", "Two", "three"]


def test_gaps_count_blank_lines_and_a_bullet_is_no_text() -> None:
    first, second = split_lines("One\n\n \n  * Two")
    assert (first.gap, first.bullet, second.gap, second.indent, second.bullet) == (0, None, 2, 2, 9)


@pytest.mark.parametrize("text", ["", "\n\r\n", " \u00a0\t", "\u200b\n\ufeff"])
def test_blank_text_has_no_lines(text: str) -> None:
    assert split_lines(text) == []


@pytest.mark.parametrize("text", ["- ", "•", "o Porto", "– Não, disse ela.", "1. First"])
def test_what_is_no_list_mark_stays_in_the_line(text: str) -> None:
    (line,) = split_lines(text)
    assert (line.text, line.bullet) == (text.strip(), None)


def test_a_very_long_line_takes_no_time() -> None:
    (line,) = split_lines("  " + "x" * 3_000_000 + " " * 3_000_000)
    assert len(line.text) == 3_000_000
