"""Articles of one story, and the event that they are about."""

from msgspec.structs import replace
from tests.factories import Report, article, day

from communique.knowledge import load
from communique.merge import merge
from communique.merge.story_groups import _weighed, likeness, story_groups
from communique.records.events import Event, Plover
from communique.records.mentions import Extraction

FERRY = (
    "The ferry Havorn sank off Bergen in heavy seas and twelve sailors were pulled from the water by a lifeboat crew.",
    "A lifeboat pulled twelve sailors from heavy seas when the ferry Havorn went down near Bergen harbour.",
    "Twelve sailors of the ferry Havorn, sunk in heavy seas off Bergen, thanked the lifeboat crew.",
)
BAKERY = "A bakery in Lima won a prize for its rye bread, and customers queued around the block for loaves."
OTHER = "The parliament in Accra passed a budget with lower taxes on cocoa after a long night of debate."


def test_articles_of_one_story_are_found_by_their_words() -> None:
    told = [article(f"f{n}", text) for n, text in enumerate(FERRY)]
    others = [article("b", BAKERY), article("o", OTHER)]
    assert story_groups([*others, *told]) == [tuple(sorted(a.id for a in told))]
    assert story_groups([*told, *reversed(others)]) == story_groups([*others, *told])


def test_the_same_words_in_another_week_are_another_story() -> None:
    first = article("a", FERRY[0], published="2026-03-02")
    later = article("b", FERRY[1], published="2026-03-20")
    assert story_groups([first, later]) == []
    assert len(story_groups([first, replace(later, published=day("2026-03-03"))])) == 1


def test_nothing_to_compare() -> None:
    assert story_groups([]) == []
    assert story_groups([article("a", "", title="One"), article("b", "", title="Another")]) == []


def act(name: str, text: str, words: str, event: str = "SANCTION", published: str | None = None) -> Extraction:
    report = Report(name, text, published=published)
    who = tuple(report.person(person, "president", code) for person, code in PEOPLE if person in text)
    report.event(words, who, form="other")
    found = report.extraction()
    told = replace(found.events[0], plover=Plover(event=event), main=True)
    return replace(found, events=(told,))


PEOPLE = (("Anna Berg", "NO"), ("Erik Dahl", "DK"))
BAN = (
    "Anna Berg cut aid to the island of Erik Dahl after the quarrel over cod quotas and trawlers in the strait.",
    "After the quarrel over cod quotas, Anna Berg cut aid to Erik Dahl and his island in the strait of trawlers.",
)


def events(*extractions: Extraction) -> list[Event]:
    return list(merge(extractions, load()).events)


def test_one_act_that_two_articles_of_a_story_tell_is_one_event() -> None:
    (event,) = events(act("a", BAN[0], "cut aid"), act("b", BAN[1], "cut aid"))
    assert len({m.article for m in event.mentions}) == 2
    assert event.plover is not None
    assert (event.plover.event, event.plover.quad) == ("SANCTION", "material conflict")


def test_another_kind_of_act_in_the_story_is_a_part_of_its_event() -> None:
    extra = act("c", BAN[1] + " He protested.", "protested", event="ACCUSE")
    found = events(act("a", BAN[0], "cut aid"), act("b", BAN[1], "cut aid"), extra)
    whole = next(e for e in found if e.plover and e.plover.event == "SANCTION")
    part = next(e for e in found if e.plover and e.plover.event == "ACCUSE")
    assert (part.part_of, whole.part_of) == ((whole.id,), ())


def test_acts_of_other_weeks_stay_apart() -> None:
    found = events(
        act("a", BAN[0], "cut aid", published="2026-03-02"), act("b", BAN[1], "cut aid", published="2026-06-02")
    )
    assert [e.part_of for e in found] == [(), ()]


def test_the_order_of_articles_does_not_matter() -> None:
    one, two = act("a", BAN[0], "cut aid"), act("b", BAN[1], "cut aid")
    assert events(one, two) == events(two, one)


def test_an_undated_article_bridges_no_weeks() -> None:
    first = article("a", FERRY[0], published="2026-03-02")
    later = article("b", FERRY[1], published="2026-03-20")
    undated = article("c", FERRY[2])
    assert all(not {first.id, later.id} <= set(group) for group in story_groups([first, later, undated]))


def test_what_two_articles_open_with_counts_for_more_than_their_background() -> None:
    sheep = (
        "Farmers of the outer islands sheared four hundred sheep before the autumn storms and stored the wool in barns."
    )
    glass = (
        "A painter from Tromso restored the coloured windows of an old chapel with lead, sand and pigments from abroad."
    )
    ferry, bakery = " ".join(FERRY) * 2, " ".join((BAKERY, OTHER)) * 4
    sunk, again, prize = (
        article(name, *texts)
        for name, texts in {"a": (ferry, sheep), "b": (ferry, glass), "c": (bakery, sheep)}.items()
    )
    weights = dict(zip((a.id for a in (sunk, again, prize)), _weighed([sunk, again, prize]), strict=True))
    assert likeness(sunk, again, weights) > 0.5 > 0.2 > likeness(sunk, prize, weights)
