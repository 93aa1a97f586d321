"""Checking a quotation against a small record of our own."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from communique.compare.check import Verdict, check
from communique.compare.check.ascribed import Ascribed, parted
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.events import Event
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Speaker, Statement, Utterance
from communique.records.times import Time

SAID = "We have guarded the northern ports with our allies for 30 years and will build three more."


SHALL = "Nobody shall not be turned away at the border this winter"
TEXT = f"The weather in the north was fine. {SAID} {'Then it rained. ' * 12}{SHALL}"


def statement(number: int, words: str) -> Statement:
    start = TEXT.index(words)
    return Statement(
        id=f"statement-{number}",
        article="article-1",
        mode="direct",
        speakers=(Speaker(actor="actor-berg", text="Berg", how="named"),),
        stance="say",
        polarity="positive",
        content=Span(article="article-1", start=start, end=start + len(words), exact=words),
        utterance=f"utterance-{number}",
    )


def record() -> Record:
    return Record(
        articles=(Article(id="article-1", capture="a.txt", sha256="a", origin="a", text=TEXT),),
        actors=(
            Actor(id="actor-berg", kind="person", name="Anna Berg", names=("Berg",)),
            Actor(id="actor-dahl", kind="person", name="Carl Dahl"),
        ),
        statements=(statement(1, SAID), statement(2, SHALL)),
        utterances=tuple(
            Utterance(id=f"utterance-{n}", speakers=("actor-berg",), renderings=(f"statement-{n}",)) for n in (1, 2)
        ),
    )


def verdicts(words: str, speaker: str = "") -> tuple[str, str | None, tuple[str, ...]]:
    answer = check(record(), words, speaker)
    return answer.verdict, answer.wording, answer.altered


def test_the_words_themselves_are_exact() -> None:
    assert verdicts("we have guarded the northern ports with our allies") == ("exact", "exact", ())


def test_words_left_out_are_a_shortened_form() -> None:
    assert verdicts("We have guarded the ports for 30 years and will build three more.") == (
        "shortened",
        "shortened",
        (),
    )


def test_another_figure_is_an_alteration_that_is_shown() -> None:
    assert verdicts("We have guarded the northern ports with our allies for 40 years") == (
        "altered",
        "altered",
        ("40",),
    )


def test_a_denial_that_was_added_or_dropped_is_an_alteration() -> None:
    assert verdicts("We have never guarded the northern ports with our allies") == (
        "altered",
        "altered",
        ("never guarded",),
    )
    assert verdicts("Nobody shall be turned away at the border this winter")[2] == ("without “not”",)


def test_words_ascribed_to_another_are_misattributed() -> None:
    assert verdicts('"We have guarded the northern ports with our allies," Dahl said.')[:2] == (
        "misattributed",
        "exact",
    )
    assert verdicts("We have guarded the northern ports", "Carl Dahl")[:2] == ("misattributed", "exact")
    assert check(record(), "We have guarded the northern ports", "Carl Dahl").blamed == ("actor-dahl",)
    assert check(record(), "We have guarded the northern ports", "Nobody Known").blamed == ()


def test_the_right_speaker_is_no_misattribution() -> None:
    assert verdicts('Berg: "We have guarded the northern ports with our allies"')[0] == "exact"
    assert verdicts("We have guarded the northern ports", "A. Berg")[0] == "exact"


@pytest.mark.parametrize(
    "words",
    [
        "We have guarded the northern ports with our allies, Berg said",
        "We have guarded the northern ports with our allies, Berg said at the opening of the harbour.",
        "We have guarded the northern ports with our allies, said Anna Berg.",
        "We have guarded the northern ports with our allies, according to Anna Berg",
        "According to Berg, we have guarded the northern ports with our allies",
        "Anna Berg said that we have guarded the northern ports with our allies",
        "Berg: we have guarded the northern ports with our allies",
    ],
)
def test_an_attribution_is_no_part_of_the_words(words: str) -> None:
    answer = check(record(), words)
    assert (answer.verdict, answer.said.lower(), answer.blamed) == (
        "exact",
        "we have guarded the northern ports with our allies",
        ("actor-berg",),
    )


def test_an_attribution_to_another_is_misattributed() -> None:
    assert verdicts("We have guarded the northern ports with our allies, Dahl said")[:2] == ("misattributed", "exact")
    assert verdicts("We have guarded the northern ports with our allies, Eva Moe said")[:2] == (
        "misattributed",
        "exact",
    )


def test_an_attribution_to_nobody_by_name_asks_for_nobody() -> None:
    for who in ("he said", "the president said on Monday"):
        answer = check(record(), f"We have guarded the northern ports with our allies, {who}")
        assert (answer.verdict, answer.speaker, answer.blamed) == ("exact", "", ())


def test_when_it_was_said_is_no_part_of_the_words() -> None:
    for words in ("Berg said on 3 May in the harbour that we have guarded", "We have guarded"):
        answer = check(record(), f"{words} the northern ports with our allies")
        assert (answer.verdict, answer.said.lower()) == ("exact", "we have guarded the northern ports with our allies")


@pytest.mark.parametrize(
    ("around", "named"),
    [
        ("Berg said on 3 May that", "3 May"),
        ("Berg said in May that", ""),
        ("Berg said on 2 May 2021 that", ""),
        ("Berg said in 2020 that", "2020"),
        ("Berg said on Sunday that", ""),
        ("Berg said that", ""),
    ],
)
def test_an_occasion_at_another_time_is_told(around: str, named: str) -> None:
    may = Time(earliest="2021-05-01", latest="2021-05-02", basis="stated")
    event = Event(id="event-1", form="meeting", status="held", level="head", time=may)
    held = record()
    spoken = replace(held, events=(event,), statements=(replace(held.statements[0], event="event-1"),))
    answer = check(spoken, f"{around} we have guarded the northern ports with our allies")
    assert (answer.verdict, answer.misdated) == ("exact", named)


def test_a_fragment_under_a_denial_says_so() -> None:
    (match,) = check(record(), "be turned away at the border this winter").matches
    assert match.denied is not None
    assert match.denied.exact == "Nobody shall not be turned away at the border this winter"


def test_words_of_the_remark_are_no_attribution() -> None:
    for words in ("Critics say, we said no", "We agree, and they said so, to close the port", "Yes, we said"):
        assert check(record(), words).said == words


def test_two_remarks_in_one_quotation_are_spliced() -> None:
    answer = check(
        record(), "We have guarded the northern ports with our allies, and not be turned away at the border."
    )
    assert (answer.verdict, [m.statement for m in answer.matches]) == ("spliced", ["statement-1", "statement-2"])
    assert [m.asked.exact for m in answer.matches] == [
        "We have guarded the northern ports with our allies, and",
        "not be turned away at the border",
    ]


def test_what_nobody_said_is_not_found() -> None:
    assert check(record(), "The harvest of apples was poor in the south this summer").verdict == "none"


def test_too_few_words_are_said_to_be_too_few() -> None:
    assert check(record(), "yes").short
    assert not check(record(), "The harvest of apples was poor in the south").short


def test_words_that_no_speaker_said_are_shown_where_they_stand() -> None:
    answer = check(record(), "the weather in the north was fine")
    assert answer.verdict == "none"
    assert answer.standing == Span(article="article-1", start=0, end=33, exact="The weather in the north was fine")


@given(st.text(max_size=80), st.text(max_size=12))
@settings(max_examples=60)
def test_anything_can_be_asked(words: str, speaker: str) -> None:
    assert check(record(), words, speaker).verdict in get_args(Verdict)


def test_what_a_quotation_says_of_somebody_is_its_own() -> None:
    for text in ("The notes show that Mayor Berg wrote she felt alone", "[Berg] said it would be a long winter"):
        assert parted(text, lambda words: "Berg" in words) == Ascribed(text, "")
