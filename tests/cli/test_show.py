import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.cli.calling import Run, saved
from tests.store.records import ACTOR, RECORD

from communique.cli.listing import LISTINGS
from communique.cli.show import KINDS
from communique.export.jsonl import export_jsonl
from communique.records.events import MergeStep
from communique.records.record import Record


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_table_and_rows_as_in_the_export(run: Run, record: Path, tmp_path: Path, kind: str) -> None:
    export_jsonl(RECORD, tmp_path / "out")
    name = "relationships" if kind == "relationship" else kind
    exported = [json.loads(line) for line in (tmp_path / "out" / f"{name}.jsonl").read_text().splitlines()]

    shown, rows = run("show", record, kind), run("show", record, kind, "--json")

    assert (shown.status, rows.status) == (0, 0)
    assert all(column.removeprefix(">") in shown.out for column in LISTINGS[name].columns)
    assert json.loads(rows.out) == exported


def test_people_are_named_where_a_person_reads(run: Run, record: Path) -> None:
    assert "A. Minister" in run("show", record, "statements").out
    assert "A. Minister, ?" in run("show", record, "events").out


def test_actors_that_are_only_mentioned_are_listed_where_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    idle = replace(ACTOR, id="actor-2", name="The Bystanders", kind="group", members=("local-2",))
    record = saved(tmp_path / "r.db", replace(RECORD, actors=(ACTOR, idle)))

    short, whole = run("show", record, "actors").out, run("show", record, "actors", "--all").out

    assert "The Bystanders" not in short
    assert "1 more that articles mention take part in nothing; --all lists them too." in short
    assert "The Bystanders" in whole
    assert "--all" not in whole
    assert [row["id"] for row in json.loads(run("show", record, "actors", "--json").out)] == ["actor-1", "actor-2"]


def test_one_item_is_shown_whole_with_the_words_it_rests_on(run: Run, record: Path) -> None:
    ran = run("show", record, "events", "event-1")

    assert ran.out.splitlines() == [
        "id: event-1",
        "form: talks",
        "status: held",
        "level: minister",
        "participants: actor A. Minister [1]  role host",
        "participants: actor actor-gone  role guest",
        "place: name Oslo  country NO",
        "  spans: “Talks in Oslo” a.txt 9-13",
        "time: 2019-05-06 [stated]",
        "  in: “The minister said on Monday that trade grew by 7 percent and promised more.” a.txt 36-42",
        "mentions: id mention-1  article a.txt  status held  certainty certain  form other",
        "  span: “Talks in Oslo” a.txt 0-5",
        "merge: “Talks” a.txt, 2019-05-06: the first report of it",
        "  features: a 1  b 0.6667",
        "",
        "what was said there",
        "  A. Minister: trade grew by 7 percent  a.txt [1]",
        "",
        "findings",
        "  place: alone. One origin gives it.",
    ]


def test_what_kept_a_report_out_of_other_events_is_told_in_words(run: Run, tmp_path: Path) -> None:
    event = RECORD.events[0]
    step = MergeStep(
        mention="mention-1",
        rule="joined",
        score=0.5,
        rivals={"mention-2": "another date", "mention-gone": "another date"},
    )
    later = replace(
        event.mentions[0], id="mention-2", span=replace(event.mentions[0].span, end=13, exact="Talks in Oslo")
    )
    other = replace(event, id="event-2", form="summit", mentions=(later,), merge=())
    record = saved(tmp_path / "r.db", replace(RECORD, events=(replace(event, merge=(step,)), other)))

    shown = run("show", record, "events", "event-1").out.splitlines()

    assert shown[shown.index("merge: “Talks” a.txt, 2019-05-06: joined, 0.5") + 1 :][:2] == [
        "  kept apart: another date: “Talks in Oslo” a.txt, 2019-05-06, of the summit in Oslo, 2019-05-06 [2]",
        "  kept apart: another date: a report that the record no longer has (mention-gone)",
    ]


def test_one_item_in_json_is_one_object(run: Run, record: Path) -> None:
    assert json.loads(run("show", record, "event", "1", "--json").out)["id"] == "event-1"


def test_what_an_article_is_and_what_was_dropped_of_it(run: Run, record: Path) -> None:
    kept = run("show", record, "articles", "article-1").out
    dropped = run("show", record, "articles", "article-1", "--dropped").out

    assert "Talks in Oslo" in kept
    assert "Share this" not in kept
    assert "Talks in Oslo" not in dropped
    assert "words for sharing" in dropped


def test_an_article_says_when_it_appeared_and_who_else_prints_its_text(run: Run, tmp_path: Path) -> None:
    first = RECORD.articles[0]
    again = replace(first, id="article-2", capture="b.txt", published=None, outlet=None, agency=None)
    record = saved(tmp_path / "r.db", replace(RECORD, articles=(first, again)))

    assert run("show", record, "articles", "article-1").out.splitlines()[:4] == [
        "a.txt  article-1",
        "published: 2019-05-06 [stated]",
        "by: not known",
        "same text: b.txt",
    ]
    assert run("show", record, "articles", "article-2").out.splitlines()[1] == "published: not known"
    assert "1 more" in run("show", record, "articles").out


def test_the_overview_counts(run: Run, record: Path) -> None:
    assert json.loads(run("show", record, "--json").out) == dict.fromkeys(Record.__struct_fields__, 1)


def test_a_search_marks_the_words(run: Run, record: Path) -> None:
    ran = run("search", record, "trade", "7")

    assert "[trade] grew by [7] percent" in ran.out
    assert "A. Minister, in a.txt" in ran.out
    assert run("search", record, "submarine").out == "No statement and no paragraph has all of these words.\n"
    assert json.loads(run("search", record, "promised", "--json").out)[0]["item"] == "article-1"


def test_what_captures_hold_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "[red]A\x1b[2J. Mi\u202enister[/red]"
    record = saved(tmp_path / "r.db", replace(RECORD, actors=(replace(ACTOR, name=name),)))

    for words in (("actors",), ("events",), ("actors", "1")):
        ran = run("show", record, *words)

        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out
        assert "[red]A" in ran.out
