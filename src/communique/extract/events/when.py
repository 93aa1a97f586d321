"""Which time expression of a sentence says when an event took place."""

from bisect import bisect_left

from communique.annotate.tree import Tree
from communique.extract.events.status import governing_verb
from communique.extract.events.triggers import Trigger
from communique.records.mentions import Extraction
from communique.records.times import TimeMention

# What has a time of its own: "confirmed the meeting in a tweet on Wednesday".
MESSAGES = frozenset(
    "tweet statement interview letter report post message speech article editorial op-ed briefing memo email".split()
)

SAYS = frozenset("say tell announce add state declare confirm report write claim believe think know note".split())

# What is done at an encounter or in a call is done when these are: "called to thank her on Monday", "met to discuss the
# dam on Monday"; but what is asked for, or fixed, is to come.
TALKING = frozenset({"call", "meeting", "talks", "summit"})
FIXES = frozenset(
    "invite ask urge request demand propose plan prepare arrange schedule organise organize announce agree decide "
    "promise offer set fix confirm finalise finalize".split()
)


MEANWHILE = frozenset({"while", "as"})


class Calendar:
    """The datable time expressions of an article by their tokens."""

    def __init__(self, tree: Tree, so_far: Extraction) -> None:
        self.tree = tree
        said = [(tree.within(t.span.start, t.span.end), t) for t in so_far.times if _datable(t)]
        self.times = sorted((one for one in said if one[0]), key=lambda one: one[0][0])
        self.tokens = frozenset(i for tokens, _ in self.times for i in tokens)
        self._starts = [tokens[0] for tokens, _ in self.times]
        self._known = {t.id: (tokens, t) for tokens, t in said}

    def is_ahead(self, time: str) -> bool:
        """Whether the expression looks ahead by its own words ("next week", "in the coming days")."""
        expression = self._known[time][1].expression
        return expression.direction == "future" or ((expression.offset or 0) > 0 and not expression.anaphoric)

    def within(self, first: int, last: int) -> list[tuple[int, TimeMention]]:
        """(first token, time) for the times among tokens `first` to `last` (exclusive)."""
        return [(tokens[0], t) for tokens, t in self._among(first, last) if tokens[-1] < last]

    def _among(self, first: int, last: int) -> list[tuple[list[int], TimeMention]]:
        """The times that begin among tokens `first` to `last` (exclusive), with their tokens."""
        return self.times[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def of(self, trigger: Trigger, rivals: frozenset[int]) -> TimeMention | None:
        """The time that hangs on the trigger, on its light verb, or on the verb above it; never one that hangs on
        another trigger (`rivals`) first."""
        sentence = self.tree.sentence_of(trigger.i)
        verb = governing_verb(self.tree, trigger)
        best: tuple[int, int, TimeMention] | None = None
        for tokens, time in self._among(sentence.first, sentence.last):
            if _since(self.tree, tokens[0]):
                continue
            if verb is not None and self._of_the_report(tokens, verb):
                continue
            then = verb is not None and self._then(tokens, verb)
            rank = 1 if then else self._rank(tokens, trigger, verb, rivals)
            key = (rank, abs(tokens[0] - trigger.i))
            if rank < 9 and (best is None or key < best[:2]):
                best = (*key, time)
        if best is None and verb is not None:
            return self._meanwhile(verb, rivals)
        return best[2] if best else None

    def _meanwhile(self, verb: int, rivals: frozenset[int]) -> TimeMention | None:
        """ "spoke on Monday while ministers held talks": the time of the clause above."""
        tree, above = self.tree, self.tree.tokens[verb].head
        marks = [tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod") if c < verb]
        if tree.tokens[verb].dep != "advcl" or not set(marks) & MEANWHILE or above == verb:
            return None
        sentence = tree.sentence_of(verb)
        for tokens, time in self._among(sentence.first, sentence.last):
            ways = [a for t in tokens for a in tree.ancestors(t) if a not in tokens]
            nearest = next((a for a in ways if a in rivals or tree.tokens[a].pos in {"VERB", "AUX"}), None)
            if nearest == above and not _since(tree, tokens[0]):
                return time
        return None

    def hangs_on(self, time: str, noun: int) -> bool:
        """Whether the noun's own phrase says the time: "a letter on Monday"."""
        tokens = self._known[time][0]
        return bool(tokens) and tokens[0] in self.tree.subtree(noun)

    def coordinated(self, time: TimeMention) -> list[TimeMention]:
        """The time and those that "and again" joins to it: an event each ("in 1994 and again in 2005")."""
        found = [time]
        last = self._known[time.id][0][-1]
        for tokens, other in self._among(last + 1, self.tree.sentence_of(last).last):
            if self._again(found[-1], tokens[0]):
                found.append(other)
        return found

    def is_second(self, time: str) -> bool:
        """Whether another time comes before it with "and again"."""
        tokens = self._known[time][0]
        if not tokens:
            return False
        before = self._among(self.tree.sentence_of(tokens[0]).first, tokens[0])
        return any(self._again(other, tokens[0]) for _, other in before)

    def _again(self, before: TimeMention, first: int) -> bool:
        """Whether the time `before` and the one that begins at token `first` are joined by "and (again)"."""
        between = [self.tree.tokens[i].text.lower() for i in range(self._known[before.id][0][-1] + 1, first)]
        return "again" in between and set(between) <= {"and", "again", "in", "on", ",", "at"}

    def _rank(self, tokens: list[int], trigger: Trigger, verb: int | None, rivals: frozenset[int]) -> int:
        top = next(
            (i for i in tokens if self.tree.tokens[i].head not in tokens or self.tree.tokens[i].head == i), tokens[0]
        )
        for ancestor in self.tree.ancestors(top):
            if ancestor == trigger.i:
                return 0
            if ancestor == trigger.verb:
                return 1
            if self._is_purpose(ancestor, trigger):
                return 3
            if ancestor in rivals:
                return 9
            if ancestor == verb:
                # "the visit recalls the trip in 1985"
                between = range(min(trigger.i, tokens[0]) + 1, max(trigger.i, tokens[0]))
                return 2 if trigger.how != "noun" or rivals.isdisjoint(between) else 9
            above = self.tree.tokens[ancestor]
            if above.dep == "acl" and above.tag == "VBN" and above.head == trigger.i:
                return 0
            if above.pos in {"VERB", "AUX"} or above.lemma in MESSAGES:
                return 9
        return 9

    def _is_purpose(self, verb: int, trigger: Trigger) -> bool:
        """ "called to thank her on Monday": what the call was for was done in it."""
        token = self.tree.tokens[verb]
        if trigger.form not in TALKING or token.lemma in FIXES or token.head not in {trigger.i, trigger.verb}:
            return False
        to = any(self.tree.tokens[c].tag == "TO" for c in self.tree.children(verb, "aux"))
        return to and token.tag == "VB" and token.dep in {"xcomp", "advcl"}

    def _of_the_report(self, tokens: list[int], verb: int) -> bool:
        """ "said on Monday he would soon visit Oslo": the time before the clause is that of the words."""
        opens = (min(self.tree.subtree(c)) for c in self.tree.children(verb, "nsubj", "nsubjpass", "mark", "aux"))
        begins = min(verb, *opens, verb)
        above = self.tree.tokens[verb].head
        if above == verb or self.tree.tokens[above].lemma not in SAYS or not above < tokens[0] < begins:
            return False
        return not any(self.tree.tokens[k].dep == "mark" for k in range(above + 1, tokens[0]))

    def _then(self, tokens: list[int], verb: int) -> bool:
        """ "in July 2008, when he was visiting Oslo": the time that the clause describes."""
        marks = [c for c in self.tree.children(verb, "advmod", "mark") if self.tree.tokens[c].text.lower() == "when"]
        if not marks or self.tree.tokens[verb].dep not in {"relcl", "advcl"}:
            return False
        between = range(tokens[-1] + 1, marks[0])
        return tokens[-1] < marks[0] and all(self.tree.tokens[k].pos == "PUNCT" for k in between)

    def since(self, first: int, last: int) -> TimeMention | None:
        """ "the first time since 2017": the time behind "since" among the tokens."""
        return next(
            (t for tokens, t in self._among(first, last) if _since(self.tree, tokens[0])),
            None,
        )


def _since(tree: Tree, first: int) -> bool:
    """Whether "since" leads to the expression, outside it or as its first word."""
    words = [tree.tokens[k].text.lower() for k in range(max(0, first - 1), first + 1)]
    return "since" in words


def _datable(time: TimeMention) -> bool:
    e = time.expression
    return time.duration is None and e.duration is None and e.repeated is None and e.vague is None
