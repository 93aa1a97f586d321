"""Which outlet a text capture is from: the name behind the title, the holder of the copyright, the page's first line.

Each of them may be something else (a section, the publisher of twenty titles, a link). What the page says again
elsewhere is its own name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import NamedTuple

from communique.clean.press import company_forms, is_agency
from communique.clean.vocabulary import all_function_words, hits_in
from communique.clean.words import fold_words
from communique.records.articles import KEPT_ROLES, Paragraph, Role

LONGEST = 400  # characters of a paragraph that are looked at
_TELLING: tuple[Role, ...] = ("other", "legal", "consent")  # what a page says of itself
WORDS = 6  # of a name
MARKS = ("©", "(c)", "copyright", "℗")
CLAIMS = 8  # of a kind that are looked into
MASTHEAD = 3  # lines at the top of a page in which its name stands
_MARK = re.compile(r"©|\(c\)|\bcopyright\b|℗", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = re.compile(
    r"(?:©|\(c\)|\bcopyrights?\b|℗|(?:19|20)\d\d|present|by\b|all rights reserved\.?|[\s,.:|–-])+", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_][^|©®™•·\n]{0,79}")
_ENDS = re.compile(
    r"\s*(?:[,;:(]|\s[–—-]\s|(?<=[^\W\d_]{3})\.(?:\s|$)|\s{2,}|(?:19|20)\d\d|\b(?:all|alle|todos|tous|tutti|все)\b"
    r"|\b(?:or its|and its|and/or|powered|built|designed|theme|registered|privacy|terms|polic(?:y|ies)|notice)\b"
    r"|\bis an?\b)",
    re.IGNORECASE,
)


class Claim(NamedTuple):
    """A name that may be the outlet's, with its place in a paragraph."""

    paragraph: Paragraph
    start: int
    name: str


def outlet(paragraphs: Sequence[Paragraph]) -> Claim | None:
    """The best-attested name: one that the page says twice, else the holder of the copyright, if that is no company."""
    said = _Said(paragraphs)
    own = (said.anywhere(claim) for claim in islice(_suffixes(paragraphs), CLAIMS))
    held = (said.longest(claim) for claim in islice(_holders(said.marked()), CLAIMS))
    first = (said.as_a_name(claim) for claim in _mastheads(paragraphs))
    of_an_agency = None
    for claim in chain(own, held, first):
        if claim and not is_agency(claim.name):
            return claim
        # An outlet that reprints an agency's story may name the agency behind its title.
        of_an_agency = of_an_agency or claim
    return of_an_agency


