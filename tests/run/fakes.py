"""Small stages in place of the real ones: quick, pure, and with items of several kinds to merge."""

from collections.abc import Sequence

from communique.errors import InputError
from communique.options import Options
from communique.records.articles import Article, Paragraph
from communique.records.captures import Capture, Problem
from communique.records.ids import content_id, members_id
from communique.records.judgements import Judgement
from communique.records.mentions import Extraction, StatementMention
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Speaker, Statement, Utterance


def extract_one(capture: Capture, options: Options) -> tuple[Extraction | None, tuple[Problem, ...]]:
    """Each line is a paragraph and a statement; a capture that says "hopeless" is lost."""
    if "hopeless" in capture.text:
        error = InputError("no-article", "Nothing here is an article")
        problem = Problem(capture=capture.path, stage="clean", code=error.code, message=str(error), lost=True)
        return None, (problem,)
    article_id = content_id("article", capture.path, capture.sha256)
    paragraphs, at = [], 0
    for line in capture.text.splitlines(keepends=True):
        end = at + len(line.rstrip())
        paragraphs.append(Paragraph(role="body", reason="a line", text=capture.text[at:end], start=at, end=end))
        at += len(line)
    article = Article(
        id=article_id,
        capture=capture.path,
        sha256=capture.sha256,
        url=capture.sidecar.url,
        origin=content_id("origin", capture.text),
        text=capture.text,
        paragraphs=tuple(paragraphs),
    )
    return Extraction(article=article, statements=tuple(_statement(article_id, p) for p in paragraphs)), ()


def _statement(article: str, paragraph: Paragraph) -> StatementMention:
    span = Span(article=article, start=paragraph.start or 0, end=paragraph.end or 0, exact=paragraph.text)
    return StatementMention(
        id=content_id("statement", article, span.start), article=article, mode="indirect", content=span
    )


def conclude(
    extractions: Sequence[Extraction], problems: Sequence[Problem], options: Options, judgements: Sequence[Judgement]
) -> Record:
    """Equal lines are one utterance."""
    said: dict[str, list[StatementMention]] = {}
    for extraction in extractions:
        for mention in extraction.statements:
            said.setdefault(mention.content.exact, []).append(mention)
    utterances = {
        words: Utterance(id=members_id("utterance", ids), renderings=ids)
        for words, mentions in said.items()
        for ids in [tuple(sorted(mention.id for mention in mentions))]
    }
    statements = [_told(m, utterances[words].id) for words, mentions in said.items() for m in mentions]
    return Record(
        articles=tuple(sorted((e.article for e in extractions), key=lambda a: a.id)),
        statements=tuple(sorted(statements, key=lambda s: s.id)),
        utterances=tuple(sorted(utterances.values(), key=lambda u: u.id)),
        problems=tuple(sorted(set(problems), key=lambda p: (p.capture, p.code))),
    )


def _told(mention: StatementMention, utterance: str) -> Statement:
    return Statement(
        id=mention.id,
        article=mention.article,
        mode=mention.mode,
        speakers=(Speaker(text="somebody", how="role"),),
        stance="say",
        polarity="positive",
        content=mention.content,
        utterance=utterance,
    )


def shout(data: bytes, options: Options) -> bytes:
    """A worker's task for the pool: the capture in capitals; one that says "die" kills its worker."""
    if b"die" in data:
        import os
        import signal

        os.kill(os.getpid(), signal.SIGKILL)
    if b"wrong" in data:
        from communique.errors import ModelError

        raise ModelError("The model is missing; install it")
    return data.upper()


def version(options: Options) -> str:
    """Stands for these stages, whose code is no part of the package."""
    return f"fake {options.model}"
