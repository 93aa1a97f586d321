"""What the forms of speakers are resolved against, and a speaker's record with its actor filled in."""

from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.extract.statements.cast import Cast, Talk
from communique.extract.statements.model import Page
from communique.records.mentions import LocalSpeaker
from communique.records.statements import SpeakerHow


class Scene(NamedTuple):
    """The page, its actors, and who has spoken so far."""

    page: Page
    cast: Cast
    talk: Talk

    @property
    def tree(self) -> Tree:
        """The page's tree."""
        return self.page.tree

    def word(self, token: int) -> str:
        """The token in lower case."""
        return self.tree.tokens[token].text.lower()

    def start(self, token: int) -> int:
        """The character at which the token starts."""
        return self.tree.tokens[token].start


def known(blank: LocalSpeaker, actor: str | None, how: SpeakerHow, candidates: tuple[str, ...] = ()) -> LocalSpeaker:
    """`blank`, the words that name a speaker, with who it is."""
    return LocalSpeaker(actor=actor, text=blank.text, span=blank.span, how=how, candidates=candidates)
