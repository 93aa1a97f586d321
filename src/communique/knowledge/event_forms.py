"""How events are spoken of: nouns and verbs by form."""

from typing import Any

from communique.records.base import Row
from communique.records.events import Form


class EventForms(Row, frozen=True, kw_only=True):
    """`nouns`: phrase to form; `verbs`: lemma to (form, construction); `families`: form to the group of forms that
    sources use of one event; `order`: forms from the most specific to the least."""

    nouns: dict[str, Form]
    verbs: dict[str, tuple[Form, str]]
    families: dict[Form, str]
    order: tuple[Form, ...]

    def most_specific(self, forms: list[Form]) -> Form:
        """The form that says most about an event that is called by several."""
        return min(forms, key=lambda form: self.order.index(form) if form in self.order else len(self.order))


def compile_event_forms(table: dict[Form, dict[str, Any]]) -> EventForms:
    """The table as written, turned round."""
    return EventForms(
        nouns={noun: form for form, row in table.items() for noun in row.get("nouns", [])},
        verbs={verb: (form, how) for form, row in table.items() for verb, how in row.get("verbs", {}).items()},
        families={form: row["family"] for form, row in table.items()},
        order=tuple(table),
    )
