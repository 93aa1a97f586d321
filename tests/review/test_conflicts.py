"""Judgements that contradict each other."""

from tests.review.before import JUDGEMENTS, LEAVES, SAID, STAYS, spoken
from tests.review.factories import concluded, judged, on

from communique.records.judgements import Judgement, When, Who


def standings(*judgements: Judgement) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {row.id: (row.standing, row.against) for row in concluded(judgements).judgements}


def test_two_speakers_for_one_statement_are_a_conflict_and_the_later_applies() -> None:
    ann = JUDGEMENTS[0]
    bob = judged("speaker", 50, "bob", anchors=on("statement", SAID), who=Who(name="Tove Dahl", country="DK"))

    assert standings(ann, bob) == {ann.id: ("overridden", (bob.id,)), bob.id: ("applied", (ann.id,))}
    assert spoken(concluded([bob, ann])) == [("Tove Dahl", "judgement", "Anna Berg")]


def test_who_changes_their_mind_is_in_no_conflict() -> None:
    assert standings(*JUDGEMENTS[:2]) == {JUDGEMENTS[0].id: ("replaced", ()), JUDGEMENTS[1].id: ("applied", ())}


def test_two_who_say_the_same_are_in_no_conflict() -> None:
    bob = judged("speaker", 50, "bob", anchors=on("statement", SAID), who=JUDGEMENTS[0].who)

    assert set(standings(JUDGEMENTS[0], bob).values()) == {("applied", ())}


def test_same_and_not_the_same_by_a_chain_are_a_conflict() -> None:
    a, b, c = STAYS[0], STAYS[1], LEAVES
    one = judged("same", 1, anchors=(a,), others=(b,))
    two = judged("same", 2, "bob", anchors=(b,), others=(c,))
    no = judged("not_same", 3, "eve", anchors=(a,), others=(c,))

    found = standings(one, two, no)

    assert found == {
        one.id: ("overridden", (no.id,)),
        two.id: ("applied", ()),
        no.id: ("applied", (one.id,)),
    }
    late = judged("same", 4, "bob", anchors=(b,), others=(c,))
    assert standings(one, late, no)[one.id] == ("overridden", (no.id,))
    early = judged("not_same", 0, "eve", anchors=(a,), others=(c,))
    assert standings(one, two, early)[early.id] == ("overridden", tuple(sorted((one.id, two.id))))


def test_dates_of_mentions_that_come_to_be_one_event_are_a_conflict() -> None:
    first = judged("date", 1, anchors=STAYS[:1], when=When(earliest="2019-05-07", latest="2019-05-07"))
    second = judged("date", 2, "bob", anchors=STAYS[1:], when=When(earliest="2019-05-08", latest="2019-05-08"))

    assert standings(first, second) == {
        first.id: ("overridden", (second.id,)),
        second.id: ("applied", (first.id,)),
    }
    event = max(concluded([first, second]).events, key=lambda e: len(e.mentions))
    assert [(mark.judgement, mark.field) for mark in event.judged] == [(second.id, "time")]
    assert event.time is not None
    assert event.time.earliest == "2019-05-08"
