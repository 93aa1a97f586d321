"""The dossier as one page: the views put into the template, with everything from a capture escaped."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from communique.records.captures import Problem
from communique.records.record import Record
from communique.records.statements import Utterance
from communique.records.times import Time
from communique.report import timeline
from communique.report.account import Chapter, account
from communique.report.countries import country_name
from communique.report.dates import day_of, when
from communique.report.facts import Sheet, is_principal, parties, sheets
from communique.report.highlights import LAYERS, Page, pages
from communique.report.index import Index, build
from communique.report.ledger import Ruling, is_telling, rulings
from communique.report.links import Anchors, Links
from communique.report.people import Mentioned, Person, mentioned, people
from communique.report.promises import Figure, Instrument, Promise, figures, instruments, promises
from communique.report.relations import Standing, standings
from communique.report.renderings import Said, utterances
from communique.report.sources import Citer
from communique.report.wording import counted, listed

TITLES = 3
# Not allowed in HTML, or able to turn the direction of what follows: shown as a replacement mark.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True)
class Dossier:
    """Everything that the template shows, in its order."""

    title: str
    tally: str
    chapters: tuple[Chapter, ...]
    timeline: timeline.Timeline
    sheets: tuple[Sheet, ...]
    elsewhere: tuple[Said, ...]
    promises: tuple[Promise, ...]
    instruments: tuple[Instrument, ...]
    figures: tuple[Figure, ...]
    rulings: tuple[Ruling, ...]
    standings: tuple[Standing, ...]
    people: tuple[Person, ...]
    mentioned: tuple[Mentioned, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    layers: dict[str, str]


def render(record: Record) -> str:
    """The dossier of `record` as HTML. Equal records give equal text; its length grows with the captures'."""
    return shown(_environment().get_template("dossier.html").render(d=dossier(record)))


def shown(page: str) -> str:
    """`page` with what HTML forbids, or what would turn the direction of what follows, replaced by a mark."""
    return UNSHOWABLE.sub("\ufffd", page)


def dossier(record: Record) -> Dossier:
    """The views of `record`."""
    index = build(record, country_name)
    citer = Citer(index)
    told = sheets(index, citer)
    return Dossier(
        title=title(index),
        tally=tally(record, index),
        chapters=account(index, citer),
        timeline=timeline.timeline(index, Anchors()),
        sheets=told,
        elsewhere=utterances(_elsewhere(index), index, citer),
        promises=promises(record.commitments, index, citer),
        instruments=instruments(record.agreements, index, citer),
        figures=figures(record.indicators, index, citer),
        rulings=rulings(filter(is_telling, record.findings), index, citer),
        standings=standings(index, citer),
        people=people(index, citer),
        mentioned=mentioned(index),
        pages=pages(index, citer),
        problems=record.problems,
        layers=LAYERS,
    )


def _elsewhere(index: Index) -> list[Utterance]:
    """What was said on no occasion that the record knows."""
    return [row for event, rows in index.utterances_at.items() if event not in index.events for row in rows]


def title(index: Index) -> str:
    """The sets of parties that meet, most reported first."""
    weights: Counter[str] = Counter()
    for event in index.events.values():
        if is_principal(event, index):
            weights[listed(parties(event, index))] += len(event.mentions)
    names = sorted(weights, key=lambda name: (-weights[name], name))[:TITLES]
    return "; ".join(names) or "What the reports say"


def tally(record: Record, index: Index) -> str:
    """ "15 articles in 14 distinct texts, from 28 March 2017 to 27 September 2022"."""
    articles = (
        f"{counted(len(record.articles), 'article')} in {counted(index.origins(index.articles), 'distinct text')}"
    )
    known = [row.published for row in record.articles if row.published and day_of(row.published.earliest)]
    days = sorted(time.earliest[:10] for time in known)
    if not days:
        return articles
    first, last = (when(Time(earliest=day, latest=day, basis="stated")) for day in (days[0], days[-1]))
    return f"{articles}, published {first}" if first == last else f"{articles}, published {first} to {last}"


@cache
def _environment() -> Environment:
    return environment(Anchors())


def environment(links: Links, *loaders: BaseLoader) -> Environment:
    """Templates that may use the shared macros, with items shown where `links` says."""
    made = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("communique.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["to"] = links
    made.filters["picture"] = Markup  # of what report/chart.py drew: nothing else goes through it
    return made
