"""What the words of mentions say of which event it is: recalled, once more, by whom received, written where."""

from msgspec.structs import replace
from tests.factories import Report, article, day
from tests.merge.test_events import BERN, OSLO, clusters, shape

from communique.extract.events.where import dateline_of
from communique.knowledge import load
from communique.merge import merge
from communique.merge.events.wording import says_again
from communique.records.articles import Paragraph
from communique.records.events import Place
from communique.records.mentions import LocalParticipant

LISBON = Place(name="Lisbon", country="PT", lat=38.7, lon=-9.1)


def told(name: str, *mentions: tuple[str, str, Place | None], published: str | None = None) -> Report:
    """An article in which Anna Berg and Carl Dahl meet: the words, the status and the place of each mention."""
    report = Report(name, "President Anna Berg, President Carl Dahl: " + ". ".join(m[0] for m in mentions), published)
    who = (report.person("Anna Berg", "president", "NO"), report.person("Carl Dahl", "president", "CH"))
    for words, status, place in mentions:
        report.event(words, who, place=place, status=status)  # type: ignore[arg-type]
    return report


def test_what_an_article_recalls_is_not_what_it_tells() -> None:
    found = clusters(told("a", ("met", "held", None), ("had met before", "recalled", BERN)))
    assert shape(found) == [["had met before"], ["met"]]


def test_what_was_done_again_was_not_done_before() -> None:
    report = told("a", ("had called", "held", None), ("called her again", "held", None))
    first, second = report.events
    trigger = replace(second.trigger, end=second.trigger.start + len("called"), exact="called")
    report.events[1] = replace(second, trigger=trigger)
    assert [says_again(m) for m in report.events] == [False, True]
    assert shape(clusters(report)) == [["called her again"], ["had called"]]
    assert first.span.exact == "had called"


def _again(report: Report, number: int, word: str) -> None:
    mention = report.events[number]
    trigger = replace(mention.trigger, end=mention.trigger.start + len(word), exact=word)
    report.events[number] = replace(mention, trigger=trigger)


def test_what_is_told_behind_again_may_be_that_very_event() -> None:
    report = told("a", ("meet again", "held", OSLO), ("held talks", "held", OSLO))
    _again(report, 0, "meet")
    assert says_again(report.events[0])
    assert shape(clusters(report)) == [["held talks", "meet again"]]


def test_the_news_may_be_told_with_again() -> None:
    report = told("a", ("meet", "held", OSLO), ("met again", "held", OSLO))
    report.events[0] = replace(report.events[0], main=True)
    _again(report, 1, "met")
    assert shape(clusters(report)) == [["meet", "met again"]]


def _hosted(name: str, verb: str, host: int) -> Report:
    report = told(name, (verb, "held", None))
    (mention,) = report.events
    parts = tuple(
        LocalParticipant(actor=p.actor, role="host" if n == host else "guest")
        for n, p in enumerate(mention.participants)
    )
    report.events[0] = replace(mention, participants=parts)
    return report


def test_whom_somebody_received_is_not_whom_he_visited() -> None:
    assert shape(clusters(_hosted("a", "received", 0), _hosted("b", "hosted", 1))) == [["hosted"], ["received"]]


def _written(report: Report, line: str) -> Report:
    first = Paragraph(role="dateline", reason="test", text=line)
    report.article = replace(report.article, paragraphs=(first, *report.article.paragraphs))
    return report


def test_the_dateline_is_read() -> None:
    found = [
        dateline_of(_written(Report("a", "They met."), line).article, load())
        for line in ("OSLO —", "LISBON, Portugal (Wire) -", "By hand")
    ]
    assert [p and p.name for p in found] == ["Oslo", "Lisbon", None]
    assert dateline_of(article("b", "They met."), load()) is None


def test_an_undated_page_written_in_another_country_does_not_join_the_only_meeting() -> None:
    dated = told("a", ("met", "held", BERN), published="2021-05-04")
    dated.events[0] = replace(dated.events[0], time=dated.time("President", day("2021-05-03")))
    at_home = _written(told("b", ("saw", "held", None)), "BERN –")
    elsewhere = _written(told("c", ("saw", "held", None)), "LISBON –")
    assert shape(clusters(dated, at_home)) == [["met", "saw"]]
    assert shape(clusters(dated, elsewhere)) == [["met"], ["saw"]]


def _part_of(gap: str) -> list[bool]:
    report = Report("a", f"Anna Berg met Carl Dahl. {gap} They gave a joint press conference.")
    who = (report.person("Anna Berg"), report.person("Carl Dahl"))
    report.event("met", who, place=OSLO)
    report.event("press conference", who, form="press_conference")
    found = merge([report.extraction()], load()).events
    return [bool(e.part_of) for e in found if e.form == "press_conference"]


def test_what_an_article_tells_far_apart_is_no_part() -> None:
    assert (_part_of("It rained."), _part_of("It rained. " * 200)) == ([True], [False])
