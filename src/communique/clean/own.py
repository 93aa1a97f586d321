"""What can be said of each line by itself: its length, its end, its capitals, its small words."""

import re
from collections.abc import Callable

import numpy as np

from communique.clean.characters import BAR, BLANK, CASED, DIGIT, JOINT, LOWER, QUOTE, STOP, TITLED, UPPER, WIDE_STOP
from communique.clean.lexicon import CJK, LETTERS, SMALL, YOU
from communique.clean.sheet import Sheet
from communique.clean.table import Column, Columns, Mask, column
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
    lasts = [line.text[-1] for line in sheet.lines]
    digits = sheet.count_at(np.flatnonzero(sheet.kinds & DIGIT))
    firsts = sheet.kinds[sheet.starts]
    return {
        "words": counts,
        "size": np.log2(1 + counts),
        "chars": np.log2(1 + sheet.sizes),
        "end": column(ends_sentence(line.text) for line in sheet.lines),
        "colon": column(map(":：".__contains__, lasts)),
        "question": column(map("?？؟".__contains__, lasts)),
        "ellipsis": column(line.text.endswith(("...", "…", "[…]")) for line in sheet.lines),
        "sentences": np.minimum(_MOST, _sentences(sheet)),
        "small": sheet.count_words(SMALL) / some,
        "cjk": sheet.count_words(CJK) / some,
        "capitals": _capitals(sheet),
        "upper": ((counts > 1) & sheet.with_kind(UPPER) & ~sheet.with_kind(LOWER | TITLED)).astype(np.float64),
        "digits": digits / sheet.sizes,
        "separated": _checked(sheet, sheet.with_kind(BAR), is_separated),
        "bullet": column(line.bullet is not None for line in sheet.lines),
        "lower": (firsts & LOWER != 0).astype(np.float64),
        "number_first": column(line.text[0].isdigit() for line in sheet.lines),
        "quote_first": column(line.text[0] in "\"“«‘'„" for line in sheet.lines),
        "address": _checked(sheet, sheet.holding("://", "www.", "@", ".com"), _has_address),
        "dated": _checked(sheet, (digits > 0) & (counts < _DATED), lambda text: _DATE.search(text) is not None),
        "no_letters": (sheet.count_words(LETTERS) == 0).astype(np.float64),
        "you": sheet.count_words(YOU) / some,
    }


def is_separated(text: str) -> bool:
    """Whether bars, arrows or dots stand between its words, as in a row of links."""
    head = text[:_HEAD]
    return _SEPARATOR.search(head) is not None and _SEPARATED.search(head) is not None


def _has_address(text: str) -> bool:
    return _ADDRESS.search(text, 0, _HEAD) is not None


def _checked(sheet: Sheet, may: Mask, holds: Callable[[str], bool]) -> Column:
    """1 for each of the lines that may, and do."""
    found = np.zeros(len(sheet.lines))
    for i in np.flatnonzero(may).tolist():
        found[i] = holds(sheet.lines[i].text)
    return found


def _sentences(sheet: Sheet) -> Column:
    """How many places look like a sentence's end: a full stop before a space or the line's end, closing quotation marks
    between them or not; a wide full stop anywhere."""
    kinds = sheet.kinds
    stops = np.flatnonzero(kinds & STOP)
    others = np.flatnonzero((kinds & QUOTE) == 0)
    behind = kinds[others[np.searchsorted(others, stops + 1)]]
    return sheet.count_at(stops[((behind & BLANK) | (kinds[stops] & WIDE_STOP)) != 0])


def _capitals(sheet: Sheet) -> Column:
    """The share of words that start with a capital; 0 where there are none. Words as written: letters, with an
    apostrophe or a hyphen between them or not."""
    kinds = sheet.kinds
    letter, joint = (kinds & CASED) != 0, (kinds & JOINT) != 0
    begins = letter.copy()
    begins[1:] &= ~letter[:-1]
    begins[2:] &= ~(joint[1:-1] & letter[:-2])
    places = np.flatnonzero(begins)
    capital = sheet.count_at(places[(kinds[places] & UPPER) != 0])
    return capital / np.maximum(1.0, sheet.count_at(places))
