"""Indicators of whole sentences."""

import pytest

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.indicators import extract
from communique.records.articles import Article, Paragraph
from communique.records.mentions import (
    ActorMention,
    Extraction,
    IndicatorMention,
    LocalActor,
    StatementMention,
)
from communique.records.spans import Span
from communique.records.times import TimeExpression, TimeMention


def article(text: str) -> Article:
    body = Paragraph(role="body", reason="test", text=text, start=0, end=len(text))
    return Article(id="a", capture="a.txt", sha256="0", origin="o", text=text, paragraphs=(body,))


def indicators(text: str, so_far: Extraction | None = None) -> list[IndicatorMention]:
    annotated = annotate(article(text))
    return list(extract(Tree(annotated), so_far or Extraction(article=annotated.article), None))


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(article="a", start=start, end=start + len(words), exact=words)


def brief(text: str) -> list[tuple[float, str, str, str]]:
    return [(i.value, i.unit, i.bound, i.change) for i in indicators(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 12 percent in May.", [(12, "percent", "exact", "up")]),
        ("Exports fell by almost 3.5%.", [(3.5, "percent", "about", "down")]),
        ("The grid needs at least 40 megawatts.", [(40, "megawatt", "at_least", "none")]),
        ("Turnover reached $6.5 billion.", [(6.5e9, "dollar", "exact", "none")]),
        ("Oil costs up to 80 dollars a barrel.", [(80, "dollar per barrel", "at_most", "none")]),
        ("The ministers signed three new contracts.", [(3, "new contract", "exact", "none")]),
        ("More than 6,000 workers went on strike.", [(6000, "worker", "at_least", "none")]),
        ("Rates went up by two percentage points.", [(2, "percentage point", "exact", "up")]),
        ("The boy is a 12-year-old pupil.", [(12, "year of age", "exact", "none")]),
    ],
)
def test_value_unit_bound_change(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on 14 March 2019 at 10:30 in Room 204.",
        "The two leaders met for the third time since 2011.",
        "Call the office at +44 20 7946 0018.",
        "The G20 and the Group of Seven met in 2023.",
        "Licence 31120180004, page 3.",
        "They agreed on Resolution 2231.",
        "The team won 2-1 at home.",
        "It happened ten years ago.",
        "The two Koreas talked six times, and quarrelled on one occasion.",
        "Two people saw three officials.",
        "It was dry in the first eleven months.",
        "The old list ended with 3\n\nHARBOUR: the ferries sailed.",
        "One of us has to go, and no one will.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert brief(text) == []


def test_two_observations_of_one_measure() -> None:
    text = "Trade growth of 21 percent last year, up from 4 percent in 2018, pleased them."
    times = tuple(
        TimeMention(id=name, article="a", span=span(text, words), expression=expression)
        for name, words, expression in (
            ("t1", "last year", TimeExpression(unit="year", offset=-1)),
            ("t2", "2018", TimeExpression(year=2018)),
        )
    )
    found = indicators(text, Extraction(article=article(text), times=times))
    assert [(i.value, i.measure, i.change, i.period) for i in found] == [
        (21, "Trade growth", "up", "t1"),
        (4, "Trade growth", "none", "t2"),
    ]


def test_a_duration_measures_a_doing() -> None:
    (found,) = indicators("We have been resisting the pressure for over 30 years.")
    assert (found.duration, found.unit, found.bound, found.measure, found.period) == (
        "P30Y",
        "year",
        "at_least",
        "resisting pressure",
        None,
    )
    assert found.span.exact == "over 30 years"


def test_subjects_and_statement() -> None:
    text = "Norway bought 40 percent of the wheat."
    actor = LocalActor(
        id="n",
        article="a",
        kind="state",
        name="Norway",
        mentions=(ActorMention(span=span(text, "Norway"), how="name"),),
    )
    said = StatementMention(id="s", article="a", mode="indirect", content=span(text, text))
    (found,) = indicators(text, Extraction(article=article(text), actors=(actor,), statements=(said,)))
    assert (found.measure, found.subjects, found.statement) == ("wheat", ("n",), "s")


@pytest.mark.parametrize("text", ["", " ", "\x00 5%", "5", "“5", "% 5 % 5", "- - 5-", "1" * 5000])
def test_odd_input_does_not_crash(text: str) -> None:
    assert all(i.span.exact == text[i.span.start : i.span.end] for i in indicators(text))


@pytest.mark.parametrize(
    "text",
    [
        "The talks on Syria begin at three\n\nOSLO: The minister arrived on Monday",
        "“It is a matter of one season,” she said.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    quoted = text.partition("“")[2].partition("”")[0]
    said = (
        (
            StatementMention(
                id="s", article="a", mode="direct", content=span(text, quoted), quotes=(span(text, quoted),)
            ),
        )
        if quoted
        else ()
    )
    assert indicators(text, Extraction(article=article(text), statements=said)) == []


def test_what_is_denied_is_no_figure() -> None:
    (found,) = indicators("The memorandum of understanding is worth 40 billion dollars, not 14 billion dollars.")
    assert found.value == 4e10


def of_norway(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(measure, subjects) of each indicator of a text that names Norway."""
    named = ActorMention(span=span(text, "Norway"), how="name")
    actor = LocalActor(id="n", article="a", kind="state", name="Norway", mentions=(named,))
    return [(i.measure, i.subjects) for i in indicators(text, Extraction(article=article(text), actors=(actor,)))]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Norway invested 5 billion dollars.", [("", ("n",))]),
        ("They said that Norway would lift it to 10 billion dollars a year.", [("", ("n",))]),
        ("Norway's exports rose by 5 percent.", [("exports", ("n",))]),
        ("Norway would invest 5 billion dollars in roads over the next five years.", [("", ("n",)), ("", ("n",))]),
        ("They wrote the draft of a 20-year fishing treaty.", [("draft of fishing treaty", ())]),
    ],
)
def test_a_measure_is_no_name_and_no_bare_verb(text: str, measures: list[tuple[str, tuple[str, ...]]]) -> None:
    found = of_norway(text) if "Norway" in text else [(i.measure, i.subjects) for i in indicators(text)]
    assert found == measures


def test_a_name_is_no_measure_alone() -> None:
    (found,) = indicators(
        "Later the company and the ministry signed a memorandum of understanding worth about 40 billion dollars."
    )
    assert found.measure == "memorandum of understanding"
