"""Where what is reported begins and ends, beyond what hangs under its head in the tree."""

from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.constructions import CARRIED, is_infinitive
from communique.extract.statements.model import Page
from communique.extract.statements.speakers import is_passive
from communique.records.annotated import Token

COMMAS = frozenset({",", "”", '"', "''", "’", "»", "—", "–", "-", "--"})
PARTICULARS = frozenset({"particularly", "especially", "notably", "including", "namely", "mainly"})
CONTRAST = frozenset({"while", "whereas", "with"})
REASONS = frozenset({"since", "because", "despite", "although", "though", "including", "especially", "unless"})
MARKS = frozenset({"that", "whether", "if"})
TRAILING = frozenset({"in", "at", "during", "after", "before", "since", "until", "while", "when", "following", "amid"})


def settled(page: Page, verb: int, form: str, frame: Sequence[int], tokens: Sequence[int]) -> list[int]:
    """`tokens`, what hangs under the complement of `verb`, as a reader would mark them. `frame` is the cue and
    the source."""
    tree = page.tree
    sentence = tree.sentence_of(verb)
    found = _one_sentence(tree, [t for t in tokens if sentence.first <= t < sentence.last], verb)
    found = _one_speaker(page, found, verb)
    right = [t for t in found if t > verb]
    left = [t for t in found if t < verb and t not in frame]
    if form == "clause":
        return _settled_clause(tree, verb, frame, left, right) or found
    if not right:
        return found
    whole = left if form == "infinitive" and is_passive(tree, verb) else []
    trimmed = _without_gloss(page, _without_trailing(page, verb, right))
    return whole + _with_particulars(page, _with_tail(tree, verb, trimmed))


def _settled_clause(tree: Tree, verb: int, frame: Sequence[int], left: list[int], right: list[int]) -> list[int]:
    """Behind the verb, from "that"; before a verb that closes the sentence, all of it; around a verb put in
    between, both sides."""
    first = tree.sentence_of(verb).first
    set_off = _is_set_off(tree, frame)
    if left and not right:
        return [*range(first, min(frame)), *_reason_behind(tree, frame)] if set_off else left
    if left and set_off and tree.tokens[right[0] - 1].text in COMMAS:
        return [t for t in range(first, max(right) + 1) if t not in frame and not verb < t < right[0]]
    return _from_mark(tree, right) if right and not left else right


def _reason_behind(tree: Tree, frame: Sequence[int]) -> list[int]:
    """ "…, he said, SINCE most of them agree": what goes on with the reported clause behind the cue's comma."""
    comma, last = max(frame) + 1, tree.sentence_of(frame[0]).last
    if comma + 1 >= last or tree.tokens[comma].text != "," or tree.tokens[comma + 1].text.lower() not in REASONS:
        return []
    return list(range(comma + 1, last))


def _one_sentence(tree: Tree, tokens: list[int], verb: int) -> list[int]:
    """Up to a semicolon behind the verb with a capital after it: there the reporter starts a new sentence."""
    for n, token in enumerate(tokens[:-1]):
        if token > verb and tree.tokens[token].text == ";" and tree.tokens[tokens[n + 1]].text[:1].isupper():
            return tokens[:n]
    return tokens


def _one_speaker(page: Page, tokens: list[int], verb: int) -> list[int]:
    """Up to where another one is said to speak: "…, while his counterpart stressed …", "…, with her calling it …"."""
    tree = page.tree
    for n, token in enumerate(tokens[:-1]):
        following = tokens[n + 1]
        if token > verb and tree.tokens[token].text == "," and tree.tokens[following].text.lower() in CONTRAST:
            other = tree.child(following, "pcomp") if tree.children(following) else tree.tokens[following].head
            if other is not None and _is_other_report(page, other):
                return tokens[:n]
    return tokens


def _is_other_report(page: Page, verb: int) -> bool:
    tree = page.tree
    subject = tree.child(verb, "nsubj")
    named = subject is not None and tree.tokens[subject].pos in ("NOUN", "PROPN") and not page.is_quoted(subject)
    return named and page.verbs.verb(tree.tokens[verb].text.lower()) is not None


