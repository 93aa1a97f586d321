import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.review.before import (
    ARTICLE,
    BEFORE,
    JUDGEMENTS,
    LEAVES,
    LIE,
    SAID,
    TOLL,
    spoken,
)
from tests.review.factories import OSLO, concluded, judged, on, press, report

from communique.export import exporter
from communique.records.judgements import Judgement, When, Who
from communique.records.mentions import ActorMention, CommitmentMention, Extraction
from communique.records.record import Record


def exported(record: Record, folder: Path) -> dict[str, bytes]:
    exporter("jsonl")(record, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("judgement", JUDGEMENTS, ids=lambda j: f"{j.made[-4:-1]}-{j.kind}")
def test_every_judgement_changes_the_record_and_its_undoing_restores_it_byte_for_byte(
    judgement: Judgement, tmp_path: Path
) -> None:
    after = concluded([judgement])
    undone = concluded([judgement, judged("undo", 60, "bob", undoes=judgement.id)])

    assert exported(after, tmp_path / "after") != exported(BEFORE, tmp_path / "before")
    assert [row.standing for row in after.judgements] == ["applied"]
    assert exported(undone, tmp_path / "undone") == exported(BEFORE, tmp_path / "before")


@pytest.mark.parametrize("seed", range(4))
def test_neither_the_order_of_judgements_nor_that_of_articles_matters(seed: int) -> None:
    chance = random.Random(seed)
    some = chance.sample(JUDGEMENTS, 10)
    expected = concluded(some)
    pages = press()
    chance.shuffle(some)
    chance.shuffle(pages)

    assert concluded([*some, some[0]], pages) == expected


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_judged_no_reference_is_left_to_what_is_gone(seed: int) -> None:
    record = concluded(random.Random(seed).sample(JUDGEMENTS, 8))
    ids = {row.id for kind in Record.__struct_fields__ if kind != "problems" for row in getattr(record, kind)}

    assert {s.utterance for s in record.statements} <= ids
    named = [s.event for s in record.statements] + [u.event for u in record.utterances]
    named += [s.actor for row in record.statements for s in row.speakers]
    named += [one for c in record.commitments for one in (c.statement, c.event, *c.parties)]
    named += [p.actor for e in record.events for p in e.participants]
    named += [one for e in record.events for m in e.mentions for one in m.participants]
    named += [one for u in record.utterances for one in (*u.renderings, *u.speakers)]
    named += [one for r in record.relationships for one in (*r.actors, *r.events)]
    named += [one for j in record.judgements for one in j.items]
    assert set(named) - {None} <= ids


def test_a_speaker_is_an_actor_of_the_record_or_a_new_one() -> None:
    lie, dahl = (concluded([judgement]) for judgement in JUDGEMENTS[:2])

    assert spoken(lie) == [("Olav Lie", "judgement", "Anna Berg")]
    assert spoken(dahl) == [("Tove Dahl", "judgement", "Anna Berg")]
    assert len(lie.actors) == len(BEFORE.actors)
    assert [(a.country, a.mentions) for a in dahl.actors if a.name == "Tove Dahl"] == [("DK", ())]
    assert next(a for a in lie.actors if a.name == "Olav Lie").mentions == LIE.mentions


def test_a_speaker_whose_own_page_is_gone_is_known_by_name() -> None:
    elsewhere = next(a for a in on("actor", LIE) if a.member not in locals_of(press()[3]))
    judgement = judged(
        "speaker", anchors=on("statement", SAID), who=Who(name="Olav Lie", country="NO", anchor=elsewhere)
    )

    record = concluded([judgement], [page for page in press() if elsewhere.member not in locals_of(page)])

    assert spoken(record) == [("Olav Lie", "judgement", "Anna Berg")]


def test_a_promise_in_the_statement_is_the_new_speakers_unless_it_names_whose_it_is() -> None:
    page = press()[3]
    said = page.statements[0]
    own, named = (
        CommitmentMention(
            id=f"commitment-{number:020x}", article=page.article.id, kind="pledge", strength="firm",
            parties=(party,), action=said.content, statement=said.id,
        )
        for number, party in enumerate((said.speakers[0].actor or "", page.actors[1].id))
    )  # fmt: skip
    page = replace(page, commitments=(own, named))

    berg = page.actors[0]
    within = replace(berg, mentions=(*berg.mentions, ActorMention(span=said.content, how="name")))

    assert promising(page) == ["Olav Lie", "Tove Dahl"]
    assert promising(replace(page, actors=(within, *page.actors[1:]))) == ["Anna Berg", "Olav Lie"]


def promising(page: Extraction) -> list[str]:
    record = concluded([JUDGEMENTS[1]], [page])
    names = {actor.id: actor.name for actor in record.actors}
    return sorted(names[party] for c in record.commitments for party in c.parties)


def locals_of(page: Extraction) -> set[str]:
    return {actor.id for actor in page.actors}


def test_two_events_that_a_person_joins_are_one_with_all_their_reports() -> None:
    (event,) = concluded([JUDGEMENTS[2]]).events

    assert len(event.mentions) == 4
    assert [step.rule for step in event.merge].count("a person's judgement") == 1
    assert [mark.field for mark in event.judged] == ["members"]


def test_a_report_that_a_person_takes_out_of_an_event_is_one_of_its_own() -> None:
    events = concluded([JUDGEMENTS[3]]).events

    assert sorted(len(e.mentions) for e in events) == [1, 1, 2]


def test_a_new_report_joins_the_event_and_the_correction_stays() -> None:
    judgements = [JUDGEMENTS[1], JUDGEMENTS[3], JUDGEMENTS[10]]
    record = concluded(judgements, [*press(), report("e").extraction()])

    (main,) = [e for e in record.events if len(e.mentions) == 3]
    assert {row.standing for row in record.judgements} == {"applied"}
    assert LEAVES.member not in {m.id for m in main.mentions}
    assert (main.time and main.time.earliest, [mark.found for mark in main.judged if mark.field == "time"]) == (
        "2019-05-07",
        ["2019-05-06"],
    )
    assert spoken(record) == [("Tove Dahl", "judgement", "Anna Berg")]


def test_a_hidden_event_stays_hidden_when_another_paper_reports_it() -> None:
    hide = next(j for j in JUDGEMENTS if j.kind == "hide" and j.anchors[0].kind == "event")

    record = concluded([hide], [*press(), report("e").extraction()])

    assert [len(e.mentions) for e in record.events] == [1]
    assert {s.event for s in record.statements} == {None, record.events[0].id}


def test_what_the_reports_say_of_time_and_place_stays_beside_the_judgement() -> None:
    (event,) = [e for e in concluded([JUDGEMENTS[10], JUDGEMENTS[12]]).events if len(e.mentions) == 3]

    assert event.time is not None
    assert (event.time.earliest, event.time.basis, event.time.span) == ("2019-05-07", "given", None)
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.lat is None) == ("Bergen", "NO", False)
    assert {(m.time and m.time.earliest, m.place and m.place.name) for m in event.mentions} == {("2019-05-06", "Oslo")}
    assert [(mark.field, mark.found) for mark in event.judged] == [("place", "Oslo, NO"), ("time", "2019-05-06")]


