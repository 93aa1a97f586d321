"""How events are spoken of: nouns and verbs by form."""

from typing import Any

from communique.knowledge.verb_forms import forms as inflected
from communique.records.base import Row
from communique.records.events import Form


class EventForms(Row, frozen=True, kw_only=True):
    """`nouns`: phrase to form; `verbs`: lemma to (form, construction); `words`: regular past and participles of verbs
    to the lemma, for a parser that takes "dined" for a form of "din"; `families`: form to the group of forms that
    sources use of one event; `order`: forms from the most specific to the least."""

    nouns: dict[str, Form]
    verbs: dict[str, tuple[Form, str]]
    words: dict[str, str]
    families: dict[Form, str]
    order: tuple[Form, ...]

    def verb(self, lemma: str, word: str) -> tuple[Form, str] | None:
        """The form and the construction of a verb by its lemma or, of one word, by the word as it stands."""
        return self.verbs.get(lemma) or self.verbs.get(self.words.get(word, ""))

    def most_specific(self, forms: list[Form]) -> Form:
        """The form that says most about an event that is called by several."""
        return min(forms, key=lambda form: self.order.index(form) if form in self.order else len(self.order))


def compile_event_forms(table: dict[Form, dict[str, Any]]) -> EventForms:
    """The table as written, turned round."""
    verbs = {verb for row in table.values() for verb in row.get("verbs", {})}
    return EventForms(
        nouns={noun: form for form, row in table.items() for noun in row.get("nouns", [])},
        verbs={verb: (form, how) for form, row in table.items() for verb, how in row.get("verbs", {}).items()},
        words={word: verb for verb in sorted(verbs) if " " not in verb for word in inflected(verb)[2:]},
        families={form: row["family"] for form, row in table.items()},
        order=tuple(table),
    )
