"""Which actors an article names at which of its words."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.knowledge.states import States
from communique.knowledge.titles import Titles
from communique.records.ids import content_id
from communique.records.mentions import ActorMention, Extraction, LocalActor
from communique.records.spans import Span

TAKES_PART = frozenset({"person", "state", "government", "organization", "bloc", "group"})

# What may send people, or have officials.
BODIES = frozenset({"state", "bloc", "format", "organization", "government"})


class Cast:
    """Which actors stand at which token."""

    def __init__(
        self, tree: Tree, so_far: Extraction, states: States | None = None, titles: Titles | None = None
    ) -> None:
        self.tree, self.titles = tree, titles
        self.actors = {actor.id: actor for actor in so_far.actors}
        self._at: dict[int, list[tuple[int, Span, LocalActor]]] = {}
        for actor in so_far.actors:
            for mention in actor.mentions:
                for i in tree.within(mention.span.start, mention.span.end):
                    self._at.setdefault(i, []).append((mention.span.end - mention.span.start, mention.span, actor))
        self.states = states
        # States that the article only speaks of as somebody's ("a Chilean envoy").
        self.made: dict[str, LocalActor] = {}
        self.halves = frozenset(self._halves(states)) if states else frozenset()

    def _halves(self, states: States) -> Iterator[int]:
        """The first word of "North and South Korea", which now stands for its state."""
        for i, found in list(self._at.items()):
            actor = next((a for _, _, a in found if a.kind == "state"), None)
            first = i - 2
            if actor is None or first < 0 or self.tree.tokens[i - 1].text.lower() not in {"and", "or", "nor"}:
                continue
            last = self.tree.tokens[self.tree.within(found[0][1].start, found[0][1].end)[-1]].text
            word = self.tree.tokens[first].text
            state = states.by_name(f"{word} {last}") if word[:1].isupper() and first not in self._at else None
            local = self.state(state.code) if state and state.code != actor.country else None
            if local:
                self._at[first] = [(len(word), self.tree.span(first, first), self.actors[local])]
                yield first

    def at(self, i: int) -> tuple[LocalActor, Span] | None:
        """The actor whose shortest mention covers token `i`; a person before anything else."""
        found = sorted(self._at.get(i, ()), key=lambda row: (row[2].kind != "person", row[0], row[2].id))
        return (found[0][2], found[0][1]) if found else None

    def state(self, code: str) -> str | None:
        """The local id of the state of that code, where the article mentions it."""
        return next((a.id for a in self.actors.values() if a.kind == "state" and a.country == code), None)

    def state_at(self, code: str, first: int, last: int) -> LocalActor:
        """The state of that code; one that the article has nowhere else is made, of these tokens."""
        known = self.state(code) or next((a.id for a in self.made.values() if a.country == code), None)
        if known is None:
            span = self.tree.span(first, last)
            known = content_id("local", self.tree.article.id, "state", span.start, span.end)
            state = self.states.get(code) if self.states else None
            self.made[known] = self.actors[known] = LocalActor(
                id=known,
                article=self.tree.article.id,
                kind="state",
                name=state.name if state else code,
                names=(span.exact,),
                country=code,
                key=code,
                mentions=(ActorMention(span=span, how="nominal"),),
            )
        return self.actors[known]

    def principal(self, actor: LocalActor) -> LocalActor | None:
        """Whom those act for who are sent by `actor` or are its officials: a state or body, of a person the state."""
        if actor.kind in BODIES:
            return actor
        local = self.state(actor.country) if actor.kind == "person" and actor.country else None
        return self.actors[local] if local else None

    def members(self, actor: LocalActor) -> list[LocalActor]:
        """The actor itself, or its members where it is a group with known ones."""
        return [self.actors[m] for m in actor.members if m in self.actors] or [actor]
