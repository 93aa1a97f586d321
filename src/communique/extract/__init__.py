"""annotated -> mentions. The extractors run in the order below; each sees what the earlier ones found."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.actors import extract as extract_actors
from communique.extract.acts import extract as extract_acts
from communique.extract.commitments import extract as extract_commitments
from communique.extract.events import extract as extract_events
from communique.extract.indicators import extract as extract_indicators
from communique.extract.statements import extract as extract_statements
from communique.extract.times import extract as extract_times
from communique.knowledge import Knowledge
from communique.records.annotated import Annotated
from communique.records.mentions import (
    AgreementMention,
    CommitmentMention,
    EventMention,
    Extraction,
    IndicatorMention,
    Layer,
    LocalActor,
    Mention,
    StatementMention,
)
from communique.records.times import TimeMention

Extractor = Callable[[Tree, Extraction, Knowledge], Iterator[Mention]]

EXTRACTORS: tuple[Extractor, ...] = (
    extract_times,
    extract_actors,
    extract_events,
    extract_statements,
    extract_commitments,
    extract_indicators,
    extract_acts,
)

LAYER_OF: dict[type, Layer] = {
    TimeMention: "times",
    LocalActor: "actors",
    EventMention: "events",
    StatementMention: "statements",
    CommitmentMention: "commitments",
    AgreementMention: "agreements",
    IndicatorMention: "indicators",
}


def extract(annotated: Annotated, knowledge: Knowledge) -> Extraction:
    """All that the article yields."""
    tree = Tree(annotated)
    found = Extraction(article=annotated.article, reference=annotated.article.published)
    for extractor in EXTRACTORS:
        found = with_mentions(found, list(extractor(tree, found, knowledge)))
    return found


def with_mentions(found: Extraction, mentions: list[Mention]) -> Extraction:
    """`found` with the `mentions` of one more extractor, each in its layer."""
    layers: dict[Layer, list[Mention]] = {}
    for mention in mentions:
        layers.setdefault(LAYER_OF[type(mention)], []).append(mention)
    return replace(found, **{layer: _completed(getattr(found, layer), rows) for layer, rows in layers.items()})


def _completed(known: tuple[Mention, ...], rows: list[Mention]) -> tuple[Mention, ...]:
    """What is known, then the new; a mention that comes again under its id stands in the place of the former one."""
    return tuple({mention.id: mention for mention in (*known, *rows)}.values())
