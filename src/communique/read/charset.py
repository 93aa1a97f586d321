"""Bytes to text: by mark, by validity, by what a page declares, by charset-normalizer, in that order."""

import codecs
import re
from typing import NamedTuple

from communique.errors import InputError
from communique.read.sniff import wide_charset

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
# Only these families: Python also knows codecs that no page is written in, and some that are slow or unsafe.
_FAMILIES = re.compile(r"utf-?8|iso-?8859|latin|windows|cp\d|koi8|mac|gb|big5|euc|shift|sjis|ks_c|tis|us-ascii|ascii")
# What browsers read these labels as (WHATWG Encoding, "names and labels").
_ALIASES = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    "iso-8859-9": "cp1254", "tis-620": "cp874",
}  # fmt: skip
SAMPLE_BYTES = 262_144
FEW = 0.1  # a text in western Latin letters has no more than this share of bytes above 127
# Charsets of the web. The tables of DOS and of mainframes fit nearly any bytes, and no page is written in them.
_PLAUSIBLE = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u",
    "iso8859_2", "iso8859_5", "iso8859_7", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949", "iso2022_jp",
)  # fmt: skip


class Decoded(NamedTuple):
    """Text, the character set it was read in, and how many stretches were unreadable (now U+FFFD)."""

    text: str
    charset: str
    replaced: int


def decode(data: bytes, *, html: bool = False, label: str | None = None) -> Decoded:
    """`data` as text, line ends untouched, without a byte order mark. `label`: the character set that whatever
    carried it names; it counts more than what a page says of itself.

    Raises:
        InputError: no character set makes text of it.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], charset)
    wide = wide_charset(data[:SAMPLE_BYTES])
    if wide:
        return _replacing(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        said = known_charset(label or "") or (declared(data) if html else None)
        return _replacing(data, said) if said else _damaged(data) or _guessed(data)


def declared(data: bytes) -> str | None:
    """The character set a page says it is in, where Python can read it, by the name of its codec."""
    found = _DECLARED.search(data[:4096])
    return known_charset(found[1].decode("ascii", "replace")) if found else None


def known_charset(label: str) -> str | None:
    """The codec for a name of a character set that pages are written in, else None."""
    name = label.strip().lower()
    if not _FAMILIES.match(name):
        return None
    try:
        return codecs.lookup(_ALIASES.get(name, name)).name
    except LookupError:
        return None


def _replacing(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, "replace")
    return Decoded(text, charset, text.count("\ufffd"))


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, where the rest of it could hardly be anything else."""
    decoded = _replacing(data, "utf-8")
    sound = sum(1 for char in decoded.text if char > "\x7f") - decoded.replaced
    return decoded if sound > 4 * decoded.replaced else None


def _guessed(data: bytes) -> Decoded:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high < FEW * len(data):
        # A handful of accents and typographic marks: too little to tell one Latin set from another by.
        return _replacing(data, "cp1252")
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE_BYTES], cp_isolation=list(_PLAUSIBLE)).best()
    if best is None:
        raise InputError("binary", "No character set makes text of it; save the page as UTF-8")
    return _replacing(data, best.encoding)
