"""Commitments (pledges, proposals, plans, agreements, refusals, threats to act) and the instruments they speak of."""

from collections.abc import Iterator, Sequence

from communique.annotate.tree import Tree
from communique.extract.commitments.agreements import instruments
from communique.extract.commitments.clause import action_tokens, condition_of, deadline_of, horizon_of, statement_of
from communique.extract.commitments.cues import cued
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.modals import modals
from communique.extract.commitments.parties import counterparties_of, parties_of
from communique.extract.commitments.scene import Scene
from communique.extract.commitments.standing import is_withdrawn
from communique.knowledge import Knowledge
from communique.knowledge.commitments import load_commitment_words
from communique.records.ids import content_id
from communique.records.mentions import AgreementMention, CommitmentMention, EventMention, Extraction, StatementMention
from communique.records.spans import Span

_FEW_WORDS = 2
_REPEATED = 0.5
_BINDING = frozenset({"pledge", "agreed", "threat", "refusal"})


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[CommitmentMention | AgreementMention]:
    """The agreement mentions of the article, then its commitments, each in text order."""
    scene = Scene(tree, so_far, load_commitment_words())
    agreements = list(instruments(scene, knowledge.agreements))
    yield from agreements
    yield from _without_repeated_titles(scene, _commitments(scene, agreements, knowledge))


def _commitments(scene: Scene, agreements: Sequence[AgreementMention], knowledge: Knowledge) -> list[CommitmentMention]:
    drafts = sorted([*cued(scene), *modals(scene)], key=lambda d: (d.cue, d.action))
    placed = [(draft, action_tokens(scene, draft)) for draft in drafts]
    kept = [pair for pair in placed if not any(_covers(other, pair) or _is_for(scene, other, pair) for other in placed)]
    found = [
        _mention(scene, draft, tokens, agreements, knowledge)
        for draft, tokens in kept
        if _says_something(scene, draft, tokens) and not is_withdrawn(scene, draft)
    ]
    # What nobody proposes ("the letters offer a look at the talks") binds nobody.
    return [c for c in found if c.parties or c.kind != "proposal"]


def _says_something(scene: Scene, draft: Draft, tokens: list[int]) -> bool:
    """Whether the action is more than a verb ("will do"), or one verb of a known party that says enough, or one that
    somebody vows, agrees, threatens or refuses to do."""
    said = [i for i in tokens if scene.tree.tokens[i].dep not in ("aux", "auxpass", "neg", "punct", "mark", "cc")]
    lemma = scene.tree.tokens[draft.action].lemma
    enough = bool(draft.subject) and lemma in scene.words.telling
    vowed = not draft.whole and draft.kind in _BINDING and lemma not in scene.words.states and lemma != "do"
    return len(said) >= _FEW_WORDS or enough or vowed


def _covers(outer: tuple[Draft, list[int]], inner: tuple[Draft, list[int]]) -> bool:
    """Whether a commitment is only a part of another: the cue or the action stands in that one's action."""
    if outer[0] == inner[0]:
        return False
    first, last = outer[1][0], outer[1][-1]
    within = first <= inner[0].cue <= last and first <= inner[1][-1] <= last
    same = inner[0].action == outer[0].action
    return (within and not (same and inner[0].cue < outer[0].cue)) or (same and outer[0].cue < inner[0].cue)


def _is_for(scene: Scene, outer: tuple[Draft, list[int]], inner: tuple[Draft, list[int]]) -> bool:
    """Whether a noun in the action of a promise only says what that is for: "will join EFFORTS to close the port"."""
    noun = scene.tree.tokens[inner[0].cue].pos == "NOUN"
    return noun and outer[0].cue < inner[0].cue and inner[0].cue in outer[1]


def _mention(
    scene: Scene, draft: Draft, tokens: list[int], agreements: Sequence[AgreementMention], knowledge: Knowledge
) -> CommitmentMention:
    action = scene.span_of(tokens)
    statement = statement_of(scene, action)
    words = scene.span_of([*tokens, draft.cue])
    parties = parties_of(scene, draft, statement) or _those_who_meet(scene, draft, words, statement)
    instrument = next((a for a in agreements if words.contains(a.span) or a.span.contains(action)), None)
    horizon = horizon_of(scene, draft.action, action.start, action.end)
    return CommitmentMention(
        id=content_id("commitment", scene.tree.article.id, action.start, action.end, draft.kind),
        article=scene.tree.article.id,
        kind=draft.kind,
        strength=draft.strength,
        condition=condition_of(scene, draft),
        parties=parties,
        counterparties=counterparties_of(scene, draft, tokens, parties, statement),
        action=action,
        words=words,
        instrument=instrument.id if instrument else None,
        deadline=deadline_of(scene, action),
        horizon=horizon or (instrument.horizon if instrument else None),
        topics=knowledge.topics.of(action.exact),
        statement=statement.id if statement else None,
        event=_event(scene, words, statement),
    )


def _those_who_meet(scene: Scene, draft: Draft, words: Span, statement: StatementMention | None) -> tuple[str, ...]:
    """Of what "was agreed" in nobody's words: who took part in the event that the same words report."""
    if draft.subject or statement or draft.kind != "agreed":
        return ()
    event = next((e for e in scene.so_far.events if e.span.overlaps(words)), None)
    return tuple(dict.fromkeys(p.actor for p in event.participants if p.actor)) if event else ()


def _event(scene: Scene, words: Span, statement: StatementMention | None) -> str | None:
    """The occasion: the statement's, or else the event whose words hold or stand in the commitment's."""
    if statement and statement.event:
        return statement.event
    near: list[EventMention] = [e for e in scene.so_far.events if e.span.overlaps(words)]
    return near[0].id if near else None


def _without_repeated_titles(scene: Scene, found: list[CommitmentMention]) -> list[CommitmentMention]:
    """Headlines say again what the body says: theirs stay only where the body has nothing like them."""
    titles = {p.start for p in scene.tree.article.paragraphs if p.role == "title"}
    ends = {p.start: p.end for p in scene.tree.article.paragraphs if p.start in titles}
    headed = [
        c for c in found if any(s is not None and e is not None and s <= c.action.start < e for s, e in ends.items())
    ]
    body = [c for c in found if c not in headed]
    return [c for c in found if c not in headed or not any(_alike(scene, c, other) for other in body)]


def _alike(scene: Scene, left: CommitmentMention, right: CommitmentMention) -> bool:
    mine, theirs = _content(scene, left.action), _content(scene, right.action)
    return bool(mine) and len(mine & theirs) / len(mine) >= _REPEATED


def _content(scene: Scene, span: Span) -> frozenset[str]:
    tree = scene.tree
    inside = tree.within(span.start, span.end)
    return frozenset(tree.tokens[i].lemma for i in inside if tree.tokens[i].pos in ("VERB", "NOUN", "PROPN", "ADJ"))