def test_a_date_given_to_an_event_keeps_the_reports_that_tell_none() -> None:
    told = report("a")
    berg, lie = told.person("Anna Berg", "foreign minister", "SE"), told.person("Olav Lie", "prime minister", "NO")
    told.event("Foreign Minister Anna Berg met", (berg, lie), place=OSLO)
    pages = [told.extraction(), report("b").extraction()]
    (event,) = concluded(extractions=pages).events

    given = judged("date", anchors=on("event", event), when=When(earliest="2019-05-08", latest="2019-05-08"))
    (after,) = concluded([given], pages).events

    assert {mention.id for mention in after.mentions} == {mention.id for mention in event.mentions}
    assert (len(after.mentions), after.time and after.time.earliest) == (3, "2019-05-08")


def test_actors_are_joined_and_parted() -> None:
    joined, parted = concluded([JUDGEMENTS[6]]), concluded([JUDGEMENTS[7]])

    assert len(joined.actors) == 1
    assert sorted(len(a.members) for a in parted.actors if a.name == "Anna Berg") == [2, 2]


def test_utterances_are_joined_and_parted() -> None:
    joined, parted = concluded([JUDGEMENTS[4]]), concluded([JUDGEMENTS[5]])

    (utterance,) = joined.utterances
    assert [link.score for link in utterance.links if "judged" in link.features] == [1.0]
    assert sorted(len(u.renderings) for u in parted.utterances) == [1, 1, 2]


def test_no_commitment_is_none_on_any_later_build() -> None:
    record = concluded([JUDGEMENTS[8]], [*press(), report("e").extraction()])

    assert TOLL.members[0] not in {member for c in record.commitments for member in c.members}


def test_a_note_marks_its_item_and_changes_nothing_else() -> None:
    record = concluded([JUDGEMENTS[15]])

    bare = replace(record, judgements=(), actors=tuple(replace(a, judged=()) for a in record.actors))
    assert bare == BEFORE
    assert [(mark.field, mark.judgement) for a in record.actors for mark in a.judged] == [("note", JUDGEMENTS[15].id)]


def test_a_judgement_whose_anchor_is_gone_is_listed_and_applies_when_it_is_back() -> None:
    without = [page for page in press() if page.article.id != ARTICLE.id]

    record = concluded([JUDGEMENTS[0], JUDGEMENTS[2]], without)

    assert {row.standing for row in record.judgements} == {"anchor gone"}
    assert replace(record, judgements=()) == concluded([], without)
    assert {row.standing for row in concluded([JUDGEMENTS[0], JUDGEMENTS[2]]).judgements} == {"applied"}


def test_a_member_that_a_newer_version_reads_under_another_id_is_found_by_its_words() -> None:
    page = press()[3]
    said, met = page.statements[0], page.events[0]
    renamed = replace(
        page,
        statements=(replace(said, id="statement-00000000000000000000"),),
        events=(replace(met, id="mention-00000000000000000000"),),
    )
    twice = replace(renamed, statements=(*renamed.statements, replace(said, id="statement-00000000000000000001")))

    record = concluded([JUDGEMENTS[1], JUDGEMENTS[2]], [*press()[:3], renamed])

    assert [row.standing for row in record.judgements] == ["applied", "applied"]
    assert [name for name, *_ in spoken(record, renamed.statements[0].id)] == ["Tove Dahl"]
    assert len(record.events) == 1
    assert [row.standing for row in concluded([JUDGEMENTS[1]], [twice]).judgements] == ["anchor gone"]
