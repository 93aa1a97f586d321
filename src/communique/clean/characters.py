"""What each character is to the classifier, as bits: a page's characters are looked up all at once."""

from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

Kinds = NDArray[np.uint32]
FULL_STOPS = ".!?…。！？؟۔।"
(
    KNOWN, CASED, UPPER, LOWER, TITLED, DIGIT, NUMERAL, FIGURE, BLANK, FAR, WIDE,
    STOP, WIDE_STOP, QUOTE, CLOSING, OPENING, COLON, QUESTION, ELLIPSIS, BRACKET, JOINT, BAR, MARK,
) = (1 << bit for bit in range(23))  # fmt: skip
_SETS = {
    STOP: FULL_STOPS,
    WIDE_STOP: "。！？",
    QUOTE: "\"'”’»)",  # what may close behind a full stop inside a line
    CLOSING: "\"'”’»›)]\u201c\u300d\u300f",  # and at its end
    OPENING: "\"“«‘'„",
    COLON: ":：",
    QUESTION: "?？؟",
    ELLIPSIS: "…",
    BRACKET: "]",
    JOINT: "'’-",  # what joins two parts of a word
    BAR: "|»›>/·•",  # what stands between links
    MARK: "|([/:©",  # what a picture's credit begins with
}
_TABLE = np.zeros(0x110000, dtype=np.uint32)


def kinds_of(text: str) -> Kinds:
    """The bits of each character of `text`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    found = _TABLE[codes]
    if found.all():
        return found
    for code in np.unique(codes[found == 0]).tolist():
        _TABLE[code] = _kind(chr(code))
    return _TABLE[codes]


def _kind(char: str) -> int:
    """`CASED` is a letter or a number that is no decimal digit: words as written are made of these. `FAR` is a letter
    beyond the English alphabet's, `WIDE` what may be one of those that are a word each, `FIGURE` what words have as
    a figure once they are folded."""
    kind = KNOWN | sum(bit for bit, chars in _SETS.items() if char in chars)
    facts = (
        (CASED, char.isalnum() and not char.isdecimal()), (UPPER, char.isupper()), (LOWER, char.islower()),
        (TITLED, char.istitle() and not char.isupper()), (DIGIT, char.isdecimal()), (NUMERAL, char.isdigit()),
        (FIGURE, any(map(str.isdigit, normalize("NFKC", char)))),        (BLANK, char.isspace()),
        (FAR, char.isalpha() and not char.isascii()), (WIDE, char >= "\u2e80"),
    )  # fmt: skip
    return kind | sum(bit for bit, holds in facts if holds)
