"""Who a noun is that no name goes with: a paper's authors, a body or person named before, the holder of an office,
or else somebody whom the article only describes."""

from bisect import bisect_right

from communique.annotate.tree import Tree
from communique.extract.statements.authors import author_noun, authors
from communique.extract.statements.cast import Cast
from communique.extract.statements.described import lemma
from communique.extract.statements.epithets import HEADS, VARYING
from communique.extract.statements.model import Source
from communique.extract.statements.scene import Scene, known
from communique.extract.statements.speakers import phrase
from communique.records.actors import ActorKind
from communique.records.mentions import LocalSpeaker
from communique.records.statements import SpeakerHow
from communique.text.names import fold

# Nouns that take up a body named before, whichever it is.
ANY_BODY = frozenset({
    "company", "firm", "agency", "group", "organization", "organisation", "bank", "newspaper", "paper", "network",
    "broadcaster", "airline", "carmaker", "automaker", "chain", "retailer", "manufacturer", "maker", "regulator",
    "watchdog", "union", "charity", "institute", "university", "club", "team", "outlet", "magazine", "website",
    "channel", "body", "association", "party", "brand", "giant", "bureau", "publication", "service", "force",
})  # fmt: skip
# Words in a body's name that make it one of these.
PAPERS = ("times", "post", "journal", "guardian", "telegraph", "herald", "tribune", "daily")
FIRMS = ("inc", "corp", "corporation", "ltd", "llc", "plc", "co", "group", "industries", "motors", "airlines")
KINDS_OF = {
    "agency": ("department", "administration", "bureau", "commission", "authority", "service", "office", "board"),
    "company": FIRMS, "firm": FIRMS, "newspaper": PAPERS, "paper": PAPERS, "network": ("news", "tv", "television"),
    "lender": ("bank",),
}  # fmt: skip
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "speaker", "spokespeople"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
FORMER = frozenset({"former", "ex", "late", "then", "previous", "deputy", "acting"})
THE = frozenset({"the", "this", "that"})
# Of a document these speak as it does.
PORTIONS = frozenset({
    "copy", "version", "draft", "content", "excerpt", "extract", "passage", "page", "text", "portion", "part",
    "section", "chapter", "line", "summary", "abstract", "set", "series", "trove", "batch",
})  # fmt: skip
# Papers that are the words of whoever says something in them, and how such are told of.
OWN_PAPERS = frozenset({
    "statement", "announcement", "letter", "memo", "memorandum", "email", "e-mail", "tweet", "post", "message", "note",
    "declaration", "release", "speech", "address", "book", "memoir", "manifesto", "essay", "op-ed", "affidavit",
    "filing", "testimony", "communique", "communiqué", "video", "apology", "cable",
})  # fmt: skip
WAYS = frozenset({"in", "on", "via", "through", "by", "with"})
# Tokens back to where a paper is brought up.
MAX_PAPER_BACK = 600
# Words for some of those who speak, whoever they are.
SOME = frozenset({
    "many", "most", "some", "few", "several", "none", "all", "both", "lot", "score", "plenty", "bulk",
    "average",
})  # fmt: skip


