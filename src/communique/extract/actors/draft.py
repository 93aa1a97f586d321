"""Actors of one article while they are put together: each gathers its mentions, then is frozen."""

from dataclasses import dataclass, field

from communique.annotate.tree import Tree
from communique.records.actors import ActorKind, How
from communique.records.ids import content_id
from communique.records.mentions import ActorMention, LocalActor, OfficeClaim
from communique.text.blanks import one_line

MARKS = ' ,;:|&#$"“”'


@dataclass(slots=True)
class Draft:
    """An actor in the making. `at` holds (first token, last token exclusive, how) of each mention."""

    kind: ActorKind
    name: str = ""
    names: list[str] = field(default_factory=list)
    country: str | None = None
    key: str | None = None
    offices: list[OfficeClaim] = field(default_factory=list)
    at: list[tuple[int, int, How]] = field(default_factory=list)
    members: list["Draft"] = field(default_factory=list)
    gender: str | None = None
    # Whether the text puts an office before the name somewhere: "President Berg"; and which.
    titled: bool = False
    titles: set[str] = field(default_factory=set)
    # Where its names begin, in the order of the text.
    starts: list[int] = field(default_factory=list)

    def first(self) -> int:
        """Where it is first mentioned, as a token's number."""
        return min(first for first, _, _ in self.at)

    def is_head(self, ranks: dict[str, str]) -> bool:
        """Whether the text calls it by an office of a head of state or government."""
        return any(ranks.get(claim.title) == "head" and not claim.former for claim in self.offices)


def frozen(tree: Tree, drafts: list[Draft]) -> list[LocalActor]:
    """The drafts as records, in the order of their first mention. Ids rest on kind and first mention alone."""
    ids = {id(draft): _id(tree, draft) for draft in drafts}
    ordered = sorted(drafts, key=lambda draft: (draft.first(), ids[id(draft)]))
    return [_freeze(tree, draft, ids) for draft in ordered]


def _bare(name: str) -> str:
    """The name in one line, without marks that a page runs into it ("Chile,", "Acme |")."""
    text = one_line(name)
    return text.strip(MARKS) or text


def _id(tree: Tree, draft: Draft) -> str:
    first, last, _ = min(draft.at)
    members = [str(member.first()) for member in draft.members]
    return content_id(
        "local", tree.article.id, draft.kind, tree.tokens[first].start, tree.tokens[last - 1].end, *members
    )


def _freeze(tree: Tree, draft: Draft, ids: dict[int, str]) -> LocalActor:
    mentions = tuple(
        ActorMention(span=tree.span(first, last - 1), how=how) for first, last, how in sorted(set(draft.at))
    )
    return LocalActor(
        id=ids[id(draft)],
        article=tree.article.id,
        kind=draft.kind,
        name=_bare(draft.name),
        names=tuple(sorted(set(map(_bare, draft.names)))),
        country=draft.country,
        key=draft.key,
        offices=tuple(draft.offices),
        mentions=mentions,
        members=tuple(ids[id(member)] for member in draft.members),
    )
