import pytest
from msgspec.structs import replace
from tests.extract.times.trees import plain, tree

from communique.annotate.tree import Tree
from communique.extract.times import extract
from communique.records.annotated import Entity
from communique.records.articles import Article, Paragraph
from communique.records.ids import content_id
from communique.records.mentions import Extraction
from communique.records.spans import Span
from communique.records.times import Time, TimeExpression, TimeMention

WEDNESDAY = Time(earliest="2023-03-15", latest="2023-03-15", edtf="2023-03-15", basis="stated")


def mentions(of: Tree, reference: Time | None = WEDNESDAY) -> list[TimeMention]:
    return list(extract(of, Extraction(article=of.article, reference=reference), None))


def times(of: Tree, reference: Time | None = WEDNESDAY) -> dict[str, str | None]:
    found = mentions(of, reference)
    return {each.span.exact: None if each.time is None else (each.time.edtf or "") for each in found}


def test_a_mention_holds_its_words_its_meaning_and_its_time() -> None:
    words = plain("They met on Tuesday .")
    span = Span(article="article-1", start=12, end=19, exact="Tuesday")
    assert mentions(words) == [
        TimeMention(
            id=content_id("time", "article-1", 12, 19),
            article="article-1",
            span=span,
            expression=TimeExpression(weekday=1),
            time=Time(earliest="2023-03-14", latest="2023-03-14", edtf="2023-03-14", basis="relative", span=span),
            value="2023-03-14",
        )
    ]


def test_without_a_reference_only_what_bears_its_year_has_a_time() -> None:
    words = plain("On Tuesday , as in March 2021 , and for 20 years now")
    assert [(m.span.exact, m.time and m.time.edtf, m.duration, m.value) for m in mentions(words, None)] == [
        ("Tuesday", None, None, "XXXX-WXX-2"),
        ("March 2021", "2021-03", None, "2021-03"),
        ("20 years", None, "P20Y", "P20Y"),
        ("now", None, None, "PRESENT_REF"),
    ]


def test_dropped_paragraphs_are_not_read() -> None:
    text = "Copyright 2019"
    dropped = Paragraph(role="legal", reason="test", text=text)
    kept = plain("Talks in 2021")
    article = replace(kept.article, paragraphs=(*kept.article.paragraphs, dropped))
    assert [m.span.exact for m in mentions(Tree(replace(kept.annotated, article=article)))] == ["2021"]


def test_an_article_without_text_has_no_times() -> None:
    empty = Article(id="a", capture="a", sha256="0", origin="o", text="")
    assert mentions(Tree(replace(plain("x").annotated, article=empty, tokens=(), sentences=()))) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They/PRON/PRP/2 met/VERB/VBD/0/meet Thursday/PROPN/NNP/2", "2023-03-09"),
        ("They/PRON/PRP/3 will/AUX/MD/3 meet/VERB/VB/0 Thursday/PROPN/NNP/3", "2023-03-16"),
        ("They/PRON/PRP/4 will/AUX/MD/4 have/AUX/VB/4 met/VERB/VBN/0/meet Thursday/PROPN/NNP/4", "2023-03-09"),
        ("They/PRON/PRP/3 could/AUX/MD/3/can meet/VERB/VB/0 Thursday/PROPN/NNP/3", "2023-03-09"),
        (
            "They/PRON/PRP/2 plan/VERB/VBP/0 to/PART/TO/4 meet/VERB/VB/2 Thursday/PROPN/NNP/4",
            "2023-03-16",
        ),
        (
            "They/PRON/PRP/2 refused/VERB/VBD/0/refuse to/PART/TO/4 meet/VERB/VB/2 Thursday/PROPN/NNP/4",
            "2023-03-09",
        ),
        ("Talks/NOUN/NNS/2 scheduled/VERB/VBD/0/schedule for/ADP/IN/2 Thursday/PROPN/NNP/3", "2023-03-16"),
        ("Talks/NOUN/NNS/0 Thursday/PROPN/NNP/1", "2023-03-09"),
        ("They/PRON/PRP/3 must/AUX/MD/3 leave/VERB/VB/0 Thursday/PROPN/NNP/3", "2023-03-16"),
        ("They/PRON/PRP/2 meet/VERB/VBP/0 Thursday/PROPN/NNP/2", "2023-03-16"),
        ("They/PRON/PRP/2 play/VERB/VBP/0 Thursday/PROPN/NNP/2", "2023-03-09"),
        ("It/PRON/PRP/2//nsubj begins/VERB/VBZ/0/begin Thursday/PROPN/NNP/2", "2023-03-16"),
        ("He/PRON/PRP/2//nsubj opens/VERB/VBZ/0/open it/PRON/PRP/2//dobj Thursday/PROPN/NNP/2", "2023-03-09"),
        (
            "It/PRON/PRP/2//nsubj opens/VERB/VBZ/0/open and/CCONJ/CC/2 ends/VERB/VBZ/2/end/conj Thursday/PROPN/NNP/4",
            "2023-03-16",
        ),
        ("Let/VERB/VB/0/let it/PRON/PRP/3//nsubj begin/VERB/VBP/1 Thursday/PROPN/NNP/3", "2023-03-09"),
        ("It/PRON/PRP/2//nsubj takes/VERB/VBZ/0/take place/NOUN/NN/2//dobj Thursday/PROPN/NNP/2", "2023-03-16"),
        ("He/PRON/PRP/2//nsubj is/AUX/VBZ/0/be due/ADJ/JJ/2//acomp Thursday/PROPN/NNP/2", "2023-03-16"),
        (
            "It/PRON/PRP/2//nsubj is/AUX/VBZ/0/be on/ADP/IN/2//prep Thursday/PROPN/NNP/3//pobj",
            "2023-03-16",
        ),
        (
            "He/PRON/PRP/2//nsubj is/AUX/VBZ/0/be here/ADV/RB/2//advmod on/ADP/IN/2//prep Thursday/PROPN/NNP/4//pobj",
            "2023-03-09",
        ),
        ("They/PRON/PRP/3 are/AUX/VBP/3/be meeting/VERB/VBG/0/meet Thursday/PROPN/NNP/3", "2023-03-16"),
        ("They/PRON/PRP/3 are/AUX/VBP/3/be asking/VERB/VBG/0/ask Thursday/PROPN/NNP/3", "2023-03-09"),
    ],
)
def test_the_verb_says_where_to_look(sentence: str, expected: str) -> None:
    assert times(tree(sentence)) == {"Thursday": expected}


