"""The event that an article is about, and acts in passing."""

from functools import lru_cache

from msgspec.structs import replace
from tests.factories import article
from tests.parsed import label

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract import EXTRACTORS, with_mentions
from communique.knowledge import load
from communique.records.mentions import EventMention, Extraction


@lru_cache(maxsize=32)
def read(title: str, *paragraphs: str, published: str | None = "2026-03-12") -> Extraction:
    tree = Tree(annotate(article("acts", *paragraphs, title=title, published=published)))
    found = Extraction(article=tree.article, reference=tree.article.published)
    for extractor in EXTRACTORS:
        found = with_mentions(found, list(extractor(tree, found, load())))
    return found


def told(found: Extraction) -> list[tuple[str, str, list[str], str | None, str | None, str]]:
    """(type or form, status, who, place, words of the time, head word) of each mention of the acts."""
    words = {t.id: t.span.exact for t in found.times}
    return [
        (
            e.plover.event if e.plover else e.form,
            e.status,
            [label(found, p.actor) for p in e.participants],
            e.place.name if e.place else None,
            words.get(e.time or ""),
            e.trigger.exact,
        )
        for e in found.events
        if e.plover or e.main
    ]


def test_the_title_tells_it_and_the_first_sentence_says_when_and_where() -> None:
    found = read(
        "Bakery fire kills two in Bergen",
        "Two people died when a fire broke out in a bakery in Bergen on Tuesday.",
        "The fire was put out after an hour.",
    )
    title, lead = [e for e in found.events if e.main]
    words = {t.id: t.span.exact for t in found.times}
    assert lead.antecedent == title.id
    assert (lead.place.name if lead.place else None, words.get(lead.time or "")) == ("Bergen", "Tuesday")
    assert {title.form, lead.form} == {"other"}
    assert title.plover is None


def test_an_act_of_states_has_a_source_and_a_target() -> None:
    found = read(
        "Norway expels three Danish diplomats",
        "Norway expelled three Danish diplomats on Monday after a dispute over fish.",
    )
    rows = [e for e in found.events if e.plover]
    assert [p.role for p in rows[0].participants][:1] == ["participant"]
    assert "addressee" in {p.role for e in rows for p in e.participants}
    countries = {a.country for a in found.actors if a.id in {p.actor for e in rows for p in e.participants}}
    assert countries == {"NO", "DK"}
    assert {e.plover.event for e in rows if e.plover} == {"SANCTION"}


def test_what_is_said_is_a_statement() -> None:
    found = read("Norway accuses Denmark of overfishing", "Norway accused Denmark on Monday of overfishing.")
    assert {e.form for e in found.events if e.main} == {"statement"}


def test_words_of_a_nation_are_nobody() -> None:
    found = read("China rebuts American criticism of its steel output")
    assert [row[2] for row in told(found)] == [["China", "United States"]]


def test_an_encounter_in_the_title_is_marked_and_not_told_twice() -> None:
    found = read(
        "Anna Berg meets Erik Dahl in Oslo",
        "Foreign minister Anna Berg of Norway met her Danish counterpart Erik Dahl in Oslo on Tuesday.",
    )
    assert {e.form for e in found.events} == {"meeting"}
    assert sum(e.main for e in found.events) == 1
    assert len({e.span for e in found.events}) == len(found.events)


def test_the_body_speaks_of_it_again() -> None:
    found = read(
        "Norway suspends aid to Burundi",
        "Norway suspended aid to Burundi on Monday.",
        "Burundi called it unfair that Norway suspended so much.",
        "The road to the coast was closed for repairs.",
    )
    again = [e for e in found.events if e.antecedent is not None]
    assert [e.trigger.exact for e in again] == ["suspended", "suspended"]


def test_an_act_between_powers_in_passing() -> None:
    found = read(
        "Salmon prices rise",
        "The price of salmon rose on Monday, dealers said.",
        "Norway expelled two Danish diplomats in the same week.",
    )
    assert [row[0] for row in told(found) if row[0] != "other"] == ["SANCTION"]


def test_what_others_say_was_done_is_no_event_in_passing() -> None:
    found = read(
        "Salmon prices rise",
        "The price of salmon rose on Monday, dealers said.",
        'A dealer said that Norway had expelled two Danish diplomats. "Denmark attacked our boats," he said.',
    )
    assert [row[0] for row in told(found) if row[0] != "other"] == []


def test_no_day_that_cannot_be_the_news() -> None:
    found = read(
        "Old mill burns down in Bergen",
        "The mill, built in 1904, burned down near the river.",
    )
    assert [e.time for e in found.events if e.main] == [None, None]


def test_texts_without_anything_to_tell() -> None:
    assert told(read("", "")) == []
    assert told(read("A title", "...")) == []
    assert told(read("“", "“‘ ((", "x" * 2000)) == []


def test_same_input_same_output() -> None:
    text = ("Norway expels three Danish diplomats", "Norway expelled three Danish diplomats on Monday.")
    first = read(*text)
    read.cache_clear()
    assert read(*text) == first


def ids(found: Extraction) -> list[str]:
    return [e.id for e in found.events if isinstance(e, EventMention)]


def test_ids_are_unique() -> None:
    found = read(
        "Norway expels three Danish diplomats",
        "Norway expelled three Danish diplomats on Monday.",
        "Norway expelled one more on Tuesday.",
    )
    assert len(set(ids(found))) == len(ids(found))
    assert replace(found, events=()) != found


def test_what_never_happened_or_long_ago_is_not_the_event_told_again() -> None:
    found = read(
        "Bergen Rovers win the Coast Cup",
        "Bergen Rovers won the Coast Cup on Tuesday after extra time.",
        "Between 1920 and 1935 Bergen Rovers won six league titles, but they never won the cup.",
        "Bergen Rovers had won the league in 2011. The goalkeeper had not won a medal since 2019.",
        "Bergen Rovers won with a goal in the last minute.",
    )
    assert [e.span.exact for e in found.events if e.form == "other"] == [
        "Bergen Rovers win the Coast Cup",
        "Bergen Rovers won the Coast Cup on Tuesday after extra time",
        "Bergen Rovers won with a goal in the last minute",
    ]


def test_a_subject_of_its_own_is_not_the_main_verbs() -> None:
    found = read(
        "",
        "A constitutional convention voted on Tuesday to make the island a republic.",
        "Mayor Anna Berg promised an inquiry after convention delegates voted for a republic.",
    )
    assert [label(found, p.actor) for e in found.events if e.main for p in e.participants] == [
        "constitutional convention",
        "constitutional convention",
    ]


def test_a_title_that_names_nobody_and_no_place_tells_no_event() -> None:
    found = read(
        "Making better bread at home",
        "Learning from mistakes made last year helps more than flour does.",
        "A loaf takes its time.",
    )
    assert found.events == ()
