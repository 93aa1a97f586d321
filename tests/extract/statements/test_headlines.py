"""Headlines: who speaks in one, and what is done in one."""

import pytest
from msgspec.structs import replace
from tests.factories import article
from tests.parsed import annotate

from communique.annotate.tree import Tree
from communique.extract import actors
from communique.extract.statements import extract
from communique.knowledge import load
from communique.records.mentions import Extraction, StatementMention

BODY = "The harbour of Oslo was closed on Monday."


def said(title: str) -> list[tuple[str, str]]:
    """(cue, content) of what the title says."""
    of = article("test", BODY, title=title)
    tree = Tree(annotate(of))
    found = Extraction(article=of)
    found = replace(found, actors=tuple(actors.extract(tree, found, load())))
    rows = [row for row in extract(tree, found, load()) if isinstance(row, StatementMention)]
    return [(row.cue.exact if row.cue else "", row.content.exact) for row in rows]


@pytest.mark.parametrize(
    "title",
    [
        "Norway offers Sweden fishing treaty as ministers meet",
        "Norway Offers Sweden Ten-Year Fishing Treaty, Loans",
        "Norway plans new harbour in the north",
        "Norway backs Sweden in fishing row",
        "Norway attacks Sweden over fish",
    ],
)
def test_an_act_in_a_headline_is_no_statement(title: str) -> None:
    assert said(title) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Norway vows to build harbour", [("vows", "to build harbour")]),
        ("Norway says harbour is safe", [("says", "harbour is safe")]),
        ("Norway offers to build harbour", [("offers", "to build harbour")]),
        ("Anna Berg pledges two new harbours", [("pledges", "two new harbours")]),
        ("Anna Berg hails new harbour", [("hails", "new harbour")]),
        ("Anna Berg backs “a fair treaty”", [("backs", "“a fair treaty”")]),
    ],
)
def test_a_speech_cue_in_a_headline_reports(title: str, expected: list[tuple[str, str]]) -> None:
    assert said(title) == expected
