"""Acts by PLOVER's types, through the real parser."""

from functools import lru_cache

import pytest
from tests.extract.acts.sentences import SENTENCES
from tests.factories import article

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.acts.coding import Code
from communique.extract.acts.sentence import main_act
from communique.knowledge.acts import load_acts


@lru_cache(maxsize=1)
def parsed() -> Tree:
    return Tree(annotate(article("acts", *SENTENCES, title="Report")))


@lru_cache(maxsize=1)
def coded() -> dict[str, str | None]:
    tree = parsed()
    found: dict[str, str | None] = dict.fromkeys(SENTENCES)
    for sentence in tree.sentences:
        text = tree.article.paragraphs[sentence.paragraph].text
        code = main_act(tree, load_acts(), sentence)
        if text in found and found[text] is None and code is not None:
            found[text] = code.event
    return found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_type(sentence: str) -> None:
    assert coded()[sentence] == SENTENCES[sentence]


def of(sentence: str) -> Code | None:
    tree = Tree(annotate(article("one", sentence, title="Report")))
    return main_act(tree, load_acts(), tree.sentences[-1])


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norway imposed sanctions on the shipping firm.", "SANCTION"),
        ("Norway will impose sanctions on the shipping firm.", "THREATEN"),
        ("Norway did not impose sanctions on the shipping firm.", None),
        ("Norway will not impose sanctions on the shipping firm.", "AGREE"),
        ("Norway must impose sanctions on the shipping firm, Denmark said.", "REQUEST"),
        ("Norway lifted its sanctions on the shipping firm.", "RETREAT"),
        ("Norway will lift its sanctions on the shipping firm.", "AGREE"),
        ("Norway refused to lift its sanctions on the shipping firm.", "REJECT"),
    ],
)
def test_tense_and_negation_turn_an_act(sentence: str, event: str | None) -> None:
    code = of(sentence)
    assert (code.event if code else None) == event


@pytest.mark.parametrize(
    "sentence",
    [
        "Seven people were killed when a bus left the road.",
        "The bakery opened a second shop near the station.",
        "The weather was mild and the streets were empty.",
        "The committee denied that it had known of the letter.",
    ],
)
def test_what_is_no_act(sentence: str) -> None:
    assert of(sentence) is None


def test_a_demand_says_what_for() -> None:
    aid, free = of("Pakistan asked Qatar to send food."), of("Sweden urged Eritrea to release its prisoners.")
    assert aid is not None
    assert free is not None
    assert (aid.mode, free.mode) == ("assist", "yield")
