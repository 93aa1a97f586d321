"""A small record made by hand: two outlets on one meeting, a reprint, an undated recollection."""

from communique.records.actors import Actor, MergedMention, Office
from communique.records.articles import Article, Paragraph, Role
from communique.records.captures import Problem
from communique.records.commitments import Agreement, Commitment, StageReport
from communique.records.events import Event, EventReport, MergeStep, Participant, Place
from communique.records.findings import About, Finding, FindingValue, Relationship, Sector
from communique.records.indicators import Indicator
from communique.records.judgements import Anchor, StandingJudgement
from communique.records.record import Record
from communique.records.spans import Sourced, Span
from communique.records.statements import Difference, Link, Speaker, Statement, Utterance
from communique.records.times import Time, TimeExpression, TimeMention

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> & \u202egnp.exe'


def article(name: str, title: str, *body: str, dropped: tuple[tuple[Role, str], ...] = (), **fields: object) -> Article:
    """An article whose text is the title, a blank line, and the paragraphs of `body`, one a line."""
    paragraphs = [Paragraph(role="title", reason="first line", text=title, start=0, end=len(title))]
    text = title + "\n"
    for line in body:
        text += "\n"
        paragraphs.append(Paragraph(role="body", reason="prose", text=line, start=len(text), end=len(text) + len(line)))
        text += line
    paragraphs += [Paragraph(role=role, reason="vocabulary", text=line) for role, line in dropped]
    row = Article(
        id=name, capture=f"{name}.txt", sha256="00", origin=f"origin-{name}", text=text, title=Sourced(value=title)
    )
    return row.__class__(
        **{f: getattr(row, f) for f in row.__struct_fields__} | {"paragraphs": tuple(paragraphs)} | fields
    )


def span(source: Article, words: str) -> Span:
    """The first place where `words` stand in the article."""
    start = source.text.index(words)
    return Span(article=source.id, start=start, end=start + len(words), exact=words)


def day(iso: str, last: str | None = None, **fields: object) -> Time:
    return Time(**{"earliest": iso, "latest": last or iso, "basis": "stated"} | fields)


COURIER = article(
    "courier",
    "Ruritania and Graustark talk trade",
    "President Rudolf Elphberg received Prime Minister Mina Vance of Graustark in Strelsau on Wednesday.",
    'Elphberg said that trade grew by 38 percent last year. "We will build the bridge together," Vance said.',
    dropped=(("consent", "We use cookies. OK?"), ("related", HOSTILE)),
    outlet=Sourced(value="The Strelsau Courier"),
    published=day("2021-03-10"),
    url="https://courier.example/a?b=1&c=2",
)
REPRINT = article(
    "reprint",
    "Ruritania and Graustark talk trade",
    "President Rudolf Elphberg received Prime Minister Mina Vance of Graustark in Strelsau on Wednesday.",
    outlet=Sourced(value="Evening Reprint"),
    published=day("2021-03-11"),
    origin="origin-courier",
)
GAZETTE = article(
    "gazette",
    f"Vance in Strelsau {HOSTILE}",
    "In late March, Vance and Elphberg met in Strelsau.",
    '"The bridge is something that we are going to build, both of us," the prime minister of Graustark promised.',
    outlet=Sourced(value="Graustark Gazette <b>"),
    url="javascript:alert(1)",
)

ELPHBERG = Actor(
    id="actor-1",
    kind="person",
    name="Rudolf Elphberg",
    names=("Elphberg", "Rudolf Elphberg"),
    country="RU",
    offices=(Office(title="president", country="RU", start="2018-05-07", end=None, basis="reference"),),
    mentions=(MergedMention(span=span(COURIER, "Rudolf Elphberg"), how="name"),),
)
VANCE = Actor(
    id="actor-2",
    kind="person",
    name="Mina Vance",
    names=("Vance",),
    country="IR",
    offices=(Office(title="prime minister", country="IR", basis="text", spans=(span(COURIER, "Prime Minister"),)),),
    mentions=(MergedMention(span=span(COURIER, "Mina Vance"), how="name"),),
)

MEETING = Event(
    id="event-1",
    form="meeting",
    status="held",
    level="head",
    participants=(
        Participant(actor="actor-1", role="host", spans=(span(COURIER, "President Rudolf Elphberg"),)),
        Participant(actor="actor-2", role="guest", spans=(span(COURIER, "Prime Minister Mina Vance"),)),
    ),
    place=Place(name="Strelsau", country="RU", spans=(span(COURIER, "Strelsau"),)),
    time=day("2021-03-10", basis="relative", span=span(COURIER, "Wednesday")),
    topics=("trade",),
    mentions=(
        EventReport(
            id="m-1", article="courier", span=span(COURIER, "received Prime Minister Mina Vance"), status="held"
        ),
        EventReport(
            id="m-2", article="reprint", span=span(REPRINT, "received Prime Minister Mina Vance"), status="held"
        ),
        EventReport(id="m-3", article="gazette", span=span(GAZETTE, "Vance and Elphberg met"), status="recalled"),
    ),
    merge=(MergeStep(mention="m-3", rule="same_people_place_time", score=0.9, features={"time": 0.5}),),
)
CONFERENCE = Event(
    id="event-2",
    form="press_conference",
    status="held",
    level="head",
    part_of=("event-1",),
    participants=MEETING.participants,
    mentions=(EventReport(id="m-4", article="courier", span=span(COURIER, "Vance said"), status="held"),),
)
ARRIVAL = Event(
    id="event-3",
    form="arrival",
    status="planned",
    level="head",
    participants=(Participant(actor="actor-2", role="guest"),),
    mentions=(EventReport(id="m-5", article="gazette", span=span(GAZETTE, "Vance in Strelsau"), status="planned"),),
)


