"""What differs in wording between two renderings, as typed spans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from communique.knowledge.synonyms import load_synonyms
from communique.merge.utterances.denials import HELPING, SMALL, Denial, Stretch, Word, denials, denies
from communique.records.mentions import StatementMention
from communique.records.spans import Span
from communique.records.statements import Difference, DifferenceKind, Statement
from communique.text.numbers import find as numbers
from communique.text.stems import stem, word_spans

_BOUNDS = frozenset(
    "over more about around nearly almost least most under less up some roughly approximately than at to".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion dozen half".split()
)
# Where less of the words is shared, only the content is, and no word stands for another.
LEAST_ALIKE = 0.35
# A denial among so many words is what differs; among more it stands in another sentence.
_FEW_WORDS = 3
LONGEST_NAME = 4
LONGEST = 8


def words_of(span: Span) -> list[Word]:
    """The words of a span with their places in the article."""
    synonyms = load_synonyms()
    found = list[Word]()
    for s, e, w in word_spans(span.exact):
        if w.lower() == "one" and found and found[-1].text.lower() == "no":
            # "no one" is nobody, and no number.
            whole = span.exact[found[-1].start - span.start : e]
            found[-1] = Word(found[-1].start, span.start + e, whole, "nobody")
        else:
            found.append(Word(span.start + s, span.start + e, w, stem(w) if w.lower() in SMALL else synonyms.of(w)))
    return found


def words_said(statement: Statement | StatementMention) -> list[Word]:
    """The words of a statement, without those of the cue and the source that stand inside."""
    return [word for piece in statement.pieces or (statement.content,) for word in words_of(piece)]


def differences(
    one: StatementMention, other: StatementMention, entities: Mapping[tuple[str, int], str]
) -> Iterator[Difference]:
    """The differences from `one` to `other`, in order. `entities` gives the merged actor of each name by article
    and start: other names of one actor are no other object."""
    left, right, a, b = one.content, other.content, words_said(one), words_said(other)
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return
    stretches = [(tag == "equal", a[i1:i2], b[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    for found in typed(left, right, stretches, entities):
        # More words than this on one side are another sentence, not another word.
        if all(side is None or len(word_spans(side.exact)) <= LONGEST for side in (found.left, found.right)):
            yield found


def typed(
    left: Span, right: Span, stretches: Iterable[Stretch], entities: Mapping[tuple[str, int], str]
) -> Iterator[Difference]:
    """What differs in two wordings whose words were laid beside each other: `stretches` are, in order, words of one
    meaning on both sides (equal), or what stands on either side between them."""
    rows = list(stretches)
    both = _words_of(a for _, a, _ in rows) & _words_of(b for _, _, b in rows)
    known = denials(left, right, rows)
    told = 0, 0
    for n, (equal, a, b) in enumerate(rows):
        if equal:
            yield from _other_force(left, a, right, b, both)
            continue
        mine, theirs = [w for w in a if w.start >= told[0]], [w for w in b if w.start >= told[1]]
        kind = _kind(left, mine, right, theirs, entities)
        shown = _weighed(kind, _of(mine, known[0]) + _of(theirs, known[1]))
        if shown == "added" and kind == "polarity":
            mine, theirs = _with_what_it_denies(mine, known[0]), _with_what_it_denies(theirs, known[1])
            told = (mine[-1].end if mine else told[0], theirs[-1].end if theirs else told[1])
        if shown:
            behind = rows[n + 1] if n + 1 < len(rows) and shown != "added" else None
            yield _row(shown, left, *_with_what_it_changes(kind or shown, mine, theirs, behind), right)


def _of(words: Sequence[Word], known: Mapping[int, Denial]) -> list[Denial | None]:
    """The denials among words; None for one that has nothing of weight behind it."""
    return [known.get(w.start) for w in words if denies(w.text)]


def _weighed(kind: DifferenceKind | None, found: Sequence[Denial | None]) -> DifferenceKind | None:
    """The kind of a difference with these denials among its words. One that differs is a denial added or dropped,
    whatever else was; one that both sides have is another wording; one of something that stands on one side alone is
    an addition."""
    if kind == "added" and any(denial and denial.added for denial in found):
        return "polarity"
    if kind != "polarity" or not found or any(denial is None or denial.differs for denial in found):
        return kind
    return "other" if any(denial and denial.answered for denial in found) else "added"


def _with_what_it_denies(words: Sequence[Word], known: Mapping[int, Denial]) -> list[Word]:
    """The words up to the last that a denial among them denies."""
    denied = [known[w.start].denied[-1] for w in words if w.start in known]
    return [*words, *(last for last in denied[-1:] if last.start > words[-1].start)]


def _with_what_it_changes(
    kind: DifferenceKind, a: Sequence[Word], b: Sequence[Word], behind: Stretch | None
) -> tuple[Sequence[Word], Sequence[Word]]:
    """A bound or a denial that one side lacks, with the number or the word behind it: "40" and "over 40"."""
    if (a and b) or kind not in ("bound", "polarity") or behind is None:
        return a, b
    many = 1
    if kind == "bound":
        many = next((n for n, w in enumerate(behind[1]) if not _numeric({w.text.lower()})), len(behind[1]))
    return [*a, *behind[1][:many]], [*b, *behind[2][:many]]


def _words_of(sides: Iterable[Sequence[Word]]) -> set[str]:
    return {w.text.lower() for side in sides for w in side}


def _other_force(left: Span, a: Sequence[Word], right: Span, b: Sequence[Word], both: set[str]) -> Iterator[Difference]:
    """Words of one meaning and different stems: "confronting" for "countering". Words that both sides have (`both`)
    only change places: "building and repairing", "repairing and building"."""
    for mine, theirs in zip(a, b, strict=True):
        if {mine.text.lower(), theirs.text.lower()} <= both:
            continue
        if stem(mine.text) != stem(theirs.text) and mine.text.lower() not in SMALL:
            yield _row(
                "verb" if _verbal(mine.text) and _verbal(theirs.text) else "other", left, [mine], [theirs], right
            )


def _verbal(word: str) -> bool:
    return word.lower().endswith(("ing", "ed"))


def _kind(
    left: Span, a: Sequence[Word], right: Span, b: Sequence[Word], entities: Mapping[tuple[str, int], str]
) -> DifferenceKind | None:
    mine, theirs = ({w.text.lower() for w in side} for side in (a, b))
    if _numeric(mine) and _numeric(theirs):
        if _values(a) != _values(b):
            return "number"
        if (mine | theirs) - _numeric(mine) - _numeric(theirs) <= _BOUNDS:
            return None if bool(mine & _BOUNDS) == bool(theirs & _BOUNDS) else "bound"
    if _denies(mine, theirs):
        return "polarity"
    if (mine ^ theirs) <= _BOUNDS and (mine ^ theirs) - {"to", "at", "than", "up", "some"} and (mine | theirs):
        return "bound"
    named = (
        {entities[s.article, w.start] for w in side if (s.article, w.start) in entities}
        for s, side in ((left, a), (right, b))
    )
    ours, others = (set(x) for x in named)
    if ours and others:
        # A name within more words than a name has is a phrase that holds one.
        is_name = ours == others and max(len(a), len(b)) <= LONGEST_NAME
        return "name" if is_name else "object" if ours != others else "other"
    if (mine | theirs) <= SMALL:
        return None
    if not a or not b:
        return "added"
    if all(_verbal(w.text) for w in (*a, *b)):
        return "verb"
    return "other"


def _denies(mine: set[str], theirs: set[str]) -> bool:
    """Whether one side denies what the other says. What it denies must be said on both sides: "did not change" beside
    nothing at all is an addition."""
    rest = {w for w in mine | theirs if not _negations({w})} - SMALL - HELPING
    return _negations(mine) != _negations(theirs) and len(mine | theirs) <= _FEW_WORDS and not rest


def _negations(words: set[str]) -> int:
    """How many words deny ("didn't" as well)."""
    return sum(map(denies, words))


def _numeric(words: set[str]) -> set[str]:
    return {w for w in words if w[0].isdigit() or w in _NUMBERS}


def _values(side: Sequence[Word]) -> list[float]:
    """The numbers of a stretch by value: "forty" is 40."""
    return sorted(n.value for n in numbers(" ".join(w.text for w in side)))


def _row(kind: DifferenceKind, left: Span, a: Sequence[Word], b: Sequence[Word], right: Span) -> Difference:
    return Difference(kind=kind, left=_span(left, a), right=_span(right, b))


def _span(within: Span, side: Sequence[Word]) -> Span | None:
    if not side:
        return None
    start, end = side[0].start, side[-1].end
    return Span(
        article=within.article, start=start, end=end, exact=within.exact[start - within.start : end - within.start]
    )
