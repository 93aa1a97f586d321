"""Where an article speaks again of the event that it is about."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene, built
from communique.extract.acts.sentence import main_verb
from communique.records.mentions import EventMention, Extraction
from communique.text.stems import stem

# How often at most.
AGAIN = 12
# So many of the title's words tell its event again.
ENOUGH = 3
COMMON = frozenset(
    stem(w) for w in "have get make do show set hold stage work want see look give put run bring".split()
)
DEFINITE = frozenset({"the", "this", "that", "their", "his", "her", "its"})


def again(own: Scene, head: Head, known: list[EventMention]) -> Iterator[EventMention]:
    """The mentions in the body that use the event's own word, or what is left of the title's words with a noun of its,
    of somebody who took part. `known`: those that tell it first."""
    title = known[0]
    told = {stem(m.trigger.exact) for m in known if not _says_little(own, m)}
    people = {p.actor for p in title.participants}
    taken = {m.trigger.start for m in known}
    found = [
        i for i, token in enumerate(own.tree.tokens)
        if token.pos in {"VERB", "NOUN"} and token.start not in taken and stem(token.text) in told
        and head.is_body(own.tree, i) and (not people or _present(own, i, people))
    ]  # fmt: skip
    taken |= {own.tree.tokens[i].start for i in found}
    yield from _mentions(own, title, sorted({*found, *_retold(own, head, taken)}))


def _retold(own: Scene, head: Head, taken: set[int]) -> Iterator[int]:
    """The main verbs of sentences of the body that have enough of the title's words."""
    tree = own.tree
    words = head.words(tree, head.parts)
    for s in head.sentences:
        enough = ENOUGH if head.titled else ENOUGH + 1
        if len(words & head.words(tree, [s])) >= enough and not any(
            s.first <= (tree.at(start) or 0) < s.last for start in taken
        ):
            verb = main_verb(tree, s, titled=False)
            if verb is not None:
                yield verb


def met_again(own: Scene, head: Head, title: EventMention, so_far: Extraction) -> Iterator[EventMention]:
    """The mentions of the encounter that the title tells, where the body calls it by a noun of its kind, with somebody
    who took part, and no other event of a form stands there."""
    families, nouns = own.knowledge.event_forms.families, own.knowledge.event_forms.nouns
    family = families.get(title.form)
    triggers = [m.trigger for m in so_far.events]
    taken = {t.start for t in triggers} | {t.end for t in triggers}
    people = {p.actor for p in title.participants}
    found = [
        i for i, token in enumerate(own.tree.tokens)
        if token.pos == "NOUN" and token.start not in taken and token.end not in taken and head.is_body(own.tree, i)
        and families.get(nouns.get(token.lemma, "other")) == family and _is_definite(own, i) and _named(own, i, people)
    ]  # fmt: skip
    own_starts = {own.tree.tokens[i].start for i in found}
    told = sorted({*found, *_retold(own, head, {t.start for t in triggers} | own_starts)})
    for mention in _mentions(own, title, told):
        yield replace(mention, level=title.level)


def _mentions(own: Scene, title: EventMention, found: Iterable[int]) -> Iterator[EventMention]:
    for _, i in zip(range(AGAIN), found, strict=False):
        mention = built(own, i, title.participants, title.plover, title.status)
        yield replace(mention, form=title.form, antecedent=title.id, time=None, place=None)


def _is_definite(own: Scene, i: int) -> bool:
    return bool({own.tree.tokens[c].text.lower() for c in own.tree.children(i, "det", "poss")} & DEFINITE)


def _says_little(own: Scene, mention: EventMention) -> bool:
    """Whether the word is used of too many things to find the event again by it."""
    word = mention.trigger.exact.lower()
    return own.acts.operator("verbs", [word]) in {"report", "attempt"} or stem(word) in COMMON


def _present(own: Scene, i: int, people: set[str]) -> bool:
    """Whether the sentence names somebody who took part; "the crash" needs nobody."""
    tree = own.tree
    if tree.tokens[i].pos == "NOUN" and _is_definite(own, i):
        return True
    return _named(own, i, people)


def _named(own: Scene, i: int, people: set[str]) -> bool:
    tree = own.tree
    sentence = tree.sentence_of(i)
    hits = (own.cast.at(t) for t in range(sentence.first, sentence.last))
    return any(hit is not None and hit[0].id in people for hit in hits)
