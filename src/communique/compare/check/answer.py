"""What a check answers: a verdict, and the utterances that the words may come from."""

from typing import Literal

from communique.records.base import Row
from communique.records.spans import Span
from communique.records.statements import Difference

Wording = Literal["exact", "shortened", "altered", "spliced"]
Verdict = Literal["exact", "shortened", "altered", "spliced", "misattributed", "none"]


class Match(Row, frozen=True, kw_only=True):
    """An utterance that the words may come from, by its nearest rendering. `asked` is the part of the words that was
    found there, `told` the stretch of the rendering it stands for; `differences` run from the words asked for (spans of
    no article) to the rendering. `denied` is the stretch from a denial that stands before the words and takes them in:
    "not build more ports" for "build more ports". `quoted`: the rendering has the stretch in quotation marks."""

    utterance: str
    statement: str
    wording: Wording
    score: float
    speakers: tuple[str, ...] = ()
    event: str | None = None
    asked: Span
    told: Span
    differences: tuple[Difference, ...] = ()
    denied: Span | None = None
    quoted: bool = False


class Checked(Row, frozen=True, kw_only=True):
    """The answer. `verdict`: "misattributed" goes before what is wrong with the words, which `wording` keeps;
    `altered` are the words asked for that differ, or those that are missing and change what is said. `blamed` are the
    actors who may be meant by the name that was given; `misdated` are words around the quotation that place it at
    another time than the record; `short` says that the words are too few to be recognised.
    `standing` is where the words stand in an article without
    anybody to whom the record gives them."""

    said: str
    speaker: str = ""
    verdict: Verdict
    wording: Wording | None = None
    altered: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    misdated: str = ""
    short: bool = False
    standing: Span | None = None

    @property
    def meant(self) -> tuple[Match, ...]:
        """The matches that the words come from: two where they were spliced. The others are merely near."""
        return self.matches[: 2 if self.wording == "spliced" else 1]
