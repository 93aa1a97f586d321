"""Words as the classifier compares them, and tests on how a stretch of text reads."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from communique.clean.characters import FULL_STOPS

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af"
_WORD = re.compile(f"[{_CJK}]|[^\\W_{_CJK}]+")
# Plain text in small letters, all but letters, figures and line feeds a space.
_PLAIN = {code: char.lower() if (char := chr(code)).isalnum() or char == "\n" else " " for code in range(128)}
_MARKS = "’“”‘–—…\u00a0•·»«©"
_CLOSING = "\"'”’»›)]\u201c\u300d\u300f"
_END = re.compile(rf"[{FULL_STOPS}][\"'”’»›)\]\u201c\u300d\u300f]*(?:\s?\[\d{{1,3}}\])*$")
_MAY_END = frozenset(FULL_STOPS + _CLOSING)
_CASED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASCII_CASED = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
_LATIN, _NOT_ASCII = re.compile("[A-Za-z]"), re.compile(r"[^\x00-\x7f]")
MAX_WORDS = 3_000
# Of lines up to this many characters what was worked out is kept: menus and buttons stand on page after page.
SHORT, KEPT = 120, 8_000


def fold(text: str) -> str:
    """`text` in one case, with compatibility forms and curly apostrophes made plain."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, each Chinese, Japanese or Korean character one; bounded to `MAX_WORDS`."""
    return _short_words(text) if len(text) <= SHORT else _words(text)


def fold_lines(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The folded words of each of `texts`, read in one go: line feeds stand between them, and in none of them."""
    joined = _unmarked("\n".join(texts))
    plain = joined.split("\n")
    if len(plain) != len(texts):
        return list(map(fold_words, texts))
    odd = [i for i, text in enumerate(plain) if not text.isascii() or len(text) > MAX_WORDS]
    for i in odd:
        plain[i] = ""
    folded = ("\n".join(plain) if odd else joined).translate(_PLAIN).split("\n")
    found = [tuple(text.split()) for text in folded]
    for i in odd:
        found[i] = fold_words(texts[i])
    return found


def _unmarked(text: str) -> str:
    """`text` without the marks that most plain text is written with: its words are found in half the time."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def _words(text: str) -> tuple[str, ...]:
    text = _unmarked(text[: MAX_WORDS * 12])
    if text.isascii():
        return tuple(text.translate(_PLAIN).split()[:MAX_WORDS])
    return tuple(_WORD.findall(fold(text))[:MAX_WORDS])


_short_words = lru_cache(maxsize=KEPT)(_words)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a full stop, a question or an exclamation mark, before closing quotation marks."""
    return text[-1:] in _MAY_END and _END.search(text[-24:]) is not None


def cased(text: str) -> list[str]:
    """The words of `text` as written, letters only."""
    return (_ASCII_CASED if text.isascii() else _CASED).findall(text, 0, 6_000)


@lru_cache(maxsize=10_000)
def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0] if char.isalpha() else ""


def main_script(text: str) -> str | None:
    """The script most letters of the first 4,000 characters of `text` are in, by the first word of their Unicode
    names, or None where there are no letters."""
    text = text[:4_000]
    if text.isascii():
        return "LATIN" if _LATIN.search(text) else None
    found: dict[str, int] = {}
    for char in _NOT_ASCII.findall(text):
        name = _script(char)
        if name:
            found[name] = found.get(name, 0) + 1
    if not found.keys() - {"LATIN"}:
        return "LATIN" if found or _LATIN.search(text) else None
    found["LATIN"] = found.get("LATIN", 0) + len(_LATIN.findall(text))
    return max(sorted(found), key=found.__getitem__)
