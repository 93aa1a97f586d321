"""Headlines: names, a reporting verb in the present, and what is reported. The parser reads few of them right."""

from collections.abc import Iterable, Iterator

from communique.annotate.tree import Tree
from communique.extract.statements.contents import pieces
from communique.extract.statements.model import Draft, Page, Source
from communique.knowledge.verbs import Cue
from communique.records.annotated import Sentence

JOINTS = frozenset({",", "and", "&"})
MAX_NAMES = 10


def headline_drafts(page: Page) -> Iterator[Draft]:
    """A draft for a title or heading that opens with names and a reporting verb: "Minister, union vow to talk"."""
    tree = page.tree
    roles = {n for n, p in enumerate(tree.article.paragraphs) if p.role in ("title", "heading")}
    for sentence in tree.sentences:
        if sentence.paragraph in roles and page.is_open(sentence.first):
            yield from _of_headline(page, sentence)


def _of_headline(page: Page, sentence: Sentence) -> Iterator[Draft]:
    tree = page.tree
    verb = _verb(page, sentence)
    if verb is None:
        return
    word = page.verbs.verb(tree.tokens[verb].text.lower())
    rest = range(verb + 1, _stop(tree, verb + 1, sentence.last))
    if word is None or not rest or not _fits(tree, word, rest[0]):
        return
    found = pieces(tree, rest, ())
    if found:
        names = tuple(range(sentence.first, verb))
        yield Draft(verb, (verb,), word, Source(names[-1], names), found, "headline")


def without_deeds(page: Page, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts without those of titles and headings that tell a deed: a verb of doing with a mere object, and
    nobody's words in quotation marks."""
    roles = {n for n, p in enumerate(page.tree.article.paragraphs) if p.role in ("title", "heading")}
    for draft in drafts:
        titled = page.tree.sentence_of(draft.verb).paragraph in roles
        if not (titled and page.verbs.is_deed(page.tree.tokens[draft.verb].text.lower()) and _is_object(page, draft)):
            yield draft


def _is_object(page: Page, draft: Draft) -> bool:
    """Whether the content is a thing: no clause, no infinitive, no quotation."""
    inside = [t for start, end in draft.pieces for t in page.tree.within(start, end)]
    if draft.form in ("quote", "clause", "infinitive") or any(page.is_quoted(t) for t in inside):
        return False
    return bool(inside) and page.tree.tokens[inside[0]].text.lower() not in ("to", "that")


def _verb(page: Page, sentence: Sentence) -> int | None:
    """The first word behind the names that is a reporting verb in its base form or third person."""
    tree = page.tree
    for i in range(sentence.first, min(sentence.last, sentence.first + MAX_NAMES)):
        token = tree.tokens[i]
        word = page.verbs.verb(token.text.lower())
        present = word is not None and not token.text.lower().endswith(("ed", "ing"))
        if present and i > sentence.first and not page.is_quoted(i) and _acts(tree, sentence, i):
            return i
        if not (token.pos in ("PROPN", "ADJ", "NOUN") or token.text in JOINTS) or not _is_name(token.text):
            return None
    return None


def _acts(tree: Tree, sentence: Sentence, i: int) -> bool:
    """Whether the word is a verb here: tagged as one, before "to", or in the plural behind joint names."""
    if tree.tokens[i].tag.startswith("VB"):
        return True
    joint = any(tree.tokens[t].text in JOINTS for t in range(sentence.first, i))
    before_to = i + 1 < sentence.last and tree.tokens[i + 1].text.lower() == "to"
    return before_to or (joint and not tree.tokens[i].text.endswith("s"))


def _is_name(text: str) -> bool:
    return text in JOINTS or text[:1].isupper()


def _stop(tree: Tree, first: int, last: int) -> int:
    """Where the headline proper ends: before a bar and the outlet's name."""
    return next((i for i in range(first, last) if tree.tokens[i].text in ("|", "»")), last)


def _fits(tree: Tree, word: Cue, following: int) -> bool:
    text = tree.tokens[following].text.lower()
    if text == "to":
        return word.has("infinitive")
    return word.has("clause") or word.has("object")