def described(scene: Scene, source: Source, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """The speakers whom the phrase of `source` means."""
    head = source.tokens[0] if source.head is None else source.head
    whole = _portioned(scene, head)
    if whole is not None:
        return described(scene, phrase(scene.tree, whole), blank)
    if scene.page.verbs.is_document(scene.word(head)) or scene.word(head) in SPOKESPEOPLE:
        found = of_paper(scene, head, blank)
        if any(speaker.actor for speaker in found):
            return found
    for find in (_taken_up, heading, _called, _varied, _of_title):
        again = find(scene, source, head, blank)
        if again is not None:
            return [again]
    if not _may_be_described(scene, head):
        return [known(blank, None, blank.how)]
    kind = _kind(scene, head)
    how: SpeakerHow = "source" if kind == "media" else blank.how
    return [known(blank, scene.cast.describe(source, kind), how)]


def _kind(scene: Scene, head: int) -> ActorKind:
    return "media" if scene.page.verbs.is_document(scene.word(head)) else "group"


def _portioned(scene: Scene, head: int) -> int | None:
    """ "copies OF THE LETTERS": the document of which they are, whose words they give."""
    tree = scene.tree
    if lemma(tree, head) not in PORTIONS:
        return None
    of = next((p for p in tree.children(head, "prep") if tree.tokens[p].text.lower() == "of"), None)
    whole = None if of is None else tree.child(of, "pobj")
    return whole if whole is not None and scene.page.verbs.is_document(scene.word(whole)) else None


def _may_be_described(scene: Scene, head: int) -> bool:
    """Whether the phrase means somebody: a being, a body, a document, some of them, or who bears a name. Not what the
    parser took for the name of a place: no place speaks as a place; nor any other thing."""
    tree = scene.tree
    at = bisect_right(tree.entities, head, key=lambda entity: entity.first) - 1
    placed = at >= 0 and head < tree.entities[at].last and tree.entities[at].label in PLACES
    token, noun = tree.tokens[head], lemma(tree, head)
    if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB") or placed or not token.text[1:].isalpha():
        return False
    if scene.page.verbs.is_document(scene.word(head)) or noun in SOME or token.pos == "PROPN":
        return True
    return _bears_name(tree, head) or any(scene.cast.people.speaks(word) for word in (noun, scene.word(head)))


def _bears_name(tree: Tree, head: int) -> bool:
    """Whether a capital inside a sentence names the people ("the Basques"), whatever it was taken for."""
    return tree.tokens[head].text[:1].isupper() and tree.sentence_of(head).first != head


def _taken_up(scene: Scene, _: Source, head: int, blank: LocalSpeaker) -> LocalSpeaker | None:
    """ "the department", "the company": the body named before that bears the noun, or, for a noun that fits any, the
    one that spoke last or the only one near. Several leave it open."""
    tree, cast, word = scene.tree, scene.cast, scene.word(head)
    own = [scene.word(c) for c in tree.children(head) if c < head]
    behind = [c for c in tree.children(head, "prep", "relcl", "acl") if c > head]
    if behind or len(own) != 1 or own[0] not in THE or not cast.people.speaks(word):
        return None
    near = cast.bodies_before(scene.start(head))
    bearing = [actor for actor in near if cast.has_word(actor, (word,))]
    bearing = bearing or [actor for actor in near if cast.has_word(actor, KINDS_OF.get(word, ()))]
    if bearing:
        return known(blank, bearing[0], "role")
    if word not in ANY_BODY or not near:
        return None
    spoke = scene.talk.body_before(tree, head) or (near[0] if len(near) == 1 else None)
    return known(blank, spoke, "role", () if spoke else tuple(sorted(near)))


def heading(scene: Scene, source: Source, head: int, blank: LocalSpeaker) -> LocalSpeaker | None:
    """ "the NATO chief": the person whose name the article puts behind the body's."""
    if scene.word(head) not in HEADS or not _is_one(scene, source, head):
        return None
    before = [scene.tree.tokens[t] for t in source.tokens if t < head]
    if any(token.text.lower() in FORMER for token in before):
        return None
    found = scene.cast.heading(
        fold(token.text) for token in before if token.text[:1].isupper() and token.pos == "PROPN"
    )
    return known(blank, found[0], "role") if len(found) == 1 else None


def _called(scene: Scene, source: Source, head: int, blank: LocalSpeaker) -> LocalSpeaker | None:
    """ "the plumber": the person whom the article calls a plumber; of several, nobody knows which."""
    found = scene.cast.called(fold(scene.tree.tokens[head].text)) if _is_one(scene, source, head) else ()
    if not found:
        return None
    alone = found[0] if len(found) == 1 else None
    return known(blank, alone, "role", () if alone else tuple(sorted(found)))


def _varied(scene: Scene, source: Source, head: int, blank: LocalSpeaker) -> LocalSpeaker | None:
    """ "the 42-year-old", "the businessman" right behind somebody's words, where nobody else is named: that one."""
    tree, cast, noun = scene.tree, scene.cast, fold(scene.tree.tokens[head].text)
    before = [tree.tokens[t].text.lower() for t in source.tokens if t < head]
    aged = any(word in ("old", "year") or "year-old" in word for word in before)
    spoke = scene.talk.alone_before(tree, head)
    if spoke is None or spoke.actor is None or not (aged or noun in VARYING) or not _is_one(scene, source, head):
        return None
    sentence = tree.sentences[max(0, tree.sentence_number(head) - 1)]
    near = cast.persons_between(tree.tokens[sentence.first].start, scene.start(head))
    # Who is named inside the words that were said is spoken of, and speaks not.
    others = {seen.actor for seen in near if not scene.page.is_quoted(tree.at(seen.start) or 0)} - {spoke.actor}
    if others or scene.talk.sentences_back(tree, head) > 1 or not _of_gender(cast, spoke.actor, noun):
        return None
    return known(blank, spoke.actor, "role")


def _of_gender(cast: Cast, actor: str, noun: str) -> bool:
    gender = cast.people.gender_of_noun(noun)
    return gender is None or cast.may_be(actor, "she" if gender == "f" else "he")


def _is_one(scene: Scene, source: Source, head: int) -> bool:
    """Whether the phrase means one that is known: "the …" in the singular."""
    first = scene.word(source.tokens[0]) if source.tokens else ""
    return first in THE and scene.tree.tokens[head].tag not in ("NNS", "NNPS")


def _of_title(scene: Scene, _: Source, head: int, blank: LocalSpeaker) -> LocalSpeaker | None:
    """ "the president" that nobody claimed: the only one who holds such an office here, or the candidates."""
    holders = scene.cast.holders(scene.word(head))
    if not holders:
        return None
    alone = holders[0] if len(holders) == 1 else None
    return known(blank, alone, "role" if alone else blank.how, () if alone else holders)


def of_paper(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "the ministry's website", "a spokesman for the ministry", "a report by the agency", and later "the report":
    whoever it is of, from or by, persons before bodies; nobody else named in the phrase. A spokesman speaks for
    bodies only: what a person's spokesman says that person has not said."""
    word, cast = scene.word(head), scene.cast
    how: SpeakerHow = "role" if word in SPOKESPEOPLE else "source"
    named = authors(scene.tree, head, cast, for_whom=how == "role") or _owner(scene, head, blank)
    persons = tuple(actor for actor in named if cast.kind(actor) == "person")
    bodies = tuple(actor for actor in named if actor not in persons)
    found = bodies if how == "role" else persons or bodies
    if not found and how == "source" and (author := author_noun(scene.tree, head, cast.people)) is not None:
        found = (cast.describe(phrase(scene.tree, author), "group"),)
    found = found or scene.talk.papers.get(word) or (_earlier(scene, head) if how == "source" else ())
    if found:
        scene.talk.papers[word] = found
    return [known(blank, actor, how) for actor in found] or [known(blank, None, how)]


def spoken_in(scene: Scene, verb: int) -> list[str]:
    """The papers in which somebody says something at `verb`: "in a STATEMENT, she said"; "wrote in a LETTER to him"."""
    tree = scene.tree
    ways = (p for p in tree.children(verb, "prep") if scene.word(p) in WAYS)
    nouns = (noun for p in ways for noun in tree.children(p, "pobj"))
    return [scene.word(noun) for noun in nouns if scene.word(noun) in OWN_PAPERS]


def _earlier(scene: Scene, head: int) -> tuple[str, ...]:
    """ "Berg's announcement … the announcement": whose the text says that the nearest paper of this word before is."""
    tree, word = scene.tree, scene.word(head)
    if word not in OWN_PAPERS or not _is_one(scene, phrase(tree, head), head):
        return ()
    before = (i for i in range(head - 1, max(-1, head - MAX_PAPER_BACK), -1) if scene.word(i) == word)
    return next((found for i in before if (found := authors(tree, i, scene.cast))), ())


def _owner(scene: Scene, head: int, blank: LocalSpeaker) -> tuple[str, ...]:
    """ "the department's website": the department named before."""
    owner = scene.tree.child(head, "poss")
    body = None if owner is None else _taken_up(scene, Source(), owner, blank)
    return (body.actor,) if body is not None and body.actor is not None else ()
