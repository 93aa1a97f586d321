"""What can be said of each line by itself: its length, its end, its capitals, its small words."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.clean import characters as char
from communique.clean.lexicon import SMALL, YOU
from communique.clean.sheet import Sheet
from communique.clean.table import Column, Columns, Mask, column, which
from communique.clean.words import ends_sentence

_SEPARATED = re.compile(r"\s[|»›>/·•]\s|^[|»›>]|[|»›>]$")
_SEPARATOR = re.compile("[|»›>/·•]")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|\.com\b")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}")
_DATED = 15  # words from which a line is none of a date alone
_HEAD = 400  # characters in which addresses and separators are looked for
_MOST = 6  # sentences: more are a long paragraph like another


def own_columns(sheet: Sheet) -> Columns:
    """The features that a line has whatever stands around it."""
    counts, some = sheet.counts, np.maximum(1.0, sheet.counts)
    firsts, lasts = sheet.kinds[sheet.starts], sheet.kinds[sheet.starts + sheet.sizes.astype(np.intp) - 1]
    digits = sheet.count_at((sheet.kinds & char.DIGIT).nonzero()[0])
    return {
        "words": counts,
        "size": np.log2(1 + counts),
        "chars": np.log2(1 + sheet.sizes),
        "end": _where(lasts & char.STOP) + _checked(sheet, (lasts & char.CLOSING) != 0, ends_sentence),
        "colon": _where(lasts & char.COLON),
        "question": _where(lasts & char.QUESTION),
        "ellipsis": _checked(sheet, (lasts & (char.STOP | char.BRACKET)) != 0, _breaks_off),
        "sentences": np.minimum(_MOST, _sentences(sheet)),
        "small": sheet.count_words(SMALL) / some,
        "cjk": _of_words(sheet, sheet.with_kind(char.WIDE), _wide) / some,
        "capitals": _capitals(sheet),
        "upper": _where((counts > 1) & sheet.with_kind(char.UPPER) & ~sheet.with_kind(char.LOWER | char.TITLED)),
        "digits": digits / sheet.sizes,
        "separated": _checked(sheet, sheet.with_kind(char.BAR), is_separated),
        "bullet": column(line.bullet is not None for line in sheet.lines),
        "lower": _where(firsts & char.LOWER),
        "number_first": _where(firsts & char.NUMERAL),
        "quote_first": _where(firsts & char.OPENING),
        "address": _checked(sheet, sheet.holding("://", "www.", "@", ".com"), _has_address),
        "dated": _checked(sheet, (digits > 0) & (counts < _DATED), lambda text: _DATE.search(text) is not None),
        "no_letters": _no_letters(sheet),
        "you": sheet.count_words(YOU) / some,
    }


def _where(bits: NDArray[Any]) -> Column:
    """1 where a bit is set."""
    found: Column = (bits != 0).astype(np.float64)
    return found


def _breaks_off(text: str) -> bool:
    return text.endswith(("...", "…", "[…]"))


def _no_letters(sheet: Sheet) -> Column:
    """The lines none of whose words is letters alone: where there are no figures, those without words."""
    mixed = sheet.with_kind(char.FIGURE)
    return _of_words(sheet, mixed, lambda words: not any(map(str.isalpha, words))) + _where(
        ~mixed & (sheet.counts == 0)
    )


def _wide(words: Sequence[str]) -> int:
    return sum(len(word) == 1 and word > "\u3000" for word in words)


def is_separated(text: str) -> bool:
    """Whether bars, arrows or dots stand between its words, as in a row of links."""
    head = text[:_HEAD]
    return _SEPARATOR.search(head) is not None and _SEPARATED.search(head) is not None


def _has_address(text: str) -> bool:
    return _ADDRESS.search(text, 0, _HEAD) is not None


def _checked(sheet: Sheet, may: Mask, holds: Callable[[str], bool]) -> Column:
    """1 for each of the lines that may, and do."""
    found = np.zeros(len(sheet.lines))
    for i in which(may):
        found[i] = holds(sheet.lines[i].text)
    return found


def _of_words(sheet: Sheet, may: Mask, value: Callable[[Sequence[str]], float]) -> Column:
    """What is found in the words of each of the lines that may have it; 0 for the others."""
    found = np.zeros(len(sheet.lines))
    for i in which(may):
        found[i] = value(sheet.lines[i].words)
    return found


def _sentences(sheet: Sheet) -> Column:
    """How many places look like a sentence's end: a full stop before a space or the line's end, closing quotation marks
    between them or not; a wide full stop anywhere."""
    kinds = sheet.kinds
    stops = (kinds & char.STOP).nonzero()[0]
    others = ((kinds & char.QUOTE) == 0).nonzero()[0]
    behind = kinds[others[np.searchsorted(others, stops + 1)]]
    return sheet.count_at(stops[((behind & char.BLANK) | (kinds[stops] & char.WIDE_STOP)) != 0])


def _capitals(sheet: Sheet) -> Column:
    """The share of words that start with a capital; 0 where there are none. Words as written: letters, with an
    apostrophe or a hyphen between them or not."""
    kinds = sheet.kinds
    letter, joint = (kinds & char.CASED) != 0, (kinds & char.JOINT) != 0
    begins = letter.copy()
    begins[1:] &= ~letter[:-1]
    begins[2:] &= ~(joint[1:-1] & letter[:-2])
    places = begins.nonzero()[0]
    capital = sheet.count_at(places[(kinds[places] & char.UPPER) != 0])
    return capital / np.maximum(1.0, sheet.count_at(places))
