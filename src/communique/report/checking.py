"""The answer on a quotation as shown: the verdict first, then why, then where the words come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.compare.check import Checked, Match
from communique.merge.utterances.denials import SMALL
from communique.records.record import Record
from communique.records.statements import Difference
from communique.report.dates import when
from communique.report.index import Index
from communique.report.people import speaker_names
from communique.report.promises import occasion
from communique.report.renderings import Said, utterances
from communique.report.sources import Citer

VERDICTS = {
    "exact": ("Exact", "These words are in the record, in this order."),
    "shortened": ("Shortened", "The words are in the record, but some that stand between them were left out."),
    "altered": ("Altered", "The record has other words."),
    "spliced": ("Spliced", "Two remarks were run into one quotation."),
    "misattributed": ("Misattributed", "The record gives these words to somebody else."),
    "none": ("Not found", "The record holds no statement near these words."),
}
ALSO = {
    "shortened": "Some of the words were left out, too.",
    "altered": "The words were altered, too.",
    "spliced": "And two remarks were run into one quotation.",
}
# What a difference of each kind is called, in words that need no explanation.
KINDS = {
    "number": "another number", "bound": "another bound", "subject": "another subject", "object": "another name",
    "verb": "a word of another force", "polarity": "a denial added or dropped", "name": "the name in another form",
}  # fmt: skip
NOBODY = "a speaker whom nobody names"


@dataclass(frozen=True)
class Origin:
    """An utterance that the words may come from: how much of them was found, and what differs."""

    said: Said
    share: str
    occasion: tuple[str, str] | None
    differences: tuple[str, ...]
    meant: bool


@dataclass(frozen=True)
class Answer:
    """The whole answer."""

    verdict: str
    name: str
    words: str
    why: tuple[str, ...]
    origins: tuple[Origin, ...]


def answered(checked: Checked, record: Record, index: Index, citer: Citer) -> Answer:
    """The answer in words. `record` is what it was drawn from."""
    name, words = VERDICTS[checked.verdict]
    shown = (_origin(match, match in checked.meant, record, index, citer) for match in checked.matches)
    who = _who(checked.matches[0], index) if checked.matches else NOBODY
    event = index.events.get(checked.matches[0].event or "") if checked.matches else None
    why = reasons(checked, who, when(event.time) if event else "", "an article")
    return Answer(checked.verdict, name, words, tuple(why), tuple(one for one in shown if one))


def reasons(checked: Checked, who: str, day: str, where: str) -> Iterator[str]:
    """Why the verdict is what it is, and what else is to be known. `who` said it and `day` of the occasion by the
    record; `where` the words stand that it gives to nobody."""
    if checked.verdict == "misattributed":
        yield f"It was ascribed to {checked.speaker}; the record gives it to {who}."
        if not checked.blamed:
            yield f"Nobody in the record is called {checked.speaker}."
        if checked.wording in ALSO:
            yield ALSO[checked.wording]
    if checked.misdated:
        yield f"It was placed at another time ({checked.misdated}); by the record it was said on {day}."
    for match in checked.meant:
        if match.denied:
            yield f"In the record a denial stands before these words: “{match.denied.exact}”."
    if checked.wording == "exact" and not all(match.quoted for match in checked.meant):
        yield "The record has these words as a report of what was said, not as a quotation."
    if checked.short:
        yield "So few words could be anybody’s; give more of the quotation."
    if checked.verdict == "none" and checked.standing:
        yield f"The words stand in {where}, but the record gives them to no speaker: the outlet’s own?"
    if checked.verdict == "exact" and checked.speaker and not checked.matches[0].speakers:
        yield "The record does not know who said it, so the name could not be checked."


def _who(match: Match, index: Index) -> str:
    return speaker_names(match.speakers, index) or NOBODY


def _origin(match: Match, meant: bool, record: Record, index: Index, citer: Citer) -> Origin | None:
    rows = utterances([row for row in record.utterances if row.id == match.utterance], index, citer)
    if not rows:
        return None
    differences = tuple(told(difference) for difference in match.differences) if meant else ()
    return Origin(rows[0], f"{match.score:.0%}", occasion(match.event, index), differences, meant)


def _small(text: str) -> bool:
    return all(word.lower() in SMALL for word in text.split())


def told(difference: Difference) -> str:
    """What differs, in a sentence."""
    asked = difference.left.exact if difference.left else ""
    recorded = difference.right.exact if difference.right else ""
    why = f" ({KINDS[difference.kind]})" if difference.kind in KINDS else ""
    if not asked:
        return f"left out: “{recorded}”{why}"
    if difference.kind == "other" and _small(recorded) and not _small(asked):
        recorded = ""  # "in 2020" beside "in the first months": the article stands for nothing
    return f"“{asked}” is not in the record{why}" if not recorded else f"“{asked}” is “{recorded}” in the record{why}"
