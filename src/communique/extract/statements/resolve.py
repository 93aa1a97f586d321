"""From the words that say who speaks to the actors of the article: one form of speaker a function."""

from communique.annotate.tree import Tree
from communique.extract.statements import pronouns
from communique.extract.statements.cast import Cast, Seen
from communique.extract.statements.described import lemma
from communique.extract.statements.model import Draft, Source
from communique.extract.statements.nouns import described, heading, spoken_in
from communique.extract.statements.scene import Scene, known
from communique.extract.statements.speakers import phrase
from communique.records.actors import How
from communique.records.mentions import LocalSpeaker
from communique.records.statements import SpeakerHow

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
COLLECTIVE = frozenset({
    "presidents", "leaders", "sides", "parties", "ministers", "countries", "nations", "counterparts", "governments",
    "chiefs", "states", "heads", "delegations", "men", "two", "pair", "officials", "diplomats",
})  # fmt: skip
# Nouns that may stand beside an outlet's name.
OUTLETS = frozenset({
    "newspaper", "paper", "agency", "newswire", "service", "broadcaster", "network", "daily", "weekly", "magazine",
    "website", "channel", "station", "site", "outlet", "tabloid",
})  # fmt: skip
# Words for a part of those behind "of".
THEIRS = frozenset({
    "all", "most", "some", "many", "several", "both", "each", "one", "none", "few", "those", "others", "%",
})  # fmt: skip
# Standing alone, some of those the text is about.
PARTS = frozenset({"some", "others", "many", "most", "several", "few"})


def speakers(scene: Scene, draft: Draft) -> tuple[LocalSpeaker, ...]:
    """The speakers of a draft; the scene's talk moves on to them. Empty where the text names none."""
    if draft.source.head is None:
        return ()
    split = _listed if draft.form == "headline" else _apart
    found = [s for source in split(scene.tree, draft.source) for s in _resolved(scene, draft, source)]
    if draft.form == "carried":
        found = [known(s, s.actor, "carried", s.candidates) for s in found]
    if any(speaker.actor for speaker in found) and draft.form != "according":
        scene.talk.move(tuple(found), scene.tree, draft.verb, scene.cast)
        told = tuple(speaker.actor for speaker in found if speaker.actor)
        scene.talk.papers.update(dict.fromkeys(spoken_in(scene, draft.verb), told))
    return tuple(found)