def parenthetical(tree: Tree, verb: int, frame: Sequence[int]) -> list[int]:
    """The sentence around a cue that is put in between commas, or the one before a cue that closes it."""
    sentence = tree.sentence_of(verb)
    first, last = min(frame), max(frame)
    if not _is_set_off(tree, frame) or last - first + 1 > len(set(frame)) + 1 or first <= sentence.first:
        return []
    if last + 1 >= sentence.last or tree.tokens[last + 1].text in (".", "?", "!"):
        return list(range(sentence.first, first))
    if tree.tokens[last + 1].text in COMMAS:
        return [t for t in range(sentence.first, sentence.last) if not first <= t <= last + 1]
    return []


def _is_set_off(tree: Tree, frame: Sequence[int]) -> bool:
    """Whether cue and source stand behind a comma or a closing mark: "…, he said"."""
    first = min(frame)
    return first > 0 and tree.tokens[first - 1].text in COMMAS


def _from_mark(tree: Tree, tokens: list[int]) -> list[int]:
    """What stands before "that" is when, where and to whom it was said."""
    for n, token in enumerate(tokens[:16]):
        if tree.tokens[token].text.lower() in MARKS and tree.tokens[token].dep == "mark":
            return tokens[n:] if _is_first_clause(tree, tokens, token) else tokens
    return tokens


def _is_gloss(tree: Tree, token: int, following: Token) -> bool:
    if following.text.lower() in ("which", "who"):
        return True
    if following.tag == "VBG":
        return following.dep in ("advcl", "acl")
    return following.text.lower() in ("a", "an") and tree.tokens[following.head].dep == "appos"


def _without_gloss(page: Page, tokens: list[int]) -> list[int]:
    """An object without what the reporter explains behind a comma: ", which …", ", a …", ", …ing …"."""
    tree = page.tree
    for n in range(2, len(tokens)):
        if page.is_quoted(tokens[n]):
            return tokens
        if tree.tokens[tokens[n]].text == "," and n + 1 < len(tokens):
            following = tree.tokens[tokens[n + 1]]
            if _is_gloss(tree, tokens[n + 1], following):
                return tokens[:n]
    return tokens


def _is_first_clause(tree: Tree, tokens: Sequence[int], mark: int) -> bool:
    """Whether the clause that `mark` opens is the one reported, not one inside it."""
    upper = tree.tokens[tree.tokens[mark].head].head
    return upper < tokens[0]


def _with_tail(tree: Tree, verb: int, tokens: list[int]) -> list[int]:
    """`tokens` and what follows them at once under the same verb: "called for the women TO WEAR …"."""
    if not tokens:
        return tokens
    found = list(tokens)
    for child in tree.children(verb):
        below = tree.subtree(child)
        if below[0] == found[-1] + 1 and _goes_on(tree, child):
            found.extend(below)
    return found


def _with_particulars(page: Page, tokens: list[int]) -> list[int]:
    """`tokens` and the list that spells them out behind a comma: "…, particularly in trade, energy and industry"."""
    tree = page.tree
    comma = tokens[-1] + 1 if tokens else 0
    last = tree.sentence_of(tokens[-1]).last if tokens else 0
    if not tokens or comma + 1 >= last or tree.tokens[comma].text != ",":
        return tokens
    if tree.tokens[comma + 1].text.lower() not in PARTICULARS:
        return tokens
    end = next((i for i in range(comma, last) if _is_cue(page, i)), last)
    while end < last and end > comma and tree.tokens[end].text != ",":
        end -= 1
    return tokens + list(range(comma, end))


def _is_cue(page: Page, token: int) -> bool:
    own = page.tree.tokens[token]
    word = page.verbs.verb(own.text.lower()) if own.tag in ("VBD", "VBZ", "VBP", "VBG") else None
    return word is not None and word.has("clause")


def _goes_on(tree: Tree, child: int) -> bool:
    token = tree.tokens[child]
    if token.dep == "prep":
        return token.text.lower() in CARRIED and not any(
            tree.tokens[c].text.endswith("day") for c in tree.children(child)
        )
    return token.dep in ("oprd", "attr", "acl", "ccomp") or (
        token.dep in ("xcomp", "advcl") and is_infinitive(tree, child)
    )


def _without_trailing(page: Page, verb: int, tokens: list[int]) -> list[int]:
    """An object ends with its quotation where only when and where follow it."""
    quoted = [n for n, t in enumerate(tokens) if page.is_quoted(t)]
    if not quoted or quoted[-1] + 1 >= len(tokens):
        return tokens
    following = page.tree.tokens[tokens[quoted[-1] + 1]]
    if following.dep == "npadvmod" or following.text.lower() in TRAILING:
        return tokens[: quoted[-1] + 1]
    return tokens
