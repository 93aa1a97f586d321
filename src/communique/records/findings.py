"""Where the sources agree, refine, differ or stand alone; and how a relationship stands."""

from typing import Literal

from communique.records.base import Row
from communique.records.spans import Span

Judgement = Literal["agree", "refine", "differ", "alone"]
Relation = Literal["same", "refines", "differs"]
ItemKind = Literal["event", "utterance", "commitment", "agreement", "indicator", "actor", "article"]


class About(Row, frozen=True, kw_only=True):
    """The item a finding speaks of."""

    kind: ItemKind
    id: str


class FindingValue(Row, frozen=True, kw_only=True):
    """One value of a field, who gives it, and its relation to the value of most origins. `origins` counts
    distinct texts, not independent witnesses; `via` names what the articles cite as their source."""

    value: str
    relation: Relation
    articles: tuple[str, ...] = ()
    origins: int
    via: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Finding(Row, frozen=True, kw_only=True):
    """For one field of one item: agree, refine, differ or alone, with every value and its words."""

    id: str
    about: About
    field: str
    judgement: Judgement
    values: tuple[FindingValue, ...] = ()
    note: str = ""


class Sector(Row, frozen=True, kw_only=True):
    """A field of cooperation or dispute, with the words that name it."""

    sector: str
    spans: tuple[Span, ...] = ()
    commitments: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


class Relationship(Row, frozen=True, kw_only=True):
    """Two or more actors with all that the record holds between them."""

    id: str
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    agreements: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
