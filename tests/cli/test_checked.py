"""What a fact-checker reads."""

from msgspec.structs import replace
from tests.compare.test_check import record

from communique.cli.checked import account
from communique.compare.check import check
from communique.records.spans import Span
from communique.records.statements import Difference
from communique.report.checking import reasons, told


def read(words: str, speaker: str = "") -> list[str]:
    held = record()
    return [line.text for line in account(held, check(held, words, speaker)) if line.text]


SOURCE = [
    "quoted: “We have guarded the northern ports with our allies for 30 years and will build three more.”",
    "a.txt [1]",
]


def test_an_exact_quotation() -> None:
    assert read("guarded the northern ports", "Berg") == [
        "EXACT: these words are in the record, in this order.",
        "Anna Berg",
        *SOURCE,
    ]


def test_an_altered_one_with_what_was_changed() -> None:
    assert read("We have guarded the northern ports for 40 years") == [
        "ALTERED: the record has other words.",
        "Anna Berg",
        "left out: “with our allies”",
        "“40” is “30” in the record (another number)",
        *SOURCE,
    ]


def test_one_that_was_given_to_another() -> None:
    assert read("We have never guarded the northern ports", "Dahl") == [
        "MISATTRIBUTED: the record gives these words to somebody else.",
        "It was ascribed to Dahl; the record gives it to Anna Berg.",
        "The words were altered, too.",
        "Anna Berg",
        "“never guarded” is “guarded” in the record (a denial added or dropped)",
        *SOURCE,
    ]


def test_a_report_is_no_quotation() -> None:
    held = record()
    told = tuple(replace(one, mode="indirect") for one in held.statements)
    lines = [line.text for line in account(replace(held, statements=told), check(held, "guarded the northern ports"))]
    assert "reported, not quoted: “" in lines[3]
    answer = check(replace(held, statements=told), "guarded the northern ports")
    assert next(iter(reasons(answer, "", "", ""))) == (
        "The record has these words as a report of what was said, not as a quotation."
    )


def test_an_article_stands_for_nothing() -> None:
    def words(left: str, right: str) -> str:
        sides = (Span(start=0, end=len(text), exact=text) for text in (left, right))
        return told(Difference(kind="other", left=next(sides), right=next(sides)))

    assert words("2020", "the") == "“2020” is not in the record"
    assert words("ports", "harbours") == "“ports” is “harbours” in the record"
    assert words("a", "the") == "“a” is “the” in the record"


def test_none() -> None:
    assert read("The harvest of apples was poor in the south") == [
        "NOT FOUND: the record holds no statement near these words."
    ]
    assert read("the weather in the north was fine")[1] == (
        "The words stand in “a.txt”, but the record gives them to no speaker: the outlet’s own?"
    )
    assert read("yes")[1] == "So few words could be anybody’s; give more of the quotation."
