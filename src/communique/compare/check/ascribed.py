"""The words of a quotation without the attribution around them: "…, Berg said", "according to Berg, …", "Berg: …"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.knowledge.verbs import load_verbs

# A speaker is named, and when or where he spoke is told, in no more words than these.
_NAME, _TAIL = 6, 9
_OFFICE = 4
_LEAST_WORDS = 3
_SPEECH = frozenset({"say", "claim", "announce", "promise", "deny", "agree"})
_PRONOUNS = frozenset({"he", "she"})
# Words that may stand small in a name, or before an office.
_SMALL = frozenset("of the a an and for to de da del di van von bin ibn al el".split())
_NO_NAME = frozenset("i we you they it this that these those there our my your their his her".split())
_MARKS = "\"“”„«»'‘’"
_LEADING = re.compile(r"\s*(?:that\b|[,:–—-])?\s*", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r"\s+(?:on|in|at|during|after|last|yesterday|today)\b[^\"“”„«»,;:.!?]*?\s+that\b\s*", re.I)
_BREAK = re.compile(r"[,;.!?–—-][\"”»’']?\s+(?=\S)")
_ACCORDING = re.compile(r"(?:as\s+)?(according to|in the words of)\s+", re.IGNORECASE)


class Ascribed(NamedTuple):
    """`said`: the words without the attribution; `name`: whom it names, or "" where it names nobody; `around`: the
    words of the attribution, which may tell when it was said."""

    said: str
    name: str
    around: str = ""


def parted(text: str, known: Callable[[str], bool]) -> Ascribed:
    """`text` without an attribution at its end or, where it names somebody who is `known`, at its beginning."""
    for found in (*_trailing(text), *_ahead(text, known)):
        if len(found.said.split()) >= _LEAST_WORDS:
            return found
    return Ascribed(text, "")


def _trailing(text: str) -> Iterator[Ascribed]:
    """Behind the last comma or full stop that somebody who speaks follows."""
    for mark in reversed(list(_BREAK.finditer(text))):
        behind = text[mark.end() :].split()
        if len(behind) > _NAME + 1 + _TAIL:
            return
        name = _speaker(behind)
        if name is not None:
            yield Ascribed(text[: mark.start()].strip(), name, text[mark.end() :])
            return


def _ahead(text: str, known: Callable[[str], bool]) -> Iterator[Ascribed]:
    words = list(re.finditer(r"\S+", text))[: _NAME + 2]
    if source := _ACCORDING.match(text):
        name, comma, said = text[source.end() :].partition(",")
        if comma and len(name.split()) <= _NAME and known(name):
            yield Ascribed(said.strip(), name.strip())
        return
    for n, word in enumerate(words[1:], 1):
        name, spoken = text[: word.start()].strip(), _speaks(word.group())
        colon = words[n - 1].group().endswith(":")
        if (spoken or colon) and _is_subject(name) and known(name.rstrip(":")):
            start = word.start() if colon else _behind(text, word.start() + len(word.group().rstrip(",:")))
            yield Ascribed(text[start:].strip(), name.rstrip(":"), text[:start])
            return


def _behind(text: str, cue_end: int) -> int:
    """Where the words begin behind "said": behind when and where he said it too, as in "said on Monday in Bergen
    that …"."""
    circumstance = _CIRCUMSTANCE.match(text, cue_end)
    if circumstance and len(circumstance.group().split()) <= _TAIL:
        return circumstance.end()
    leading = _LEADING.match(text, cue_end)
    return leading.end() if leading else cue_end


def _is_subject(name: str) -> bool:
    """Whether words before "said" are a name or an office and no more: what a quotation puts in brackets is its own,
    and "The notes show that Mayor Berg" is the beginning of a remark."""
    words = name.split()
    short = words[0].lower() != "the" or len(words) <= _OFFICE
    return short and not name.startswith("[") and _name(words) is not None


def _speaker(words: list[str]) -> str | None:
    """Whom an attribution names ("" for a pronoun), None where the words are none."""
    text = " ".join(words)
    if source := _ACCORDING.match(text):
        rest = text[source.end() :].split()
        return _name(rest) if len(rest) <= _NAME else None
    if words and words[0].lower() == "as":
        words = words[1:]
    for n, word in enumerate(words[: _NAME + 1]):
        if not _speaks(word):
            continue
        if n:
            return _name(words[:n])
        return _name(words[1:]) if len(words) <= _NAME + 1 else None
    return None


def _speaks(word: str) -> bool:
    cue = load_verbs().verb(word.strip(".,:;" + _MARKS).lower())
    return cue is not None and cue.stance in _SPEECH and cue.has("clause")


def _name(words: list[str]) -> str | None:
    """The name that words behind a comma are: capitals, or an office with its article; "" for a pronoun."""
    bare = [word.strip(".,:;()" + _MARKS) for word in words]
    if not all(bare) or bare[0].lower() in _NO_NAME:
        return None
    if len(bare) == 1 and bare[0].lower() in _PRONOUNS:
        return ""
    office = bare[0].lower() == "the" and len(bare) > 1
    named = bare[-1][:1].isupper() and all(w[:1].isupper() or w.lower() in _SMALL for w in bare)
    return " ".join(bare) if office or named else None
