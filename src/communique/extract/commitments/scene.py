"""What the earlier layers know of a place in the text: whose statement it stands in, which actors are named."""

from bisect import bisect_left, bisect_right

from communique.annotate.tree import Tree
from communique.knowledge.commitments import CommitmentWords
from communique.records.mentions import Extraction, LocalActor, StatementMention
from communique.records.spans import Span

_FIRST_PERSON = frozenset("i we us our ours my me".split())
_PERSONAL = frozenset("i we he she they who each both".split())
_COUNTRY = frozenset("country nation state government people".split())
# What a speaker's own country is called in a report of his words; "the government" may be any.
_HOME = frozenset("country nation".split())
# Pronouns for bodies and crowds, which open the words of the one who is reported: "Norway said it would".
_OWN = frozenset("it they".split())
_FIRST_WORDS = 3
_BODY = frozenset({"state", "government", "organization", "bloc"})
_ACTING = frozenset({"person", "state", "government", "organization", "bloc", "group"})


def _by_speaker_and_length(statement: StatementMention) -> tuple[bool, int, str]:
    unknown = all(s.actor is None for s in statement.speakers)
    return unknown, statement.content.end - statement.content.start, statement.id


class Scene:
    """An article's tree with the layers found so far."""

    def __init__(self, tree: Tree, so_far: Extraction, words: CommitmentWords) -> None:
        self.tree = tree
        self.words = words
        self.so_far = so_far
        self.actors = {actor.id: actor for actor in so_far.actors}
        self.statements = so_far.statements
        mentions = sorted((m.span.start, m.span.end, a.id) for a in so_far.actors for m in a.mentions)
        self._mentions = mentions
        self._starts = [start for start, _, _ in mentions]

    def statement_at(self, start: int, end: int) -> StatementMention | None:
        """The shortest statement whose content shares characters `start` to `end`."""
        holding = [s for s in self.statements if s.content.start < end and start < s.content.end]
        return min(holding, key=_by_speaker_and_length) if holding else None

    def stated(self, start: int, end: int) -> bool:
        """Whether the stretch stands in what somebody says, or in the words that say it."""
        spans = [x for s in self.statements for x in (s.content, s.cue) if x is not None]
        return any(x.start < end and start < x.end for x in spans)

    def mentioned(self, start: int, end: int) -> list[LocalActor]:
        """The actors mentioned between two characters, in text order, each once."""
        found: dict[str, None] = {}
        for i in range(bisect_left(self._starts, start), bisect_right(self._starts, end)):
            if self._mentions[i][1] <= end:
                found.setdefault(self._mentions[i][2])
        return [self.actors[id_] for id_ in found]

    def actors_of(self, head: int) -> list[LocalActor]:
        """The actors that the noun phrase with this head stands for: those of mentions that hold its head."""
        token = self.tree.tokens[head]
        near = [m for m in self._mentions if m[0] <= token.start and token.end <= m[1]]
        found = dict.fromkeys(id_ for _, _, id_ in sorted(near, key=lambda m: m[0] - m[1]))
        known = [self.actors[id_] for id_ in list(found)[:1]]
        return known or self._country_of(head) or self._reported(head) or self._shortened(head)

    def _country_of(self, head: int) -> list[LocalActor]:
        """ "His country", "our government": the state of whoever the pronoun stands for."""
        owner = self.tree.child(head, "poss")
        if owner is None or self.tree.tokens[head].lemma not in _COUNTRY or self.tree.tokens[owner].pos != "PRON":
            return self._home_of(head) if owner is None else []
        codes = [a.country for a in self.actors_of(owner) if a.country]
        return [a for a in self.so_far.actors if a.kind == "state" and a.country in codes][:1]

    def _home_of(self, head: int) -> list[LocalActor]:
        """ "The nation would" in reported words: the state that the speaker is of, or that his description names."""
        det = self.tree.child(head, "det")
        token = self.tree.tokens[head]
        if token.text.lower() not in _HOME or det is None or self.tree.tokens[det].text.lower() != "the":
            return []
        said = self.statement_at(token.start, token.end)
        speakers = said.speakers if said else ()
        codes = {self.actors[s.actor].country for s in speakers if s.actor in self.actors} - {None}
        states = [a for a in self.so_far.actors if a.kind == "state"]
        named = [a for a in states if a.name and any(a.name in s.text for s in speakers)]
        return ([a for a in states if a.country in codes] or named)[:1]

    def _reported(self, head: int) -> list[LocalActor]:
        """ "Norway said IT would": the one speaker, for a pronoun that opens his reported words, stands for a body
        and has nobody else to stand for."""
        token = self.tree.tokens[head]
        said = self.statement_at(token.start, token.end) if token.text.lower() in _OWN else None
        if said is None or said.mode == "direct" or len(said.speakers) != 1:
            return []
        first = self.tree.at(said.content.start)
        speaker = self.actors.get(said.speakers[0].actor or "")
        if first is None or not 0 <= head - first < _FIRST_WORDS or speaker is None:
            return []
        if self.tree.child(token.head, "attr") is not None:  # "said it was an effort to": some thing is
            return []
        crowd = speaker.kind == "group" and token.text.lower() == "they"
        return [speaker] if crowd or speaker.kind in _BODY or self._is_one_body(speaker, token.text.lower()) else []

    def _is_one_body(self, speaker: LocalActor, pronoun: str) -> bool:
        """Whether a described speaker is a body in the singular: "the council"."""
        last = (speaker.name or "").split()[-1:]
        return speaker.kind == "group" and pronoun == "it" and any(word.lower() in self.words.agents for word in last)

    def _shortened(self, head: int) -> list[LocalActor]:
        """ "The North": the one state whose name begins so; "the two Koreas": those whose names end so."""
        text, det = self.tree.tokens[head].text, self.tree.child(head, "det")
        if not text[:1].isupper() or det is None:
            return []
        states = [a for a in self.so_far.actors if a.kind == "state" and a.name]
        begun = [a for a in states if (a.name or "").split()[0] == text and " " in (a.name or "")]
        if len(begun) == 1:
            return begun
        ended = [a for a in states if f"{(a.name or '').split()[-1]}s" == text]
        return ended if len(ended) > 1 else []

    def is_agent(self, head: int) -> bool:
        """Whether the head of a noun phrase names somebody who can act."""
        token = self.tree.tokens[head]
        if token.text.lower() in _PERSONAL:
            return True
        if token.lemma in self.words.agents:
            return True
        return any(actor.kind in _ACTING for actor in self.actors_of(head))

    def said_by(self, cue: int) -> tuple[int, ...]:
        """The heads of those whose words the verb reports, where it is itself what reports them."""
        token = self.tree.tokens[cue]
        own = [
            s for s in self.statements if s.cue is not None and s.cue.start <= token.start and token.end <= s.cue.end
        ]
        spans = [x.span for s in own for x in s.speakers if x.span is not None and x.actor is not None]
        last = (self.tree.at(span.end) for span in spans)
        return tuple(sorted({at - 1 for at in last if at}))

    def is_first_person(self, head: int) -> bool:
        """Whether the phrase is "I" or "we"."""
        return self.tree.tokens[head].text.lower() in _FIRST_PERSON

    def is_own(self, head: int) -> bool:
        """Whether the phrase is the speaker's own: "we", "our side"."""
        owner = self.tree.child(head, "poss")
        return self.is_first_person(head) or (owner is not None and self.is_first_person(owner))

    def is_joint(self, heads: tuple[int, ...]) -> bool:
        """Whether a subject is several together: "we", "both sides", "Oslo and Bern"."""
        if len(heads) > 1:
            return True
        return any(
            self.tree.tokens[h].text.lower() in ("we", "they") or self.tree.tokens[h].tag in ("NNS", "NNPS")
            for h in heads
        )

    def span_of(self, tokens: list[int]) -> Span:
        """The span from the first to the last of the tokens."""
        return self.tree.span(min(tokens), max(tokens))
