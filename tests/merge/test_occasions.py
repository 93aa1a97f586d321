"""On which occasion something was said."""

from msgspec.structs import replace
from tests.factories import Report, day, span

from communique.merge.occasions import occasions
from communique.records.articles import Article, Paragraph
from communique.records.events import Event, Form, Participant, Plover
from communique.records.mentions import Extraction, LocalSpeaker, StatementMention

TEXT = (
    "President Anna Berg met President Carl Dahl. Before leaving home, Berg said the roads are long. "
    "She added that their last talks were good."
)


def report(content: str, named: str | None) -> tuple[Extraction, dict[str, str]]:
    made = Report("a", TEXT)
    who = (made.person("Anna Berg"), made.person("Carl Dahl"))
    events = {
        "met": made.event("met", who),
        "leaving": made.event("leaving", who[:1], form="departure"),
        "talks": made.event("talks", who, form="talks", status="recalled"),
    }
    where = span(made.article, content)
    statement = StatementMention(
        id="statement", article=made.article.id, mode="indirect", content=where, event=events[named] if named else None
    )
    return replace(made.extraction(), statements=(statement,)), {id_: name for name, id_ in events.items()}


def occasion(content: str, named: str | None = None) -> str | None:
    extraction, event_of = report(content, named)
    return occasions(extraction, event_of, {})["statement"]


def test_the_event_named_before_it_in_the_paragraph() -> None:
    assert occasion("the roads are long") == "leaving"


def test_the_event_that_its_sentence_names() -> None:
    assert occasion("the roads are long", "met") == "met"


def test_an_event_that_it_speaks_of_is_not_its_occasion() -> None:
    assert occasion("that their last talks were good", "talks") == "leaving"


def test_what_is_added_was_said_where_its_speaker_spoke_before() -> None:
    made = Report("a", f"{TEXT}\n\nThe bridge is new, Berg added. The boats are old, Berg said.")
    who = (made.person("Anna Berg"), made.person("Carl Dahl"))
    met, leaving = made.event("met", who), made.event("leaving", who[:1], form="departure")
    says = [("the roads are long", "said"), ("The bridge is new", "added"), ("The boats are old", "said")]
    statements = tuple(
        StatementMention(
            id=words,
            article=made.article.id,
            mode="indirect",
            content=span(made.article, words),
            cue=span(made.article, cue),
            speakers=(LocalSpeaker(actor=who[0], text="Berg", how="named"),),
        )
        for words, cue in says
    )
    split = replace(made.extraction(), statements=statements, article=paragraphs(made.article))
    found = occasions(split, {met: "met", leaving: "leaving"}, {})
    assert found == {
        "the roads are long": "leaving",
        "The bridge is new": "leaving",
        "The boats are old": "met",
    }


def said_by(made: Report, actor: str, words: str) -> StatementMention:
    return StatementMention(
        id=words,
        article=made.article.id,
        mode="indirect",
        content=span(made.article, words),
        speakers=(LocalSpeaker(actor=actor, text="", how="named"),),
    )


def test_what_others_do_is_no_occasion() -> None:
    made = Report("a", "Berg met Dahl. After Dahl met Moe, Berg said the roads are long.")
    berg, dahl, moe = made.person("Berg"), made.person("Dahl"), made.person("Moe")
    own, others = made.event("Berg met Dahl", (berg, dahl)), made.event("Dahl met Moe", (dahl, moe))
    row = replace(made.extraction(), statements=(said_by(made, berg, "the roads are long"),))
    row = replace(row, article=paragraphs(made.article))
    assert occasions(row, {own: "own", others: "others"}, {}) == {"the roads are long": "own"}


def test_an_encounter_told_only_at_the_end_is_not_what_the_article_is_about() -> None:
    background = "Dahl and Berg met in a village."
    text = "Berg told Dahl the roads are long.\n\nOne.\n\nTwo.\n\nThree.\n\n" + background
    made = Report("a", text)
    berg, dahl = made.person("Berg"), made.person("Dahl")
    met = made.event("met", (berg, dahl))
    row = replace(made.extraction(), statements=(said_by(made, berg, "the roads are long"),))
    row = replace(row, article=paragraphs(made.article))
    assert occasions(row, {met: "met"}, {}) == {"the roads are long": None}


