"""What is said, promised, measured and signed at synthetic events, put into a merged record: three remarks an article,
of which one promises and one measures, in words that the reports of one event share, and now and then an agreement.

    with_remarks(record) -> Record
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from msgspec.structs import replace

from communique.records.actors import Actor
from communique.records.articles import Article, Paragraph
from communique.records.commitments import Agreement, Commitment, StageReport
from communique.records.events import Event
from communique.records.findings import Relationship, Sector
from communique.records.ids import content_id, members_id
from communique.records.indicators import Indicator
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Link, Speaker, Statement, Utterance

SECTORS = (
    "energy", "transport", "trade", "agriculture", "tourism", "education", "defence", "science", "health", "finance",
    "industry", "space", "fisheries", "water", "mining",
)  # fmt: skip
GOALS = (
    "build a railway between the two capitals", "lift trade to {n} billion dollars", "open {n} new border posts",
    "train {n} hundred engineers together", "found a common bank", "finish the bridge at the border",
    "supply {n} million tonnes of wheat", "end the dispute over the lake", "exchange {n} thousand students a year",
)  # fmt: skip
REMARKS = (
    "our work in {sector} has grown step by step since the last visit",
    "nobody should interfere in the {sector} of the region",
    "relations in {sector} rest on mutual respect and {n} years of friendship",
    "the delegations spoke for {n} hours about {sector}",
    "{sector} is the field in which most remains to be done",
)
LEADS = ("the two countries will", "both sides will", "we will", "they will")
TREATIES = ("treaty on {sector}", "memorandum on {sector}", "agreement on {sector}")
STAGES = ("proposed", "drafted", "signed", "ratified", "in_force")
AGREED = 0.15
FACTS = 4


@dataclass(frozen=True)
class Fact:
    """What there is to tell of an event."""

    sector: str
    number: int
    goal: str
    remark: str
    treaty: str


class Body:
    """An article to which paragraphs are added."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.paragraphs = list(article.paragraphs)

    def paragraph(self, words: str) -> None:
        start = len(self.text) + 2
        self.text += f"\n\n{words}"
        self.paragraphs.append(Paragraph(role="body", reason="synthetic", text=words, start=start, end=len(self.text)))

    def span(self, words: str) -> Span:
        """Where the words stand last."""
        start = self.text.rindex(words)
        return Span(article=self.article.id, start=start, end=start + len(words), exact=words)

    def whole(self) -> Article:
        return replace(self.article, text=self.text, paragraphs=tuple(self.paragraphs))


