import pytest

from communique.errors import InputError
from communique.read.charset import declared, decode
from communique.read.plain import check_lines
from communique.read.sniff import binary_kind, is_html


@pytest.mark.parametrize(
    ("data", "text", "charset"),
    [
        ("Größe\r\nTür".encode(), "Größe\r\nTür", "utf-8"),
        (b"\xef\xbb\xbfTalks", "Talks", "utf-8"),
        ("Переговоры".encode("utf-16"), "Переговоры", "utf-16-le"),
        ("The talks ended early on Monday.".encode("utf-16-be"), "The talks ended early on Monday.", "utf-16-be"),
        (
            b"The minister\x92s visit, as \x93planned\x94, begins",
            "The minister’s visit, as “planned”, begins",
            "cp1252",
        ),
    ],
)
def test_text_is_read_in_its_character_set(data: bytes, text: str, charset: str) -> None:
    decoded = decode(data)

    assert (decoded.text, decoded.charset, decoded.replaced) == (text, charset, 0)


def test_a_broken_byte_costs_itself() -> None:
    data = "Первая строка.\nВторая строка.".encode()

    decoded = decode(data.replace(b"\n", b"\xff\n"))

    assert decoded.charset == "utf-8"
    assert decoded.replaced == 1
    assert decoded.text.startswith("Первая строка.")


def test_cyrillic_without_a_declaration_is_guessed() -> None:
    text = (
        "Президент прибыл в столицу с официальным визитом во вторник вечером. Стороны обсудили торговлю и энергетику."
    )

    assert decode(text.encode("cp1251")).text == text


def test_a_page_is_read_as_it_declares() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>Визит</html>'

    decoded = decode(page.encode("cp1251"), html=True)

    assert (decoded.text, decoded.charset) == (page, "cp1251")


@pytest.mark.parametrize("name", ["rot13", "base64", "unicode_escape", "punycode", "no-such-set", "utf-7"])
def test_a_declared_codec_that_no_page_is_written_in_is_not_used(name: str) -> None:
    assert declared(f'<meta charset="{name}">'.encode()) is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (bytes(range(256)) * 8, "binary data"),
        (b"plain words\n", None),
        ("слова".encode("utf-16"), None),
        (b"a long enough stretch of words, in which one zero stands astray: \x00 and no more", None),
    ],
)
def test_binary_data_is_told_from_text(head: bytes, kind: str | None) -> None:
    assert binary_kind(head) == kind


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xef\xbb\xbf  <!-- saved from somewhere -->\n<!DOCTYPE html><html>", True),
        (b'<?xml version="1.0"?><html xmlns="x">', True),
        (b"The <html> element is where a page begins", False),
    ],
)
def test_html_is_told_by_its_beginning(head: bytes, expected: bool) -> None:
    assert is_html(head) is expected


def test_comments_without_end_are_looked_at_no_longer_than_others() -> None:
    assert is_html(b"<!--" * 16_000) is False


def test_lines_are_bounded() -> None:
    check_lines("a" * 10 + "\n" + "b" * 10, 10)

    with pytest.raises(InputError, match="Line 3 is longer than 10"):
        check_lines("a\nb\n" + "c" * 11, 10)
