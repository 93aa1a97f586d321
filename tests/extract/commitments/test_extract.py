"""Commitments of whole sentences."""

import pytest
from tests.extract.commitments.found import STATES, commitments, found

from communique.records.mentions import (
    CommitmentMention,
)
from communique.records.statements import Mode


@pytest.mark.parametrize(
    ("text", "kind", "strength", "action"),
    [
        ("Norway and Spain agreed to build a tunnel.", "agreed", "firm", "to build a tunnel"),
        ("Norway vowed to lower the tax on salt.", "pledge", "firm", "to lower the tax on salt"),
        ("Norway is working to open a consulate.", "plan", "intended", "to open a consulate"),
        ("Spain plans to buy ten ferries.", "plan", "intended", "to buy ten ferries"),
        ("Norway is ready to host the talks.", "plan", "intended", "to host the talks"),
        ("Norway proposed sending observers.", "proposal", "intended", "sending observers"),
        ("Spain refused to close the port.", "refusal", "firm", "to close the port"),
        ("Norway threatened to close the border.", "threat", "firm", "to close the border"),
        ("Norway will send two ships.", "plan", "firm", "will send two ships"),
        ("Norway and Spain signed a trade agreement.", "agreed", "firm", "signed a trade agreement"),
        ("Norway accepted an invitation to a summit.", "agreed", "firm", "an invitation to a summit"),
    ],
)
def test_in_the_words_of_the_outlet(text: str, kind: str, strength: str, action: str) -> None:
    (one,) = commitments(text)
    assert (one.kind, one.strength, one.action.exact, one.statement) == (kind, strength, action, None)
    assert one.parties[0] in STATES


@pytest.mark.parametrize(
    ("said", "kind", "strength"),
    [
        ("we will never close the school", "refusal", "firm"),
        ("we will open the archive", "pledge", "firm"),
        ("we may share the harvest with Spain", "proposal", "possible"),
        ("sanctions will not stop our country", "refusal", "firm"),
        ("our cooperation will be expanded", "pledge", "firm"),
    ],
)
def test_in_a_quotation(said: str, kind: str, strength: str) -> None:
    (one,) = commitments(f"The minister said: {said}.", said, "direct")
    assert (one.kind, one.strength, one.parties, one.statement) == (kind, strength, ("Norway",), "s")


@pytest.mark.parametrize(
    "text",
    [
        "Norway built a tunnel last year.",
        "Norway sought to build a tunnel.",
        "Great efforts have been made to build a tunnel.",
        "Prices will rise.",
        "Norway will be happy.",
        "The minister declined to comment on the tunnel.",
        "Norway did not agree to build a tunnel.",
        "The tunnel should be long.",
        "",
    ],
)
def test_no_commitment(text: str) -> None:
    assert commitments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave no indication that it plans to close the port.",
        "Norway gave no sign that it is willing to close the port.",
        "If Norway decides to close the port, prices will rise.",
        "Much must happen before Norway agrees to close the port.",
        "Nothing will change until Norway agrees to close the port.",
        "It is unclear whether Norway will close the port.",
        "Spain has no way of knowing whether Norway will close the port.",
        "Spain is investigating whether Norway seeks to close the port.",
        "Spain doubts that Norway will close the port.",
        "Norway is unlikely to agree to close the port.",
        "Norway denied that it plans to close the port.",
        "Norway failed to agree to close the port.",
        "Norway has yet to decide to close the port.",
        "Spain does not believe that Norway will close the port.",
        "Will Norway agree to close the port?",
    ],
)
def test_what_is_doubted_or_supposed_is_none(text: str) -> None:
    assert commitments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that Norway will close the port.",
        "Norway does not like the noise and plans to close the port.",
        "Spain met Chile before Norway agreed to close the port.",
        "The tax did not help, because Norway plans to close the port.",
    ],
)
def test_a_denial_beside_it_takes_nothing_back(text: str) -> None:
    assert [c.action.exact.split()[-3:] for c in commitments(text)] == [["close", "the", "port"]]


def test_praise_and_predictions_of_others_are_none() -> None:
    assert commitments("He said Chile will close the mine.", "Chile will close the mine") == []


@pytest.mark.parametrize(
    ("text", "said", "mode"),
    [
        ("Norway said it was an effort to deny the truth.", "it was an effort to deny the truth", "indirect"),
        ("“An effort to deny the truth,” Norway said.", "An effort to deny the truth", "direct"),
        ("Norway described the visit as an effort to win votes.", "the visit as an effort to win votes", "indirect"),
    ],
)
def test_who_only_speaks_of_it_commits_to_nothing(text: str, said: str, mode: Mode) -> None:
    assert [c for c in commitments(text, said, mode) if "Norway" in c.parties or not c.parties] == []


def test_what_a_stranger_plans_is_not_the_speakers() -> None:
    (one,) = commitments("Norway said the army plans to close the port.", "the army plans to close the port")
    assert one.parties == ()


def test_our_own_side_is_the_speakers() -> None:
    (one,) = commitments("Norway said: our army will close the port.", "our army will close the port", "direct")
    assert one.parties == ("Norway",)


def test_who_is_told_of_an_agreement_is_no_party_to_it() -> None:
    (one,) = commitments("It was agreed that Chile should continue the talks.")
    assert (one.kind, one.parties) == ("agreed", ())


def test_condition_counterparty_and_horizon() -> None:
    (one,) = commitments("Norway agreed with Spain to supply gas for 15 years if the price falls.")
    assert (one.counterparties, one.horizon) == (("Spain",), "P15Y")
    assert one.condition is not None
    assert one.condition.exact == "if the price falls"


def test_a_clause_about_what_is_promised_names_no_counterparty() -> None:
    (one,) = commitments("Norway will contribute to the fund for ferries that Chile announced in May.")
    assert one.counterparties == ()


def test_the_clause_ends_with_its_quotation() -> None:
    text = "Norway vowed to “build the tunnel” and went home."
    (one,) = commitments(text)
    assert one.action.exact == "to “build the tunnel”"


def test_a_title_that_the_body_repeats_says_nothing_new() -> None:
    body = "Norway vowed to build a tunnel."
    assert len([m for m in found(body, title="Norway vows to build a tunnel") if isinstance(m, CommitmentMention)]) == 1
    assert len([m for m in found(body, title="Spain vows to lower taxes") if isinstance(m, CommitmentMention)]) == 2


@pytest.mark.parametrize(
    "text", ["“We will", "will will will", "agreed", "to to to agree to", "”“ will ”", "\x00 will go"]
)
def test_odd_input_does_not_crash(text: str) -> None:
    assert all(m.action.exact in text for m in commitments(text))


def test_wishes_alternatives_and_what_nobody_proposes() -> None:
    (wish,) = commitments("Norway would like to host the talks.")
    assert (wish.kind, wish.strength, wish.action.exact) == ("plan", "intended", "to host the talks")
    assert commitments("Norway would like to say that the weather is fine.") == []
    assert commitments("Norway would like to commend Denmark for its courage.") == []


def test_assurances_that_one_asks_for_are_no_promise() -> None:
    assert commitments("Anna Berg sought a waiver for ferries and assurances that Denmark will open the port.") == []
    assert (
        commitments("We will either have a good harvest or none.", said="We will either have a good harvest or none")
        == []
    )
    assert commitments("The letters offer a rare look at the trade in herring.") == []
