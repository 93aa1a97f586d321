"""Words as the classifier compares them, and tests on how a stretch of text reads."""

import re
import unicodedata

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af"
_WORD = re.compile(f"[{_CJK}]|[^\\W_{_CJK}]+")
_FULL_STOPS = ".!?…。！？؟۔।"
_END = re.compile(rf"[{_FULL_STOPS}][\"'”’»›)\]\u201c\u300d\u300f]*(?:\s?\[\d{{1,3}}\])*$")
MAX_WORDS = 3_000


def fold(text: str) -> str:
    """`text` in one case, with compatibility forms and curly apostrophes made plain."""
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, each Chinese, Japanese or Korean character one; bounded to `MAX_WORDS`."""
    return tuple(_WORD.findall(fold(text[: MAX_WORDS * 12])))[:MAX_WORDS]


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a full stop, a question or an exclamation mark, before closing quotation marks."""
    return _END.search(text[-24:]) is not None


def count_sentences(text: str) -> int:
    """How many places in `text` look like a sentence's end: a full stop before a space or the end."""
    return len(re.findall(rf"[{_FULL_STOPS}][\"'”’»)]*(?:\s|$)|[。！？]", text[:20_000]))


def cased(text: str) -> list[str]:
    """The words of `text` as written, letters only."""
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text[:6_000])


def capital_share(text: str) -> float:
    """The share of words that start with a capital; 0 where there are none."""
    words = cased(text)
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def scripts(text: str) -> dict[str, int]:
    """How many letters of each script `text` holds, by the first word of their Unicode names."""
    found: dict[str, int] = {}
    for char in text[:4_000]:
        if char.isalpha():
            name = "LATIN" if char.isascii() else unicodedata.name(char, "UNKNOWN").split()[0]
            found[name] = found.get(name, 0) + 1
    return found


def main_script(text: str) -> str | None:
    """The script most letters of `text` are in, or None where it has no letters."""
    found = scripts(text)
    return max(sorted(found), key=found.__getitem__) if found else None
