"""Utterances across articles: what joins, what stays apart, what differs in wording."""

from typing import Any

import pytest
from msgspec.structs import replace
from tests.factories import article, day, span

from communique.merge.utterances import merge_utterances
from communique.merge.utterances.renderings import closed
from communique.records.events import Event, Participant, Place
from communique.records.ids import content_id
from communique.records.mentions import ActorMention, Extraction, LocalActor, LocalSpeaker, StatementMention
from communique.records.statements import Utterance

OSLO = Place(name="Oslo", country="NO", lat=59.9, lon=10.7)
BERGEN = Place(name="Bergen", country="NO", lat=60.4, lon=5.3)
HARBOUR = Place(name="harbour, Oslo", city="Oslo", country="NO", lat=59.9, lon=10.7)
NORWAY = Place(name="Norway", country="NO")
FISH = "We have been protecting the herring fisheries of Norway for 30 years."
FISHED = "that the herring fisheries of Norway had been guarded for over 30 years"
TAX = "The tax on timber will be lowered before the harvest."


def page(name: str, *said: str, speaker: str = "anna", published: str | None = "2021-03-01") -> Extraction:
    of = article(name, *(f"She said: {words}" for words in said), published=published)
    statements = tuple(
        StatementMention(
            id=content_id("statement", name, words),
            article=of.id,
            mode="indirect",
            speakers=(LocalSpeaker(actor=f"{speaker}-{name}", text="She", how="pronoun"),),
            content=span(of, words),
        )
        for words in said
    )
    state = [
        ActorMention(span=span(of, words), how="name") for words in ("Norway",) if any(words in text for text in said)
    ]
    actors = (
        LocalActor(id=f"{speaker}-{name}", article=of.id, kind="person"),
        LocalActor(id=f"norway-{name}", article=of.id, kind="state", country="NO", mentions=tuple(state)),
    )
    return Extraction(article=of, actors=actors, statements=statements)


def event(name: str, when: str | None, part_of: tuple[str, ...] = ()) -> Event:
    time = day(when) if when else None
    return Event(id=name, form="meeting", status="held", level="head", time=time, part_of=part_of)


def merged(
    *pages: Extraction, occasion: dict[str, str | None] | None = None, events: tuple[Event, ...] = ()
) -> tuple[dict[str, str], list[Utterance]]:
    actor_of = {a.id: a.id.split("-")[0] for p in pages for a in p.actors}
    origin = {p.article.id: p.article.origin for p in pages}
    return merge_utterances(pages, actor_of, occasion or {}, events, origin)


def joined(*pages: Extraction, **context: Any) -> list[int]:
    """The sizes of the utterances of more than one rendering."""
    return sorted(len(u.renderings) for u in merged(*pages, **context)[1] if len(u.renderings) > 1)


def test_two_wordings_of_one_remark() -> None:
    assert joined(page("a", FISH, TAX), page("b", FISHED)) == [2]


def test_every_statement_has_an_utterance() -> None:
    of, utterances = merged(page("a", FISH, TAX), page("b", FISHED))
    assert len(of) == 3
    assert set(of.values()) == {u.id for u in utterances}


def test_another_speaker_says_something_else() -> None:
    assert joined(page("a", FISH), page("b", FISHED, speaker="carl")) == []


def test_another_time_is_another_utterance() -> None:
    assert joined(page("a", FISH), page("b", FISHED, published="2022-03-01")) == []


def test_two_events_of_two_days_are_two_utterances() -> None:
    pages = page("a", FISH), page("b", FISHED)
    ids = [p.statements[0].id for p in pages]
    occasion: dict[str, str | None] = {ids[0]: "x", ids[1]: "y"}
    assert joined(*pages, occasion=occasion, events=(event("x", "2021-03-01"), event("y", "2021-07-01"))) == []


def test_a_visit_and_its_talks_are_one_occasion() -> None:
    pages = page("a", FISH, published=None), page("b", FISHED, published=None)
    ids = [p.statements[0].id for p in pages]
    occasion: dict[str, str | None] = {ids[0]: "x", ids[1]: "y"}
    events = event("x", "2021-03-01"), event("y", None, part_of=("x",))
    (found,) = (u for u in merged(*pages, occasion=occasion, events=events)[1] if len(u.renderings) == 2)
    assert "occasion" not in {d.kind for d in found.differences}


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ({"time": None}, {"form": "talks"}, []),
        ({"time": None}, {"form": "departure"}, [("occasion", "meeting / departure")]),
        ({"place": OSLO}, {"place": BERGEN, "form": "departure"}, [("place", "Oslo / Bergen")]),
        ({"place": OSLO}, {"place": HARBOUR, "time": None}, []),
        ({"place": OSLO}, {"place": NORWAY, "time": None}, []),
        ({"place": OSLO}, {"place": NORWAY}, [("occasion", "meeting / meeting")]),
    ],
)
def test_where_and_when_two_reports_say_that_it_was_said(
    left: dict[str, Any], right: dict[str, Any], differ: list[tuple[str, str]]
) -> None:
    pages = page("a", FISH), page("b", FISH)
    ids = [p.statements[0].id for p in pages]
    occasion: dict[str, str | None] = {ids[0]: "x", ids[1]: "y"}
    events = replace(event("x", "2021-03-01"), **left), replace(event("y", "2021-03-01"), **right)
    (found,) = (u for u in merged(*pages, occasion=occasion, events=events)[1] if len(u.renderings) == 2)
    swapped = [(kind, " / ".join(reversed(note.split(" / ")))) for kind, note in differ]
    assert [(d.kind, d.note) for d in found.differences] in (differ, swapped)


