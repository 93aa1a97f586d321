"""The time expressions of an article, resolved as far as the article itself allows."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.times.anaphora import Earlier
from communique.extract.times.conjunction import without_conjunction
from communique.extract.times.names import is_name
from communique.extract.times.tense import with_direction
from communique.records.ids import content_id
from communique.records.mentions import Extraction
from communique.records.times import TimeMention
from communique.text.times import find, timex_value


def extract(tree: Tree, so_far: Extraction, _knowledge: object) -> Iterator[TimeMention]:
    """One mention for each time expression of the text that was parsed, in text order. Relative ones are counted from
    `so_far.reference`; without it they keep their expression and no time."""
    earlier = Earlier(so_far.reference)
    parsed = {sentence.paragraph for sentence in tree.sentences}
    for number, paragraph in enumerate(tree.article.paragraphs):
        if number not in parsed or paragraph.start is None:
            continue
        earlier.new_paragraph()
        base = paragraph.start
        for each in find(tree.text[base : paragraph.end]):
            found = without_conjunction(tree, base, each)
            span = tree.stretch(base + found.start, base + found.end)
            if is_name(tree, span, found.expression):
                continue
            expression, time = earlier.read(with_direction(tree, span, found.expression), span.exact)
            yield TimeMention(
                id=content_id("time", tree.article.id, span.start, span.end),
                article=tree.article.id,
                span=span,
                expression=expression,
                time=None if time is None else replace(time, span=span),
                duration=expression.duration,
                value=timex_value(expression, time),
                ends=tuple(tree.stretch(base + first, base + last) for first, last in found.ends),
            )
