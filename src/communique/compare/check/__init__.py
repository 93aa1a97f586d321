"""Checking a quotation: the nearest utterances of the record to some words, and how they were altered."""

from communique.compare.check.answer import Checked, Match, Verdict, Wording
from communique.compare.check.checker import Checker
from communique.records.record import Record

__all__ = ["Checked", "Checker", "Match", "Verdict", "Wording", "check"]


def check(record: Record, words: str, speaker: str = "", most: int = 3) -> Checked:
    """What the record knows of `words`, ascribed to `speaker` where one is given: a verdict, and the utterances that
    the words come from, best first. Where part of `words` stands in quotation marks, that part is looked for and the
    rest read for whom it is ascribed to. For many questions keep a `Checker`."""
    return Checker(record).check(words, speaker, most)
