"""What has the form of a report and is none: no content but a pronoun, a will without anybody who could have it."""

from collections.abc import Iterable

from communique.extract.statements.described import lemma
from communique.extract.statements.model import Draft, Page
from communique.extract.statements.speakers import is_passive

EMPTY = frozenset({
    "i", "he", "she", "it", "we", "you", "they", "him", "her", "us", "them", "this", "that", "these", "those", "who",
    "whom", "which", "what", "whose", "himself", "herself", "itself", "themselves", "one", "both", "me", "myself",
    "each", "other", "another",
})  # fmt: skip
# Classes of verbs that tell of a will; papers ask and claim, but they do not offer or threaten.
WILL = frozenset(
    {
        "seek",
        "offer",
        "threaten",
        "volunteer",
        "hope",
        "want",
        "wish",
        "plan",
        "intend",
        "aim",
        "aspire",
        "opt",
        "vow",
        "swear",
        "desire",
    }
)
BARE = frozenset({"they", "it", "which", "that", "these", "those", "this"})
# Verbs of plain speech.
PLAIN = frozenset({
    "say", "tell", "add", "ask", "write", "state", "announce", "reply", "respond", "answer", "insist", "claim", "argue",
    "explain", "remark", "read", "declare", "stress", "emphasize", "emphasise", "report", "warn", "urge", "quote",
})  # fmt: skip
THINGS = frozenset({"this", "these", "that", "something", "nothing", "everything", "anything"})
PARTS = frozenset({"some", "all", "most", "many", "much", "none", "each", "any", "both", "several", "one"})
# What a document or speech has without saying it.
MANNERS = frozenset({
    "timing", "tone", "style", "length", "language", "release", "publication", "disclosure", "leak", "existence",
    "absence", "lack", "timeline", "delay", "nature", "history", "size", "scope", "impact", "effect", "consequence",
})  # fmt: skip
ROLES = (("nsubj", "nsubjpass"), ("dobj",))
MAX_BACK = 80


