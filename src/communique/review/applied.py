"""What judgements change in single articles before anything is merged."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from communique.knowledge import Knowledge
from communique.records.judgements import Anchor, Judgement
from communique.records.mentions import CommitmentMention, Extraction, LocalActor, LocalSpeaker, StatementMention
from communique.records.spans import Sourced
from communique.records.times import Time
from communique.review.dates import given, published_on
from communique.review.members import Held
from communique.review.named import local_actor, place_of
from communique.review.words import place_words, speaker_words, time_words, title_words


@dataclass
class Outcome:
    """The extractions as the judgements leave them. `found`: what the rules had, by judgement and member; `bonds`: the
    actors put into an article, with whom they are; `mention_times`: of mentions of events."""

    extractions: list[Extraction] = field(default_factory=list)
    found: dict[tuple[str, str], str] = field(default_factory=dict)
    bonds: list[tuple[str, str]] = field(default_factory=list)
    mention_times: dict[str, Time] = field(default_factory=dict)


@dataclass(frozen=True)
class Tools:
    """What acting on an extraction needs besides: the tables, the actors that judgements name, where to write."""

    knowledge: Knowledge
    actors: Mapping[str, LocalActor]
    outcome: Outcome


type Act = Callable[[Extraction, Judgement, Anchor, Tools], Extraction | None]


def apply_to_extractions(
    extractions: Sequence[Extraction],
    judgements: Sequence[Judgement],
    articles: Mapping[tuple[str, str], Held],
    knowledge: Knowledge,
) -> Outcome:
    """The extractions with all that judgements on single articles, statements and mentions change in them.
    `judgements` are in time, with anchors that are there; of several on one thing the last is acted on. `articles`:
    where each member is."""
    outcome = Outcome()
    tools = Tools(knowledge, _named(extractions, judgements), outcome)
    by_article = _by_article(judgements, articles)
    for extraction in extractions:
        changed = _changed(extraction, by_article.get(extraction.article.id, ()), tools)
        if changed is not None:
            outcome.extractions.append(changed)
    return outcome


def _by_article(
    judgements: Iterable[Judgement], articles: Mapping[tuple[str, str], Held]
) -> dict[str, list[tuple[Judgement, Anchor]]]:
    last = {
        (judgement.kind, anchor.kind, anchor.member): (judgement, anchor)
        for judgement in judgements
        for anchor in judgement.anchors
        if (judgement.kind, anchor.kind) in ACTS
    }
    found: dict[str, list[tuple[Judgement, Anchor]]] = {}
    # What is hidden goes last, so that nothing is sought that is gone.
    for key in sorted(last, key=lambda key: (key[0] == "hide", key)):
        found.setdefault(articles[key[1:]].article, []).append(last[key])
    return found


def _changed(extraction: Extraction, acts: Iterable[tuple[Judgement, Anchor]], tools: Tools) -> Extraction | None:
    left: Extraction | None = extraction
    for judgement, anchor in acts:
        if left is not None:
            left = ACTS[judgement.kind, anchor.kind](left, judgement, anchor, tools)
    return left


def _named(extractions: Iterable[Extraction], judgements: Iterable[Judgement]) -> dict[str, LocalActor]:
    wanted = {j.who.anchor.member for j in judgements if j.who and j.who.anchor}
    return {a.id: a for e in extractions for a in e.actors if a.id in wanted} if wanted else {}


def _speaker(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    who = judgement.who
    assert who is not None
    actors = {actor.id: actor for actor in extraction.actors}
    actor = actors.get(who.anchor.member) if who.anchor else None
    if actor is None:
        actor = local_actor(who, extraction.article.id, tools.actors, tools.knowledge)
        if who.anchor:
            tools.outcome.bonds.append((actor.id, who.anchor.member))
    said = next(s for s in extraction.statements if s.id == anchor.member)
    tools.outcome.found[judgement.id, said.id] = speaker_words(said.speakers, actors)
    spoken = replace(said, speakers=(LocalSpeaker(actor=actor.id, text=actor.name or who.name, how="named"),))
    return replace(
        extraction,
        actors=extraction.actors if actor.id in actors else (*extraction.actors, actor),
        statements=tuple(spoken if s is said else s for s in extraction.statements),
        commitments=tuple(_promised(extraction.commitments, said, actor.id, extraction.actors)),
    )


def _promised(
    commitments: Iterable[CommitmentMention], said: StatementMention, speaker: str, actors: Iterable[LocalActor]
) -> Iterator[CommitmentMention]:
    """What was promised in the statement is the new speaker's, unless its own words name whose it is ("we will …")."""
    before = {one.actor for one in said.speakers if one.actor}
    named = {a.id for a in actors for m in a.mentions if m.how != "pronoun" and said.content.contains(m.span)}
    for row in commitments:
        if row.statement == said.id and before & {*row.parties} - named:
            parties = (speaker if party in before - named else party for party in row.parties)
            row = replace(row, parties=tuple(dict.fromkeys(parties)))  # noqa: PLW2901
        yield row


