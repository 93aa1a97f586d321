"""Instruments at a stage of their life: a draft handed over, a treaty signed, a zone under negotiation."""

from collections.abc import Iterator, Sequence

from communique.extract.commitments.clause import horizon_of
from communique.extract.commitments.grammar import has_to, is_past, lemmas, modal, negated, subject_of
from communique.extract.commitments.instruments import draft_of, is_head
from communique.extract.commitments.parties import bodies, speakers
from communique.extract.commitments.scene import Scene
from communique.extract.commitments.stage_times import when_of
from communique.knowledge.agreements import Agreements
from communique.records.commitments import Stage
from communique.records.ids import content_id
from communique.records.mentions import AgreementMention, LocalActor

_LEFT = ("compound", "amod", "nmod")
_NAMED_BY = frozenset({"for", "on", "of"})
_VAGUE = frozenset("several many some other various new certain important different such same further current".split())
_INSTEAD = (["rather", "than"], ["instead", "of"])
# What "ended with a treaty" or "was halted under a deal" is not the treaty.
_BESIDE = frozenset("with in by through under after before since despite for at".split())
_OVER: tuple[Stage, ...] = ("ended", "suspended")
_TO_COME: tuple[Stage, ...] = ("signed", "ratified", "in_force")


def instruments(scene: Scene, known: Agreements) -> Iterator[AgreementMention]:
    """The agreement mentions of an article, in text order; well-known ones under the name that all share."""
    taken: set[int] = set()
    for i in range(len(scene.tree.tokens)):
        inner = draft_of(scene, i)
        head = inner if inner is not None else i
        if head in taken or not (inner is not None or is_head(scene, i)):
            continue
        taken.add(head)
        stage, at = _reached(scene, i, inner)
        name = _known_name(scene, i, known) or _name(scene, head)
        if stage and name:
            yield _mention(scene, i, head, stage, name, when_of(scene, at, stage) if at is not None else None)


def _reached(scene: Scene, outer: int, inner: int | None) -> tuple[Stage | None, int | None]:
    """The stage, and the word that says so; of what is still to come, no word."""
    if _is_contrasted(scene, outer):
        return None, None
    if inner is not None:
        return "drafted", next((a for a in scene.tree.ancestors(outer) if scene.tree.tokens[a].pos == "VERB"), None)
    return _stage(scene, outer)


def _mention(scene: Scene, outer: int, head: int, stage: Stage, name: str, time: str | None) -> AgreementMention:
    tree = scene.tree
    below = tree.subtree(outer)
    span = scene.span_of(_named(scene, outer, below))
    sentence = tree.sentence_of(outer)
    end = tree.tokens[sentence.last - 1].end
    return AgreementMention(
        id=content_id("agreement", tree.article.id, span.start, span.end, stage),
        article=tree.article.id,
        name=name,
        parties=_parties(scene, outer, below),
        stage=stage,
        time=time,
        horizon=horizon_of(scene, outer, span.start, end),
        span=span,
    )


def _named(scene: Scene, outer: int, below: Sequence[int]) -> list[int]:
    """The noun phrase without the clauses that hang on it."""
    tree = scene.tree
    clauses = [c for i in below for c in tree.children(i, "relcl", "acl", "appos", "conj", "cc", "punct", "advcl")]
    kept = tree.subtree(outer, clauses)
    return kept or [outer]


def _known_name(scene: Scene, outer: int, known: Agreements) -> str | None:
    span = scene.span_of(_named(scene, outer, scene.tree.subtree(outer)))
    found = known.find(span.exact)
    return found[0][2].name if len(found) == 1 else None


def _is_contrasted(scene: Scene, head: int) -> bool:
    """ "Not a treaty", "rather than a treaty", "without an agreement": there is none."""
    tree = scene.tree
    first = tree.subtree(head, tree.children(head, "conj", "relcl", "acl", "appos", "prep"))[0]
    before = [tree.tokens[j].text.lower() for j in range(max(0, first - 2), first + 1)]
    return before[-1] in ("not", "no") or before[-2:-1] in (["not"], ["without"]) or before[:2] in _INSTEAD


def _stage(scene: Scene, head: int) -> tuple[Stage | None, int | None]:
    """How far the words say the instrument has come: by the verbs and nouns above it, nearest first; with the word that
    says so, unless it says what is to come."""
    tree, stages = scene.tree, scene.words.stages
    for at in tree.ancestors(head):
        token = tree.tokens[at]
        if token.pos not in ("VERB", "NOUN", "AUX"):
            continue
        stage = next((stages[x] for x in lemmas(tree, at) if x in stages), None)
        if stage is None or (token.pos == "VERB" and negated(tree, at)):
            if token.pos == "VERB" and not has_to(tree, at):
                return None, None
            continue
        if stage in _OVER and _stands_beside(scene, head):
            return None, None
        if stage in _TO_COME and token.pos == "VERB" and (has_to(tree, at) or modal(tree, at) or not is_past(tree, at)):
            return "negotiated", None
        return stage, at
    return None, None


