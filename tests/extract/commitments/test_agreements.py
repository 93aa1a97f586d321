"""Instruments of whole sentences."""

import pytest
from tests.extract.commitments.found import article, found

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.commitments import extract
from communique.extract.times import extract as times
from communique.knowledge import load
from communique.records.mentions import (
    AgreementMention,
    Extraction,
)


@pytest.mark.parametrize(
    ("text", "name", "stage"),
    [
        ("Norway handed over to Spain a draft of a fishing treaty.", "fishing treaty", "drafted"),
        ("Norway and Spain signed a memorandum on fisheries.", "memorandum on fisheries", "signed"),
        ("Norway and Spain are working to establish a free trade zone.", "free trade zone", "negotiated"),
        ("Norway suspended the fishing treaty with Spain.", "fishing treaty", "suspended"),
        ("Norway and Spain will sign a fishing treaty.", "fishing treaty", "negotiated"),
    ],
)
def test_instruments(text: str, name: str, stage: str) -> None:
    (one,) = (m for m in found(text) if isinstance(m, AgreementMention))
    assert (one.name, one.stage, sorted(one.parties)) == (name, stage, ["Norway", "Spain"])


def dated(text: str) -> tuple[str, str | None, list[str]]:
    """The name, the horizon and the date of the instrument's stage."""
    of = article(text)
    tree = Tree(annotate(of))
    so_far = Extraction(article=of, times=tuple(times(tree, Extraction(article=of), load())))
    (one,) = (m for m in extract(tree, so_far, load()) if isinstance(m, AgreementMention))
    return one.name, one.horizon, [t.span.exact for t in so_far.times if t.id == one.time]


@pytest.mark.parametrize(
    ("text", "name", "horizon", "when"),
    [
        ("Norway and Spain signed a fishing treaty on 4 May 2021.", "fishing treaty", None, ["4 May 2021"]),
        ("On 4 May 2021 Norway and Spain signed a fishing treaty.", "fishing treaty", None, ["4 May 2021"]),
        ("The fishing treaty, signed in 1999, ended last year.", "fishing treaty", None, ["last year"]),
        ("Norway and Spain will sign a trade agreement on Friday.", "trade agreement", None, []),
        ("Norway signed the 2015 climate accord with Spain.", "climate accord", None, []),
        ("Norway offered Spain a 20-year cooperation treaty.", "cooperation treaty", "P20Y", []),
        (
            "Norway proposed a joint agenda on trade, with steps for the next ten years.",
            "joint agenda on trade",
            "P10Y",
            [],
        ),
    ],
)
def test_when_and_for_how_long(text: str, name: str, horizon: str | None, when: list[str]) -> None:
    assert dated(text) == (name, horizon, when)


@pytest.mark.parametrize(
    "text",
    [
        "The war between Norway and Spain ended with a truce, not a peace treaty.",
        "Norway and Spain ended the war with a peace treaty.",
        "Norway and Spain ended their talks without a trade agreement.",
    ],
)
def test_what_ended_is_not_the_instrument(text: str) -> None:
    assert [m for m in found(text) if isinstance(m, AgreementMention) and m.stage == "ended"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Spain discussed a trade agreement in a conversation of about three hours.",
        "Norway and Spain discussed a trade agreement after a strike of three weeks.",
    ],
)
def test_how_long_something_else_lasts_is_no_horizon(text: str) -> None:
    (one,) = (m for m in found(text) if isinstance(m, AgreementMention))
    assert one.horizon is None


def test_an_instrument_with_a_horizon() -> None:
    (one,) = (
        m
        for m in found("Norway presented to Spain a project for strategic cooperation for a period of 20 years.")
        if isinstance(m, AgreementMention)
    )
    assert one.horizon == "P20Y"
