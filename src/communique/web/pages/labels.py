"""Words for items of any kind, to link to them."""

from communique.report.ledger import rulings
from communique.report.people import speaker_names
from communique.report.promises import event_label
from communique.report.renderings import utterances
from communique.report.wording import capital
from communique.store.heads import gather
from communique.store.slices import Chosen, around
from communique.web.desk import Look
from communique.web.pages.findings import with_subjects


def labelled(look: Look, kind: str, ids: list[str]) -> dict[str, str]:
    """Words for items that are in the record."""
    if not ids:
        return {}
    if kind == "articles":
        rows = gather(look.connection, kind, ids)
        return {row.id: row.title.value if row.title else "Without a title" for row in rows}
    if kind == "findings":
        index, citer = look.views(with_subjects(look.connection, ids))
        shown = rulings(index.record.findings, index, citer)
        return {
            row.anchor: f"{capital(row.field)}: {row.words}" + (f", {row.about[2]}" if row.about else "")
            for row in shown
        }
    index, citer = look.views(around(look.connection, Chosen(**{kind: tuple(ids)})))
    match kind:
        case "events":
            return {name: event_label(row, index) for name, row in index.events.items()}
        case "utterances":
            told = utterances(index.record.utterances, index, citer)
            return {row.anchor: f"{row.speaker}: {''.join(p.text for p in row.renderings[0].pieces)}" for row in told}
        case "relationships":
            return {row.id: speaker_names(row.actors, index) for row in index.record.relationships}
        case _:
            return {name: words.partition(": ")[2] for name, words in index.labels.items() if name in set(ids)}
