"""From the words that say who speaks to the actors of the article: one form of speaker a function."""

from bisect import bisect_right

from communique.annotate.tree import Tree
from communique.extract.statements.authors import authors
from communique.extract.statements.cast import Cast, Seen, Talk
from communique.extract.statements.described import lemma
from communique.extract.statements.epithets import VARYING
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.speakers import phrase
from communique.records.actors import ActorKind, How
from communique.records.mentions import LocalSpeaker
from communique.records.statements import SpeakerHow
from communique.text.names import fold

SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
COLLECTIVE = frozenset({
    "presidents", "leaders", "sides", "parties", "ministers", "countries", "nations", "counterparts", "governments",
    "chiefs", "states", "heads", "delegations", "men", "two", "pair", "officials", "diplomats",
})  # fmt: skip
# Nouns that take up a body named before, whichever it is.
ANY_BODY = frozenset({
    "company", "firm", "agency", "group", "organization", "organisation", "bank", "newspaper", "paper", "network",
    "broadcaster", "airline", "carmaker", "automaker", "chain", "retailer", "manufacturer", "maker", "regulator",
    "watchdog", "union", "charity", "institute", "university", "club", "team", "outlet", "magazine", "website",
    "channel", "body", "association", "party", "brand", "giant", "bureau", "publication", "service", "force",
})  # fmt: skip
# Words in a body's name that make it one of these.
KINDS_OF = {
    "agency": ("department", "administration", "bureau", "commission", "authority", "service", "office", "board"),
    "company": ("inc", "corp", "corporation", "ltd", "llc", "plc", "co", "group", "industries", "motors", "airlines"),
    "firm": ("inc", "corp", "corporation", "ltd", "llc", "plc", "co", "group", "partners", "capital"),
    "newspaper": ("times", "post", "journal", "guardian", "telegraph", "herald", "tribune", "daily"),
    "paper": ("times", "post", "journal", "guardian", "telegraph", "herald", "tribune", "daily"),
    "network": ("news", "tv", "television"),
    "lender": ("bank",),
}
MAX_CROWD = 60
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "prof", "rev"})
THEIRS = frozenset({"all", "most", "some", "many", "several", "both", "each", "one", "none", "few", "those", "others"})
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
        return _relative(page, draft, head, blank, cast, talk)
    if word in SINGULAR:
        return _pronoun(page, head, blank, cast, talk)
    if word == "it":
        return [_body(tree, head, blank, talk)]
    if word in PLURAL and (found := _spoke_together(tree, head, blank, cast, talk)):
        return found
    seen = cast.at(tree.tokens[head].start) or _part_of_name(tree, head, cast) or _apposed(tree, source, head, cast)
    if seen is not None:
        return _named(blank, seen, cast)
    if word in PLURAL:
        return _plural(tree, head, blank, cast, talk)
    if word in THEIRS and (inner := _of_whom(tree, head)) is not None:
        return _resolved(page, draft, phrase(tree, inner), cast, talk)
    if word in COLLECTIVE and (found := _joint(tree, head, blank, talk)):
        return found
    return _described(page, draft, source, blank, cast, talk)


def _part_of_name(tree: Tree, head: int, cast: Cast) -> Seen | None:
    """ "Mr Ruiz", where the parser took the courtesy for the head: the name beside it."""
    if tree.tokens[head].text.lower().rstrip(".") not in COURTESY or head + 1 >= len(tree.tokens):
        return None
    return cast.at(tree.tokens[head + 1].start)


def _apposed(tree: Tree, source: Source, head: int, cast: Cast) -> Seen | None:
    """ "one of the family's lawyers, Ana Ruiz": the person whose name stands beside the description."""
    names = (cast.at(tree.tokens[c].start) for c in tree.children(head, "appos") if c in source.tokens)
    return next((seen for seen in names if seen is not None and cast.kind(seen.actor) == "person"), None)


