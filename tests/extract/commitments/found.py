"""What short texts about three states yield."""

from communique.annotate.parser import annotate
from communique.annotate.tree import Tree
from communique.extract.commitments import extract
from communique.knowledge import load
from communique.records.articles import Article, Paragraph
from communique.records.mentions import (
    ActorMention,
    AgreementMention,
    CommitmentMention,
    Extraction,
    LocalActor,
    LocalSpeaker,
    StatementMention,
)
from communique.records.spans import Span
from communique.records.statements import Mode

STATES = {"Norway": "NO", "Spain": "ES", "Chile": "CL"}


def article(text: str, title: str = "") -> Article:
    rows = [Paragraph(role="body", reason="test", text=text, start=0, end=len(text))]
    if title:
        rows.append(
            Paragraph(role="title", reason="test", text=title, start=len(text) + 2, end=len(text) + 2 + len(title))
        )
        text = f"{text}\n\n{title}"
    return Article(id="a", capture="a.txt", sha256="0", origin="o", text=text, paragraphs=tuple(rows))


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(article="a", start=at, end=at + len(words), exact=words)


def found(
    text: str, said: str = "", mode: Mode = "indirect", title: str = ""
) -> list[CommitmentMention | AgreementMention]:
    """What `text` yields, with states named in it, and `said` as the words of one speaker, Norway's."""
    of = article(text, title)
    actors = tuple(
        LocalActor(
            id=name, article="a", kind="state", name=name, country=code, mentions=tuple(_mentions(of.text, name))
        )
        for name, code in STATES.items()
    )
    speaker = LocalSpeaker(actor="Norway", text="Norway", how="named")
    statements = (
        (StatementMention(id="s", article="a", mode=mode, speakers=(speaker,), content=span(text, said)),)
        if said
        else ()
    )
    return list(extract(Tree(annotate(of)), Extraction(article=of, actors=actors, statements=statements), load()))


def _mentions(text: str, name: str) -> list[ActorMention]:
    return [ActorMention(span=span(text, name, at), how="name") for at in range(len(text)) if text.startswith(name, at)]


def commitments(text: str, said: str = "", mode: Mode = "indirect") -> list[CommitmentMention]:
    return [m for m in found(text, said, mode) if isinstance(m, CommitmentMention)]
