"""Common words that the parser takes for names, because a sentence, a headline or a shout writes them with capitals."""

from communique.annotate.tree import Tree
from communique.extract.actors.placed import parts_of_names
from communique.extract.actors.surnames import BODY_HEADS
from communique.knowledge import Knowledge
from communique.records.annotated import Sentence

PROPER = frozenset({"NNP", "NNPS"})
SMALL = frozenset("of the a an and or for in on to by with at from".split())
# A line is written like a headline where so many of its words have capitals.
HEADLINE = 0.6
FEWEST = 3


class CommonWords:
    """What one article, and the tables, tell of the words it writes with capitals."""

    def __init__(self, tree: Tree, knowledge: Knowledge) -> None:
        self._tree, self._knowledge = tree, knowledge
        self._small = {t.text for t in tree.tokens if t.text.islower() and len(t.text) > 2 and t.pos != "PROPN"}
        self._headlines = {n for n, s in enumerate(tree.sentences) if _is_headline(tree, s)}
        self._proper = {
            t.text for i, t in enumerate(tree.tokens) if t.tag in PROPER and t.text[:1].isupper() and self._chosen(i)
        }
        self._proper |= {part for part in parts_of_names(tree) if not knowledge.things.is_common(part)}

    def are(self, first: int, last: int, person: bool = False) -> bool:
        """Whether tokens `first` to `last` (exclusive) are capitals by their place and no name; or a thing's name. Of a
        `person` the parser often misreads the surname as a common noun: its tag tells nothing."""
        if self._knowledge.things.is_thing(self._tree.span(first, last - 1).exact):
            return True
        words = [i for i in range(first, last) if self._tree.tokens[i].text.lower() not in SMALL]
        if not words or any(self._chosen(i) or self._tree.tokens[i].text in self._proper for i in words):
            return False
        if len(words) > 1 and self._tree.tokens[last - 1].text.lower() in BODY_HEADS:
            return False
        return all(self._is_common(i, person) for i in words)

    def _chosen(self, i: int) -> bool:
        """Whether the capital of token `i` is the writer's choice: not at the head of a sentence nor in a headline, nor
        one of all capitals."""
        number = self._tree.sentence_number(i)
        text = self._tree.tokens[i].text
        shouted = text.isupper() and len(text) > 1
        return number not in self._headlines and not shouted and not self._begins(i)

    def _begins(self, i: int) -> bool:
        """Whether token `i` begins its sentence, or what stands behind a mark in it."""
        first = self._tree.sentence_of(i).first
        return i == first or not any(t.text[:1].isalpha() for t in self._tree.tokens[max(first, i - 1) : i])

    def _is_common(self, i: int, person: bool) -> bool:
        token = self._tree.tokens[i]
        low = token.text.lower()
        if self._knowledge.things.is_common(low):
            return True
        if token.text.isupper() and self._tree.sentence_number(i) not in self._headlines:
            return False
        return low in self._small or (not person and token.tag not in PROPER)


def _is_headline(tree: Tree, sentence: Sentence) -> bool:
    """Whether most words have capitals, the verb too: prose with many names writes it small."""
    words = [t for t in tree.tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text.isalpha()]
    if any(t.pos == "VERB" and t.text.islower() for t in words):
        return False
    return len(words) >= FEWEST and sum(t.text[0].isupper() for t in words) >= HEADLINE * len(words)
