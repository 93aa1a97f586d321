"""Small records for tests: an article of one paragraph, local actors, event mentions."""

from communique.records.articles import Article, Paragraph
from communique.records.events import Form, MentionStatus, Place
from communique.records.ids import content_id
from communique.records.mentions import (
    ActorMention,
    EventMention,
    Extraction,
    LocalActor,
    LocalParticipant,
    OfficeClaim,
)
from communique.records.spans import Sourced, Span
from communique.records.times import Time, TimeExpression, TimeMention


def day(iso: str, *, latest: str | None = None, approximate: bool = False) -> Time:
    """A stated date or interval."""
    return Time(earliest=iso, latest=latest or iso, edtf=iso, basis="stated", approximate=approximate)


def article(name: str, *paragraphs: str, title: str = "A title", published: str | None = None) -> Article:
    """An article with a title and body paragraphs, kept whole."""
    text, rows = title, [Paragraph(role="title", reason="test", text=title, start=0, end=len(title))]
    for paragraph in paragraphs:
        start = len(text) + 2
        text += "\n\n" + paragraph
        rows.append(Paragraph(role="body", reason="test", text=paragraph, start=start, end=start + len(paragraph)))
    id_ = content_id("article", name)
    return Article(
        id=id_,
        capture=f"{name}.txt",
        sha256=name,
        title=Sourced(value=title, span=Span(article=id_, start=0, end=len(title), exact=title)),
        published=day(published) if published else None,
        origin=content_id("origin", name),
        text=text,
        paragraphs=tuple(rows),
    )


def span(of: Article, words: str) -> Span:
    """The first place where the words stand in the article's text."""
    start = of.text.index(words)
    return Span(article=of.id, start=start, end=start + len(words), exact=words)


class Report:
    """An extraction in the making: one article with what is said in it."""

    def __init__(self, name: str, text: str, published: str | None = None) -> None:
        self.article = article(name, text, published=published)
        self.actors: dict[str, LocalActor] = {}
        self.events: list[EventMention] = []
        self.times: list[TimeMention] = []

    def person(self, name: str, title: str | None = None, country: str | None = None) -> str:
        """A named person, with an office where one is given."""
        where = span(self.article, name)
        claims = (OfficeClaim(title=title, country=country, span=where),) if title else ()
        return self._add(
            LocalActor(
                id=content_id("local", self.article.id, name),
                article=self.article.id,
                kind="person",
                name=name,
                names=(name,),
                country=country,
                offices=claims,
                mentions=(ActorMention(span=where, how="name"),),
            )
        )

    def officer(self, words: str, title: str, country: str) -> str:
        """A person known by office alone."""
        where = span(self.article, words)
        return self._add(
            LocalActor(
                id=content_id("local", self.article.id, words),
                article=self.article.id,
                kind="person",
                country=country,
                offices=(OfficeClaim(title=title, country=country, span=where),),
                mentions=(ActorMention(span=where, how="nominal"),),
            )
        )

    def group(self, words: str) -> str:
        """People who are only described."""
        where = span(self.article, words)
        return self._add(
            LocalActor(
                id=content_id("local", self.article.id, words),
                article=self.article.id,
                kind="group",
                name=words,
                names=(words,),
                mentions=(ActorMention(span=where, how="nominal"),),
            )
        )

    def _add(self, actor: LocalActor) -> str:
        self.actors[actor.id] = actor
        return actor.id

    def time(self, words: str, time: Time | None = None, **expression: object) -> str:
        """A time expression; `expression` are fields of `TimeExpression`."""
        id_ = content_id("time", self.article.id, words)
        self.times.append(
            TimeMention(
                id=id_,
                article=self.article.id,
                span=span(self.article, words),
                expression=TimeExpression(**expression),  # type: ignore[arg-type]
                time=time,
            )
        )
        return id_

    def event(
        self,
        words: str,
        who: tuple[str, ...],
        form: Form = "meeting",
        place: Place | None = None,
        time: str | None = None,
        status: MentionStatus = "held",
    ) -> str:
        """An event mention."""
        where = span(self.article, words)
        mention = EventMention(
            id=content_id("mention", self.article.id, words),
            article=self.article.id,
            span=where,
            trigger=where,
            form=form,
            status=status,
            participants=tuple(LocalParticipant(actor=a, role="participant") for a in who),
            place=place,
            time=time,
        )
        self.events.append(mention)
        return mention.id

    def extraction(self) -> Extraction:
        """The finished extraction."""
        return Extraction(
            article=self.article,
            reference=self.article.published,
            times=tuple(self.times),
            actors=tuple(self.actors.values()),
            events=tuple(self.events),
        )
