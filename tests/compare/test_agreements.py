"""Stages of an instrument: progress over time, or sources that differ."""

from communique.compare.agreements import agreement_findings
from communique.records.articles import Article
from communique.records.commitments import Agreement, Stage, StageReport
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.times import Time


def judged(*reports: tuple[str, Stage, str | None]) -> str:
    """The judgement on the stages given as (article, stage, day of the article)."""
    articles = tuple(
        Article(
            id=name, capture=name, sha256=name, origin=name, text="",
            published=Time(earliest=day, latest=day, basis="stated") if day else None,
        )
        for name, _, day in reports
    )  # fmt: skip
    stages = tuple(
        StageReport(stage=stage, span=Span(article=name, start=0, end=1, exact="a")) for name, stage, _ in reports
    )
    agreement = Agreement(id="agreement-1", name="rail treaty", stages=stages)
    (found,) = agreement_findings(Record(articles=articles, agreements=(agreement,)))
    return found.judgement


def test_a_later_report_of_a_later_stage_is_progress() -> None:
    assert judged(("a", "drafted", "2021-01-01"), ("b", "signed", "2021-06-01")) == "refine"


def test_two_stages_at_one_time_differ() -> None:
    assert judged(("a", "drafted", "2021-01-01"), ("b", "signed", "2021-01-01")) == "differ"
    assert judged(("a", "drafted", None), ("b", "signed", None)) == "differ"


def test_a_stage_that_goes_back_differs() -> None:
    assert judged(("a", "signed", "2021-01-01"), ("b", "drafted", "2021-06-01")) == "differ"


def test_one_stage_in_two_texts_agrees() -> None:
    assert judged(("a", "signed", "2021-01-01"), ("b", "signed", "2021-01-02")) == "agree"


def test_two_days_of_one_signing_differ() -> None:
    def report(name: str, day: str) -> StageReport:
        time = Time(earliest=day, latest=day, basis="stated")
        return StageReport(stage="signed", time=time, span=Span(article=name, start=0, end=1, exact="a"))

    agreement = Agreement(
        id="agreement-1", name="rail treaty", stages=(report("a", "2021-01-01"), report("b", "2021-01-03"))
    )
    articles = tuple(Article(id=name, capture=name, sha256=name, origin=name, text="") for name in "ab")
    found = {f.field: f.judgement for f in agreement_findings(Record(articles=articles, agreements=(agreement,)))}
    assert found == {"stage": "agree", "signed on": "differ"}