def _of_whom(tree: Tree, head: int) -> int | None:
    """ "all OF THEM", "some of the customers": those of whom it is said."""
    of = next((p for p in tree.children(head, "prep") if tree.tokens[p].text.lower() == "of"), None)
    return None if of is None else tree.child(of, "pobj")


def _described(
    page: Page, draft: Draft, source: Source, blank: LocalSpeaker, cast: Cast, talk: Talk
) -> list[LocalSpeaker]:
    """A noun that no name goes with: a paper's authors, a body named before, the holder of an office, or else
    somebody whom the article only describes."""
    tree = page.tree
    head = source.tokens[0] if source.head is None else source.head
    word, noun = tree.tokens[head].text.lower(), lemma(tree, head)
    paper = page.verbs.is_document(word)
    if paper or word in SPOKESPEOPLE:
        found = _of_paper(page, head, blank, cast, talk)
        if any(speaker.actor for speaker in found):
            return found
    body = _taken_up(tree, head, blank, cast, talk)
    if body is not None:
        return [body]
    varied = _varied(page, source, head, blank, cast, talk)
    if varied is not None:
        return [varied]
    title = _of_title(blank, cast, word)
    if title.actor or title.candidates:
        return [title]
    if tree.tokens[head].pos not in ("NOUN", "PROPN", "ADJ", "VERB") or _is_place(tree, head) or not word[1:].isalpha():
        return [title]
    kind: ActorKind = "media" if paper and not cast.people.is_person(noun) else "group"
    how: SpeakerHow = "source" if kind == "media" else blank.how
    return [_with(blank, cast.describe(source, kind), how)]


