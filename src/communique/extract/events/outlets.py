"""What is said to a named outlet: "told the Herald", "said on the Evening Show"."""

from communique.annotate.tree import Tree

SPEAKS = frozenset(
    "say tell announce add declare urge warn insist repeat stress reiterate emphasise emphasize vow pledge promise "
    "argue explain criticise criticize condemn denounce praise describe speak talk address remark accuse ask thank "
    "appeal defend reveal suggest admit acknowledge confirm deny reject unveil present outline attack appear be".split()
)
# Where the words have a noun of their own: "told the Herald in an interview".
OCCASIONS = frozenset("interview statement letter article column editorial speech message email briefing".split())


def airs(tree: Tree, i: int) -> bool:
    """ "Said on the Evening Show": whether a name stands there; which names are outlets is asked later."""
    token = tree.tokens[i]
    told = token.lemma in SPEAKS and token.tag == "VBD" and not tree.children(i, "neg", "acomp", "oprd")
    return told and bool(aired_on(tree, i)) and not has_occasion(tree, i)


def has_occasion(tree: Tree, verb: int) -> bool:
    """Whether a noun beside the verb tells on what occasion it was said."""
    behind = [o for p in tree.children(verb, "prep") for o in tree.children(p, "pobj")]
    return any(tree.tokens[o].lemma in OCCASIONS for o in behind)


def aired_on(tree: Tree, verb: int) -> list[int]:
    """The names behind "on" and "to" of a verb of speech: "said on NBC's ''Morning''"."""
    behind = [
        o
        for p in tree.children(verb, "prep")
        if tree.tokens[p].text.lower() in {"on", "to"}
        for o in tree.children(p, "pobj")
    ]
    owners = [w for o in behind for w in tree.children(o, "poss", "compound", "nmod")]
    return [o for o in (*behind, *owners) if tree.tokens[o].pos == "PROPN"]