def test_one_rendering_may_hold_two_utterances() -> None:
    assert joined(page("a", f"{FISH} {TAX}"), page("b", FISHED, TAX)) == [2, 2]


def test_wording_differences_are_typed_spans() -> None:
    _, utterances = merged(
        page("a", "We guarded the herring for 30 years"), page("b", "We guarded the herring for over 40 years")
    )
    rows = [(d.kind, d.left and d.left.exact, d.right and d.right.exact) for u in utterances for d in u.differences]
    assert {frozenset((left, right)) for kind, left, right in rows if kind == "number"} == {
        frozenset(("30", "over 40"))
    }


def test_links_carry_their_features() -> None:
    _, utterances = merged(page("a", FISH), page("b", FISHED))
    (link,) = (link for u in utterances for link in u.links)
    assert link.features["words"] > 0.5
    assert 0.5 <= link.score <= 1


@pytest.mark.parametrize(
    ("quote", "verbatim"), [("the herring fisheries of Norway", True), ("We have been protecting", False)]
)
def test_words_in_common_are_verbatim_inside_quotation_marks_alone(quote: str, verbatim: bool) -> None:
    left, right = page("a", FISH), page("b", FISHED)
    mixed = (replace(left.statements[0], mode="mixed", quotes=(span(left.article, quote),)),)
    _, utterances = merged(replace(left, statements=mixed), right)
    (link,) = (link for u in utterances for link in u.links)
    assert ("verbatim" in link.features) is verbatim


def test_the_order_of_articles_does_not_matter() -> None:
    pages = page("a", FISH, TAX), page("b", FISHED), page("c", TAX)
    assert merged(*pages) == merged(*reversed(pages))


QUAY = "The old quay in Bergen will be closed to lorries by autumn."
FERRY = "Seven ferries will be replaced with electric boats."


def test_two_remarks_in_one_sentence_of_two_reports_and_alone_in_a_third() -> None:
    both = f"{QUAY} {FERRY}"
    _, utterances = merged(page("a", both), page("b", both), page("c", QUAY), page("d", FERRY))
    assert sorted(len(u.renderings) for u in utterances) == [3, 3]


def test_a_number_tells_as_much_as_a_rare_word() -> None:
    told, counted = "that {} bridges were repaired before winter", "that {} ones were repaired by winter"
    assert joined(page("a", told.format("14")), page("b", counted.format("14")), page("c", TAX)) == [2]
    assert joined(page("a", told.format("all")), page("b", counted.format("all")), page("c", TAX)) == []


def test_words_written_in_one_and_in_two() -> None:
    known = frozenset({"goodwill", "ceasefire"})
    assert closed("Good will, and a cease-fire; will fire", known) == "Goodwill, and a ceasefire; will fire"


def test_two_persons_of_one_country_speak_each_for_himself() -> None:
    def of(name: str, words: str, speaker: str, called: str) -> Extraction:
        made = page(name, words, speaker=speaker)
        person, state = made.actors
        return replace(made, actors=(replace(person, country="NO", name=called), state))

    said, told = "that the boats must be repaired soon", "that the boats have to be repaired soon"
    assert joined(of("a", said, "anna", "Anna Berg"), of("b", told, "carl", "Carl Dahl")) == []
    assert joined(of("a", said, "anna", "Anna Berg"), of("b", told, "carl", "")) == [2]


def test_the_names_of_those_who_meet_hardly_make_two_remarks_one() -> None:
    """What two states say to each other names both; one word more is not one remark."""

    def told(name: str, words: str) -> Extraction:
        of = page(name, words, published="2021-03-01")
        state = LocalActor(
            id=f"sweden-{name}",
            article=of.article.id,
            kind="state",
            country="SE",
            mentions=(ActorMention(span=span(of.article, "Sweden"), how="name"),),
        )
        return replace(of, actors=(*of.actors, state))

    def sizes(left: str, right: str, *present: str) -> list[int]:
        pages = told("a", left), told("b", right)
        meeting = replace(
            event("meeting", "2021-03-01"),
            participants=tuple(Participant(actor=p, role="participant") for p in present),
        )
        occasion: dict[str, str | None] = {p.statements[0].id: "meeting" for p in pages}
        return joined(*pages, occasion=occasion, events=(meeting,))

    left, right = "Norway and Sweden patrol the Baltic together", "Norway and Sweden look to the Baltic for cheap power"
    assert sizes(left, right) == [2]
    assert sizes(left, right, "norway", "sweden") == []


def test_what_a_report_only_passes_on_is_told_by_the_report_inside() -> None:
    outer = page("a", f"that Carl told the press: {FISH}")
    inner = page("b", FISHED)
    said = outer.statements[0]
    cue = span(outer.article, "told")
    told = StatementMention(
        id="inner", article=outer.article.id, mode="indirect", cue=cue, content=span(outer.article, FISH),
        speakers=(LocalSpeaker(actor="carl-a", text="Carl", how="named"),),
    )  # fmt: skip
    actors = (*outer.actors, LocalActor(id="carl-a", article=outer.article.id, kind="person"))
    assert joined(outer, inner) == [2]
    assert joined(replace(outer, statements=(said, told), actors=actors), inner) == []
