"""On which occasion something was said."""

from msgspec.structs import replace
from tests.factories import Report, span

from communique.merge.occasions import occasions
from communique.records.mentions import Extraction, StatementMention

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
