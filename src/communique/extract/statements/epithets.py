"""What the article calls a person besides the name: "pop singer Ana Ruiz", "Carl Dahl, a plumber" are the singer and
the plumber from then on; and the words that papers vary a name with ("the 42-year-old", "the businessman")."""

from collections.abc import Iterable, Iterator

from communique.annotate.tree import Tree
from communique.knowledge.people import People
from communique.records.mentions import LocalActor
from communique.text.names import fold

MAX_BEFORE = 6
MAX_BEHIND = 10
# Nouns for whoever heads a body.
HEADS = frozenset({
    "chief", "head", "boss", "director", "leader", "principal", "manager", "secretary", "chairman", "chairwoman",
    "coach", "captain", "president", "commissioner", "ceo", "administrator", "skipper", "supremo", "executive",
})  # fmt: skip
# Nouns that vary a name rather than bring in somebody else.
VARYING = frozenset({
    "businessman", "businesswoman", "politician", "star", "teenager", "teen", "veteran", "mother", "father",
    "dad", "mum", "mom", "republican", "democrat", "conservative", "actor", "actress", "singer", "billionaire",
    "millionaire", "tycoon", "mogul", "candidate", "nominee", "lawmaker", "congressman", "congresswoman",
    "senator", "dictator", "strongman", "pensioner", "author", "academic", "professor", "economist", "chef",
    "midfielder", "striker", "defender", "goalkeeper", "winger", "forward", "pitcher", "quarterback", "rookie",
    "skipper", "champion", "racer", "driver", "rider", "runner", "activist", "campaigner", "novelist",
    "playwright", "poet", "filmmaker", "director", "comedian", "rapper", "musician", "philanthropist",
    "entrepreneur", "financier", "grandmother", "grandfather", "old", "mp", "peer", "frontman", "golfer",
    "boxer", "swimmer", "cyclist", "magnate", "oligarch", "ex-president", "scientist", "physicist", "historian",
})  # fmt: skip


def epithets(tree: Tree, people: People, persons: Iterable[LocalActor]) -> dict[str, tuple[str, ...]]:
    """Noun in the singular, folded: the persons whom the article calls so beside their names."""
    found: dict[str, dict[str, None]] = {}
    for person in persons:
        for mention in person.mentions:
            if mention.how != "name":
                continue
            inside = tree.within(mention.span.start, mention.span.end)
            for noun in (*_before(tree, inside[0]), *_behind(tree, inside[-1])):
                if people.is_person(noun):
                    found.setdefault(noun, {})[person.id] = None
    return {noun: tuple(actors) for noun, actors in found.items()}


def bodies_led(tree: Tree, persons: Iterable[LocalActor]) -> dict[str, tuple[str, ...]]:
    """A word of a body's name before a person's office and name ("NATO Secretary General Ana Ruiz"), folded: the
    persons. "The NATO chief" is one of them."""
    found: dict[str, dict[str, None]] = {}
    for person in persons:
        for mention in person.mentions:
            first = tree.at(mention.span.start) if mention.how == "name" else None
            for i in [] if first is None else _capitalised(tree, first):
                found.setdefault(fold(tree.tokens[i].text), {})[person.id] = None
    return {word: tuple(actors) for word, actors in found.items()}


def _capitalised(tree: Tree, first: int) -> Iterator[int]:
    """The names among the words that stand right before token `first`."""
    for i in range(first - 1, max(tree.sentence_of(first).first - 1, first - MAX_BEFORE), -1):
        token = tree.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "ADJ"):
            return
        if token.pos == "PROPN":
            yield i


def _before(tree: Tree, first: int) -> Iterator[str]:
    """The common nouns right before the name."""
    for i in range(first - 1, max(tree.sentence_of(first).first - 1, first - MAX_BEFORE), -1):
        token = tree.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "ADJ") and token.text not in ("-",):
            return
        if token.pos == "NOUN":
            yield fold(token.text)


def _behind(tree: Tree, last: int) -> Iterator[str]:
    """The first noun behind the name and a comma that stands beside it: ", a retired teacher from Rome,"."""
    end = min(tree.sentence_of(last).last, last + MAX_BEHIND)
    if last + 2 >= end or tree.tokens[last + 1].text != ",":
        return
    opening = tree.tokens[last + 2]
    if opening.pos not in ("DET", "ADJ", "NOUN", "NUM") and opening.text.lower() not in ("a", "an", "the"):
        return
    for i in range(last + 2, end):
        token = tree.tokens[i]
        if token.text == "," or token.pos in ("VERB", "AUX", "ADP"):
            return
        if token.pos == "NOUN" and (i + 1 >= end or tree.tokens[i + 1].pos != "NOUN"):
            yield fold(token.text)
            return