def _stands_beside(scene: Scene, head: int) -> bool:
    token = scene.tree.tokens[head]
    return token.dep == "pobj" and scene.tree.tokens[token.head].text.lower() in _BESIDE


def _name(scene: Scene, head: int) -> str:
    """The name in its normal form: modifiers, head, and what it is for, on or of. Empty where nothing tells it from
    any other ("several agreements")."""
    tree = scene.tree
    left = [c for c in tree.children(head, *_LEFT) if tree.tokens[c].lemma not in _VAGUE and c < head]
    words = [
        tree.tokens[c].text.lower() if tree.tokens[c].pos != "PROPN" else tree.tokens[c].text
        for c in _with_left(scene, left)
    ]
    words.append(tree.tokens[head].lemma if tree.tokens[head].pos == "NOUN" else tree.tokens[head].text)
    tail = _tail(scene, head)
    return " ".join([*words, *tail]) if len(words) > 1 or tail else ""


def _with_left(scene: Scene, left: list[int]) -> list[int]:
    """The modifiers with what hangs on them, without figures ("20-year")."""
    tree = scene.tree
    plain = [c for c in left if not any(tree.tokens[i].pos == "NUM" for i in tree.subtree(c) if i < c or i == c)]
    return sorted(i for c in plain for i in tree.subtree(c) if tree.tokens[i].dep in (*_LEFT, "advmod"))


def _tail(scene: Scene, head: int) -> list[str]:
    tree = scene.tree
    for prep in tree.children(head, "prep"):
        thing = tree.child(prep, "pobj")
        word = tree.tokens[prep].text.lower()
        if word not in _NAMED_BY or thing is None or tree.tokens[thing].pos != "NOUN" or scene.is_agent(thing):
            continue
        if any(t.span.start <= tree.tokens[thing].start < t.span.end for t in scene.so_far.times):
            continue
        modifiers = [tree.tokens[c].text.lower() for c in tree.children(thing, *_LEFT) if c < thing]
        return [word, *modifiers, tree.tokens[thing].text.lower()]
    return []


def _parties(scene: Scene, head: int, below: Sequence[int]) -> tuple[str, ...]:
    """Those named in its phrase ("between", "with"), the subject of the verb above, and its receivers."""
    tree = scene.tree
    start, end = tree.tokens[below[0]].start, tree.tokens[below[-1]].end
    own = tree.tokens[head]
    found = dict.fromkeys(a.id for a in scene.mentioned(start, end) if not _names(a, own.start, own.end))
    verb = next((a for a in tree.ancestors(head) if tree.tokens[a].pos == "VERB"), None)
    statement = scene.statement_at(tree.tokens[head].start, tree.tokens[head].end)
    if verb is not None:
        for subject in subject_of(tree, verb):
            actors = scene.actors_of(subject)
            if not actors and statement and scene.is_first_person(subject):
                actors = speakers(scene, statement)
            found.update(dict.fromkeys(a.id for a in actors))
        for prep in tree.children(verb, "prep", "dative"):
            if tree.tokens[prep].text.lower() in ("to", "with", "between"):
                inner = tree.subtree(prep)
                found.update(
                    dict.fromkeys(
                        a.id for a in scene.mentioned(tree.tokens[inner[0]].start, tree.tokens[inner[-1]].end)
                    )
                )
    parties = bodies(scene, (id_ for id_ in found if _may_be_party(scene, scene.actors[id_])))
    return parties if len(parties) > 1 else bodies(scene, [*parties, *_between(scene, head)])


def _may_be_party(scene: Scene, actor: LocalActor) -> bool:
    return actor.kind not in ("media", "format") and not _is_instrument_name(scene, actor)


def _names(actor: LocalActor, start: int, end: int) -> bool:
    """Whether a mention of the actor is the instrument's own name."""
    return any(m.span.start < end and start < m.span.end for m in actor.mentions)


def _is_instrument_name(scene: Scene, actor: LocalActor) -> bool:
    """Whether an "actor" is but an instrument under a capitalised name ("the Joint Plan")."""
    return actor.kind != "person" and actor.name.rpartition(" ")[2].lower() in scene.words.instruments.heads


def _between(scene: Scene, head: int) -> list[str]:
    """Those "between" whom something is said to be in the sentence: its other party is often named there only."""
    tree = scene.tree
    sentence = tree.sentence_of(head)
    found: list[str] = []
    for i in range(sentence.first, sentence.last):
        if tree.tokens[i].text.lower() == "between":
            below = tree.subtree(i)
            found += [a.id for a in scene.mentioned(tree.tokens[below[0]].start, tree.tokens[below[-1]].end)]
    return found
