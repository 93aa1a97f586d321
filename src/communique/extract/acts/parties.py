"""Who does it, and to whom: the actors in the subject and in the objects of an act. Those of a nation that nobody has
named yet ("Norwegian fishermen") become actors here."""

from collections.abc import Iterable, Iterator
from typing import Any

from communique.annotate.tree import Tree
from communique.extract.events.cast import TAKES_PART, Cast
from communique.extract.events.grammar import subjects
from communique.knowledge import Knowledge, State
from communique.records.actors import ActorKind
from communique.records.events import ParticipantRole
from communique.records.ids import content_id
from communique.records.mentions import ActorMention, LocalActor, LocalParticipant
from communique.records.spans import Span

NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
# What does not belong to the phrase of a noun.
OUTSIDE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "ccomp", "parataxis", "prep"})
# Prepositions behind which nobody is acted on, and those behind which somebody only is where it happens.
BESIDE = frozenset(
    "for because since after during despite following by amid before until about through as over without due".split()
)
WHERE = frozenset("in near throughout across inside outside along at within around off".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
MANY = frozenset("dozen hundred thousand score number group pair couple majority ten handful crowd million".split())
DECIDE = frozenset("court tribunal convention assembly council panel conference airline carrier".split())
NATIONS = frozenset({"of", "in", "from", "throughout", "across"})
CLAUSES = frozenset({"advcl", "relcl", "acl", "parataxis"})


class Parties:
    """The actors of one article where acts name them. `made`: those that did not stand in the cast, in text order."""

    def __init__(self, tree: Tree, knowledge: Knowledge, cast: Cast, people: frozenset[str]) -> None:
        self.tree, self.knowledge, self.cast, self.people = tree, knowledge, cast, people
        self.made: dict[str, LocalActor] = {}

    def agents(self, verb: int) -> list[int]:
        """The tokens of whoever does what the verb says; "it" and "they" of a report stand for who reports."""
        tree = self.tree
        by = [p for agent in tree.children(verb, "agent") for p in tree.children(agent, "pobj")]
        if by or tree.children(verb, "nsubjpass"):
            return by
        own = subjects(tree, verb)
        if own and all(tree.tokens[s].pos == "PRON" and self.cast.at(s) is None for s in own):
            above = next((a for a in tree.ancestors(verb) if tree.tokens[a].pos == "VERB"), None)
            return self.agents(above) if above is not None else []
        return own

    def owners(self, noun: int) -> list[int]:
        """Whoever has the act that a noun names: "Norway's protest", "a Norwegian raid", "an attack by rebels"."""
        tree = self.tree
        own = tree.children(noun, "poss", "compound", "amod", "nmod")
        return own + [
            p for prep in tree.children(noun, "prep") if tree.tokens[prep].text.lower() == "by"
            for p in tree.children(prep, "pobj")
        ]  # fmt: skip

    def at(
        self, heads: Iterable[int], role: ParticipantRole, *, make: bool = True, nations: bool = True
    ) -> list[LocalParticipant]:
        """The participants at the tokens and at what is joined with them. `make`: whether a phrase that names a nation
        may become an actor; `nations`: whether the state of "rebels in Norway" takes part."""
        found: dict[str, list[Span]] = {}
        for head in self._spread(heads):
            for actor, span in self._named(head, make=make, nations=nations, acting=role == "participant"):
                found.setdefault(actor, []).append(span)
        return [
            LocalParticipant(actor=actor, role=role, spans=tuple(sorted(set(spans), key=lambda s: s.start)))
            for actor, spans in found.items()
        ]

    def targets(self, top: int, inner: int, taken: Iterable[int]) -> list[int]:
        """The tokens below `top` that may name whoever is acted on: objects and phrases, not those of place or cause
        nor clauses aside, unless the act itself, `inner`, stands there. Where none names anybody, those of place."""
        cut = set(taken)
        first = self._below(top, inner, cut)
        second = [i for i in first if self._place(i)]
        direct = [i for i in first if i not in second]
        return direct if self.at(direct, "addressee", make=False) else [*direct, *second]

    def _below(self, top: int, inner: int, cut: set[int]) -> list[int]:
        tree = self.tree
        path = {inner, *tree.ancestors(inner)} if inner >= 0 else set()
        stack, found = [top], []
        while stack:
            at = stack.pop()
            for c in tree.children(at):
                token = tree.tokens[c]
                aside = token.dep in CLAUSES or (token.dep == "conj" and token.pos == "VERB")
                beside = token.dep in {"prep", "mark"} and token.text.lower() in BESIDE
                beside = beside and not (token.text.lower() == "by" and tree.tokens[at].pos == "NOUN")
                if c in cut or ((aside or beside) and c not in path) or token.dep in {"agent", "npadvmod"}:
                    continue
                stack.append(c)
                if token.pos in NAMING:
                    found.append(c)
        return sorted(found)

    def _place(self, i: int) -> bool:
        """Whether the token stands in a phrase of place."""
        token = self.tree.tokens[i]
        while token.dep in {"conj", "compound", "amod", "nmod", "poss"} and token.head != i:
            i = token.head
            token = self.tree.tokens[i]
        return token.dep == "pobj" and self.tree.tokens[token.head].text.lower() in WHERE

    def _spread(self, heads: Iterable[int]) -> Iterator[int]:
        stack, seen = sorted(set(heads), reverse=True), set[int]()
        while stack:
            at = stack.pop()
            if at in seen:
                continue
            seen.add(at)
            yield at
            joined = self.tree.children(at, "conj", "appos")
            stack.extend(c for c in reversed(joined) if self.tree.tokens[c].pos in NAMING)

    def _named(self, head: int, *, make: bool, nations: bool, acting: bool) -> Iterator[tuple[str, Span]]:
        """The actor at the token; else those its phrase names; else one made of the phrase, where it names a nation."""
        hit = self.cast.at(head)
        if self._is_document(head, hit):
            return
        if hit is not None:
            members = [m for m in self.cast.members(hit[0]) if m.kind in TAKES_PART]
            yield from ((member.id, self._by_name(member, hit[1])) for member in members)
            known = {m.country for m in members} - {None}
            yield from self._states([n for n in self._demonyms(self.phrase(head)) if n[1].code not in known])
            if not known and nations:
                yield from self._nations(head)
            return
        phrase = self.phrase(head)
        if make and (self.is_people(head, self.people) or (acting and self._is_body(head))):
            yield self.make(head, self._nation(phrase))
            return
        inner = [(i, h) for i in phrase if (h := self.cast.at(i)) is not None and h[0].kind in TAKES_PART]
        if inner:
            # "Norway's Berg" is Berg, whoever that is.
            named = {i for i in phrase if self.cast.at(i) or (i == head and self.tree.tokens[i].pos == "PROPN")}
            owners = [i for i, _ in inner if self.tree.tokens[i].dep == "poss"]
            # The parser may take his verb for a noun that both hang on: "Norway's Berg crashes".
            whose = {i for i in owners if self.tree.tokens[i].head in named or self._bearer(i)}
            yield from {h[0].id: (h[0].id, h[1]) for i, h in inner if i not in whose}.values()
            return
        demonyms = self._demonyms(phrase)
        several = len({state.code for _, state in demonyms}) > 1
        if demonyms and make and not several and self._may_be_made(head):
            yield self.make(head, demonyms[0][1].code)
        else:
            yield from self._states(demonyms)
        if nations:
            yield from self._nations(head)

    def _is_body(self, head: int) -> bool:
        """Whether the noun is a body that decides, though nobody says which ("an appeals court ruled")."""
        token = self.tree.tokens[head]
        common = token.tag in {"NN", "NNS"} and token.dep in {"nsubj", "pobj"}
        return common and (token.lemma in DECIDE or self.knowledge.bodies.kind_of(token.text) is not None)

    def _may_be_made(self, head: int) -> bool:
        """Whether the noun may name somebody: "American criticism" is words of theirs."""
        token = self.tree.tokens[head]
        words = any(self.knowledge.verbs.noun(word) is not None for word in (token.text.lower(), token.lemma))
        return token.pos in {"NOUN", "PROPN"} and not words

    def _bearer(self, i: int) -> bool:
        """Whether a person's name stands right behind the possessive at token `i`."""
        hit = self.cast.at(i + 2) if i + 2 < len(self.tree.tokens) else None
        return hit is not None and hit[0].kind == "person" and self.tree.tokens[i + 1].tag == "POS"

    def _is_document(self, head: int, hit: tuple[LocalActor, Span] | None) -> bool:
        """ "an earlier version of the report": it tells of what is done, and does nothing."""
        described = hit is None or (hit[0].kind == "group" and hit[0].key is None)
        return described and self.knowledge.verbs.is_document(self.tree.tokens[head].text.lower())

    def _by_name(self, actor: LocalActor, span: Span) -> Span:
        """The words that name whom a pronoun stands for, the last before it, else the pronoun."""
        how = {m.span.start: m.how for m in actor.mentions}
        if how.get(span.start) != "pronoun":
            return span
        named = [m.span for m in actor.mentions if m.how == "name" and m.span.start < span.start]
        return max(named, key=lambda s: s.start, default=span)

    def _nations(self, head: int) -> Iterator[tuple[str, Span]]:
        """ "rebels in Norway": the state whose they are."""
        for prep in self.tree.children(head, "prep"):
            if self.tree.tokens[prep].text.lower() in NATIONS:
                for place in self.tree.children(prep, "pobj"):
                    hit = self.cast.at(place)
                    if hit is not None and hit[0].country and hit[0].kind in TAKES_PART:
                        yield hit[0].id, hit[1]

    def _states(self, nations: list[tuple[int, State]]) -> Iterator[tuple[str, Span]]:
        for i, state in nations:
            yield self.cast.state(state.code) or self._state(i, state), self.tree.span(i, i)

    def _state(self, i: int, state: State) -> str:
        """An actor of a state that only a nationality names."""
        span = self.tree.span(i, i)
        return self._made(span, state.code, kind="state", name=state.name, country=state.code, key=state.code)

    def _demonyms(self, phrase: list[int]) -> list[tuple[int, State]]:
        found = []
        for i in phrase:
            text = self.tree.tokens[i].text
            if text[:1].isupper() and (state := self._nation_at(i)) is not None:
                found.append((i, state))
        return found

    def _nation_at(self, i: int) -> State | None:
        """The state of the nationality that ends at the token: "North Korean" is not "Korean"."""
        text, before = self.tree.tokens[i].text, self.tree.tokens[i - 1].text if i else ""
        known = self.knowledge.states
        return known.by_demonym(f"{before} {text}") or known.by_demonym(text)

    def _nation(self, phrase: list[int]) -> str | None:
        """The state whose the people are, by the names and nationalities in their phrase."""
        hits = (hit for i in phrase if (hit := self.cast.at(i)) is not None)
        named = next((h[0].country for h in hits if h[0].country and h[0].kind in TAKES_PART), None)
        nations = self._demonyms(phrase)
        return named or (nations[0][1].code if nations else None)

    def is_people(self, head: int, people: frozenset[str]) -> bool:
        """Whether the noun, or what there are so many of, is a word for people; a bare number is."""
        tree, token = self.tree, self.tree.tokens[head]
        if token.lemma in MANY:
            return any(
                self.is_people(p, people) for prep in tree.children(head, "prep") for p in tree.children(prep, "pobj")
            )
        return token.text.lower() in people or token.lemma in people or token.text.lower() in NUMBERS

    def phrase(self, head: int) -> list[int]:
        """The tokens of the noun phrase, without what is joined with it or hangs behind it; "dozens of" goes on."""
        tree = self.tree
        skip = [c for c in tree.children(head) if tree.tokens[c].dep in OUTSIDE]
        if tree.tokens[head].lemma in MANY:
            skip = [c for c in skip if tree.tokens[c].text.lower() != "of"]
        return tree.subtree(head, skip=skip)

    def make(self, head: int, country: str | None) -> tuple[str, Span]:
        """An actor of the phrase at token `head`: a group, known by these words alone."""
        phrase = self.phrase(head)
        while len(phrase) > 1 and self.tree.tokens[phrase[0]].pos in {"DET", "PUNCT", "PRON"}:
            phrase = phrase[1:]
        span = self.tree.span(phrase[0], phrase[-1])
        id_ = self._made(
            span, span.start, span.end, kind="group", name=span.exact, names=(span.exact,), country=country
        )
        return id_, span

    def _made(self, span: Span, *known: str | int, kind: ActorKind, name: str, **fields: Any) -> str:
        """The id of an actor that is known by `known`, made where none is yet."""
        article = self.tree.article.id
        id_ = content_id("local", article, kind, *known)
        mentions = (ActorMention(span=span, how="nominal"),)
        self.made.setdefault(
            id_, LocalActor(id=id_, article=article, kind=kind, name=name, mentions=mentions, **fields)
        )
        return id_
