"""The judgement on a quotation: from which utterance it comes, whether the words are its words, whether the speaker is
its speaker."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, product
from typing import NamedTuple

from communique.compare.check.align import Alignment, align, same, stretches
from communique.compare.check.answer import Checked, Match, Wording
from communique.compare.check.asked import Asked, asked
from communique.compare.check.dated import misdated
from communique.merge.utterances.denials import Word, denied_before
from communique.merge.utterances.differences import typed, words_of, words_said
from communique.merge.wording import STOP, Weights, meanings
from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Difference, Statement

# Of the quotation's weight, how much must be found in a remark, in order, for it to be the one that is meant.
LEAST = 0.45
# So much is enough in a remark of the speaker who is asked for.
LEAST_OWN = 0.35
# What holds fewer content words, and fewer words, cannot be recognised.
FEWEST, FEWEST_WORDS = 2, 6
# So many statements with the most words in common are laid beside the quotation.
CANDIDATES = 25
# A quotation is spliced of two where each half is found so well, with so many content words or words, and both together
# find so much of what the better one alone does not, and so much of all.
HALF, HALF_CONTENT, HALF_WORDS, BETTER, LEAST_BETTER = 0.75, 3, 6, 0.6, 0.1
# Two pieces of one speaker that stand so close in one article are one remark that the outlet interrupts.
CLOSE = 160
# Who may be meant by a state's name: all who speak for it.
STANDS_FOR = frozenset({"state", "government"})
# Of two as near, the one that quotes.
_MODES = {"direct": 0, "mixed": 1, "indirect": 2}
# How much nearer the words of another may be before the speaker that is asked for is no longer preferred.
OWN = 0.1


class _Found(NamedTuple):
    """A statement laid beside the quotation: the weight of the quotation's words found, in all and word by word."""

    statement: Statement
    told: list[Word]
    alignment: Alignment
    gains: tuple[float, ...]
    score: float