def test_that_is_no_part_of_the_day_where_it_begins_a_clause() -> None:
    joined = "He/PRON/PRP/2 said/VERB/VBD/0/say that/SCONJ/IN/6 Thursday/PROPN/NNP/6 talks/NOUN/NNS/6 failed/VERB/VBD/2"
    pointing = "On/ADP/IN/4 that/DET/DT/3 Thursday/PROPN/NNP/1 talks/NOUN/NNS/0"
    assert times(tree(joined)) == {"Thursday": "2023-03-09"}
    assert times(tree(pointing)) == {"that Thursday": None}


def test_what_is_told_of_as_to_come_lies_ahead() -> None:
    clause = (
        "When/ADV/WRB/3 they/PRON/PRP/3//nsubj meet/VERB/VBP/7/get/advcl in/ADP/IN/3//prep July/PROPN/NNP/4//pobj "
        "I/PRON/PRP/7//nsubj vote/VERB/VB/0 will/AUX/MD/7"
    )
    noun = (
        "He/PRON/PRP/2//nsubj praised/VERB/VBD/0 the/DET/DT/5 July/PROPN/NNP/5 talks/NOUN/NNS/2//dobj which/PRON/WDT/8"
    )
    relative = f"{noun} will/AUX/MD/8 decide/VERB/VB/5//relcl"
    deadline = (
        "He/PRON/PRP/3//nsubj had/AUX/VBD/3/have/aux raised/VERB/VBN/0/raise it/PRON/PRP/3//dobj to/PART/TO/6//aux "
        "help/VERB/VB/3//advcl by/ADP/IN/6//prep June/PROPN/NNP/7//pobj"
    )
    assert times(tree(clause)) == {"July": "2023-07"}
    assert times(tree(noun.removesuffix(" which/PRON/WDT/8"))) == {"July": "2022-07"}
    assert times(tree(relative)) == {"July": "2023-07"}
    assert times(tree(deadline)) == {"June": "2022-06"}


def test_a_day_keeps_the_year_it_was_told_of_as_to_come() -> None:
    told = "It/PRON/PRP/3 will/AUX/MD/3 open/VERB/VB/0 May/PROPN/NNP/3 30/NUM/CD/4"
    again = "He/PRON/PRP/2 praised/VERB/VBD/0 the/DET/DT/4 May/PROPN/NNP/2 30/NUM/CD/4 talks/NOUN/NNS/4"
    assert times(tree(told, again)) == {"May 30": "2023-05-30"}
    assert times(tree(again)) == {"May 30": "2022-05-30"}


