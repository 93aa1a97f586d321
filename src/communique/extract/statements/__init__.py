"""Statements: who said what, in whose words, as one article reports it."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.statements.assemble import assembled
from communique.extract.statements.marks import open_page
from communique.extract.statements.mention import mention
from communique.extract.statements.resolve import Cast, Talk, speakers
from communique.knowledge import Knowledge
from communique.knowledge.verbs import load_verbs
from communique.records.mentions import Extraction, StatementMention


def extract(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> Iterator[StatementMention]:
    """The statements of the article in text order."""
    page = open_page(tree.annotated, load_verbs())
    cast, talk = Cast(so_far), Talk()
    for draft in assembled(page):
        yield mention(page, draft, speakers(page, draft, cast, talk), cast)