class Checker:
    """The statements of a record, made ready to be compared with quotations."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._statements = {s.id: s for s in record.statements}
        self._texts = {s.id: meanings(s.content.exact) for s in record.statements}
        self._weights = Weights(self._texts.values())
        self._speakers = {u.id: u.speakers for u in record.utterances}
        self._actors = {a.id: a for a in record.actors}
        self._times = {e.id: e.time for e in record.events}

    def check(self, words: str, speaker: str = "", most: int = 3) -> Checked:
        """As `communique.compare.check.check`."""
        question = asked(words, speaker, self._record.actors)
        given = words_of(Span(start=0, end=len(question.said), exact=question.said))
        if not _tells(given):
            return Checked(said=question.said, speaker=question.name, verdict="none", short=True)
        found = self._found(question, given)
        halves = self._spliced(found, given)
        matches = [self._match(one, question, given) for one in (halves or self._best(found, question, given)[:most])]
        if not matches:
            return Checked(
                said=question.said,
                speaker=question.name,
                verdict="none",
                blamed=tuple(a.id for a in question.actors),
                standing=self._standing(given),
            )
        return self._judged(question, matches, bool(halves))

    def _judged(self, question: Asked, matches: Sequence[Match], spliced: bool) -> Checked:
        parts = matches[:2] if spliced else matches[:1]
        wording = _together(parts, [self._statements[m.statement] for m in parts]) if spliced else parts[0].wording
        wrong = bool(question.name) and any(self._is_another(m, question.actors) for m in parts)
        return Checked(
            said=question.said,
            speaker=question.name,
            verdict="misattributed" if wrong else wording,
            wording=wording,
            altered=tuple(text for m in parts for d in m.differences if (text := _told(d))),
            blamed=tuple(a.id for a in question.actors),
            matches=tuple(matches),
            misdated=misdated(question.around, self._times.get(parts[0].event or "")) if len(parts) == 1 else "",
        )

    def _is_another(self, match: Match, blamed: Sequence[Actor]) -> bool:
        """Whether the record knows who said it, and it is nobody who may be meant."""
        return bool(match.speakers) and not self._is_theirs(match.speakers, blamed)

    def _is_theirs(self, speakers: Iterable[str], blamed: Sequence[Actor]) -> bool:
        ids = {a.id for a in blamed}
        countries = {a.country for a in blamed if a.kind in STANDS_FOR and a.country}
        return any(s in ids or (s in self._actors and self._actors[s].country in countries) for s in speakers)

    def _found(self, question: Asked, given: list[Word]) -> list[_Found]:
        """Statements that hold some of the words, the nearest first; of two as near, that of the speaker asked for."""
        wanted = meanings(question.said)
        total = self._weights.sum(wanted)
        near = sorted(
            ((-self._weights.sum(wanted & text) / total, id_) for id_, text in self._texts.items() if wanted & text)
        )
        found = [self._laid(self._statements[id_], given) for _, id_ in near[:CANDIDATES]]
        ranks = {
            f.statement.id: (-self._preferred(f, question), _other_words(f, given), _MODES[f.statement.mode])
            for f in found
        }
        return sorted(found, key=lambda f: (ranks[f.statement.id], f.statement.id))

    def _preferred(self, found: _Found, question: Asked) -> float:
        own = bool(question.actors) and self._is_theirs(self._whose(found.statement), question.actors)
        return round(found.score + OWN * own, 4)

    def _whose(self, statement: Statement) -> tuple[str, ...]:
        own = tuple(s.actor for s in statement.speakers if s.actor)
        return tuple(dict.fromkeys((*own, *self._speakers.get(statement.utterance, ()))))

    def _laid(self, statement: Statement, given: list[Word]) -> _Found:
        words = words_said(statement)
        alignment = align(given, words)
        kept = {i: j for i, j in alignment.pairs if i >= 0 and j >= 0}
        gains = tuple(
            self._weight(word) if i in kept and word.key == words[kept[i]].key else 0.0 for i, word in enumerate(given)
        )
        every = sum(map(self._weight, given))
        return _Found(statement, words, alignment, gains, sum(gains) / every if every else 0.0)

    def _weight(self, word: Word) -> float:
        """Small words hardly tell."""
        return 0.2 if word.text.lower() in STOP else self._weights.of(word.key)

    def _best(self, found: Sequence[_Found], question: Asked, given: Sequence[Word]) -> list[_Found]:
        """The nearest rendering of each utterance that is near enough."""
        best: dict[str, _Found] = {}
        for one in found:
            own = bool(question.actors) and self._is_theirs(self._whose(one.statement), question.actors)
            met = [word for word, gain in zip(given, one.gains, strict=True) if gain]
            if one.score >= (LEAST_OWN if own else LEAST) and _tells(met):
                best.setdefault(one.statement.utterance, one)
        return list(best.values())

    def _spliced(self, found: Sequence[_Found], given: list[Word]) -> list[_Found]:
        """The two statements that the quotation is put together of, in its order; or none, where one is enough."""
        weights = _sums(self._weight(w) for w in given)
        content = _sums(float(w.text.lower() not in STOP) for w in given)
        gains = [(f, _sums(f.gains)) for f in found]
        alone = max((f.score for f in found), default=0.0)
        least, best = alone + max(LEAST_BETTER, BETTER * (1 - alone)), list[_Found]()
        for cut in range(1, len(given)):
            halves = ((cut, content[cut]), (len(given) - cut, content[-1] - content[cut]))
            if any(words < HALF_WORDS and told < HALF_CONTENT for words, told in halves):
                continue
            before, behind = weights[cut], weights[-1] - weights[cut]
            lefts = [(s[cut], f) for f, s in gains if s[cut] >= HALF * before]
            rights = [(s[-1] - s[cut], f) for f, s in gains if s[-1] - s[cut] >= HALF * behind]
            for (mine, first), (theirs, second) in product(lefts, rights):
                score = (mine + theirs) / weights[-1]
                if score > least and first.statement.utterance != second.statement.utterance:
                    least, best = score, [_cut(first, 0, cut), _cut(second, cut, len(given))]
        return best

    def _match(self, found: _Found, question: Asked, given: list[Word]) -> Match:
        places = [i for i, _ in found.alignment.pairs if i >= 0]
        mine = given[min(places) : max(places) + 1]
        start, end = found.alignment.window
        theirs = found.told[start:end]
        asked_span = Span(start=0, end=len(question.said), exact=question.said)
        rows = stretches(found.alignment, given, found.told)
        differences = tuple(typed(asked_span, found.statement.content, rows, {}))
        denial = denied_before(found.statement.content, found.told, start, end)
        return Match(
            utterance=found.statement.utterance,
            statement=found.statement.id,
            wording=_wording(mine, theirs, differences),
            score=round(found.score, 4),
            speakers=self._whose(found.statement),
            event=found.statement.event,
            asked=_part(asked_span, mine),
            told=_part(found.statement.content, theirs),
            differences=differences,
            denied=_part(found.statement.content, [denial.word, theirs[-1]]) if denial else None,
            quoted=_is_quoted(found.statement, theirs),
        )

    def _standing(self, given: Sequence[Word]) -> Span | None:
        """Where the very words stand in an article."""
        pattern = re.compile(r"[\W_]+".join(re.escape(w.text) for w in given), re.IGNORECASE)
        for article in self._record.articles:
            if match := pattern.search(article.text):
                return Span(article=article.id, start=match.start(), end=match.end(), exact=match.group())
        return None


def _other_words(found: _Found, given: Sequence[Word]) -> int:
    """How many words differ, are added or left out, those of one meaning as well."""
    return sum(i < 0 or j < 0 or not same(given[i], found.told[j]) for i, j in found.alignment.pairs)


def _tells(words: Sequence[Word]) -> bool:
    """Whether the words are enough to be recognised by."""
    return len(words) >= FEWEST_WORDS or sum(w.text.lower() not in STOP for w in words) >= FEWEST


def _sums(values: Iterable[float]) -> list[float]:
    """The sum of the first none, one, two, … values."""
    return [0.0, *accumulate(values)]


def _cut(found: _Found, start: int, end: int) -> _Found:
    """A statement laid beside a part of the quotation only."""
    pairs = [(i, j) for i, j in found.alignment.pairs if start <= i < end]
    theirs = [j for _, j in pairs if j >= 0]
    low, high = (min(theirs), max(theirs)) if theirs else (0, -1)
    inner = [(i, j) for i, j in found.alignment.pairs if start <= i < end or (i < 0 and low < j < high)]
    return found._replace(alignment=Alignment(tuple(inner)))


def _wording(mine: Sequence[Word], theirs: Sequence[Word], differences: Sequence[Difference]) -> Wording:
    """Exact where the words stand there in a row; shortened where nothing is left out but words that change neither
    figure nor sense as far as can be told; altered otherwise."""
    if len(mine) == len(theirs) and all(map(same, mine, theirs)):
        return "exact"
    rest = iter(theirs)
    in_order = all(any(same(word, other) for other in rest) for word in mine)
    return "shortened" if in_order and all(d.kind in ("added", "other") for d in differences) else "altered"


def _together(matches: Sequence[Match], statements: Sequence[Statement]) -> Wording:
    """Two pieces of one speaker, one right behind the other, are one remark that the outlet interrupts."""
    left, right = statements
    close = left.content.article == right.content.article and 0 <= right.content.start - left.content.end <= CLOSE
    if not close or set(matches[0].speakers).isdisjoint(matches[1].speakers):
        return "spliced"
    return max((m.wording for m in matches), key=("exact", "shortened", "altered", "spliced").index)


def _told(difference: Difference) -> str:
    """The words asked for that differ; of words that are missing, those that change what is said."""
    mine, theirs = (side.exact if side else "" for side in (difference.left, difference.right))
    if difference.kind in ("bound", "polarity") and theirs.endswith(mine):
        return f"without “{theirs.removesuffix(mine).strip()}”"
    return mine


def _is_quoted(statement: Statement, words: Sequence[Word]) -> bool:
    inside = (q for q in statement.quotes if words and q.start <= words[0].start and words[-1].end <= q.end)
    return statement.mode == "direct" or any(inside)


def _part(within: Span, words: Sequence[Word]) -> Span:
    if not words:
        return Span(article=within.article, start=within.start, end=within.start, exact="")
    start, end = words[0].start, words[-1].end
    exact = within.exact[start - within.start : end - within.start]
    return Span(article=within.article, start=start, end=end, exact=exact)