@dataclass
class Told:
    """All that is added, by what makes it one: (event, speaker, words) and the like."""

    remarks: dict[tuple[str, str, str], list[Statement]] = field(default_factory=lambda: defaultdict(list))
    goals: dict[tuple[str, str, str, str], list[Span]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[tuple[str, str, float], list[Span]] = field(default_factory=lambda: defaultdict(list))
    treaties: dict[tuple[str, tuple[str, ...]], list[StageReport]] = field(default_factory=lambda: defaultdict(list))
    sectors: dict[tuple[str, str], list[Span]] = field(default_factory=lambda: defaultdict(list))


def with_remarks(record: Record) -> Record:
    """The same record with what was said at its events; the same record gives the same one."""
    bodies = {article.id: Body(article) for article in record.articles}
    actors = {actor.id: actor for actor in record.actors}
    told = Told()
    for event in record.events:
        if event.participants:
            _tell(event, bodies, actors, told)
    states = _states(record.actors)
    agreements = [
        Agreement(id=content_id("agreement", name, *parties), name=name, parties=parties, stages=tuple(stages))
        for (name, parties), stages in told.treaties.items()
    ]
    statements, utterances = _utterances(told)
    commitments, indicators = list(_commitments(told)), list(_indicators(told))
    return replace(
        record,
        articles=tuple(body.whole() for body in bodies.values()),
        actors=tuple(sorted((*record.actors, *states.values()), key=lambda row: row.id)),
        statements=tuple(statements),
        utterances=tuple(utterances),
        commitments=tuple(commitments),
        indicators=tuple(indicators),
        agreements=tuple(agreements),
        relationships=tuple(_relationships(record, actors, states, told, agreements)),
    )


def _fact(common: Random) -> Fact:
    sector, number = common.choice(SECTORS), common.randint(2, 90)
    return Fact(
        sector,
        number,
        common.choice(GOALS).format(n=number),
        common.choice(REMARKS).format(n=number, sector=sector),
        common.choice(TREATIES).format(sector=sector),
    )


def _tell(event: Event, bodies: Mapping[str, Body], actors: Mapping[str, Actor], told: Told) -> None:
    common = Random(event.id)
    facts = [_fact(common) for _ in range(FACTS)]
    parties = tuple(sorted(one.actor for one in event.participants))
    for report in event.mentions:
        chance, body = Random(report.id), bodies[report.article]
        told_here = [chance.choice(facts) for _ in range(3)]
        speaker = actors[chance.choice(parties)]
        words = (
            told_here[0].remark,
            f"{chance.choice(LEADS)} {told_here[1].goal}",
            f"trade grew by {told_here[2].number} percent last year",
        )
        for number, (fact, said) in enumerate(zip(told_here, words, strict=True)):
            made = _statement(event, report.id, body, speaker, said, chance, number)
            told.remarks[event.id, speaker.id, said.split(" will ")[-1]].append(made)
            told.sectors[event.id, fact.sector].append(made.content)
        told.goals[event.id, speaker.id, words[1].split(" will ")[-1], told_here[1].sector].append(
            body.span(told_here[1].goal)
        )
        told.figures[event.id, speaker.id, float(told_here[2].number)].append(body.span(words[2]))
        if chance.random() < AGREED:
            stage = chance.choice(STAGES)
            body.paragraph(f"The {facts[0].treaty} was {stage.replace('_', ' ')}, an official said.")
            span = body.span(facts[0].treaty)
            told.treaties[facts[0].treaty, parties].append(StageReport(stage=stage, time=event.time, span=span))


def _statement(
    event: Event, report: str, body: Body, speaker: Actor, words: str, chance: Random, number: int
) -> Statement:
    name, direct = speaker.name or "The visitor", chance.random() < 0.5
    body.paragraph(f"“{words},” {name} said." if direct else f"{name} said that {words}.")
    content = body.span(words)
    return Statement(
        id=content_id("statement", report, number),
        article=body.article.id,
        mode="direct" if direct else "indirect",
        stance="say",
        polarity="positive",
        speakers=(Speaker(actor=speaker.id, text=name, span=body.span(name), how="named"),),
        content=content,
        pieces=(content,),
        quotes=(content,) if direct else (),
        cue=body.span("said"),
        event=event.id,
        utterance="",
        topics=("trade",) if "trade" in words else (),
    )


def _utterances(told: Told) -> tuple[list[Statement], list[Utterance]]:
    statements, utterances = [], []
    for (event, speaker, _), rows in told.remarks.items():
        ids = [row.id for row in rows]
        name = members_id("utterance", ids)
        links = tuple(Link(left=ids[0], right=other, score=0.9, features={"words": 0.9}) for other in ids[1:])
        statements += [replace(row, utterance=name) for row in rows]
        utterances.append(
            Utterance(id=name, speakers=(speaker,), event=event, renderings=tuple(sorted(ids)), links=links)
        )
    return sorted(statements, key=lambda row: row.id), sorted(utterances, key=lambda row: row.id)


def _commitments(told: Told) -> Iterator[Commitment]:
    for (event, speaker, goal, sector), spans in told.goals.items():
        yield Commitment(
            id=content_id("commitment", event, speaker, goal, sector),
            kind=Random(goal + event).choice(("pledge", "agreed", "plan", "proposal")),
            strength="firm",
            parties=(speaker,),
            action=spans[0],
            topics=(sector,),
            event=event,
            mentions=tuple(spans),
        )


def _indicators(told: Told) -> Iterator[Indicator]:
    for (event, speaker, value), spans in told.figures.items():
        yield Indicator(
            id=content_id("indicator", event, speaker, value),
            measure="trade",
            subjects=(speaker,),
            value=value,
            unit="percent",
            change="up",
            mentions=tuple(spans),
        )


def _states(actors: tuple[Actor, ...]) -> dict[str, Actor]:
    codes = sorted({actor.country for actor in actors if actor.country})
    return {
        code: Actor(id=content_id("actor", code), kind="state", name=f"State of {code}", country=code) for code in codes
    }


def _relationships(
    record: Record, actors: Mapping[str, Actor], states: Mapping[str, Actor], told: Told, agreements: list[Agreement]
) -> Iterator[Relationship]:
    """One row for each two states whose people meet."""
    between: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in record.events:
        codes = sorted({code for one in event.participants if (code := actors[one.actor].country)})
        for pair in combinations(codes, 2):
            between[pair].append(event.id)
    instruments: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in agreements:
        instruments[tuple(sorted(actors[one].country or "" for one in row.parties))].append(row.id)
    named: dict[str, dict[str, list[Span]]] = defaultdict(dict)
    for (event_id, sector), spans in told.sectors.items():
        named[event_id][sector] = spans
    for pair, events in sorted(between.items()):
        sectors: dict[str, list[Span]] = defaultdict(list)
        for name in events:
            for sector, spans in named[name].items():
                sectors[sector] += spans
        ids = [states[code].id for code in pair]
        yield Relationship(
            id=members_id("relationship", ids),
            actors=tuple(sorted(ids)),
            events=tuple(sorted(events)),
            sectors=tuple(Sector(sector=name, spans=tuple(spans)) for name, spans in sorted(sectors.items())),
            agreements=tuple(sorted(instruments[pair])),
        )