def relayed(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The actors that pass the words on."""
    found = [s.actor for r in draft.relays for s in _resolved(scene, draft, r) if s.actor is not None]
    return tuple(dict.fromkeys(found))


def _listed(tree: Tree, source: Source) -> list[Source]:
    """The names of a headline, at its commas and "and"."""
    runs: list[list[int]] = [[]]
    for token in source.tokens:
        if tree.tokens[token].text.lower() in (",", "and", "&"):
            runs.append([])
        else:
            runs[-1].append(token)
    return [Source(run[-1], tuple(run)) for run in runs if run]


def _apart(tree: Tree, source: Source) -> list[Source]:
    """Joint speakers one by one: "the minister and his deputy"."""
    if source.head is None:
        return []
    heads, at = [source.head], source.head
    while (following := tree.child(at, "conj")) is not None and following in source.tokens:
        heads.append(following)
        at = following
    if len(heads) == 1:
        return [source]
    found = []
    for head in heads:
        joint = {t for c in tree.children(head, "conj", "cc") for t in tree.subtree(c)}
        own = [t for t in phrase(tree, head).tokens if t not in joint and t in source.tokens]
        while len(own) > 1 and tree.tokens[own[-1]].pos == "PUNCT":
            own.pop()
        found.append(Source(head, tuple(own) or (head,)))
    return found


def _resolved(scene: Scene, draft: Draft, source: Source) -> list[LocalSpeaker]:
    tree = scene.tree
    head = source.tokens[0] if source.head is None else source.head
    span = tree.span(source.tokens[0], source.tokens[-1])
    blank = LocalSpeaker(text=span.exact, span=span, how=_how(tree, draft, head))
    if scene.word(head) in RELATIVE and tree.tokens[head].pos != "NOUN":
        return _relative(scene, draft, head, blank)
    return _of_pronoun(scene, head, blank) or _of_noun(scene, draft, source, blank)


def _of_pronoun(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """Of "they" only those who just spoke: whom the article's actors have for it comes first otherwise."""
    word = scene.word(head)
    if word in pronouns.SINGULAR:
        return pronouns.singular(scene, head, blank)
    if word == "it":
        return pronouns.neuter(scene, head, blank)
    return pronouns.crowd_that_spoke(scene, head, blank) if word in pronouns.PLURAL else []


def _of_noun(scene: Scene, draft: Draft, source: Source, blank: LocalSpeaker) -> list[LocalSpeaker]:
    tree, cast = scene.tree, scene.cast
    head = source.tokens[0] if source.head is None else source.head
    word = scene.word(head)
    seen = cast.at(scene.start(head)) or _apposed(tree, source, head, cast)
    if seen is not None:
        led = None if cast.has_name(seen.actor) else heading(scene, source, head, blank)
        return [led] if led else _named(blank, seen, cast)
    if word in pronouns.PLURAL:
        return pronouns.plural(scene, head, blank)
    if word in THEIRS and (inner := _of_whom(tree, head)) is not None:
        return _resolved(scene, draft, phrase(tree, inner))
    if word in PARTS and len(source.tokens) == 1 and (found := pronouns.some(scene, head, blank)):
        return found
    if word in COLLECTIVE and (found := pronouns.joint(scene, head, blank)):
        return found
    return described(scene, source, blank)


def _apposed(tree: Tree, source: Source, head: int, cast: Cast) -> Seen | None:
    """ "one of the family's lawyers, Ana Ruiz": the person whose name stands beside the description; "Ana Ruiz, head
    of the museum", where the parser took the description for the head; "the Narvik Herald newspaper": the outlet."""
    names = (cast.at(tree.tokens[c].start) for c in tree.children(head, "appos") if c in source.tokens)
    person = next((seen for seen in names if seen is not None and cast.kind(seen.actor) == "person"), None)
    return person or _set_off(tree, source, head, cast) or _outlet(tree, source, head, cast)


def _set_off(tree: Tree, source: Source, head: int, cast: Cast) -> Seen | None:
    """The person whose name opens the phrase, with a comma behind it."""
    first = source.tokens[0] if source.tokens else head
    seen = cast.at(tree.tokens[first].start)
    if seen is None or seen.how != "name" or cast.kind(seen.actor) != "person" or head <= first:
        return None
    after = tree.at(seen.end)
    return seen if after is not None and after < head and tree.tokens[after].text == "," else None


def _outlet(tree: Tree, source: Source, head: int, cast: Cast) -> Seen | None:
    if tree.tokens[head].text.lower() not in OUTLETS:
        return None
    beside = (c for c in tree.children(head, "compound", "appos", "nmod") if c in source.tokens)
    names = (cast.at(tree.tokens[c].start) for c in beside)
    return next((s for s in names if s is not None and s.how == "name" and cast.kind(s.actor) == "media"), None)


def _of_whom(tree: Tree, head: int) -> int | None:
    """ "all OF THEM", "some of the customers": those of whom it is said."""
    of = next((p for p in tree.children(head, "prep") if tree.tokens[p].text.lower() == "of"), None)
    return None if of is None else tree.child(of, "pobj")


def _how(tree: Tree, draft: Draft, head: int) -> SpeakerHow:
    token = tree.tokens[head]
    if draft.form == "according":
        return "source"
    if token.text.lower() in RELATIVE and token.pos == "PRON":
        return "relative"
    if token.pos == "PRON":
        return "pronoun"
    return "named" if token.pos == "PROPN" else "role"


def _named(blank: LocalSpeaker, seen: Seen, cast: Cast) -> list[LocalSpeaker]:
    """A mention that the article's actors account for; a group speaks through its members, where they are known."""
    hows: dict[How, SpeakerHow] = {"name": "named", "nominal": "role", "pronoun": "pronoun"}
    how: SpeakerHow = "source" if blank.how == "source" else hows[seen.how]
    members = cast.members(seen.actor)
    if len(members) > 1:
        return [known(blank, member, "collective") for member in members]
    return [known(blank, seen.actor, "collective" if cast.kind(seen.actor) == "group" else how)]


def _relative(scene: Scene, draft: Draft, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "who": the noun that the clause describes; at the head of a sentence, whoever spoke before."""
    tree = scene.tree
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep == "relcl":
        if tree.tokens[noun].pos == "PRON" or not _speaks(scene, noun):
            return [blank]
        found = _resolved(scene, draft, phrase(tree, noun))
        return [known(blank, s.actor, "relative", s.candidates) for s in found]
    if head == tree.sentence_of(head).first:
        return [known(blank, s.actor, "relative", s.candidates) for s in scene.talk.last] or [blank]
    return [blank]


def _speaks(scene: Scene, noun: int) -> bool:
    return scene.cast.at(scene.start(noun)) is not None or scene.cast.people.speaks(lemma(scene.tree, noun))
