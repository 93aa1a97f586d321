"""Rules are asked only where they can hold."""

from collections.abc import Iterator
from random import Random

import pytest
from tests.clean.mutations import PAGES, damaged, edits

from communique.clean.dom import page_lines, parse
from communique.clean.lines import split_lines
from communique.clean.page import Page
from communique.clean.roles import RULES
from communique.clean.text import read_page
from communique.clean.verdicts import Rule

NAMES = [f"{rule.of.__module__.rpartition('.')[2]}.{rule.of.__name__}" for rule in RULES]


def pages() -> Iterator[Page]:
    random = Random(7)
    for _ in range(12):
        lines = split_lines(damaged(PAGES["text"], edits(random)))
        for title in (None, [i for i, line in enumerate(lines) if len(line.words) > 5][:1]):
            if lines:
                yield read_page(lines, "text", {}, title)
        tree = parse(damaged(PAGES["html"], edits(random)))
        blocks = page_lines(tree) if tree else None
        if blocks and blocks.lines:
            yield read_page(blocks.lines, "html", blocks.marks)


@pytest.fixture(scope="module")
def some() -> list[Page]:
    return list(pages())


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_says_nothing_of_lines_that_it_cannot_hold_of(rule: Rule, some: list[Page]) -> None:
    for page in some:
        asked = set(rule.where(page).nonzero()[0].tolist())
        held = {i for i in range(len(page.lines)) if rule.of(page, i)}
        assert held <= asked


def test_most_rules_hold_somewhere_and_are_asked_of_few_lines(some: list[Page]) -> None:
    asked = {name: sum(int(rule.where(page).sum()) for page in some) for name, rule in zip(NAMES, RULES, strict=True)}
    lines = sum(len(page.lines) for page in some)
    assert max(asked.values()) < 0.5 * lines
    assert sum(count > 0 for count in asked.values()) >= 10