def said(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that report something, by somebody who can say it."""
    tests = (_is_empty, _has_no_agent, _cannot_speak, _is_nobodys, _is_silent, _is_cited)
    return [draft for draft in drafts if not any(fails(page, draft) for fails in tests)]


def is_supposed(page: Page, draft: Draft) -> bool:
    """ "SHOULD anybody BE SUSPECTED of it", "could be accused of": nobody is said to have said so."""
    modal = any(page.tree.tokens[c].tag == "MD" for c in page.tree.children(draft.verb, "aux"))
    return modal and draft.source.head is None and is_passive(page.tree, draft.verb)


def _is_silent(page: Page, draft: Draft) -> bool:
    """Whether nobody spoke: the reader is meant ("you might ask"), or a comment was not made."""
    head = draft.source.head
    to_reader = head is not None and page.tree.tokens[head].text.lower() == "you"
    return to_reader or (draft.word.word == "comment" and draft.polarity == "negative")


def _is_cited(page: Page, draft: Draft) -> bool:
    """Whether it only names its source: "the paper reported, CITING two officials"."""
    if draft.word.word != "cite" or draft.form != "object" or _quoted_in(page, draft):
        return False
    head = page.tree.child(draft.verb, "dobj")
    return head is not None and page.people.speaks(lemma(page.tree, head))


def _is_nobodys(page: Page, draft: Draft) -> bool:
    """Whether an active verb without any subject reports no quotation: an order to the reader, a lost clause. A
    passive may leave its speaker out where it tells what was said, not of what ("the gifts were reported")."""
    if draft.source.head is not None or draft.form in ("quote", "carried", "line", "signed"):
        return False
    behind = draft.form != "object" or draft.end > page.tree.tokens[draft.verb].start
    told = is_passive(page.tree, draft.verb) and behind
    return not told and not _quoted_in(page, draft)


def _cannot_speak(page: Page, draft: Draft) -> bool:
    """Whether the subject is a thing that says nothing ("the crisis highlighted", "an ability to recognise"). With
    verbs of plain speech, and with a quotation, whatever stands there is taken to speak."""
    head = draft.source.head
    if head is None or draft.form in ("quote", "according", "line", "signed", "headline"):
        return False
    if draft.word.word in PLAIN or any(page.quotations[n].start >= draft.start for n in _quoted_in(page, draft)):
        return False
    tree = page.tree
    if tree.tokens[head].text.lower() in ("that", "which") and tree.tokens[tree.tokens[head].head].dep == "relcl":
        head = tree.tokens[tree.tokens[head].head].head
    if tree.tokens[head].text.lower() in PARTS:
        head = _of_what(page, head)
    return all(_is_thing(page, noun) for noun in (head, _of_what(page, head)))


def _of_what(page: Page, head: int) -> int:
    """ "an average OF POLLS", "a copy of the letter": what there is a number, kind or part of; other things of a
    document ("its timing", "its tone") are not what it says."""
    tree = page.tree
    if lemma(tree, head) in MANNERS:
        return head
    of = next((p for p in tree.children(head, "prep") if tree.tokens[p].text.lower() == "of"), None)
    inner = None if of is None else tree.child(of, "pobj")
    return head if inner is None else inner


def _quoted_in(page: Page, draft: Draft) -> set[int]:
    tokens = (t for start, end in draft.pieces for t in page.tree.within(start, end))
    return {page.within[t] for t in tokens if page.within[t] >= 0}


def _is_thing(page: Page, head: int) -> bool:
    token = page.tree.tokens[head]
    if token.text.lower() in THINGS and token.pos == "PRON":
        return page.tree.tokens[token.head].dep != "relcl"
    # The parser takes many a surname at the head of a sentence for a noun, seldom for a plural one.
    opens = page.tree.sentence_of(head).first == head and token.tag == "NNS"
    if token.pos != "NOUN" or (token.text[:1].isupper() and not opens):
        return False
    words = (lemma(page.tree, head), token.text.lower())
    return not any(page.people.speaks(word) or page.verbs.is_document(word) for word in words)


def _is_empty(page: Page, draft: Draft) -> bool:
    """Whether the content is a pronoun alone, or a relative clause that belongs to a noun before it."""
    tree = page.tree
    tokens = [t for start, end in draft.pieces for t in tree.within(start, end)]
    words = [t for t in tokens if tree.tokens[t].pos != "PUNCT"]
    if any(page.is_quoted(t) for t in words):
        return False
    if all(tree.tokens[t].text.lower() in EMPTY for t in words):
        return True
    first = words[0]
    verb = tree.tokens[first].head
    return tree.tokens[first].tag in ("WDT", "WP") and tree.tokens[verb].dep == "relcl" and verb in words


def _has_no_agent(page: Page, draft: Draft) -> bool:
    """Whether a verb of will has a paper for its subject, or a pronoun that stands for papers."""
    head = draft.source.head
    if head is None or draft.word.word not in WILL:
        return False
    text = page.tree.tokens[head].text.lower()
    noun = _stood_for(page, head) if text in BARE else head
    return noun is not None and _is_paper(page, noun)


def _stood_for(page: Page, pronoun: int) -> int | None:
    """The noun of the relative clause, or the nearest that agrees with the pronoun in number, in its sentence or
    the one before: a subject rather than an object."""
    tree = page.tree
    token = tree.tokens[pronoun]
    if tree.tokens[token.head].dep == "relcl":
        return tree.tokens[token.head].head
    plural = token.text.lower() in ("they", "these", "those")
    number = ("NNS", "NNPS") if plural else ("NN", "NNP")
    first = tree.sentences[max(0, tree.sentence_number(pronoun) - 1)].first
    near = [i for i in range(max(first, pronoun - MAX_BACK), pronoun) if tree.tokens[i].tag in number]
    for roles in ROLES:
        found = [i for i in near if tree.tokens[i].dep in roles and not page.is_quoted(i)]
        if found:
            return found[-1]
    return None


def _is_paper(page: Page, noun: int) -> bool:
    token = page.tree.tokens[noun]
    return token.pos == "NOUN" and page.verbs.is_document(token.text.lower())