def act_and_meeting(when: str, others: tuple[str, ...] = ("berg", "dahl")) -> dict[str, str | None]:
    """The occasions of an article that has Berg tell Dahl something on a day, where others have a meeting."""
    made = Report("a", "Berg told Dahl that the bridge is new. The roads are long, Berg said. No boat came, Moe said.")
    berg, dahl, moe = made.person("Berg"), made.person("Dahl"), made.person("Moe")
    act = made.event("told", (berg, dahl), form="statement")
    rows = tuple(said_by(made, who, words) for who, words in ((berg, "The roads are long"), (moe, "No boat came")))
    merged = {
        "act": event("act", "statement", "2021-03-01", ("berg", "dahl")),
        "meeting": event("meeting", "meeting", when, others),
    }
    row = replace(made.extraction(), statements=rows, article=paragraphs(made.article))
    row = replace(row, events=tuple(replace(m, plover=Plover(event="CONSULT")) for m in row.events))
    return occasions(row, {act: "act"}, {}, merged)


def event(name: str, form: Form, when: str, who: tuple[str, ...]) -> Event:
    taking_part = tuple(Participant(actor=a, role="participant") for a in who)
    return Event(id=name, form=form, status="held", level="head", time=day(when), participants=taking_part)


def test_who_tells_another_something_on_the_day_of_their_meeting_says_it_there() -> None:
    assert act_and_meeting("2021-03-01") == {"The roads are long": "meeting", "No boat came": None}


def test_another_day_or_company_is_another_meeting() -> None:
    nowhere = {"The roads are long": None, "No boat came": None}
    assert act_and_meeting("2021-03-02") == nowhere
    assert act_and_meeting("2021-03-01", ("berg", "dahl", "moe")) == nowhere


def paragraphs(of: Article) -> Article:
    """The article with a paragraph for each stretch between blank lines."""
    rows, at = [], 0
    for part in of.text.split("\n\n"):
        rows.append(Paragraph(role="body", reason="test", text=part, start=at, end=at + len(part)))
        at += len(part) + 2
    return replace(of, paragraphs=tuple(rows))


def spoken_of(**given: object) -> dict[str, str | None]:
    """The occasion of what Berg says in an article that is about her meeting with Dahl, and of what Moe says."""
    made = Report("a", "Berg met Dahl.\n\nThe roads are long, Berg said. The bridge is new, Moe said.")
    berg, dahl, moe = (made.person(name, country="NO") for name in ("Berg", "Dahl", "Moe"))
    met = made.event("met", (berg, dahl))
    rows = (
        replace(said_by(made, berg, "The roads are long"), **given),
        said_by(made, moe, "The bridge is new"),
    )
    row = replace(made.extraction(), statements=rows, article=paragraphs(made.article))
    return occasions(row, {met: "met"}, {})


def test_a_countryman_of_somebody_present_was_not_there() -> None:
    assert spoken_of() == {"The roads are long": "met", "The bridge is new": None}


def test_what_was_written_or_told_to_outsiders_was_not_said_there() -> None:
    assert spoken_of(apart="written")["The roads are long"] is None
    assert spoken_of(apart="elsewhere")["The roads are long"] is None


def test_what_was_told_to_somebody_absent_was_not_said_there() -> None:
    assert spoken_of(addressees=("somebody absent",))["The roads are long"] is None


def test_who_is_quoted_from_writings_said_the_rest_there_too() -> None:
    made = Report("a", "Berg met Dahl.\n\nThe roads are long. The bridge is new. The boats are old.")
    berg, dahl = made.person("Berg"), made.person("Dahl")
    met = made.event("met", (berg, dahl))
    words = ("The roads are long", "The bridge is new", "The boats are old")
    rows = [said_by(made, berg, said) for said in words]
    rows[:2] = [replace(row, apart="written") for row in rows[:2]]
    row = replace(made.extraction(), statements=tuple(rows), article=paragraphs(made.article))
    assert occasions(row, {met: "met"}, {}) == dict.fromkeys(words)
    row = replace(row, statements=tuple(rows[1:]))
    assert occasions(row, {met: "met"}, {}) == {words[1]: None, words[2]: "met"}


def test_a_countryman_of_whom_the_paragraph_names_is_not_there_either() -> None:
    made = Report("a", "Berg met Dahl. The roads are long, Moe said. The boats are old, Norway said.")
    berg, dahl, moe = (made.person(name, country="NO") for name in ("Berg", "Dahl", "Moe"))
    state = replace(made.actors[moe], id="state", kind="state", name="Norway", names=("Norway",))
    made.actors["state"] = state
    met = made.event("met", (berg, dahl))
    rows = (said_by(made, moe, "The roads are long"), said_by(made, "state", "The boats are old"))
    row = replace(made.extraction(), statements=rows, article=paragraphs(made.article))
    assert occasions(row, {met: "met"}, {}) == {"The roads are long": None, "The boats are old": "met"}
