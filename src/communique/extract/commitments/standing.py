"""Words above a commitment that take it back: "whether", "if", "before", a negated or a doubting governor."""

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import has_to, is_past, lemmas, negated
from communique.extract.commitments.scene import Scene

_OPEN = frozenset({"if", "whether", "unless", "until", "till"})
# What comes before something that has happened has happened too.
_NOT_YET = frozenset({"before", "once"})
_CLAUSAL = ("ccomp", "xcomp", "acl", "pcomp", "csubj", "csubjpass", "acomp", "oprd", "dep")
_NOMINAL = ("prep", "pobj")


def is_withdrawn(scene: Scene, draft: Draft) -> bool:
    """Whether what looks like a commitment is only asked, supposed, awaited, doubted or denied."""
    tree = scene.tree
    return _is_asked(tree, draft.cue) or _is_left_open(tree, draft.action) or _under(scene, draft.cue)


def _is_asked(tree: Tree, i: int) -> bool:
    """Whether it stands in a question: its sentence ends with a question mark, whatever closes behind it."""
    last = tree.sentence_of(i).last - 1
    while last > i and tree.tokens[last].text in '"”’»)':
        last -= 1
    return tree.tokens[last].text == "?"


def _under(scene: Scene, cue: int) -> bool:
    """Whether a word on the way from the cue up to the root of its sentence takes it back. What is said aside
    (a clause that tells why, when or more of something) keeps only its own conjunction's force."""
    tree, at = scene.tree, cue
    while True:
        token = tree.tokens[at]
        if _is_left_open(tree, at) or _is_still_to_come(tree, at):
            return True
        if token.head == at or token.dep in ("relcl", "parataxis", "appos"):
            return False
        if token.dep == "advcl" and not has_to(tree, at):
            return False
        if _takes_back(scene, at, token.head):
            return True
        at = token.head


def _is_left_open(tree: Tree, verb: int) -> bool:
    """Whether the clause of `verb` begins with "if", "whether", "unless", "until", or "before" of what is to come."""
    for c in tree.children(verb, "mark", "advmod"):
        word = tree.tokens[c].text.lower()
        if c < verb and (word in _OPEN or (word in _NOT_YET and not is_past(tree, verb))):
            return True
    return False


def _is_still_to_come(tree: Tree, verb: int) -> bool:
    """ "Has yet to agree"."""
    first = next((c for c in tree.children(verb, "aux") if tree.tokens[c].tag == "TO"), 0)
    return first > 0 and tree.tokens[first - 1].text.lower() == "yet"


def _takes_back(scene: Scene, at: int, above: int) -> bool:
    """Whether `above`, the governor of `at`, denies or doubts it; "no doubt" does neither."""
    tree, dep = scene.tree, scene.tree.tokens[at].dep
    doubting = any(x in scene.words.doubts for x in lemmas(tree, above))
    if dep in _CLAUSAL:
        return doubting != _denies(tree, above)
    if dep in _NOMINAL:
        sign = any(x in scene.words.signs for x in lemmas(tree, above))
        return doubting != ((sign or doubting) and _denies(tree, above))
    return dep in ("dobj", "attr") and doubting and not negated(tree, above)


def _denies(tree: Tree, above: int) -> bool:
    """Whether the governor, or the verb whose object or complement it is, is negated ("did not see a sign that")."""
    if negated(tree, above):
        return True
    token = tree.tokens[above]
    if token.pos in ("VERB", "AUX") or token.dep not in ("dobj", "attr", "acomp"):
        return False
    return negated(tree, token.head)
