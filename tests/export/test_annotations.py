import json
from pathlib import Path

from msgspec.structs import replace
from tests.store.records import ACTOR, ARTICLE, RECORD, STATEMENT, TEXT, span

from communique.export import exporter
from communique.export.annotations import annotation, creator
from communique.records.statements import Speaker


def test_a_statement_is_one_annotation_with_the_words_around_it(tmp_path: Path) -> None:
    exporter("annotations")(RECORD, tmp_path)

    (line,) = (tmp_path / "annotations.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}],
        "id": "urn:communique:statement-1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "schema:Quotation",
            "schema:text": "trade grew by 7 percent",
            "schema:inLanguage": "en",
            "schema:creator": [{"id": "urn:communique:actor-1", "type": "schema:Person", "schema:name": "A. Minister"}],
            "schema:isBasedOn": "urn:sha256:00",
            "schema:isPartOf": "urn:communique:utterance-1",
            "schema:keywords": ["trade"],
            "schema:additionalType": "indirect",
        },
        "target": [
            {
                "source": "urn:sha256:00",
                "selector": {
                    "type": "TextQuoteSelector",
                    "exact": "trade grew by 7 percent",
                    "prefix": "he minister said on Monday that ",
                    "suffix": " and promised more.",
                },
            },
            {
                "source": "urn:communique:article-1",
                "selector": {"type": "TextPositionSelector", "start": 48, "end": 71},
            },
        ],
    }
    assert TEXT[48:71] == "trade grew by 7 percent"


def test_each_part_of_a_statement_is_a_target_on_the_page_it_was_captured_from() -> None:
    parts = (span("trade"), span("by 7 percent"))
    article = replace(ARTICLE, url="https://example.org/a")

    found = annotation(replace(STATEMENT, pieces=parts), article, {})

    assert [(t["source"], t["selector"]["exact"]) for t in found["target"][::2]] == [
        ("https://example.org/a", "trade"),
        ("https://example.org/a", "by 7 percent"),
    ]


def test_who_is_not_known_keeps_what_the_article_says() -> None:
    assert creator(Speaker(text="a person close to the talks", how="role"), {}) == {
        "schema:name": "a person close to the talks"
    }


def test_a_wikidata_id_is_an_address() -> None:
    known = replace(ACTOR, kind="bloc", names=("A. Minister", "The Minister"), identifiers={"wikidata": "Q42"})

    assert creator(Speaker(actor="actor-1", text="he", how="pronoun"), {"actor-1": known}) == {
        "id": "urn:communique:actor-1",
        "type": "schema:Organization",
        "schema:name": "A. Minister",
        "schema:alternateName": ["The Minister"],
        "schema:sameAs": "http://www.wikidata.org/entity/Q42",
    }
