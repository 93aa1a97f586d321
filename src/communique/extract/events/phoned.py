"""Whether "called" and "spoke" tell of a telephone call, and of whom."""

from communique.annotate.tree import Tree

# What one telephones somebody for.
CALLED_TO = frozenset(
    "ask say tell discuss congratulate thank inform express offer urge complain warn talk demand check apologise "
    "apologize reassure brief convey inquire enquire assure condole wish invite".split()
)
SOON = frozenset("this last late early earlier yesterday today tonight tomorrow next again twice back".split())
QUOTES = frozenset({'"', "“", "”", "‘", "''", "``", "'"})
# "called him onto the stage"
ELSEWHERE = frozenset({"onto", "into", "to", "as", "by", "up"})


def by_telephone(tree: Tree, i: int) -> bool:
    """ "They spoke by phone", "spoke with her on the telephone"."""
    behind = [o for p in tree.children(i, "prep", "agent") for o in tree.children(p, "pobj")]
    leads = {"by", "on", "over", "via"}
    return any(
        tree.tokens[o].lemma in {"phone", "telephone", "videoconference", "video"}
        and tree.tokens[tree.tokens[o].head].text.lower() in leads
        for o in behind
    )


def telephones(tree: Tree, i: int) -> bool:
    """ "Called him", "called to congratulate him", and "called him again to ask": not "called it a mistake", "called
    for", "called on", "called him to the stand", "now called the Old Mill"."""
    if tree.children(i, "ccomp", "prt", "nsubjpass", "auxpass") or _named_so(tree, i):
        return False
    objects = tree.children(i, "dobj") or telephoned(tree, i)
    if len(objects) < len(tree.children(i, "dobj", "oprd")) or any(_said_to_be(tree, o) for o in objects):
        return False
    if any(tree.tokens[p].text.lower() in ELSEWHERE for p in tree.children(i, "prep")):
        return False
    purposes = tree.children(i, "xcomp", "advcl")
    says = [p for p in purposes if tree.tokens[p].lemma in CALLED_TO and tree.tokens[p].tag == "VB"]
    if not objects:
        return bool(says) and tree.tokens[says[0]].head == i
    return bool(says) or not tree.children(i, "xcomp")


def _named_so(tree: Tree, i: int) -> bool:
    """A participle: "now called the Old Mill"."""
    token = tree.tokens[i]
    return token.dep == "acl" and token.tag == "VBN" and not tree.children(i, "aux")


def _said_to_be(tree: Tree, i: int) -> bool:
    """Whether words of what somebody is called stand right behind the object: a quotation, or a second description."""
    end = max(tree.subtree(i)) + 1
    after = tree.tokens[end].text if end < len(tree.tokens) else ""
    quoted = any(tree.tokens[k].text in QUOTES for k in range(i, end)) or after in QUOTES
    # "called the senator a liar", "called her his friend"
    if end < len(tree.tokens) and tree.tokens[end].tag in {"DT", "PRP$", "JJ", "NN"} and after.lower() not in SOON:
        return True
    said = tree.children(i, "appos")
    if any(tree.tokens[min(tree.subtree(a)) - 1].text != "," for a in said):
        return True
    return quoted or any(tree.children(a, "appos") for a in said) or len(said) > 1


def telephoned(tree: Tree, i: int) -> list[int]:
    """The name right behind the verb, where the parser takes it for what somebody is called."""
    return [o for o in tree.children(i, "oprd") if min(tree.subtree(o)) == i + 1 and tree.tokens[o].pos == "PROPN"]
