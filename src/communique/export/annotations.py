"""Statements as W3C Web Annotations: who is quoted as saying what, pinned to the words of the page.

Each line is one annotation (Web Annotation Data Model, 2017), its body a schema.org Quotation. A page is its address,
or the digest of its bytes where none is known."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from communique.records.actors import Actor, ActorKind
from communique.records.articles import Article
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Speaker, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
# So many characters before and behind the words, to find them again on a page that has changed.
AROUND = 32
TYPES: Mapping[ActorKind, str] = {
    "person": "schema:Person",
    "state": "schema:Country",
    "government": "schema:GovernmentOrganization",
    "media": "schema:NewsMediaOrganization",
}
WIKIDATA = "http://www.wikidata.org/entity/"


def export_annotations(record: Record, folder: Path) -> None:
    """Writes `annotations.jsonl`: one line a statement, sorted by id."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "annotations.jsonl").open("wb") as out:
        out.writelines(msgspec.json.encode(shown) + b"\n" for shown in annotations(record))


def annotations(record: Record) -> Iterator[dict[str, Any]]:
    """The annotations of a record, sorted by the ids of their statements."""
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    for statement in sorted(record.statements, key=lambda s: s.id):
        if statement.article in articles:
            yield annotation(statement, articles[statement.article], actors)


def annotation(statement: Statement, article: Article, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """One statement. Its parts, where a cue stands inside it, are targets of their own."""
    return {
        "@context": CONTEXT,
        "id": _urn(statement.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _quotation(statement, article, actors),
        "target": [one for span in statement.pieces or (statement.content,) for one in targets(span, article)],
    }


def targets(span: Span, article: Article) -> list[dict[str, Any]]:
    """The same words twice: on the page, by themselves and what stands around them; and by their place in the `text` of
    the article in the `jsonl` export, since offsets there say nothing of the page as it is served."""
    text = article.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return [{"source": page(article), "selector": quote}, {"source": _urn(article.id), "selector": place}]


def page(article: Article) -> str:
    """The address of the page that the article was captured from."""
    return article.url or f"urn:sha256:{article.sha256}"


def _quotation(statement: Statement, article: Article, actors: Mapping[str, Actor]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "type": "schema:Quotation",
        "schema:text": statement.content.exact,
        "schema:inLanguage": article.language,
        "schema:creator": [creator(speaker, actors) for speaker in statement.speakers],
        "schema:isBasedOn": page(article),
        "schema:isPartOf": _urn(statement.utterance),
        "schema:keywords": list(statement.topics),
        "schema:additionalType": statement.mode,
    }
    return {name: value for name, value in shown.items() if value}


def creator(speaker: Speaker, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """Whose words they are: an actor of the record, or no more than what the article calls the speaker."""
    actor = actors.get(speaker.actor or "")
    if actor is None:
        return {"schema:name": speaker.text}
    shown: dict[str, Any] = {
        "id": _urn(actor.id),
        "type": TYPES.get(actor.kind, "schema:Organization"),
        "schema:name": actor.name,
        "schema:alternateName": [name for name in actor.names if name != actor.name],
        "schema:sameAs": actor.identifiers.get("wikidata") and WIKIDATA + actor.identifiers["wikidata"],
    }
    return {name: value for name, value in shown.items() if value}


def _urn(identifier: str) -> str:
    return f"urn:communique:{identifier}"
