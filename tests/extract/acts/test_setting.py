"""When and where the event of an article's head was, and where the article speaks of it again."""

import pytest
from tests.extract.acts.test_main import read

from communique.records.mentions import EventMention, Extraction


def main_of(found: Extraction) -> EventMention:
    """The mention that has the setting: the one that tells the event again, else the title's."""
    return [e for e in found.events if e.main][-1]


def when(found: Extraction) -> str | None:
    words = {t.id: t.span.exact for t in found.times}
    return words.get(main_of(found).time or "")


def where(found: Extraction) -> str | None:
    place = main_of(found).place
    return place.spans[-1].exact if place else None


def again(found: Extraction) -> list[str]:
    return [e.trigger.exact for e in found.events if e.antecedent is not None and not e.main]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # What hangs on the act, before what stands first.
        (("After Monday's storm nobody sailed.", "Norway suspended aid to Burundi on Wednesday."), "Wednesday"),
        # The day of another noun, or of what came before, dates nothing.
        (("Norway suspended aid to Burundi after Monday's vote in the council.",), None),
        # The hour says more than the day.
        (("Norway suspended aid to Burundi on Wednesday.", "The suspension began at 6 a.m. on Wednesday."),
         "6 a.m. on Wednesday"),
        # A noun that takes the act up carries its time.
        (("Burundi protested.", "The suspension came on Wednesday, days after a vote."), "Wednesday"),
        # What went on meanwhile is of its time.
        (("Norway suspended aid to Burundi as farmers marched through Bergen on Wednesday.",), "Wednesday"),
        # A date says more than a weekday, and of the day of a post nothing is known.
        (("Norway suspended aid to Burundi on Wednesday.", "Norway suspended the aid to Burundi on March 11, 2026."),
         "March 11, 2026"),
        (("Norway suspended aid to Burundi. Aid (@aid) March 10, 2026.",), None),
        (("Speaking in Oslo on Wednesday, a minister suspended aid to Burundi.",), "Wednesday"),
        # What people, places and counted things have no time for is said of the verb.
        (("Norway suspended aid to two provinces on Wednesday.",), "Wednesday"),
        # What had been before, what others remark, and what is so nowadays.
        (("Norway suspended aid to Burundi.", "The two had signed a treaty on Wednesday."), None),
        (("Norway suspended aid to Burundi.", '"Nobody knew," Erik Dahl told the paper on Wednesday.'), None),
        (("Norway suspended aid to Burundi.", "Only a few farmers there have water today."), None),
    ],
)  # fmt: skip
def test_when(sentences: tuple[str, ...], expected: str | None) -> None:
    assert when(read("Norway suspends aid to Burundi", *sentences)) == expected


def test_words_are_said_on_their_occasion() -> None:
    found = read(
        "Berg blames Dahl for the flood",
        "Anna Berg blamed Erik Dahl for the flood that drowned the harbour in May.",
        "In a call with her voters on Wednesday, Berg said the dam had been neglected.",
    )
    assert (when(found), where(found)) == ("Wednesday", None)


def test_the_day_of_a_remark_is_not_that_of_the_meeting() -> None:
    found = read(
        "Norwegian and Danish ministers meet in Oslo",
        "Foreign minister Anna Berg of Norway met her Danish counterpart Erik Dahl in Oslo.",
        '"The treaty will be long," Berg said on Thursday.',
    )
    assert when(found) is None


def test_what_refers_back_to_an_encounter_of_the_lead_takes_its_day() -> None:
    found = read(
        "Norway suspends aid to Burundi",
        "Foreign minister Anna Berg of Norway met Danish minister Erik Dahl in Oslo.",
        "Erik Dahl landed in Oslo on Wednesday.",
        "The meeting was short.",
    )
    words = {t.id: t.span.exact for t in found.times}
    assert {e.trigger.exact: words.get(e.time or "") for e in found.events if e.form == "meeting"} == {
        "met": "Wednesday",
        "meeting": "Wednesday",
    }


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (("The Danish minister landed in Oslo on Wednesday.",), "Wednesday"),
        # Two days, or none that is theirs.
        (("The Danish minister landed in Oslo on Wednesday.", "She left the country on Thursday."), None),
        (("A ferry sank near Bergen on Wednesday.",), None),
        (('"The treaty will be long," Dahl said on Wednesday.',), None),
    ],
)
def test_an_encounter_told_beside_the_news_is_of_the_one_day_of_the_lead(
    others: tuple[str, ...], expected: str | None
) -> None:
    met = "Foreign minister Anna Berg of Norway met Danish minister Erik Dahl in Oslo."
    found = read(
        "Norway suspends aid to Burundi", met, *(o.replace("The Danish minister", "Erik Dahl") for o in others)
    )
    words = {t.id: t.span.exact for t in found.times}
    assert [words.get(e.time or "") for e in found.events if e.trigger.exact == "met"] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The United Nations Security Council held an emergency meeting.",
        "The United Nations Security Council issued a statement.",
        "Emmanuel Macron told a news briefing that the aid was lost.",
    ],
)
def test_what_a_body_or_a_speaker_holds_beside_the_news_is_of_that_day_too(sentence: str) -> None:
    found = read("Norway suspends aid to Burundi", "Norway suspended aid to Burundi on Wednesday.", sentence)
    words = {t.id: t.span.exact for t in found.times}
    assert [words.get(e.time or "") for e in found.events if not e.main] == ["Wednesday"]


