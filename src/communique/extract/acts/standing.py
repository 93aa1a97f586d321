"""What the standing of a time or a place in an article is worth: in the title, near the beginning, where its event is
told again, in the words themselves or in what they quote."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from communique.annotate.tree import Tree
from communique.extract.acts.attached import Attachment, How, quoted
from communique.extract.acts.head import Head
from communique.records.annotated import Sentence

# In the title, or in the first sentence and less with each that follows.
TITLE, FIRST = 2.0, 1.5
ANOTHERS = -2.5
QUOTED = -1.5


def sentences(
    tree: Tree, head: Head, near: Iterable[Sentence], acts: Collection[int], step: float
) -> Iterator[tuple[Sentence, float]]:
    """The sentences that may say it, each with what its place is worth: the title's parts, those `near` the beginning,
    and those that tell the event again by one of `acts`. `step`: what each sentence further on is worth less."""
    yield from ((part, TITLE) for part in head.parts)
    telling = {tree.sentence_number(i) for i in acts}
    first = {s.first for s in near}
    for n, s in enumerate(head.sentences):
        if s.first in first or tree.sentence_number(s.first) in telling:
            yield s, max(0.0, FIRST - step * n)


def hanging(tree: Tree, first: int, how: Attachment, worth: Mapping[How, float]) -> float:
    """What it is worth that the words at token `first` hang on what they do."""
    return worth[how.how] + (ANOTHERS if how.aside else 0.0) + (QUOTED if quoted(tree, first) else 0.0)
