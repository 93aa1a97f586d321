import pytest

from communique.clean.vocabulary import month_numbers, page_vocabulary
from communique.clean.words import fold_words


def said(text: str) -> set[tuple[str, str]]:
    return {(hit.role, hit.how) for hit in page_vocabulary().hits(fold_words(text))}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Leave a Reply", "comments"),
        ("Lascia un commento", "comments"),
        ("Читайте также:", "related"),
        ("اقرأ أيضا", "related"),
        ("相关阅读", "related"),
        ("版权所有", "legal"),
        ("Visualizzazioni : 41", "counter"),
    ],
)
def test_marks_are_known_in_many_languages(text: str, role: str) -> None:
    assert role in {role for role, _ in said(text)}


def test_a_phrase_that_must_stand_alone_is_not_found_inside_a_sentence() -> None:
    assert ("related", "is") not in said("The latest news from the harbour was good")


def test_every_month_form_names_one_month() -> None:
    months = month_numbers()
    assert (months["januar"], months["марта"], months["aralık"]) == (1, 3, 12)
