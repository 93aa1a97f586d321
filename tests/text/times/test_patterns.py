from communique.text.times.lexemes import lex
from communique.text.times.patterns import compiler

MACROS = {"date": "{month} {day}"}


def found(pattern: str, text: str) -> list[tuple[int, int, dict[str, object]]]:
    alphabet, compiled = compiler(MACROS, [pattern])
    lexemes = lex(text)
    return [(f.first, f.last, dict(f.values)) for f in compiled(pattern).search(alphabet.encode(lexemes), lexemes)]


def test_words_classes_and_options() -> None:
    assert found("the? {nth} quarter (of {year})?", "In the third quarter of 2021") == [
        (1, 6, {"nth": 3.0, "year": 2021.0})
    ]


def test_macros_and_roles() -> None:
    assert found("<date> (to|-) {day:last}", "March 3-5") == [(0, 4, {"month": 3, "day": 3.0, "last": 5.0})]


def test_brackets_mark_the_span() -> None:
    assert found("for [ {units} ]", "waited for years now") == [(2, 3, {"units": "year"})]


def test_a_wildcard_is_any_lexeme_and_a_parenthesis_can_be_meant() -> None:
    assert found("_ time \\( {zone} \\)", "Baku time (GMT)") == [(0, 5, {"zone": "GMT"})]


def test_a_number_too_large_for_its_class_does_not_fit() -> None:
    assert found("{day} {month}", "32 May") == []