@pytest.mark.parametrize(
    ("title", "sentences", "expected"),
    [
        # Where it was done, not where another thing was.
        ("Bakery fire kills two", ("Two people died when a fire broke out in a bakery in Bergen on Tuesday.",
                                   "The mayor was in Oslo."), "Bergen"),
        ("Bakery fire kills two", ("Two people died in a bakery fire.", "Raids in Oslo went on at night."), None),
        # The name that says which crash it was, taken for a body's or not.
        ("Trondheim tram crash kills two", ("Two people were killed in the tram crash, Norwegian police said.",),
         "Trondheim"),
        # A town says more than the state around it.
        ("Bomb kills two in Norway", ("A bomb killed two people in the port city of Bergen on Tuesday.",), "Bergen"),
    ],
)  # fmt: skip
def test_where(title: str, sentences: tuple[str, ...], expected: str | None) -> None:
    assert where(read(title, *sentences)) == expected


@pytest.mark.parametrize(
    ("title", "sentences", "expected"),
    [
        # Another does the same, or the same one does something else.
        ("Norway suspends aid to Burundi", ("Norway suspended aid to Burundi.", "Peru suspended aid to Chad.",
                                            "Norway built a road."), []),
        # Words for one act, and what takes it up.
        ("Norway suspends aid to Burundi", ("Norway suspended aid to Burundi.", "Burundi called the move unfair.",
                                            "Norway had halted other aid."), ["move", "halted"]),
        # "The decision to" do another thing does not.
        ("Norway suspends aid to Burundi", ("Norway suspended aid to Burundi.",
                                            "The decision to close the port was Burundi's."), []),
        # An accident, by what it is called and what happened in it.
        ("Ferry fire kills two", ("Two people were killed in a ferry fire.", "The accident shook the town.",
                                  "The ferry capsized in the fjord."), ["fire", "accident", "capsized"]),
    ],
)  # fmt: skip
def test_mentions_share_the_act_or_take_it_up(title: str, sentences: tuple[str, ...], expected: list[str]) -> None:
    assert again(read(title, *sentences)) == expected


def test_a_headline_may_be_the_first_paragraph() -> None:
    found = read(
        "",
        "Norway suspends aid to Burundi.",
        "Norway suspended aid to Burundi on Wednesday, the ministry said, after a long dispute over fish, roads and "
        "the price of copper, which had kept the two apart for years.",
    )
    assert [e.trigger.exact for e in found.events if e.main] == ["suspends", "suspended"]
    assert when(found) == "Wednesday"


@pytest.mark.parametrize(
    "title", ["Norway fights climate change", "Mayor battles the deficit", "A plan to attack poverty"]
)
def test_what_is_fought_in_words_only_is_no_assault(title: str) -> None:
    found = read(title, "Anna Berg showed the plan to the council on Wednesday.")
    assert not any(e.plover for e in found.events)


def test_a_press_conference_is_not_where_its_speakers_speak_of() -> None:
    found = read(
        "Leaders of Norway and Kenya speak to the press.",
        "At the end of their talks in Bergen, Kenyan President William Ruto and Norwegian Prime Minister "
        "Jonas Store held "
        "a press conference.",
        "Ruto said that Nairobi-Oslo cooperation helps to declare a ceasefire in Sudan.",
        "The front in Sudan moves, and the war in Sudan goes on.",
    )
    places = [e.place.name for e in found.events if e.form == "press_conference" and e.place]
    assert set(places) <= {"Bergen"}
