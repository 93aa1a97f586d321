"""Whether the words of a headline or a first sentence tell of something that happened: no question, wish, guess, or how
things are."""

from communique.annotate.tree import Tree
from communique.extract.acts.grammar import negated
from communique.extract.events.tense import OPEN, helpers_of
from communique.records.annotated import Sentence

# Verbs that tell how things are.
STATES = frozenset("be have do seem appear look sound feel want need think know mean remain stay matter".split())
# Verbs of classes that tell no single act: being and lasting, having and lacking, thinking and feeling, wishing and
# trying, comparing, what concerns or costs whom.
STANDING = STATES | frozenset(
    "exist persist survive endure linger loom await live belong consist contain include "
    "own lack deserve possess owe cost keep "
    "believe suppose understand imagine wonder doubt see hear notice realise realize like love hate dislike enjoy "
    "prefer fear worry regard trust hope wish dream care agonise agonize "
    "try attempt strive struggle scramble aim tend "
    "exceed equal outnumber resemble differ vary lag fit suit "
    "concern involve affect depend complicate reflect represent suggest imply prove hinge revolve".split()
)
GUESSES = OPEN | {"would", "should", "must", "ought", "'d", "’d"}
ASKING = frozenset("why how what who whom whose which where when whether if".split())
# What asks stands first: "Can the mayor win"
ASKS_FIRST = frozenset("is are was were do does did can could will would should has have had may might".split())
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})


def is_news(tree: Tree, part: Sentence, i: int, *, coded: bool) -> bool:
    """Whether what token `i` of a part of a title, or of a sentence, tells is an act that took place or is to. `coded`:
    it is an act by its very type."""
    if _asks(tree, part):
        return False
    if coded:
        return True
    guessed = helpers_of(tree, i) & GUESSES or negated(tree, i)
    return not (guessed or tree.tokens[i].lemma in STANDING)


def _asks(tree: Tree, part: Sentence) -> bool:
    words = [tree.tokens[i] for i in range(part.first, part.last) if tree.tokens[i].text not in QUOTES]
    if not words:
        return False
    first = words[0].text.lower()
    return words[-1].text == "?" or first in ASKING or first in ASKS_FIRST
