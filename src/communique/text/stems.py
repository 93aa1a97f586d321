"""Words without their endings, so that wordings can be compared without a parser.

A short stemmer for English, after step 1 of Porter (1980) with a few derivational endings: it is only ever asked
whether two words are likely forms of one, and never shown.
"""

import re
from functools import lru_cache

from communique.text.names import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*%?", re.UNICODE)
# Each ending with what stands for it, longer ones before those that they end in.
_ENDINGS = tuple(
    (pair.partition(":")[0], pair.partition(":")[2])
    for pair in (
        "ational:ate ization:ize isation:ize fulness:ful iveness:ive ations:ate ation:ate ments: ment: "
        "nesses: ness: ities: ising:ize ised:ize ises:ize ise:ize ingly: edly: ally:al ies:y ied:y sses:ss "
        "xes:x ches:ch shes:sh ings: ing: ity: ed: ly: ions: ion: ive: al: es: s: e: "
    ).split()
)
_SHORTEST = 3
_KEPT_S = ("ss", "us", "is")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` folded, without its ending: "strengthening" and "strengthened" are one."""
    plain = fold(word)
    for suffix in ("'s", "’s"):
        plain = plain.removesuffix(suffix)
    if len(plain) <= _SHORTEST or not plain.isalpha():
        return plain
    for ending, instead in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) + len(instead) >= _SHORTEST:
            if ending == "s" and plain.endswith(_KEPT_S):
                continue
            cut = plain[: -len(ending)] + instead
            return _undoubled(cut)
    return plain


def _undoubled(word: str) -> str:
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsze":
        return word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


def words_of(text: str) -> list[str]:
    """Each word or figure of `text`."""
    return _WORD.findall(text)


def word_spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of each word or figure of `text`."""
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
