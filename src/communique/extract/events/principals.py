"""The states and bodies for whom people take part whom nobody names: "French and German leaders", "officials from
Peru", "Berg's envoys", "a Norwegian delegation"."""

from communique.annotate.tree import Tree
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import behind, spread
from communique.records.mentions import LocalActor
from communique.records.spans import Span

OFFICIALS = frozenset(
    "official envoy diplomat delegation negotiator representative emissary ambassador team aide adviser advisor "
    "authority delegate mission side leader minister counterpart member lawmaker group".split()
)
# Parts of a state's government that are there for it.
TEAMS = frozenset({"delegation", "team", "mission"})
# "A group of lawmakers on the budget committee".
ON_BODIES = frozenset({"group", "member", "lawmaker", "official", "leader"})
RANKS = frozenset({"head", "minister", "official", "royal"})
SENDERS = frozenset({"of", "from", "representing", "for"})
# Words of the longest nationality: "Papua New Guinean".
LONGEST = 3
JOINS = frozenset({"and", ",", "-", "–", "&"})


def principals(cast: Cast, i: int) -> list[tuple[LocalActor, Span]]:
    """The actors for whom those at token `i` act, each with the words that say so; none where they stand for nobody
    else."""
    if not _represents(cast, i):
        return []
    found: dict[str, tuple[LocalActor, Span]] = {}
    for actor, span in [*_before(cast, i), *_behind(cast, i)]:
        found.setdefault(actor.id, (actor, span))
    return list(found.values())


def _represents(cast: Cast, i: int) -> bool:
    """Whether the noun means people who act for others: officials, ministers, a delegation."""
    token = cast.tree.tokens[i]
    lemma = token.lemma.lower()
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    title = cast.titles.normal(lemma) if cast.titles else None
    return lemma in OFFICIALS or (token.tag in {"NNS", "NNPS"} and title is not None and title.rank in RANKS)


def _before(cast: Cast, i: int) -> list[tuple[LocalActor, Span]]:
    """Nationalities, states, bodies and senders before the noun."""
    tree, found = cast.tree, []
    taken = -1
    for k in _phrase(tree, i):
        hit = cast.at(k)
        nation = _nation(cast, k, i) if k > taken and tree.tokens[k].dep != "poss" else None
        if nation is not None:
            taken = nation[1]
            found.append((cast.state_at(nation[0], k, taken), tree.span(k, i)))
        elif k > taken and hit is not None and (actor := cast.principal(hit[0])) is not None:
            found.append((actor, tree.span(k, i)))
    return found


def _nation(cast: Cast, k: int, i: int) -> tuple[str, int] | None:
    """The state of the longest nationality that begins at token `k` of the phrase of token `i`, and where it ends:
    "North Korean" is not Korean; of "North and South Korean" the first is half a word."""
    words = [token.text for token in cast.tree.tokens[k:i]]
    if cast.states is None or not words[0][:1].isupper():
        return None
    for size in range(min(LONGEST, len(words)), 0, -1):
        if state := cast.states.by_demonym(" ".join(words[:size])):
            return state.code, k + size - 1
    if len(words) > 3 and words[1] in {"and", "or"} and (half := cast.states.by_demonym(f"{words[0]} {words[3]}")):
        return half.code, k
    return None


def _phrase(tree: Tree, i: int) -> list[int]:
    """The tokens of the noun phrase before token `i`, in order."""
    first, start = i, tree.sentence_of(i).first
    while first > start and (
        tree.tokens[first - 1].pos in {"ADJ", "PROPN", "NOUN", "NUM", "PART"} or tree.tokens[first - 1].text in JOINS
    ):
        first -= 1
    return [k for k in range(first, i) if tree.tokens[k].pos in {"ADJ", "PROPN"} and _hangs(tree, k, i)]


def _hangs(tree: Tree, k: int, i: int) -> bool:
    """Whether token `k` is a part of the phrase of token `i`; of two nouns that are joined the first one's adjective
    may hang on either ("French and German ministers")."""
    return i in tree.ancestors(k)


def _behind(cast: Cast, i: int) -> list[tuple[LocalActor, Span]]:
    tree, found = cast.tree, []
    if tree.tokens[i].lemma.lower() in ON_BODIES:
        seats = [a for a in behind(tree, i, {"on"}, "participant") if _is_body(cast, a.token)]
        if seats:
            return [(hit[0], tree.span(i, a.token)) for a in seats if (hit := cast.at(a.token))]
    for argument in spread(tree, behind(tree, i, SENDERS, "participant")):
        hit = cast.at(argument.token)
        if hit is None or (argument.inner and hit[0].kind != "person"):
            continue
        if (actor := cast.principal(hit[0])) is not None:
            found.append((actor, tree.span(i, max(i, argument.token))))
    return found


def _is_body(cast: Cast, i: int) -> bool:
    hit = cast.at(i)
    return hit is not None and hit[0].kind in {"organization", "government"}
