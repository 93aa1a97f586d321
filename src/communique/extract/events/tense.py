"""What the tense, the helpers and the clause of a verb say: whether what it tells of took place."""

from communique.annotate.tree import Tree
from communique.records.annotated import Token
from communique.records.events import MentionStatus

PLANS = frozenset(
    "plan expect schedule intend agree hope want set due aim prepare propose offer invite slate decide seek ask "
    "announce suppose ensure".split()
)
GOES = frozenset("travel fly go come arrive visit journey return".split())
JOURNEYS = frozenset({"trip", "visit", "journey", "mission", "tour"})
BACK = frozenset({"first", "last", "previously", "once", "twice", "times", "formerly"})
TRUE_OF = frozenset("happen manage begin start continue proceed".split())
SENT = frozenset({"send", "dispatch"})
DENIES = frozenset("deny refuse reject decline".split())
# "it was an honour to meet him", "was glad to see her": they met.
GLAD = frozenset(
    "honour honor pleasure privilege delight happy glad pleased delighted proud honoured honored lucky fortunate "
    "great good nice wonderful thrilled surprised".split()
)
# "when they meet", "before they meet": in the present tense, of what is to come.
AHEAD_CLAUSE = frozenset({"when", "once", "before", "until"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
OPEN = frozenset({"could", "might", "may", "can"})
WISHED = frozenset({"should", "ought"})
LETS = frozenset({"have", "let", "make", "help"})


def of_tense(tree: Tree, verb: int) -> MentionStatus:
    """Whether the verb's clause says that it happened."""
    token = tree.tokens[verb]
    helpers, marks = helpers_of(tree, verb), _marks(tree, verb)
    above = tree.tokens[token.head] if token.head != verb else None
    if _looks_back(tree, verb):
        return "recalled"
    if token.tag == "VBG" and above is not None and token.dep == "pcomp" and above.text.lower() in {"by", "without"}:
        return _of_gerund(tree, above)
    if marks & {"if", "unless", "whether"}:
        return "conditional"
    if helpers & FUTURE or (token.tag == "VB" and above is not None and above.lemma in LETS and not helpers):
        # "to have the minister call him"
        return _of_plan(tree, verb) if helpers else of_tense(tree, token.head)
    if helpers & OPEN or helpers & WISHED:
        return "conditional"
    if "must" in helpers:
        return "planned"
    if marks & AHEAD_CLAUSE and token.tag in {"VBP", "VBZ"}:
        return "planned"
    if "would" in helpers:
        return _of_plan(tree, verb)
    if "to" in helpers and token.tag == "VB":
        return _of_infinitive(tree, verb, above)
    if above is not None and token.dep in {"xcomp", "ccomp"} and token.tag != "VBD" and above.lemma in PLANS:
        return "planned"
    if above is not None and token.dep in {"xcomp", "ccomp"} and above.lemma == "deny":
        return "denied"
    return "ongoing" if token.tag == "VBG" and helpers & {"is", "are", "am", "'s", "’s"} else "held"


def _of_gerund(tree: Tree, lead: Token) -> MentionStatus:
    """ "without calling a meeting", "could end it by calling one" """
    if lead.text.lower() == "without":
        return "denied"
    return of_tense(tree, lead.head) if tree.tokens[lead.head].pos == "VERB" else "held"


def _of_plan(tree: Tree, verb: int) -> MentionStatus:
    return "conditional" if _has_if(tree, verb) else "planned"


def _of_infinitive(tree: Tree, verb: int, above: Token | None) -> MentionStatus:
    if above is not None and above.lemma in TRUE_OF:
        # "happened to be in Oslo for a meeting"
        return of_tense(tree, tree.tokens[verb].head)
    if glad(tree, verb) is not None:
        return "held"
    if above is not None and above.lemma in DENIES | {"fail"}:
        # "refused to sign"
        return "denied"
    if above is not None and above.lemma in JOURNEYS and above.pos == "NOUN":
        # "made a trip to Oslo to meet the king"
        carrier = next((a for a in tree.ancestors(tree.tokens[verb].head) if tree.tokens[a].pos == "VERB"), None)
        return "planned" if carrier is None or tree.tokens[carrier].lemma in PLANS else of_tense(tree, carrier)
    # "travelled to Oslo to meet the king": who went there for it met him, unless told otherwise.
    went = above is not None and above.lemma in GOES | SENT and above.tag in {"VBD", "VBN"}
    return "held" if went else "planned"


def _looks_back(tree: Tree, verb: int) -> bool:
    """ "whom he first visited", "they last met", "having met six times": not news."""
    if tree.tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    words = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod", "npadvmod")}
    return bool(words & BACK)


def helpers_of(tree: Tree, verb: int) -> set[str]:
    """The auxiliaries of a verb."""
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "auxpass")}


def glad(tree: Tree, verb: int) -> int | None:
    """The copula of "it was an honour to meet him": a feeling about what took place."""
    above = tree.tokens[verb].head
    copula = above if tree.tokens[above].lemma == "be" else tree.tokens[above].head
    feels = {above, *tree.children(copula, "attr", "acomp")}
    told = tree.tokens[copula].lemma == "be" and tree.tokens[copula].tag == "VBD"
    return copula if told and any(tree.tokens[f].lemma in GLAD for f in feels) else None


def _marks(tree: Tree, verb: int) -> set[str]:
    """The words that open the verb's clause: "if", "whether", "when"."""
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod")}


def _has_if(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[m].text.lower() in {"if", "unless"}
        for clause in tree.children(verb, "advcl")
        for m in tree.children(clause, "mark")
    )
