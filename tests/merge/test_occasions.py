"""On which occasion something was said."""

from msgspec.structs import replace
from tests.factories import Report, span

from communique.merge.occasions import occasions
from communique.records.articles import Article, Paragraph
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


def paragraphs(of: Article) -> Article:
    """The article with a paragraph for each stretch between blank lines."""
    rows, at = [], 0
    for part in of.text.split("\n\n"):
        rows.append(Paragraph(role="body", reason="test", text=part, start=at, end=at + len(part)))
        at += len(part) + 2
    return replace(of, paragraphs=tuple(rows))