def test_a_name_that_goes_on_is_no_time() -> None:
    words = plain("The 21st Century Fox deal in the 21st century")
    fox = replace(words.annotated, entities=(Entity(label="ORG", first=1, last=4),))
    assert [m.span.exact for m in mentions(Tree(fox))] == ["the 21st century"]


def test_the_direction_stays_with_an_expression_that_cannot_be_resolved() -> None:
    sentence = tree("They/PRON/PRP/3 will/AUX/MD/3 meet/VERB/VB/0 Thursday/PROPN/NNP/3")
    (mention,) = mentions(sentence, None)
    assert (mention.time, mention.expression) == (None, TimeExpression(weekday=3, direction="future"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It/PRON/PRP/2 expires/VERB/VBZ/0 by/ADP/IN/2 Thursday/PROPN/NNP/3", "2023-03-16"),
        ("All/PRON/DT/3 had/AUX/VBD/3/have left/VERB/VBN/0 by/ADP/IN/3 Thursday/PROPN/NNP/4", "2023-03-09"),
        ("It/PRON/PRP/3 was/AUX/VBD/3/be delayed/VERB/VBN/0/delay until/ADP/IN/3 Thursday/PROPN/NNP/4", "2023-03-16"),
        ("They/PRON/PRP/2 talked/VERB/VBD/0 until/ADP/IN/2 Thursday/PROPN/NNP/3", "2023-03-09"),
        ("They/PRON/PRP/2 kept/VERB/VBD/0 going/VERB/VBG/2 until/ADP/IN/3 Thursday/PROPN/NNP/4", "2023-03-09"),
        ("They/PRON/PRP/3 will/AUX/MD/3 talk/VERB/VB/0 until/ADP/IN/3 Thursday/PROPN/NNP/4", "2023-03-16"),
        ("As/ADV/RB/2 early/ADV/RB/5 as/ADP/IN/2 Thursday/PROPN/NNP/3 began/VERB/VBD/0", "2023-03-09"),
    ],
)
def test_deadlines(sentence: str, expected: str) -> None:
    assert times(tree(sentence)) == {"Thursday": expected}


def test_later_in_the_day_is_the_day_named_before() -> None:
    words = plain("He landed on Tuesday morning and left later in the day .")
    assert times(words) == {"Tuesday morning": "2023-03-14", "later in the day": "2023-03-14"}
    assert [m.expression.weekday for m in mentions(words, None)] == [1, 1]


def test_a_clock_belongs_to_the_day_its_paragraph_names() -> None:
    words = plain("On Tuesday at the port , at 10:30 GMT , it sailed .", "It docked at 5 p.m. and rested .")
    assert [(m.span.exact, m.value) for m in mentions(words)] == [
        ("Tuesday", "2023-03-14"),
        ("10:30 GMT", "2023-03-14T10:30"),
        ("5 p.m.", "XXXX-XX-XXT17:00"),
    ]


def test_the_clock_alone_is_of_the_day_or_the_one_before_where_news_begins() -> None:
    lead = "It/PRON/PRP/2 fell/VERB/VBD/0/fall at/ADP/IN/2 5:30/NUM/CD/3 pm/NOUN/NN/4"
    rises = "It/PRON/PRP/2 rises/VERB/VBZ/0/rise at/ADP/IN/2 5:30/NUM/CD/3 pm/NOUN/NN/4"
    filler = "Nobody/NOUN/NN/0"
    assert times(tree(lead)) == {"5:30 pm": "2023-03-14/2023-03-15"}
    assert times(tree(rises)) == times(tree(*[filler] * 5, lead)) == {"5:30 pm": None}
    assert times(tree(lead), None) == {"5:30 pm": None}
    before = "It/PRON/PRP/2 fell/VERB/VBD/0/fall shortly/ADV/RB/4 before/ADP/IN/2 5:30/NUM/CD/6 pm/NOUN/NN/4"
    assert times(tree(before)) == {"5:30 pm": "2023-03-14/2023-03-15"}


def test_what_counts_from_another_time_needs_it_near() -> None:
    near = plain("The pact of 3 May 2021 lapsed .", "Two years later it was renewed .")
    far = plain("The pact of 3 May 2021 lapsed .", "Nobody spoke .", "Two years later it was renewed .")
    assert [times(words)["Two years later"] for words in (near, far)] == ["2023", None]


