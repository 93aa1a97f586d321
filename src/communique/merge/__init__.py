"""mentions -> the record, in a fixed order of passes.

1. Actors: persons by name, bodies by key; offices by the table where the article is dated.
2. Events: dated articles first, then undated ones, which join and never bridge.
3. Dates: an undated article that reports a dated event gets the interval that its own words allow; its relative
   times are counted from it, its offices looked up again, and the events are clustered once more.
4. Names: a person known by office alone takes the name that other articles of the event give.
5. Occasions, utterances, commitments, agreements, indicators, relationships.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from communique.knowledge import Knowledge
from communique.merge.actors import Cast, merge_actors
from communique.merge.actors.build import build_actors
from communique.merge.actors.spoken import with_first_persons
from communique.merge.agreements import merge_agreements
from communique.merge.commitments import merge_commitments
from communique.merge.dates import inferred_dates, redated, times_of
from communique.merge.events import Cluster, build_events, cluster_events, name_by_events
from communique.merge.events.stories import told_once, with_stories
from communique.merge.indicators import merge_indicators
from communique.merge.occasions import occasions
from communique.merge.origins import join_origins
from communique.merge.relationships import relationships
from communique.merge.statements import build_statements
from communique.merge.stories import Stories
from communique.merge.story_groups import story_groups
from communique.merge.utterances import merge_utterances
from communique.records.findings import Relationship
from communique.records.judgements import Judgement
from communique.records.mentions import Extraction
from communique.records.record import Record
from communique.review import FREE, Limits, review
from communique.review.finish import finish, visible
from communique.text.times import each_end


def merge(extractions: Sequence[Extraction], knowledge: Knowledge, judgements: Sequence[Judgement] = ()) -> Record:
    """The record of the collection, without findings and problems. No rule overrides one of the `judgements`. The order
    of both does not matter."""
    reviewed = review(extractions, judgements, knowledge)
    limits = reviewed.limits
    ordered, cast, clusters = settle(reviewed.extractions, knowledge, limits)
    stories = story_groups([e.article for e in ordered])
    clusters = told_once(clusters, stories)
    name_by_events(clusters, cast)
    times = times_of(ordered)
    events, event_of = build_events(clusters, cast, knowledge, ordered, times, limits)
    events = with_stories(events, ordered, stories)
    told = {m.id: m.status for e in events for m in e.mentions}
    known = {e.id: e for e in events}
    occasion = {k: v for e in ordered for k, v in occasions(e, event_of, told, known).items()}
    articles = join_origins([e.article for e in ordered])
    origin = {a.id: a.origin for a in articles}
    actor_of = {local: cast.actor_of(local) for local in cast.locals}
    utterance_of, utterances = merge_utterances(ordered, actor_of, occasion, events, origin, limits.utterances)
    statements = build_statements(ordered, cast, occasion, utterance_of, utterances)
    agreements, agreement_of = merge_agreements(ordered, actor_of, times, utterances)
    published = {e.article.id: e.article.published for e in ordered}
    commitments = merge_commitments(ordered, actor_of, event_of, agreement_of, times, published)
    indicators = merge_indicators(ordered, actor_of, times)
    actors = with_first_persons(build_actors(cast, knowledge), statements)
    record = Record(
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        actors=tuple(actors),
        times=tuple(sorted((end for e in ordered for t in e.times for end in each_end(t)), key=lambda t: t.id)),
        events=tuple(events),
        statements=tuple(statements),
        utterances=tuple(utterances),
        commitments=tuple(commitments),
        agreements=tuple(agreements),
        indicators=tuple(indicators),
    )
    shown = visible(record, reviewed)
    related = replace(shown, relationships=tuple(_relationships(shown, knowledge)))
    return finish(related, reviewed)


def _relationships(record: Record, knowledge: Knowledge) -> list[Relationship]:
    return relationships(
        knowledge,
        record.actors,
        record.articles,
        record.events,
        record.statements,
        record.commitments,
        record.agreements,
        record.indicators,
    )


def settle(
    extractions: Sequence[Extraction], knowledge: Knowledge, limits: Limits = FREE
) -> tuple[list[Extraction], Cast, list[Cluster]]:
    """Passes 1 to 3: actors and events, once more where articles got a date through others. `limits`: what persons
    have judged."""
    extractions = sorted(extractions, key=lambda e: e.article.id)
    cast = merge_actors(extractions, knowledge, limits.actors)
    stories = Stories([e.article for e in extractions])
    clusters = cluster_events(extractions, cast, knowledge, times_of(extractions), limits, stories)
    inferred = inferred_dates(extractions, clusters)
    if inferred:
        extractions = [redated(e, inferred[e.article.id]) if e.article.id in inferred else e for e in extractions]
        cast = merge_actors(extractions, knowledge, limits.actors)
        clusters = cluster_events(extractions, cast, knowledge, times_of(extractions), limits, stories)
    return extractions, cast, clusters
