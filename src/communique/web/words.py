"""The words that the desk's forms and lists use, and what a list may be narrowed down to."""

from communique.report import wording

FILTERS = {
    "actor": "Actor", "event": "Event", "article": "Article", "place": "Place", "topic": "Topic", "outlet": "Outlet",
    "form": "Form", "status": "Status", "level": "Level", "kind": "Kind", "stage": "Stage", "measure": "Measure",
    "judgement": "Judgement", "field": "Field", "mode": "How it is given", "words": "Words", "first": "From",
    "last": "To",
}  # fmt: skip
# In words, by filter: the values that a reader sees for the record's own.
VALUES: dict[str, dict[str, str]] = {
    "form": wording.FORMS,
    "status": wording.STATUSES,
    "level": wording.LEVELS,
    "stage": wording.STAGES,
    "judgement": wording.JUDGEMENTS,
    "field": wording.FIELDS,
    "mode": wording.MODES,
}
KIND_VALUES: dict[str, dict[str, str]] = {
    "actors": wording.ACTOR_KINDS,
    "commitments": wording.KINDS,
    "findings": {name: name for name in ("event", "utterance", "commitment", "agreement", "indicator", "actor")},
}
NAMES = {
    "articles": "articles", "actors": "actors", "events": "events", "statements": "statements",
    "utterances": "utterances", "commitments": "commitments", "agreements": "agreements", "indicators": "indicators",
    "findings": "findings", "relationships": "relationships", "problems": "problems", "times": "time expressions",
    "judgements": "judgements",
}  # fmt: skip
CHANGES = {"new": "New", "changed": "Changed", "gone": "Gone"}


def in_words(kind: str, name: str, value: str) -> str:
    """A filter's value as a reader sees it."""
    table = KIND_VALUES.get(kind, {}) if name == "kind" else VALUES.get(name, {})
    return wording.capital(table.get(value, value.replace("_", " ") if name in VALUES else value))
