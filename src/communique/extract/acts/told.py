"""What a headline or a sentence tells: its act, or its main verb, and who takes part."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.acts.coding import Code, code, code_noun
from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene, participants, plover
from communique.extract.acts.news import is_news
from communique.extract.acts.sentence import depth, main_act, main_verb
from communique.records.annotated import Sentence
from communique.records.events import Plover
from communique.records.mentions import LocalParticipant

# Whoever is named behind them does something else.
ASIDE = frozenset({"before", "after", "since", "during", "until", "amid", "following"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells: token `i`, the act where it is one, the parties; whether that is something that happened;
    and whether it is what somebody named before it says."""

    i: int
    code: Code | None
    coded: Plover | None
    who: tuple[LocalParticipant, ...]
    news: bool
    spoken: bool = False


def first_told(own: Scene, head: Head, few: bool) -> Told | None:
    """What the title tells, by the first of its parts that tells something; else what the first sentence tells of
    those whom the title names."""
    found = ((part, tell(own, part, head.titled, anywhere=few)) for part in head.parts)
    rows = [_with_speaker(own, part, told) if head.titled else told for part, told in found if told is not None]
    plain = next((told for told in rows if not head.titled or told.news), None)
    if plain is not None or not (head.titled and head.lead):
        return plain or next(iter(rows), None)
    # "A plan to save the mill", "The mill is a disgrace": what the news is, the first sentence says.
    lead = tell(own, head.lead[0], titled=False, anywhere=few)
    named = {p.actor for told in rows for p in told.who}
    fits = lead is not None and lead.news and bool(named & {p.actor for p in lead.who})
    return lead if fits or not rows else rows[0]


def _with_speaker(own: Scene, part: Sentence, told: Told) -> Told:
    """ "Berg: 'We will win'": whoever stands before the colon, and nobody else, says it."""
    tree, before = own.tree, part.first - 1
    if before < 1 or tree.tokens[before].text != ":":
        return told
    hit = own.cast.at(before - 1)
    alone = hit is not None and hit[0].kind == "person" and tree.within(hit[1].start, hit[1].end)[0] == 0
    if hit is None or not alone:
        return told
    speaker = LocalParticipant(actor=hit[0].id, role="participant", spans=(hit[1],))
    others = tuple(replace(p, role="addressee") for p in told.who if p.actor != speaker.actor)
    return dataclasses.replace(told, who=(speaker, *others), spoken=True)


def tell(own: Scene, part: Sentence, titled: bool, *, anywhere: bool = True) -> Told | None:
    """What a title or a sentence tells: the act of its main verb, else that verb. Without a title, an act `anywhere` in
    the sentence says more than a verb that is none."""
    verb = main_verb(own.tree, part, titled)
    found = (
        main_act(own.tree, own.acts, part, strict=True, nouns_only=titled)
        if verb is None or not titled
        else code(own.tree, own.acts, verb)
    )
    if found is None and ((anywhere and not titled) or reports(own, verb)):
        found = main_act(own.tree, own.acts, part)
    if found is not None:
        top = found.i if found.by < 0 else min(found.i, found.by, key=lambda i: depth(own.tree, i))
        who = participants(own, found, top)
        known = any(p.role == "participant" for p in who) or has_its_own(own, found.i, verb)
        acting = who if known else joined(_acting(own, verb, part), who)
        news = is_news(own.tree, part, found.i, coded=True)
        return Told(found.i, found, plover(own, found), acting, news)
    if verb is None:
        return None
    news = is_news(own.tree, part, verb, coded=False)
    plain = Told(verb, None, None, _acting(own, verb, part), news)
    return plain if news or not titled else _subject_act(own, part, verb) or plain


def _subject_act(own: Scene, part: Sentence, verb: int) -> Told | None:
    """ "Berg's endorsement could decide the race": what is guessed is said of an act that somebody did."""
    for noun in own.tree.children(verb, "nsubj", "nsubjpass"):
        found = code_noun(own.tree, own.acts, noun)
        who = participants(own, found, noun) if found is not None else ()
        if found is not None and any(p.role == "participant" for p in who):
            return Told(noun, found, plover(own, found), who, is_news(own.tree, part, noun, coded=True))
    return None


def has_its_own(own: Scene, act: int, verb: int | None) -> bool:
    """ "The mayor promised an inquiry after delegates voted": whoever does the act is named beside it, though as nobody
    known; it is not the subject of the main verb."""
    return act != verb and bool(own.tree.children(act, "nsubj"))


def reports(own: Scene, verb: int | None) -> bool:
    """ "Mayor says blast was no accident": the news may be what is spoken of."""
    if verb is None:
        return False
    words = [own.tree.tokens[verb].text.lower(), own.tree.tokens[verb].lemma]
    return own.acts.operator("verbs", words) == "report"


def _acting(own: Scene, verb: int | None, part: Sentence) -> tuple[LocalParticipant, ...]:
    """Whoever does what the verb says, or whom it befalls; then its objects."""
    if verb is None:
        return ()
    tree, parties = own.tree, own.parties
    agents = parties.agents(verb) or tree.children(verb, "nsubjpass")
    agents = agents or _before(tree, verb, part)
    found = parties.at(agents, "participant", nations=False) or _first(own, part)
    known = {p.actor for p in found}
    objects = [o for o in tree.children(verb, "dobj", "nsubjpass", "dative") if o not in agents]
    objects += [
        p
        for prep in tree.children(verb, "prep")
        if tree.tokens[prep].text.lower() in {"with", "against", "to"}
        for p in tree.children(prep, "pobj")
    ]
    hit = parties.at(objects, "addressee", nations=False) or ([] if found else _made(own, objects))
    return (*found, *(p for p in hit if p.actor not in known))


def _before(tree: Tree, verb: int, part: Sentence) -> list[int]:
    """ "Two men named as …": the noun before the verb, where the parser saw no subject."""
    nouns = [i for i in range(part.first, verb) if tree.tokens[i].pos in {"NOUN", "PROPN", "NUM"}]
    return nouns[-1:] if tree.tokens[verb].tag in {"VBN", "VBD", "VBZ"} else []


def _first(own: Scene, part: Sentence) -> list[LocalParticipant]:
    """Whoever the words name first, where the grammar does not say who acts."""
    for i in range(part.first, part.last):
        if i > part.first and own.tree.tokens[i].text.lower() in ASIDE:
            break
        if own.tree.tokens[i].dep == "poss" or own.tree.tokens[i].pos not in {"PROPN", "NOUN"}:
            continue
        if found := own.parties.at([i], "participant", make=False) or _made(own, [i]):
            return found[:1]
    return []


def _made(own: Scene, heads: Iterable[int]) -> list[LocalParticipant]:
    """ "Five-year-old boy": people who are only described."""
    found = []
    for head in heads:
        if own.parties.is_people(head, own.acts.people):
            actor, span = own.parties.make(head, None)
            found.append(LocalParticipant(actor=actor, role="participant", spans=(span,)))
    return found


def joined(left: tuple[LocalParticipant, ...], right: tuple[LocalParticipant, ...]) -> tuple[LocalParticipant, ...]:
    """Those of the left, then those of the right who are not among them."""
    known = {p.actor for p in left}
    return (*left, *(p for p in right if p.actor not in known))
