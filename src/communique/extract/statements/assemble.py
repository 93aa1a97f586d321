"""The drafts of an article, sorted out: each quotation once, nested reports set aside."""

from collections.abc import Iterable

from communique.extract.statements.attributed import according, as_said, lines, signed
from communique.extract.statements.frames import verb_drafts
from communique.extract.statements.model import Draft, Page
from communique.extract.statements.nominal import adjective_drafts, noun_drafts
from communique.extract.statements.quoted import beside, continued, grown, unclaimed

FINDERS = (verb_drafts, noun_drafts, adjective_drafts, according, as_said, lines, signed)


def assembled(page: Page) -> list[Draft]:
    """The drafts of the page in text order."""
    drafts = grown(page, [draft for find in FINDERS for draft in find(page)])
    drafts = beside(page, drafts, unclaimed(page, drafts))
    drafts = continued(page, drafts, unclaimed(page, drafts))
    return outer(drafts)


def outer(drafts: Iterable[Draft]) -> list[Draft]:
    """Without those whose cue stands inside what another reports."""
    ordered = sorted(drafts, key=lambda d: (d.verb, d.start, d.end))
    return list(ordered)
