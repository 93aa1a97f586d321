import pytest

from communique.text.names import fold, same_person, spelt_alike


@pytest.mark.parametrize(
    ("full", "other", "expected"),
    [
        ("Angela Merkel", "Merkel", True),
        ("Angela Merkel", "Angela Merkel", True),
        ("Xi Jinping", "Xi", True),
        ("Ebrahim Raisi", "Ibrahim Raisi", True),
        ("Recep Tayyip Erdogan", "Recep Erdoğan", True),
        ("J. Smith", "John Smith", True),
        ("Brian O'Hara", "O'Hara", True),
        ("Robert W. Berg", "Robert A. Berg", False),
        ("Robert Walter Berg", "Robert W. Berg", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Hassan Rouhani", "Ebrahim Raisi", False),
        ("Merkel", "Macron", False),
        ("", "Macron", False),
    ],
)
def test_same_person(full: str, other: str, expected: bool) -> None:
    assert same_person(full, other) is expected


def test_fold_takes_case_diacritics_and_possessives() -> None:
    assert fold("Erdoğan’s") == "erdogan"


def test_short_words_are_never_spelt_alike() -> None:
    assert not spelt_alike("Wang", "Wong")