def statement(name: str, source: Article, words: str, mode: str = "direct", **fields: object) -> Statement:
    content = span(source, words)
    defaults: dict[str, object] = {
        "id": name,
        "article": source.id,
        "mode": mode,
        "stance": "say",
        "polarity": "positive",
        "content": content,
        "pieces": (content,),
        "quotes": (content,) if mode == "direct" else (),
        "event": "event-1",
        "utterance": "u-1",
        "speakers": (Speaker(actor="actor-2", text="Vance", how="named"),),
    }
    return Statement(**defaults | fields)


STATEMENTS = (
    statement("s-1", COURIER, "We will build the bridge together,", cue=span(COURIER, "said.")),
    statement(
        "s-2",
        GAZETTE,
        "The bridge is something that we are going to build, both of us,",
        speakers=(Speaker(actor="actor-2", text="the prime minister of Graustark", how="role", basis="reference"),),
    ),
    statement(
        "s-3",
        COURIER,
        "trade grew by 38 percent last year",
        mode="indirect",
        utterance="u-2",
        speakers=(Speaker(text="the president", how="role", candidates=("actor-1", "actor-2")),),
    ),
)


def record() -> Record:
    """The whole of it."""
    return Record(
        articles=(COURIER, GAZETTE, REPRINT),
        actors=(ELPHBERG, VANCE),
        times=(
            TimeMention(
                id="t-1",
                article="courier",
                span=span(COURIER, "last year"),
                expression=TimeExpression(unit="year", offset=-1),
            ),
        ),
        events=(MEETING, CONFERENCE, ARRIVAL),
        statements=STATEMENTS,
        utterances=(
            Utterance(
                id="u-1",
                speakers=("actor-2",),
                event="event-1",
                renderings=("s-1", "s-2"),
                links=(Link(left="s-1", right="s-2", score=0.71, features={"words": 0.5}),),
                differences=(
                    Difference(
                        kind="verb", left=span(COURIER, "will build"), right=span(GAZETTE, "are going to build")
                    ),
                ),
            ),
            Utterance(id="u-2", event="event-1", renderings=("s-3",)),
        ),
        commitments=(
            Commitment(
                id="c-1",
                kind="pledge",
                strength="firm",
                parties=("actor-2",),
                action=span(COURIER, "build the bridge"),
                mentions=(span(COURIER, "build the bridge"), span(GAZETTE, "going to build")),
                statement="s-1",
                event="event-1",
                horizon="P20Y",
                topics=("transport",),
            ),
        ),
        agreements=(
            Agreement(
                id="g-1",
                name="bridge treaty",
                parties=("actor-1", "actor-2"),
                stages=(StageReport(stage="drafted", span=span(COURIER, "build the bridge")),),
            ),
        ),
        indicators=(
            Indicator(
                id="i-1",
                measure="trade",
                value=38.0,
                unit="percent",
                change="up",
                mentions=(span(COURIER, "38 percent"),),
            ),
        ),
        findings=(
            Finding(
                id="f-1",
                about=About(kind="event", id="event-1"),
                field="time",
                judgement="refine",
                values=(
                    FindingValue(value="2021-03-10", relation="same", articles=("courier",), origins=1),
                    FindingValue(value="2021-03-21/2021-03-31", relation="refines", articles=("gazette",), origins=1),
                ),
            ),
            Finding(
                id="f-2",
                about=About(kind="event", id="event-1"),
                field="participants",
                judgement="agree",
                values=(
                    FindingValue(value="actor-1, actor-2", relation="same", articles=("courier", "gazette"), origins=2),
                ),
            ),
        ),
        relationships=(
            Relationship(
                id="r-1",
                actors=("actor-1", "actor-2"),
                events=("event-1", "event-2"),
                agreements=("g-1",),
                sectors=(Sector(sector="trade", spans=(span(COURIER, "trade grew"),), commitments=("c-1",)),),
            ),
        ),
        judgements=(
            StandingJudgement(
                id="judgement-1",
                kind="note",
                author="ann",
                made="2024-05-06T07:08:09Z",
                anchors=(Anchor(kind="article", member="courier", article="courier"),),
                words=f"Ask the editor {HOSTILE}",
                standing="applied",
                items=("courier",),
            ),
        ),
        problems=(
            Problem(capture="broken.txt", stage="clean", code="empty", message=f"Nothing in it {HOSTILE}", lost=True),
        ),
    )