def _published(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    assert judgement.when is not None
    tools.outcome.found[judgement.id, anchor.member] = time_words(extraction.article.published)
    return published_on(extraction, given(judgement.when))


def _mention_time(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    assert judgement.when is not None
    times = {time.id: time.time for time in extraction.times}
    mention = next(m for m in extraction.events if m.id == anchor.member)
    tools.outcome.found[judgement.id, anchor.member] = time_words(times.get(mention.time or ""))
    tools.outcome.mention_times[mention.id] = given(judgement.when)
    return extraction


def _mention_place(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    assert judgement.where is not None
    told = next(m for m in extraction.events if m.id == anchor.member)
    tools.outcome.found[judgement.id, told.id] = place_words(told.place)
    placed = replace(told, place=place_of(judgement.where, tools.knowledge))
    return replace(extraction, events=tuple(placed if m is told else m for m in extraction.events))


def _title(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    tools.outcome.found[judgement.id, anchor.member] = title_words(extraction.article.title)
    title = Sourced(value=judgement.words)
    return replace(extraction, article=replace(extraction.article, title=title))


def _no_commitment(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    kept = tuple(row for row in extraction.commitments if row.id != anchor.member)
    return replace(extraction, commitments=kept)


def _no_article(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> None:
    return None


def _no_statement(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    gone = anchor.member
    return replace(
        extraction,
        statements=tuple(row for row in extraction.statements if row.id != gone),
        commitments=tuple(replace(c, statement=None) if c.statement == gone else c for c in extraction.commitments),
        indicators=tuple(replace(i, statement=None) if i.statement == gone else i for i in extraction.indicators),
    )


def _no_mention(extraction: Extraction, judgement: Judgement, anchor: Anchor, tools: Tools) -> Extraction:
    gone = anchor.member
    events = [
        replace(
            mention,
            antecedent=None if mention.antecedent == gone else mention.antecedent,
            part_of=tuple(whole for whole in mention.part_of if whole != gone),
        )
        for mention in extraction.events
        if mention.id != gone
    ]
    return replace(
        extraction,
        events=tuple(events),
        statements=tuple(replace(s, event=None) if s.event == gone else s for s in extraction.statements),
        commitments=tuple(replace(c, event=None) if c.event == gone else c for c in extraction.commitments),
    )


ACTS: dict[tuple[str, str], Act] = {
    ("speaker", "statement"): _speaker,
    ("date", "article"): _published,
    ("date", "mention"): _mention_time,
    ("place", "mention"): _mention_place,
    ("title", "article"): _title,
    ("not_commitment", "commitment"): _no_commitment,
    ("hide", "article"): _no_article,
    ("hide", "statement"): _no_statement,
    ("hide", "mention"): _no_mention,
}