def _varied(page: Page, source: Source, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> LocalSpeaker | None:
    """ "the plumber": the person whom the article calls a plumber; "the 42-year-old", "the businessman" right behind
    somebody's words, where nobody else is named: that one again."""
    tree = page.tree
    noun = fold(tree.tokens[head].text)
    first = tree.tokens[source.tokens[0]].text.lower() if source.tokens else ""
    if first not in ("the", "this", "that") or tree.tokens[head].tag in ("NNS", "NNPS"):
        return None
    before = [t for t in source.tokens if t < head]
    called = cast.called(noun)
    if called and not any(tree.tokens[t].dep == "poss" for t in before):
        return (
            _with(blank, called[0], "role") if len(called) == 1 else _with(blank, None, "role", tuple(sorted(called)))
        )
    spoke = talk.alone_before(tree, head)
    aged = any(tree.tokens[t].text.lower() in ("old", "year") or "year-old" in tree.tokens[t].text for t in before)
    if spoke is None or spoke.actor is None or not (aged or noun in VARYING) or talk.sentences_back(tree, head) > 1:
        return None
    told = "she" if cast.people.gender_of_noun(noun) == "f" else "he"
    fits = cast.people.gender_of_noun(noun) is None or cast.may_be(spoke.actor, told)
    sentence = tree.sentences[max(0, tree.sentence_number(head) - 1)]
    near = cast.persons_between(tree.tokens[sentence.first].start, tree.tokens[head].start)
    return _with(blank, spoke.actor, "role") if fits and near <= {spoke.actor} else None


def _is_place(tree: Tree, head: int) -> bool:
    """Whether the parser took the noun for the name of a place: no place speaks as a place."""
    at = bisect_right(tree.entities, head, key=lambda entity: entity.first) - 1
    return at >= 0 and head < tree.entities[at].last and tree.entities[at].label in ("GPE", "LOC", "FAC")


def _taken_up(tree: Tree, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> LocalSpeaker | None:
    """ "the department", "the company": the body named before that bears the noun, or, for a noun that fits any, the
    one that spoke last or the only one near. Several leave it open."""
    word = tree.tokens[head].text.lower()
    own = [tree.tokens[c].text.lower() for c in tree.children(head) if c < head]
    behind = [c for c in tree.children(head, "prep", "relcl", "acl") if c > head]
    if behind or own not in (["the"], ["this"], ["that"]) or not cast.people.speaks(word):
        return None
    near = cast.bodies_before(tree.tokens[head].start)
    bearing = [actor for actor in near if cast.has_word(actor, (word,))]
    bearing = bearing or [actor for actor in near if cast.has_word(actor, KINDS_OF.get(word, ()))][:1]
    if bearing:
        return _with(blank, bearing[0], "role")
    if word not in ANY_BODY:
        return None
    spoke = talk.body_before(tree, head)
    if spoke is not None:
        return _with(blank, spoke, "role")
    if len(near) == 1:
        return _with(blank, near[0], "role")
    return _with(blank, None, "role", tuple(sorted(near))) if near else None


def _body(tree: Tree, head: int, blank: LocalSpeaker, talk: Talk) -> LocalSpeaker:
    """ "it": the body or paper that spoke last."""
    return _with(blank, talk.body_before(tree, head), "pronoun")


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


def _relative(page: Page, draft: Draft, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "who": the noun that the clause describes; at the head of a sentence, whoever spoke before."""
    tree = page.tree
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep == "relcl":
        if cast.at(tree.tokens[noun].start) is None and not cast.people.speaks(lemma(tree, noun)):
            return [blank]
        if tree.tokens[noun].text.lower() in RELATIVE or tree.tokens[noun].pos == "PRON":
            return [blank]
        found = _resolved(page, draft, phrase(tree, noun), cast, talk)
        return [_with(blank, s.actor, "relative", s.candidates) for s in found]
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


def _plural(tree: Tree, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "they": those who spoke together last, or a crowd that did, in this paragraph."""
    joint = _joint(tree, head, blank, talk)
    if joint:
        return joint
    crowd = _crowd(tree, head, cast) if tree.tokens[head].text.lower() in PLURAL else None
    return [_with(blank, crowd, "collective")]


def _spoke_together(tree: Tree, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "they": the crowd or body that spoke in this sentence or the one before."""
    spoke = talk.last[0].actor if len(talk.last) == 1 else None
    near = spoke is not None and talk.sentences_ago(tree, head) <= 1 and not cast.is_person(spoke)
    return [_with(blank, spoke, "collective")] if near else []


def _crowd(tree: Tree, head: int, cast: Cast) -> str | None:
    """The people who are the subject of the sentence before, or of a clause before in this one."""
    number = tree.sentence_number(head)
    if number and tree.sentences[number - 1].paragraph == tree.sentences[number].paragraph:
        first = tree.sentences[number - 1].first
    else:
        first = tree.sentences[number].first
    for i in range(head - 1, max(first, head - MAX_CROWD) - 1, -1):
        token = tree.tokens[i]
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "NNS" and cast.people.speaks(lemma(tree, i)):
            seen = cast.at(token.start)
            return cast.describe(phrase(tree, i), "group") if seen is None else seen.actor
    return None


def _joint(tree: Tree, head: int, blank: LocalSpeaker, talk: Talk) -> list[LocalSpeaker]:
    """ "the leaders": those who spoke together last, in this paragraph."""
    together = len(talk.last) > 1 and talk.sentences_ago(tree, head) <= 3
    return [_with(blank, s.actor, "collective") for s in talk.last] if together else []


def _of_paper(page: Page, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "the ministry's website", "a spokesman for the ministry", "a report by the agency", and later "the report":
    whoever it is of, from or by, persons before bodies; nobody else named in the phrase. A spokesman speaks for
    bodies only: what a person's spokesman says that person has not said."""
    word = page.tree.tokens[head].text.lower()
    how: SpeakerHow = "role" if word in SPOKESPEOPLE else "source"
    named = authors(page.tree, head, cast, for_whom=how == "role")
    persons = tuple(actor for actor in named if cast.kind(actor) == "person")
    bodies = tuple(actor for actor in named if actor not in persons)
    owner = page.tree.child(head, "poss")
    if not named and owner is not None and (body := _taken_up(page.tree, owner, blank, cast, talk)) and body.actor:
        bodies = (body.actor,)
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
