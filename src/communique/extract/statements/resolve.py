"""From the words that say who speaks to the actors of the article: one form of speaker a function."""

from communique.annotate.tree import Tree
from communique.extract.statements.authors import authors
from communique.extract.statements.cast import Cast, Seen, Talk
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.speakers import phrase
from communique.records.actors import How
from communique.records.mentions import LocalSpeaker
from communique.records.statements import SpeakerHow

SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
COLLECTIVE = frozenset({
    "presidents", "leaders", "sides", "parties", "ministers", "countries", "nations", "counterparts", "governments",
    "chiefs", "states", "heads", "delegations", "men", "two", "pair", "officials", "diplomats",
})  # fmt: skip
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "speaker", "spokespeople"})


def speakers(page: Page, draft: Draft, cast: Cast, talk: Talk) -> tuple[LocalSpeaker, ...]:
    """The speakers of a draft; `talk` moves on to them. Empty where the text names none."""
    if draft.source.head is None:
        return ()
    split = _listed if draft.form == "headline" else _apart
    found = [s for source in split(page.tree, draft.source) for s in _resolved(page, draft, source, cast, talk)]
    if draft.form == "carried":
        found = [_with(s, s.actor, "carried", s.candidates) for s in found]
    if any(speaker.actor for speaker in found) and draft.form != "according":
        talk.move(tuple(found), page.tree, draft.verb, cast)
    return tuple(found)


def relayed(page: Page, draft: Draft, cast: Cast, talk: Talk) -> tuple[str, ...]:
    """The actors that pass the words on."""
    found = [s.actor for r in draft.relays for s in _resolved(page, draft, r, cast, talk) if s.actor is not None]
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


def _resolved(page: Page, draft: Draft, source: Source, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    tree = page.tree
    head = source.tokens[0] if source.head is None else source.head
    word = tree.tokens[head].text.lower()
    span = tree.span(source.tokens[0], source.tokens[-1])
    blank = LocalSpeaker(text=span.exact, span=span, how=_how(tree, draft, head))
    if word in RELATIVE and tree.tokens[head].pos != "NOUN":
        return _relative(tree, head, blank, cast, talk)
    if word in SINGULAR:
        return _pronoun(page, head, blank, cast, talk)
    seen = cast.at(tree.tokens[head].start)
    if seen is not None:
        return _named(blank, seen, cast)
    if word in PLURAL or word in COLLECTIVE:
        return _plural(tree, head, blank, talk)
    if page.verbs.is_document(word) or word in SPOKESPEOPLE:
        return _of_paper(page, head, blank, cast, talk)
    return [_of_title(blank, cast, word)]


def _how(tree: Tree, draft: Draft, head: int) -> SpeakerHow:
    token = tree.tokens[head]
    if draft.form == "according":
        return "source"
    if token.text.lower() in RELATIVE and token.pos == "PRON":
        return "relative"
    if token.pos == "PRON":
        return "pronoun"
    return "named" if token.pos == "PROPN" else "role"


def _with(blank: LocalSpeaker, actor: str | None, how: SpeakerHow, candidates: tuple[str, ...] = ()) -> LocalSpeaker:
    return LocalSpeaker(actor=actor, text=blank.text, span=blank.span, how=how, candidates=candidates)


def _named(blank: LocalSpeaker, seen: Seen, cast: Cast) -> list[LocalSpeaker]:
    """A mention that the article's actors account for; a group speaks through its members, where they are known."""
    hows: dict[How, SpeakerHow] = {"name": "named", "nominal": "role", "pronoun": "pronoun"}
    how: SpeakerHow = "source" if blank.how == "source" else hows[seen.how]
    members = cast.members(seen.actor)
    if len(members) > 1:
        return [_with(blank, member, "collective") for member in members]
    return [_with(blank, seen.actor, "collective" if cast.kind(seen.actor) == "group" else how)]


def _relative(tree: Tree, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "who": the noun that the clause describes; at the head of a sentence, whoever spoke before."""
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep == "relcl":
        seen = cast.at(tree.tokens[noun].start)
        return [_with(blank, seen.actor if seen else None, "relative")]
    if head == tree.sentence_of(head).first:
        return [_with(blank, s.actor, "relative", s.candidates) for s in talk.last] or [blank]
    return [blank]


def _pronoun(page: Page, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "he": the person who spoke in this sentence or the last one; else the one the article's actors have; else
    whoever spoke alone last, nearby."""
    tree = page.tree
    word = tree.tokens[head].text.lower()
    spoke = talk.last[0] if len(talk.last) == 1 else None
    if spoke is not None and talk.sentences_ago(tree, head) <= 1 and _fits(cast, spoke, word):
        return [_with(blank, spoke.actor, "pronoun", spoke.candidates)]
    seen = cast.at(tree.tokens[head].start)
    if seen is not None:
        return [_with(blank, seen.actor, "pronoun")]
    alone = talk.alone_before(tree, head)
    if alone is not None and _fits(cast, alone, word):
        return [_with(blank, alone.actor, "pronoun", alone.candidates)]
    return [_with(blank, None, "pronoun", cast.persons_before(tree.tokens[head].start))]


def _fits(cast: Cast, speaker: LocalSpeaker, pronoun: str) -> bool:
    return speaker.actor is not None and cast.may_be(speaker.actor, pronoun)


def _plural(tree: Tree, head: int, blank: LocalSpeaker, talk: Talk) -> list[LocalSpeaker]:
    """ "they", "the leaders": those who spoke together last, in this paragraph or the one before."""
    if len(talk.last) > 1 and talk.sentences_ago(tree, head) <= 3:
        return [_with(blank, s.actor, "collective") for s in talk.last]
    return [_with(blank, None, "collective")]


def _of_paper(page: Page, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "the ministry's website", "a spokesman for the ministry", "a report by the agency", and later "the report":
    whoever it is of, from or by, persons before bodies; nobody else named in the phrase. A spokesman speaks for
    bodies only: what a person's spokesman says that person has not said."""
    word = page.tree.tokens[head].text.lower()
    how: SpeakerHow = "role" if word in SPOKESPEOPLE else "source"
    named = authors(page.tree, head, cast, for_whom=how == "role")
    persons = tuple(actor for actor in named if cast.kind(actor) == "person")
    bodies = tuple(actor for actor in named if actor not in persons)
    found = (bodies if how == "role" else persons or bodies) or talk.papers.get(word, ())
    if found:
        talk.papers[word] = found
    return [_with(blank, actor, how) for actor in found] or [_with(blank, None, how)]


def _of_title(blank: LocalSpeaker, cast: Cast, word: str) -> LocalSpeaker:
    """ "the president" that nobody claimed: the only one who holds such an office here, or the candidates."""
    holders = cast.holders(word)
    if len(holders) == 1:
        return _with(blank, holders[0], "role")
    return _with(blank, None, blank.how, holders)
