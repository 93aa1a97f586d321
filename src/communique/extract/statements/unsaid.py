"""What has the form of a report and is none: no content but a pronoun, a will without anybody who could have it."""

from collections.abc import Iterable

from communique.extract.statements.model import Draft, Page

EMPTY = frozenset({
    "i", "he", "she", "it", "we", "you", "they", "him", "her", "us", "them", "this", "that", "these", "those", "who",
    "whom", "which", "what", "whose", "himself", "herself", "itself", "themselves", "one", "both", "me", "myself",
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
ROLES = (("nsubj", "nsubjpass"), ("dobj",))
MAX_BACK = 80


def said(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that report something, by somebody who can say it."""
    return [draft for draft in drafts if not _is_empty(page, draft) and not _has_no_agent(page, draft)]


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
