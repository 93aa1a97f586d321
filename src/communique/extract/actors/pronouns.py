"""Who "he" and "she" are: the nearest person that grammar and gender allow."""

from communique.annotate.tree import Tree
from communique.extract.actors.draft import Draft
from communique.knowledge.people import People
from communique.text.quotes import find_all, outermost

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
TITLE_GENDER = {"mr": "m", "mr.": "m", "king": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "queen": "f"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# How many sentences back a pronoun may reach.
REACH = 3


def place_pronouns(tree: Tree, people: list[Draft], known: People) -> None:
    """Adds to each person the pronouns that stand for it; a pronoun that grammar leaves open is nobody's."""
    spots = sorted((first, last, n) for n, draft in enumerate(people) for first, last, _ in draft.at)
    for draft in people:
        _titled(tree, draft, known)
    quoted = _quoted(tree)
    bracketed = _bracketed(tree)
    for i, token in enumerate(tree.tokens):
        gender = GENDER.get(token.text.lower())
        if gender is None or token.pos != "PRON":
            continue
        # A name inside a quotation is spoken of, or to, there; who speaks is named outside.
        usable = spots if i in quoted else [spot for spot in spots if spot[0] not in quoted]
        usable = usable if i in bracketed else [spot for spot in usable if spot[0] not in bracketed]
        if i in quoted:
            says = _speakers(tree, spots, quoted, i)
            usable = [spot for spot in usable if spot[2] not in says]
        number = _antecedent(tree, usable, people, i, gender)
        if number is not None:
            people[number].gender = people[number].gender or gender
            people[number].at.append((i, i + 1, "pronoun"))
            spots.append((i, i + 1, number))
            spots.sort()


def _quoted(tree: Tree) -> frozenset[int]:
    """The tokens inside quotation marks."""
    kept = [(p.start, p.end) for p in tree.article.paragraphs if p.start is not None and p.end is not None]
    stretches = outermost(find_all(tree.text, kept))
    return frozenset(i for q in stretches if q.closed for i in tree.within(q.inner, q.stop))


def _bracketed(tree: Tree) -> frozenset[int]:
    """The tokens inside brackets of one sentence, as credits of photographs stand: "(Photo: Carl Dahl, AP)"."""
    found: list[int] = []
    for sentence in tree.sentences:
        opened: int | None = None
        for i in range(sentence.first, sentence.last):
            if tree.tokens[i].text in {"(", "["}:
                opened = i
            elif tree.tokens[i].text in {")", "]"} and opened is not None:
                found.extend(range(opened, i))
                opened = None
    return frozenset(found)


def _speakers(tree: Tree, spots: list[tuple[int, int, int]], quoted: frozenset[int], i: int) -> frozenset[int]:
    """Whose words the quotation around token `i` is by its own sentence: whoever speaks is "I" there, not "he"."""
    sentence = tree.sentence_of(i)
    verbs = set(tree.ancestors(i)) - quoted
    return frozenset(
        who
        for first, last, who in spots
        if sentence.first <= first < sentence.last
        and first not in quoted
        and tree.tokens[top := _top(tree, first, last)].dep in SUBJECTS
        and tree.tokens[top].head in verbs
    )


def _titled(tree: Tree, draft: Draft, known: People) -> None:
    """The gender that a courtesy, a given name or a noun for a man or woman tells."""
    for first, _, _ in draft.at:
        before = tree.tokens[first - 1].text.lower() if first else ""
        draft.gender = draft.gender or TITLE_GENDER.get(before)
    draft.gender = draft.gender or known.gender_of_name(draft.name)
    for first, last, how in draft.at:
        noun = tree.tokens[last - 1 if how == "nominal" else first - 1].text.lower() if first else ""
        draft.gender = draft.gender or known.gender_of_noun(noun)


def _antecedent(tree: Tree, spots: list[tuple[int, int, int]], people: list[Draft], i: int, gender: str) -> int | None:
    ahead = _ahead(tree, spots, people, i, gender)
    if ahead is not None:
        return ahead
    sentence = tree.sentence_number(i)
    paragraph = tree.sentences[sentence].paragraph
    for back in range(REACH):
        n = sentence - back
        if n < 0 or (tree.sentences[n].paragraph != paragraph and back > 1):
            break
        limit = i if back == 0 else tree.sentences[n].last
        here = [
            (first, last, who)
            for first, last, who in spots
            if tree.sentences[n].first <= first and last <= limit and people[who].gender in (None, gender)
        ]
        if back == 0:
            here = [spot for spot in here if not _bound_out(tree, spot, i)]
        if here:
            return _best(tree, here, same_sentence=back == 0)
    return None


def _ahead(tree: Tree, spots: list[tuple[int, int, int]], people: list[Draft], i: int, gender: str) -> int | None:
    """ "After his arrival, Berg spoke": in a phrase before the main subject, a possessive looks ahead to it."""
    if tree.tokens[i].dep != "poss":
        return None
    sentence = tree.sentence_of(i)
    root = next((k for k in range(i, sentence.last) if tree.tokens[k].dep == "ROOT"), None)
    subject = tree.child(root, *SUBJECTS) if root is not None else None
    if root is None or subject is None or subject < i or i in tree.subtree(subject) or root not in tree.ancestors(i):
        return None
    here = (who for first, last, who in spots if first <= subject < last and people[who].gender in (None, gender))
    return next(here, None)


def _bound_out(tree: Tree, spot: tuple[int, int, int], i: int) -> bool:
    """ "Putin met him": an object is not its own subject."""
    head = _top(tree, spot[0], spot[1])
    token = tree.tokens[i]
    return (
        token.dep in {"dobj", "iobj", "dative"}
        and tree.tokens[head].dep in SUBJECTS
        and tree.tokens[head].head == token.head
    )


def _best(tree: Tree, here: list[tuple[int, int, int]], same_sentence: bool) -> int:
    """The nearest subject before it in its own sentence, the main subject of an earlier one, else the nearest."""
    subjects = [spot for spot in here if tree.tokens[_top(tree, spot[0], spot[1])].dep in SUBJECTS]
    if subjects:
        main = [spot for spot in subjects if tree.tokens[tree.tokens[_top(tree, spot[0], spot[1])].head].dep == "ROOT"]
        return (subjects[-1] if same_sentence else (main or subjects)[0])[2]
    return here[-1][2]


def _top(tree: Tree, first: int, last: int) -> int:
    """The token of the stretch that the rest hangs on."""
    for i in range(first, last):
        if not first <= tree.tokens[i].head < last or tree.tokens[i].head == i:
            return i
    return last - 1
