"""A record of hostile captures and hostile judgements: the fixture of the tests that need it."""

from pathlib import Path

import pytest
from tests.hostile.captures import ATTACKS, write

from communique import store
from communique.options import Options
from communique.records.judgements import Judgement, Where, Who
from communique.review.made import made
from communique.run.building import build
from communique.run.judging import judge
from communique.store import judgements as log

# What a judgement may not hold is refused before it is kept: test_import fires these.
REFUSED = ("direction", "terminal")


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    record = folder / "record.db"
    (folder / "in").mkdir()
    build([write(folder / "in")], record, Options())
    judge(record, judgements(record))
    return record


def judgements(record: Path) -> list[Judgement]:
    """Each attack as a title, a note, a reason, an author, a speaker and a place."""
    with store.reading(record) as connection:
        articles = store.load_kind(connection, "articles")
        statements = store.load_kind(connection, "statements")
        events = [row for row in store.load_kind(connection, "events") if row.mentions]
        anchors = {
            "article": [log.anchors_of("article", row) for row in articles],
            "statement": [log.anchors_of("statement", row) for row in statements],
            "event": [log.anchors_of("event", row) for row in events],
        }
    found = []
    for n, (name, attack) in enumerate(ATTACKS.items()):
        if name not in REFUSED:
            given = {"author": attack[:90], "reason": attack}
            article = anchors["article"][n % len(articles)]
            found += [
                made("title", anchors=article, words=attack, **given),
                made("note", anchors=article, words=attack, **given),
                made("speaker", anchors=anchors["statement"][n % len(statements)], who=Who(name=attack), **given),
                made("place", anchors=anchors["event"][n % len(events)], where=Where(name=attack), **given),
            ]
    return found