def test_days_are_not_counted_from_a_year_or_a_month() -> None:
    words = plain("The pact of 2021 failed .", "Nine days later they met .")
    assert times(words) == {"2021": "2021", "Nine days later": None}


def test_what_is_not_to_come_does_not_lie_ahead() -> None:
    assert times(plain("They did it in 2022 . Sixty years later it is over ."))["Sixty years later"] is None
    inaugurated = "He/PRON/PRP/2 starts/VERB/VBZ/0/start May/PROPN/NNP/2 3/NUM/CD/3 2023/NUM/CD/3"
    landed = "He/PRON/PRP/7 landed/VERB/VBD/0/land at/ADP/IN/7 5:30/NUM/CD/8 GMT/PROPN/NNP/8"
    assert times(tree(f"{inaugurated} {landed}"))["5:30 GMT"] is None


def test_figures_are_compared_with_those_of_the_same_period() -> None:
    words = plain(
        "Net for the quarter ended March 31 , 2022 , rose from the 1988 period and the same period last year .",
        "For the nine months it rose from a year earlier .",
        "The latest quarter was better .",
    )
    assert {m.span.exact: m.value for m in mentions(words)} == {
        "the quarter": "2022-Q1",
        "March 31 , 2022": "2022-03-31",
        "the 1988 period": "1988-Q1",
        "the same period last year": "2022-Q1",
        "the nine months": "P9M",
        "a year earlier": "2022",
        "The latest quarter": "2022-Q4",
    }


def test_an_interval_is_one_mention_that_knows_where_its_ends_are_told() -> None:
    (mention,) = mentions(plain("They met from Monday to Friday ."))
    assert (mention.span.exact, mention.value) == ("Monday to Friday", "2023-03-13/2023-03-17")
    assert [end.exact for end in mention.ends] == ["Monday", "Friday"]


def test_the_following_year_of_an_unknown_year_is_unknown() -> None:
    assert times(plain("They met in May and the following year ."), None) == {"May": None, "the following year": None}


def test_a_day_said_before_with_its_year_keeps_it() -> None:
    words = plain("The vote of March 3 , 2019 , failed .", "After the March 3 vote he left .")
    assert times(words) == {"March 3 , 2019": "2019-03-03", "March 3": "2019-03-03"}


def test_at_an_anniversary_the_day_is_that_of_the_year() -> None:
    words = plain("It fell on March 13 , 2003 .", "At a March 13 service they wept .")
    assert times(words) == {"March 13 , 2003": "2003-03-13", "March 13": "2023-03-13"}


def test_a_quarter_is_compared_with_that_of_the_year_before() -> None:
    words = plain("Trade in the third quarter of 2022 rose from a year earlier .")
    assert [(m.span.exact, m.value) for m in mentions(words)] == [
        ("the third quarter of 2022", "2022-Q3"),
        ("a year earlier", "2021-Q3"),
    ]


def test_a_month_within_a_longer_name_is_no_time() -> None:
    named = tree(
        "Ms/PROPN/NNP/3 April/PROPN/NNP/3 Lane/PROPN/NNP/4 spoke/VERB/VBD/0 in/ADP/IN/4 April/PROPN/NNP/5",
        entities=(Entity(1, 3, "PERSON"),),
    )
    assert [m.span.start for m in mentions(named)] == [named.text.rindex("April")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He told them on This Week that it was over", {}),
        ("He told 60 Minutes of a plan", {}),
        ("The film High Noon was shown", {}),
        ("This week it was over", {"This week": "2023-03-13/2023-03-19"}),
        ("Talks Begin In Vienna This Week", {"This Week": "2023-03-13/2023-03-19"}),
        ("It opened on Thanksgiving Day", {"Thanksgiving Day": "2022-11-24"}),
    ],
)
def test_the_name_of_a_programme_is_no_time(sentence: str, expected: dict[str, str]) -> None:
    assert times(plain(sentence)) == expected


def test_a_name_in_capitals_is_no_time() -> None:
    assert times(plain("He told the NATION TODAY programme of talks today")) == {"today": "2023-03-15"}


def test_a_reference_inferred_elsewhere_gives_inferred_times() -> None:
    week = Time(earliest="2023-03-12", latest="2023-03-18", basis="inferred", inferred_from=("article-2",))
    (mention,) = mentions(plain("today , Wednesday , they met"), week)
    assert mention.time is not None
    assert (mention.time.edtf, mention.time.basis, mention.time.inferred_from) == (
        "2023-03-15",
        "inferred",
        ("article-2",),
    )
