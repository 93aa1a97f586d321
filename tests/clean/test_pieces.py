import pytest

from communique.clean.lines import Line
from communique.clean.pieces import credit, dateline, fields, glued, is_dateline, split_fields


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("ACCRA, March 3 (Xinhua) -- The ministers met.", "ACCRA, March 3 (Xinhua) -- "),
        ("Accra – The ministers met.", "Accra – "),
        ("ACCRA (AP) — The ministers met.", "ACCRA (AP) — "),
        ("ACCRA ― The ministers met.", "ACCRA ― "),
        ("ACCRA, March 3. /TASS/. The ministers met.", "ACCRA, March 3. /TASS/. "),
    ],
)
def test_a_dateline_ends_before_the_sentence(text: str, before: str) -> None:
    found = dateline(text)
    assert found
    assert found.group() == before


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    lines = ["ACCRA, Ghana (AP)--", "ACCRA –", "Accra (once more)", "The ministers met in Accra (AP) -- again"]
    assert [is_dateline(line) for line in lines] == [True, False, False, False]


@pytest.mark.parametrize("text", ["The talks – which were long – ended.", "Ministers (who met) - left", "Accra –", ""])
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_a_word_is_glued_only_if_the_page_knows_it() -> None:
    known = [Line(text, 0, len(text)) for text in ("Sport", "Talks in Ghana go on")]
    found = glued("GhanaDuring the talks", known)
    assert found
    assert found.group() == "Ghana"
    assert [glued("McDonalds opened", known), glued("TogoDuring the talks", known)] == [None, None]
    assert glued("SportDuring the talks", known)


def test_a_caption_ends_where_its_credit_begins() -> None:
    found = credit("The ministers in Accra. | Photo: Twitter/@example")
    assert found
    assert found.start() == len("The ministers in Accra.")
    assert credit("The ministers met (Monday)") is None


def test_fields_side_by_side_get_roles_of_their_own() -> None:
    text = "Source: Reuters   Editor: Ama Mensah"
    parts = [(text[piece.start : piece.end], piece.role) for piece in split_fields(text, "source", "")]
    assert parts == [("Source: Reuters", "source"), ("Editor: Ama Mensah", "byline")]
    assert fields("one | two") == [(0, 3), (6, 9)]


def test_a_date_among_menu_words_is_cut_out() -> None:
    text = "date 2021-03-03 News / World"
    parts = [(text[piece.start : piece.end], piece.role) for piece in split_fields(text, "date", "")]
    assert parts == [("date 2021-03-03", "date"), ("News / World", "navigation")]
