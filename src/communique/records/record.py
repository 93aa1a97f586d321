"""The whole record of a collection."""

from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.base import Row
from communique.records.captures import Problem
from communique.records.commitments import Agreement, Commitment
from communique.records.events import Event
from communique.records.findings import Finding, Relationship
from communique.records.indicators import Indicator
from communique.records.judgements import StandingJudgement
from communique.records.statements import Statement, Utterance
from communique.records.times import TimeMention


class Record(Row, frozen=True, kw_only=True):
    """Every kind of item, each sorted by id. The export and the store hold these and nothing else."""

    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[TimeMention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    findings: tuple[Finding, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    judgements: tuple[StandingJudgement, ...] = ()
    problems: tuple[Problem, ...] = ()