def _suffixes(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    for paragraph in paragraphs:
        if paragraph.role == "navigation" and "behind the title" in paragraph.reason:
            name = paragraph.text.lstrip(" |•·:»–—-").strip()
            if name and _is_name(name):
                yield Claim(paragraph, paragraph.text.index(name), name)


def _holders(paragraphs: Iterable[Paragraph]) -> Iterator[Claim]:
    for paragraph in paragraphs:
        text = paragraph.text[:LONGEST]
        mark = _MARK.search(text) if _may_tell(paragraph) else None
        before = _BEFORE.match(text, mark.start()) if mark else None
        name = _NAME.match(text, before.end()) if before else None
        if name is None:
            continue
        end = _ENDS.search(name.group())
        holder = _trimmed(name.group()[: end.start()] if end else name.group())
        if holder and holder[0].isupper() and len(holder.split()) <= WORDS:
            yield Claim(paragraph, name.start(), holder)


def _is_marked(text: str) -> bool:
    lower = text.lower()
    return any(mark in lower for mark in MARKS)


def _may_tell(paragraph: Paragraph) -> bool:
    """Whether a copyright mark in it is the page's: a picture's has a holder of its own."""
    if paragraph.role in KEPT_ROLES or paragraph.role == "caption" or len(paragraph.text) > LONGEST:
        return False
    return paragraph.role != "credit" or bool(_YEAR.search(paragraph.text))


def _trimmed(name: str) -> str:
    """A company's name without the words for what kind of company it is."""
    words = name.strip(" .,").split()
    while len(words) > 1 and words[-1].strip(".,()").lower() in company_forms():
        words.pop()
    kept = name.strip(" .,")
    return kept[: kept.index(words[-1], _before(words)) + len(words[-1])].rstrip(" .,") if words else ""


def _before(words: Sequence[str]) -> int:
    return sum(map(len, words[:-1])) + max(0, len(words) - 1)


def _mastheads(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    title = next((i for i, one in enumerate(paragraphs) if one.role == "title"), 0)
    for paragraph in paragraphs[: min(MASTHEAD, title)]:
        name = paragraph.text.strip(" |•·»–—-*+")
        if name and paragraph.role in ("navigation", "other") and _is_name(name):
            yield Claim(paragraph, paragraph.text.index(name), name)


def _is_name(text: str) -> bool:
    """Whether `text` may be a name: few words, each with a capital, none that menus have."""
    words = text.split()
    if len(words) > WORDS or any(hit.how == "is" for hit in hits_in(text)):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in all_function_words() for word in words)


class _Said:
    """What a page says, asked whether it says a name elsewhere than where it was found."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._title = next((one.text for one in paragraphs if one.role == "title"), "\n").lower()

    @cached_property
    def _text(self) -> str:
        return "\n".join([one.text for one in self._paragraphs])

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate([len(one.text) + 1 for one in self._paragraphs], initial=0))

    @cached_property
    def _lower(self) -> str:
        lower = self._text.lower()
        return lower if len(lower) == len(self._text) else self._text  # "İ" is two characters in lower case

    def marked(self) -> list[Paragraph]:
        """The paragraphs with a copyright mark."""
        places = {place for mark in MARKS for place in self._places(mark)}
        return [self._paragraphs[place] for place in sorted(places)]

    def _places(self, word: str) -> Iterator[int]:
        at = self._lower.find(word)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._lower.find(word, self._starts[place + 1])

    def _naming(self, name: str) -> Iterator[Paragraph]:
        """The paragraphs that say a name, in whatever case."""
        words = _WORD.findall(name.lower())
        pattern = re.compile(rf"(?<!\w){r'[^\w\n]{1,3}'.join(words)}(?!\w)")
        at = self._lower.find(words[0]) if words else -1
        while at >= 0:
            if pattern.match(self._lower, at):
                yield self._paragraphs[bisect_right(self._starts, at) - 1]
            at = self._lower.find(words[0], at + 1)

    def anywhere(self, claim: Claim) -> Claim | None:
        """The claim, if another line says the name and not the whole title again."""
        if _is_bare(claim.name):
            return None
        others = (one for one in self._naming(claim.name) if one is not claim.paragraph)
        return claim if any(self._title not in one.text.lower() for one in others) else None

    def longest(self, claim: Claim) -> Claim | None:
        """The claim, if another line says the name, be it another copyright line, else as much of its beginning as is a
        line of the page's: a publisher's name begins with that of its title."""
        if _is_bare(claim.name) or is_agency(claim.name):
            return None
        if any(one.text != claim.paragraph.text for one in self._naming(claim.name)):
            return claim
        for end in sorted((found.start() for found in re.finditer(r"\s+", claim.name)), reverse=True):
            name = claim.name[:end].rstrip(" ,&-–")
            if any(_same(name, one.text) for one in self._naming(name.removeprefix("The "))):
                return None if _is_bare(name) or is_agency(name) else claim._replace(name=name)
        return claim if _is_own(claim) else None

    def as_a_name(self, claim: Claim) -> Claim | None:
        """The claim, if a copyright line names it, or a sentence about the page does, as it is written."""
        for one in self._naming(claim.name):
            told = one.role in _TELLING and len(one.text.split()) > WORDS and claim.name in one.text
            if one is not claim.paragraph and (_is_marked(one.text) or (told and " " in claim.name)):
                return claim
        return None


def _is_own(claim: Claim) -> bool:
    """Whether the holder is likely the page's own name, which no other line says: no company of some kind."""
    behind = claim.paragraph.text[claim.start + len(claim.name) :].split()[:1]
    company = bool(behind) and behind[0].strip(".,()").lower() in company_forms()
    return claim.paragraph.role == "legal" and not company and " " in claim.name and _is_name(claim.name)


def _same(name: str, line: str) -> bool:
    """Whether a line is the name and nothing else, an article before it aside."""
    said, own = (" ".join(_WORD.findall(text.lower())).removeprefix("the ") for text in (line[:LONGEST], name))
    return said == own


def _is_bare(name: str) -> bool:
    return all(word in all_function_words() for word in fold_words(name))
