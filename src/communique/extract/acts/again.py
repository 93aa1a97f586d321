"""Where an article speaks again of the event that it is about: in words for the same act, done by or to somebody who
took part, or in a noun that takes the act up ("the attack", "their meeting")."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.acts.coding import Code, code, code_noun
from communique.extract.acts.elsewhen import of_another
from communique.extract.acts.head import Head
from communique.extract.acts.mention import WHERE, Scene, actors, built
from communique.extract.acts.sentence import main_verb
from communique.knowledge.acts import Acts
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction
from communique.text.stems import stem

# How often at most.
AGAIN = 12
# So many of the title's words, names of those who took part aside, and such a part of them tell its event again.
ENOUGH, PART = 3, 0.5
COMMON = frozenset(
    stem(w) for w in "have get make do show set hold stage work want see look give put run bring say tell".split()
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its"})
# What somebody's meeting abroad is called too, as theirs.
JOURNEYS = frozenset({"mission", "journey", "voyage"})
Coder = Callable[[Tree, Acts, int], Code | None]
OBJECTS = ("dobj", "nsubjpass", "dative")


def again(own: Scene, head: Head, known: list[EventMention]) -> Iterator[EventMention]:
    """The mentions in the body that tell or take up the act. `known`: those that tell it first."""
    title = known[0]
    act = _Act(own, head, known)
    taken = {m.trigger.start for m in known}
    found = [
        i for i, token in enumerate(own.tree.tokens)
        if token.start not in taken and head.is_body(own.tree, i) and act.is_told_at(i)
    ]  # fmt: skip
    taken |= {own.tree.tokens[i].start for i in found}
    yield from _mentions(own, title, sorted({*found, *_retold(own, head, title, taken)}))


class _Act:
    """The act that the article is about: its words, its type, and who took part."""

    def __init__(self, own: Scene, head: Head, known: list[EventMention]) -> None:
        self.own, title = own, known[0]
        self.stems = {form for m in known if not _says_little(own, m) for form in _forms_of(own, m)}
        self.type = title.plover.event if title.plover else None
        self.mode = title.plover.mode if title.plover else None
        self.spoken = title.form == "statement"
        self.took_place = title.status in TOOK_PLACE
        self.mishap = any(_is_mishap(own, m) for m in known)
        self.people = {p.actor for m in known for p in m.participants}
        self.lead = head.lead
        self.made = {form for m in known for o in _made(own, m) for form in forms_at(own, o)}
        self.words = head.words(own.tree, head.parts) - names(title) - self.stems
        self.told_of = {own.tree.tokens[i].text for s in (*head.parts, *head.lead) for i in range(s.first, s.last)}
        self.agents = {p.actor for m in known for p in m.participants if p.role == "participant"}

    def is_told_at(self, i: int) -> bool:
        pos = self.own.tree.tokens[i].pos
        if pos == "VERB":
            wreck = self.mishap and self.own.tree.tokens[i].lemma in self.own.acts.wrecks
            told = wreck or (self._same(i, code) and self._by_them(i))
            return told and not (self.took_place and of_another(self.own.tree, self.own.calendar, i))
        if pos != "NOUN":
            return False
        lemma = self.own.tree.tokens[i].lemma
        if self.mishap and lemma in self.own.acts.mishaps:
            return _is_definite(self.own, i) or any(s.first <= i < s.last for s in self.lead)
        if forms_at(self.own, i) & self.made:
            return self._theirs(i) and not self._elsewhere(i)
        if lemma in self.own.acts.taken_up["said" if self.spoken else "done"]:
            return self._takes_up(i)
        return self._same(i, code_noun) and self._theirs(i) and not self._elsewhere(i)

    def _elsewhere(self, noun: int) -> bool:
        """ "the attack in Bergen", where the title and the first sentences tell of no Bergen."""
        tree = self.own.tree
        behind = [p for prep in tree.children(noun, "prep") if tree.tokens[prep].text.lower() in WHERE
                  for p in tree.children(prep, "pobj")]  # fmt: skip
        names = [tree.tokens[p].text for p in behind if tree.tokens[p].pos == "PROPN"]
        return bool(names) and not set(names) & self.told_of

    def _takes_up(self, noun: int) -> bool:
        """ "Berg's announcement", "the move": nothing else says what it is ("the decision to sell the mill")."""
        tree = self.own.tree
        if not self.agents or tree.children(noun, "acl", "relcl", "ccomp", "prep", "compound", "amod"):
            return False
        bare = {tree.tokens[c].text.lower() for c in tree.children(noun, "det", "poss")} == {"the"}
        return self._theirs(noun) and (not bare or tree.tokens[noun].lemma in self.own.acts.taken_up["bare"])

    def _same(self, i: int, coded: Coder) -> bool:
        forms = forms_at(self.own, i)
        if any(self.own.acts.one_act(form, told) for form in forms for told in (*self.stems, *self.made)):
            return True
        if self.spoken and not self.words & {stem(word) for word in _sentence(self.own, i)}:
            # Of one who says much, that it is of one type says little.
            return False
        found = coded(self.own.tree, self.own.acts, i) if self.type is not None else None
        if found is None or found.event != self.type or found.i != i or found.inner not in {-1, i}:
            return False
        # "blamed" and "investigated" are of one type.
        return found.mode == self.mode or found.mode is None or self.mode is None

    def _by_them(self, verb: int) -> bool:
        """Whether somebody who took part does it, or, of a deed, it is done to them; nobody need be named of an act
        without people."""
        if not self.people:
            return True
        doing = actors(self.own, self.own.parties.agents(verb))
        if doing or self.spoken:
            return bool(doing & (self.agents or self.people))
        return bool(actors(self.own, self.own.tree.children(verb, *OBJECTS)) & self.people)

    def _theirs(self, noun: int) -> bool:
        """Whether the noun takes the act up, or names somebody who took part as whose it is."""
        owners = actors(self.own, self.own.parties.owners(noun))
        return bool(owners & self.people) if owners else _is_definite(self.own, noun)


def _retold(own: Scene, head: Head, title: EventMention, taken: Collection[int]) -> Iterator[int]:
    """The main verbs of sentences of the body in which whoever acts in the title does something told with enough of
    its words."""
    tree = own.tree
    agents = {p.actor for p in title.participants if p.role != "addressee"}
    words = head.words(tree, head.parts) - names(title)
    enough = max(ENOUGH, PART * len(words))
    for s in head.sentences:
        if len(words & head.words(tree, [s])) < enough or any(s.first <= (tree.at(t) or 0) < s.last for t in taken):
            continue
        verb = main_verb(tree, s, titled=False)
        if verb is not None and _tells(own, verb) and actors(own, own.parties.agents(verb)) & agents:
            yield verb


def _sentence(own: Scene, i: int) -> Iterator[str]:
    sentence = own.tree.sentence_of(i)
    return (own.tree.tokens[k].text for k in range(sentence.first, sentence.last))


def names(mention: EventMention) -> set[str]:
    """The stems of the words for those who take part."""
    return {stem(word) for p in mention.participants for span in p.spans for word in span.exact.split()}


def _tells(own: Scene, verb: int) -> bool:
    """Whether the verb tells what was done, not what was said of it."""
    return own.acts.operator("verbs", [own.tree.tokens[verb].text.lower(), own.tree.tokens[verb].lemma]) != "report"


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
        and (
            (families.get(nouns.get(token.lemma, "other")) == family and _taken_up(own, i, people))
            or (token.lemma in JOURNEYS and actors(own, own.parties.owners(i)) & people)
        )
    ]  # fmt: skip
    for mention in _mentions(own, title, found):
        yield replace(mention, level=title.level)


def _taken_up(own: Scene, noun: int, people: set[str]) -> bool:
    """Whether the noun is somebody's who took part, or, as nobody's, takes up what a sentence tells of them."""
    owners = actors(own, own.parties.owners(noun))
    return bool(owners & people) if owners else _is_definite(own, noun) and _named(own, noun, people)


def _mentions(own: Scene, title: EventMention, found: Iterable[int]) -> Iterator[EventMention]:
    for _, i in zip(range(AGAIN), found, strict=False):
        mention = built(own, i, title.participants, title.plover, title.status)
        yield replace(mention, form=title.form, antecedent=title.id, time=None, place=None)


def _is_definite(own: Scene, i: int) -> bool:
    """ "the talks", "their talks", "Thursday's talks" """
    tree = own.tree
    dated = any(t in own.calendar.tokens for t in tree.children(i, "poss"))
    return dated or bool({tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss")} & DEFINITE)


def _says_little(own: Scene, mention: EventMention) -> bool:
    """Whether the word is used of too many things to find the event again by it."""
    word = mention.trigger.exact.lower()
    return own.acts.operator("verbs", [word]) in {"report", "attempt"} or stem(word) in COMMON


def _made(own: Scene, mention: EventMention) -> list[int]:
    """ "signed an accord": "the accord" is the act's name then."""
    tree, i = own.tree, own.tree.at(mention.trigger.start)
    if i is None or tree.tokens[i].text.lower() not in own.acts.makes:
        return []
    objects = tree.children(i, "dobj", "nsubjpass")
    return [o for o in objects if tree.tokens[o].pos == "NOUN" and own.cast.at(o) is None]


def forms_at(own: Scene, i: int) -> set[str]:
    """The stems by which the token's word is compared with others: of the word as it stands and of its base form."""
    token = own.tree.tokens[i]
    return {stem(token.text), stem(token.lemma)}


def _forms_of(own: Scene, mention: EventMention) -> set[str]:
    i = own.tree.at(mention.trigger.start)
    return forms_at(own, i) if i is not None else {stem(mention.trigger.exact)}


def _is_mishap(own: Scene, mention: EventMention) -> bool:
    """Whether it tells that somebody came to harm: "the crash" is then where."""
    i = own.tree.at(mention.trigger.start)
    lemma = own.tree.tokens[i].lemma if i is not None else ""
    return mention.form == "other" and any(lemma in s for s in (own.acts.harmful, own.acts.deaths, own.acts.wrecks))


def _named(own: Scene, i: int, people: set[str]) -> bool:
    tree = own.tree
    sentence = tree.sentence_of(i)
    hits = (own.cast.at(t) for t in range(sentence.first, sentence.last))
    return any(hit is not None and hit[0].id in people for hit in hits)
