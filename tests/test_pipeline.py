import random

import pytest
from msgspec.structs import replace

from communique import pipeline
from communique.clean import bounds
from communique.errors import InputError, ModelError
from communique.options import Options
from communique.records.articles import Article, Paragraph
from communique.records.captures import Capture, Problem
from communique.records.mentions import Extraction
from communique.records.record import Record

CAPTURE = Capture(path="a.txt", sha256="0", kind="text", text="Words.", charset="utf-8")
ARTICLE = Article(id="article-1", capture="a.txt", sha256="0", origin="origin-1", text="Words.")


def raising(error: Exception) -> object:
    def stage(*_: object) -> None:
        raise error

    return stage


def test_what_is_no_article_is_a_problem_of_its_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "clean", raising(InputError("no-text", "Nothing to read in it")))

    assert pipeline.extract_one(CAPTURE, Options()) == (
        None,
        (Problem(capture="a.txt", stage="clean", code="no-text", message="Nothing to read in it", lost=True),),
    )


@pytest.mark.parametrize(("stage", "named"), [("clean", "clean"), ("annotate", "annotate"), ("extract", "extract")])
def test_any_failure_is_a_problem_of_its_stage(monkeypatch: pytest.MonkeyPatch, stage: str, named: str) -> None:
    for name in ("clean", "annotate", "extract"):
        monkeypatch.setattr(pipeline, name, lambda *_: ARTICLE)
    monkeypatch.setattr(pipeline, stage, raising(RecursionError("too deep")))

    extraction, (problem,) = pipeline.extract_one(CAPTURE, Options())

    assert extraction is None
    assert (problem.stage, problem.code, problem.lost) == (named, "RecursionError", True)
    assert problem.message.startswith("too deep (")


@pytest.mark.parametrize("error", [ModelError("Install the model"), ImportError("no such library")])
def test_a_wrong_set_up_stops_the_run(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(pipeline, "clean", raising(error))

    with pytest.raises(Exception, match=r"Install the model|make setup"):
        pipeline.extract_one(CAPTURE, Options())


@pytest.mark.parametrize(
    ("foreign", "message", "lost"),
    [
        ({0: "de", 1: "de"}, "The article is in another language (de)", True),
        ({1: "und"}, "1 of its 2 paragraphs is in another language (not told which)", False),
    ],
)
def test_what_is_in_another_language_is_told_and_not_parsed(
    monkeypatch: pytest.MonkeyPatch, foreign: dict[int, str], message: str, lost: bool
) -> None:
    article = replace(ARTICLE, paragraphs=tuple(Paragraph(role="body", reason="", text=t, start=0) for t in "ab"))
    unread: list[object] = []
    monkeypatch.setattr(pipeline, "clean", lambda *_: article)
    monkeypatch.setattr(pipeline, "foreign_paragraphs", lambda _: foreign)
    monkeypatch.setattr(pipeline, "annotate", lambda _, __, numbers: unread.append(numbers))
    monkeypatch.setattr(pipeline, "extract", lambda *_: Extraction(article=article))

    extraction, (problem,) = pipeline.extract_one(CAPTURE, Options())

    assert extraction == Extraction(article=article)
    assert unread == [frozenset(foreign)]
    assert (problem.code, problem.lost) == ("language", lost)
    assert problem.message.startswith(message)


def test_what_is_longer_than_any_report_is_told_and_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [Paragraph(role="body", reason="", text="We met.", start=0) for _ in range(bounds.PARAGRAPHS + 3)]
    dropped = Paragraph(role="other", reason=bounds.BEHIND, text="We met.")
    article = replace(ARTICLE, paragraphs=(*kept, dropped))
    unread: list[frozenset[int]] = []
    monkeypatch.setattr(pipeline, "clean", lambda *_: article)
    monkeypatch.setattr(pipeline, "annotate", lambda _, __, numbers: unread.append(numbers))
    monkeypatch.setattr(pipeline, "extract", lambda *_: Extraction(article=article))

    _, (problem,) = pipeline.extract_one(CAPTURE, Options())

    assert unread == [frozenset(range(bounds.PARAGRAPHS, bounds.PARAGRAPHS + 3))]
    assert (problem.code, problem.lost) == ("too-long", False)
    assert problem.message.startswith("Too long; paragraphs that are kept but not read: 4.")


def test_the_record_does_not_depend_on_the_order_of_what_it_is_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "merge", lambda found, *_: Record(articles=tuple(e.article for e in found)))
    monkeypatch.setattr(pipeline, "compare", lambda _: ())
    extractions = [Extraction(article=replace(ARTICLE, id=f"article-{n}")) for n in range(9)]
    problems = [Problem(capture=f"{n}", stage="read", code="empty", message="", lost=True) for n in (3, 1, 1, 2)]
    expected = pipeline.conclude(extractions, problems, Options())

    random.Random(1).shuffle(extractions)

    assert pipeline.conclude(extractions, problems[::-1], Options()) == expected
    assert [problem.capture for problem in expected.problems] == ["1", "2", "3"]
