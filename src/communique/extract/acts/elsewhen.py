"""Whether a verb for the act that an article is about tells of it at all: "had never won the cup", "won seven titles
between 1910 and 1945"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.events.when import Calendar
from communique.records.times import Time
from communique.text.times.intervals import SLACK_DAYS, gap

# Clauses below a verb that have a time of their own.
APART = frozenset({"advcl", "relcl", "acl", "ccomp", "conj", "parataxis"})


def of_another(tree: Tree, calendar: Calendar, verb: int) -> bool:
    """Whether the verb's clause says that it was not so, or was so long before the article appeared."""
    below = set(_clause(tree, verb))
    if any(tree.tokens[i].dep == "neg" or tree.tokens[i].text.lower() == "never" for i in below):
        return True
    day, sentence = tree.article.published, tree.sentence_of(verb)
    times = (time for first, time in calendar.within(sentence.first, sentence.last) if first in below)
    return day is not None and any(_far(time.time, day) for time in times)


def _far(time: Time | None, day: Time) -> bool:
    return time is not None and not time.approximate and time.latest < day.earliest and gap(time, day) > SLACK_DAYS


def _clause(tree: Tree, verb: int) -> Iterator[int]:
    """The tokens below the verb, those of other clauses aside."""
    open_ = [verb]
    while open_:
        i = open_.pop()
        yield i
        open_ += [c for c in tree.children(i) if tree.tokens[c].dep not in APART]
