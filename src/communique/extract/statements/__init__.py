"""Statements: who said what, in whose words, as one article reports it.

From the page to drafts, from drafts to speakers, from speakers to mentions:

    the page            marks; repairs puts right what the parser gets wrong around reporting verbs; model
    drafts              frames by verbs (constructions, contents, edges; lost finds subjects again), nominal by
                        nouns and adjectives, attributed without a verb, headlines, beside and continued for
                        quotations; quoted, unsaid and assemble sort them out
    who speaks          speakers finds the words; resolve the actor of the article, with scene, cast, pronouns,
                        nouns, authors, epithets, or one who is only described
    what else is said   polarity, occasion; innermost leaves each quotation to one; mention is the record's row
"""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.statements.assemble import assembled
from communique.extract.statements.cast import Cast, Talk
from communique.extract.statements.innermost import innermost
from communique.extract.statements.marks import open_page
from communique.extract.statements.mention import mention
from communique.extract.statements.occasion import Occasions, apart
from communique.extract.statements.resolve import relayed, speakers
from communique.extract.statements.scene import Scene
from communique.knowledge import Knowledge
from communique.records.mentions import Extraction, LocalActor, StatementMention


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[StatementMention | LocalActor]:
    """The statements of the article in text order, and behind them the speakers whom it only describes. Contents
    coordinated under one cue stay one statement, for one cue attributes them together; a second cue ("…, adding that
    …") opens a statement of its own."""
    cast, occasions = Cast(tree, so_far, knowledge.people), Occasions(so_far)
    page = open_page(tree.annotated, knowledge, cast.persons())
    scene = Scene(page, cast, Talk())
    rows = []
    for draft in assembled(page):
        who = speakers(scene, draft)
        found = mention(page, draft, who, cast)
        told = replace(
            found,
            via=relayed(scene, draft),
            event=occasions.of(page.tree, draft, who),
            apart=apart(page, draft, heard=bool(found.addressees)),
            topics=knowledge.topics.of(found.content.exact),
        )
        rows.append(told)
    yield from innermost(rows)
    yield from cast.described.actors()
