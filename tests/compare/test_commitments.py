"""Findings on a commitment that two articles report."""

from typing import Any

from tests.factories import article, day, span

from communique.compare.commitments import commitment_findings
from communique.records.commitments import Commitment, CommitmentReport
from communique.records.record import Record

A, B = article("a", "They will build it."), article("b", "They hope to build it.")


def judged(**second: Any) -> dict[str, tuple[str, list[str]]]:
    """Field -> judgement and values, of a promise that the second article tells with other fields."""
    first = {"kind": "pledge", "strength": "firm", "deadline": day("2021-01-01", latest="2021-12-31"), "horizon": "P5Y"}
    reports = tuple(
        CommitmentReport(article=of.id, span=span(of, "build it"), **fields)
        for of, fields in ((A, first), (B, {**first, **second}))
    )
    row = Commitment(
        id="c",
        kind="pledge",
        strength="firm",
        action=span(A, "build it"),
        mentions=tuple(r.span for r in reports),
        reports=reports,
    )
    found = commitment_findings(Record(articles=(A, B), commitments=(row,)))
    return {f.field: (f.judgement, sorted(v.value for v in f.values)) for f in found}


def test_two_reports_agree() -> None:
    assert {field: judgement for field, (judgement, _) in judged().items()} == dict.fromkeys(
        ("reported", "kind", "strength", "deadline", "horizon"), "agree"
    )


def test_how_firm_differs_and_a_kind_refines() -> None:
    found = judged(strength="intended", kind="plan")
    assert found["strength"] == ("differ", ["firm", "intended"])
    assert found["kind"] == ("refine", ["plan", "pledge"])


def test_a_deadline_within_another_refines_it_and_another_one_differs() -> None:
    assert judged(deadline=day("2021-05-01"))["deadline"][0] == "refine"
    assert judged(deadline=day("2023-05-01"))["deadline"][0] == "differ"
    assert judged(deadline=None)["deadline"][0] == "alone"
