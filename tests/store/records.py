"""A small record with an item of every kind."""

from communique.records.actors import Actor
from communique.records.articles import Article, Paragraph
from communique.records.captures import Problem
from communique.records.commitments import Agreement, Commitment, StageReport
from communique.records.events import Event, EventReport, MergeStep, Participant, Place
from communique.records.findings import About, Finding, FindingValue, Relationship
from communique.records.indicators import Indicator
from communique.records.judgements import Anchor, StandingJudgement
from communique.records.record import Record
from communique.records.spans import Sourced, Span
from communique.records.statements import Link, Speaker, Statement, Utterance
from communique.records.times import Time, TimeExpression, TimeMention

TEXT = "Talks in Oslo\n\nThe minister said on Monday that trade grew by 7 percent and promised more."


def span(words: str) -> Span:
    """The place of some words in the article."""
    start = TEXT.index(words)
    return Span(article="article-1", start=start, end=start + len(words), exact=words)


DAY = Time(earliest="2019-05-06", latest="2019-05-06", basis="stated", span=span("Monday"))
ARTICLE = Article(
    id="article-1",
    capture="a.txt",
    sha256="00",
    language="en",
    title=Sourced(value="Talks in Oslo", span=span("Talks in Oslo")),
    published=DAY,
    origin="origin-1",
    text=TEXT,
    paragraphs=(
        Paragraph(role="title", reason="first line", text="Talks in Oslo", start=0, end=13),
        Paragraph(role="body", reason="prose", text=TEXT[15:], start=15, end=len(TEXT)),
        Paragraph(role="share", reason="words for sharing", text="Share this talks page"),
    ),
)
ACTOR = Actor(id="actor-1", kind="person", name="A. Minister", country="NO", members=("local-1",))
EVENT = Event(
    id="event-1",
    form="talks",
    status="held",
    level="minister",
    participants=(Participant(actor="actor-1", role="host"), Participant(actor="actor-gone", role="guest")),
    place=Place(name="Oslo", country="NO", spans=(span("Oslo"),)),
    time=DAY,
    mentions=(EventReport(id="mention-1", article="article-1", span=span("Talks"), status="held"),),
    merge=(MergeStep(mention="mention-1", rule="first", score=1 / 3, features={"b": 2 / 3, "a": 1.0}),),
)
STATEMENT = Statement(
    id="statement-1",
    article="article-1",
    mode="indirect",
    speakers=(Speaker(actor="actor-1", text="The minister", how="role"),),
    stance="say",
    polarity="positive",
    content=span("trade grew by 7 percent"),
    event="event-1",
    utterance="utterance-1",
    topics=("trade",),
)
RECORD = Record(
    articles=(ARTICLE,),
    actors=(ACTOR,),
    times=(
        TimeMention(
            id="time-1",
            article="article-1",
            span=span("Monday"),
            expression=TimeExpression(weekday=0),
            time=DAY,
            value="2019-05-06",
        ),
    ),
    events=(EVENT,),
    statements=(STATEMENT,),
    utterances=(
        Utterance(
            id="utterance-1",
            speakers=("actor-1",),
            event="event-1",
            renderings=("statement-1",),
            links=(Link(left="statement-1", right="statement-1", score=0.123456, features={"words": 0.98765}),),
        ),
    ),
    commitments=(
        Commitment(
            id="commitment-1",
            kind="pledge",
            strength="firm",
            parties=("actor-1",),
            action=span("promised more"),
            members=("promise-1",),
        ),
    ),
    agreements=(Agreement(id="agreement-1", name="A pact", stages=(StageReport(stage="signed", span=span("Oslo")),)),),
    indicators=(
        Indicator(id="indicator-1", measure="trade", value=7.0, unit="percent", mentions=(span("7 percent"),)),
    ),
    findings=(
        Finding(
            id="finding-1",
            about=About(kind="event", id="event-1"),
            field="place",
            judgement="alone",
            values=(FindingValue(value="Oslo", relation="same", articles=("article-1",), origins=1),),
            note="One origin gives it.",
        ),
    ),
    relationships=(Relationship(id="relationship-1", actors=("actor-1",), events=("event-1",)),),
    judgements=(
        StandingJudgement(
            id="judgement-1",
            kind="note",
            author="ann",
            made="2024-05-06T07:08:09Z",
            anchors=(Anchor(kind="event", member="mention-1", article="article-1", words="Talks"),),
            words="Ask the ministry",
            standing="applied",
            items=("event-1",),
        ),
    ),
    problems=(Problem(capture="b.txt", stage="read", code="empty", message="Nothing in it", lost=True),),
)
