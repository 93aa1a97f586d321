"""Commitments and instruments across articles, and what later reports say of them."""

from typing import Any

import pytest
from msgspec.structs import replace
from tests.factories import article, day, span

from communique.merge.agreements import merge_agreements
from communique.merge.commitments import merge_commitments
from communique.merge.followups import Later, Made, followups, relation_of
from communique.records.commitments import Commitment, Stage
from communique.records.ids import content_id
from communique.records.mentions import AgreementMention, CommitmentMention, Extraction, StatementMention
from communique.records.spans import Span
from communique.records.statements import Utterance

WORDS = "to build a tunnel under the strait"


def page(name: str, words: str = WORDS, published: str | None = "2021-03-01", **fields: Any) -> Extraction:
    of = article(name, f"Norway agreed {words}.", published=published)
    mention = CommitmentMention(
        **{
            "id": content_id("commitment", name),
            "article": of.id,
            "kind": "agreed",
            "strength": "firm",
            "parties": ("n",),
            "action": span(of, words),
            **fields,
        }
    )
    return Extraction(article=of, commitments=(mention,))


def merged(*pages: Extraction, event_of: dict[str, str] | None = None) -> list[Commitment]:
    published = {p.article.id: p.article.published for p in pages}
    return merge_commitments(pages, {"n": "norway", "s": "spain"}, event_of or {}, {}, {}, published)


def test_one_promise_in_two_reports() -> None:
    (row,) = merged(page("a"), page("b", "to construct and build a tunnel under the strait", strength="intended"))
    assert (len(row.members), row.strength, row.parties) == (2, "firm", ("norway",))


@pytest.mark.parametrize(
    "other",
    [
        {"parties": ("s",)},
        {"kind": "refusal"},
        {"horizon": "P5Y"},
        {"words": "to reduce the tax on salt"},
    ],
)
def test_other_promises_stay_apart(other: dict[str, Any]) -> None:
    assert len(merged(page("a", horizon="P9Y"), page("b", **other))) == 2


def test_a_promise_made_again_follows_the_first() -> None:
    rows = merged(page("a"), page("b", published="2021-08-01"))
    assert sorted([f.relation for f in row.followups] for row in rows) == [[], ["repeats"]]


def test_two_events_are_two_promises() -> None:
    pages = page("a", event="e1"), page("b", event="e2")
    assert len(merged(*pages, event_of={"e1": "x", "e2": "y"})) == 2
    assert len(merged(*pages, event_of={"e1": "x", "e2": "x"})) == 1


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("the ministers signed the treaty", "completes"),
        ("work on the tunnel was postponed", "delays"),
        ("the plan was abandoned", "drops"),
        ("talks resumed", "advances"),
        ("they spoke of the tunnel", "repeats"),
    ],
)
def test_what_a_later_report_says(words: str, relation: str) -> None:
    assert relation_of(words) == relation


def instrument(name: str, called: str, stage: str, **fields: Any) -> Extraction:
    of = article(name, f"They spoke of the {called}.")
    mention = AgreementMention(
        **{
            "id": content_id("agreement", name),
            "article": of.id,
            "name": called,
            "parties": ("n", "s"),
            "stage": stage,
            "span": span(of, called),
            **fields,
        }
    )
    return Extraction(article=of, agreements=(mention,))


def test_one_instrument_at_two_stages() -> None:
    pages = instrument("a", "fishing treaty", "drafted"), instrument("b", "fishing treaty", "signed")
    (row,), of = merge_agreements(pages, {"n": "norway", "s": "spain"}, {})
    assert ([s.stage for s in row.stages], row.parties, len(set(of.values()))) == (
        ["drafted", "signed"],
        ("norway", "spain"),
        1,
    )


def test_one_horizon_makes_one_instrument_of_two_names() -> None:
    pages = (
        instrument("a", "strategic agreement", "drafted", horizon="P20Y"),
        instrument("b", "joint agenda", "proposed", horizon="P20Y"),
        instrument("c", "strategic agreement", "drafted", horizon="P5Y"),
    )
    rows, _ = merge_agreements(pages, {"n": "norway", "s": "spain"}, {})
    assert sorted(len(row.stages) for row in rows) == [1, 2]


def test_other_parties_have_another_instrument() -> None:
    pages = (
        instrument("a", "fishing treaty", "signed", parties=("n",)),
        instrument("b", "fishing treaty", "signed", parties=("s",)),
    )
    rows, _ = merge_agreements(pages, {"n": "norway", "s": "spain"}, {})
    assert len(rows) == 2


def test_two_renderings_of_one_remark_speak_of_one_instrument() -> None:
    pages = (
        spoken(instrument("a", "strategic agreement", "drafted")),
        spoken(instrument("b", "project for strategic cooperation", "drafted")),
    )
    told = Utterance(id="u", renderings=("statement-a", "statement-b"))
    actors = {"n": "norway", "s": "spain"}
    assert len(merge_agreements(pages, actors, {})[0]) == 2
    assert len(merge_agreements(pages, actors, {}, (told,))[0]) == 1


def spoken(page: Extraction) -> Extraction:
    """The page with all of its instrument's sentence as a statement."""
    said = StatementMention(
        id=f"statement-{page.article.capture[0]}",
        article=page.article.id,
        mode="indirect",
        content=span(page.article, page.article.text),
    )
    return replace(page, statements=(said,))


def test_what_the_promise_itself_says_is_no_news() -> None:
    assert relation_of("they will resume the talks", "to resume the talks") == "repeats"
    assert relation_of("the resumed talks were delayed", "to resume the talks") == "delays"


def test_a_stage_that_the_promise_was_made_at_is_repeated() -> None:
    made = Made(
        when=day("2021-01-01"), words="signed a treaty", kind="agreed", instrument="t", articles=frozenset({"a"})
    )
    where = Span(article="a", start=0, end=3, exact="The")

    def later(stage: Stage) -> Later:
        return Later("t", stage, Span(article="b", start=0, end=3, exact="The"), day("2021-02-01"))

    own = Later("t", "signed", where, day("2021-01-01"))
    assert [f.relation for f in followups(made, (), (own, later("signed")))] == ["repeats"]
    assert [f.relation for f in followups(made, (), (own, later("ratified")))] == ["completes"]
    assert followups(made, (), (own, later("drafted"))) == ()


def test_one_shared_word_makes_no_promise_the_same() -> None:
    assert (
        len(merged(page("a", "an offer for a summit"), page("b", "to announce plans of a summit in the spring"))) == 2
    )
