"""A person's judgements: what somebody who has read the sources says against the rules, or beside them."""

from typing import Literal

from communique.records.actors import ActorKind
from communique.records.base import Row

JudgementKind = Literal[
    "speaker", "same", "not_same", "not_commitment", "date", "place", "title", "hide", "note", "undo",
]  # fmt: skip
AnchorKind = Literal[
    "article", "statement", "mention", "event", "actor", "utterance", "commitment", "agreement", "indicator",
]  # fmt: skip
Standing = Literal["applied", "overridden", "replaced", "anchor gone", "withdrawn"]


class Anchor(Row, frozen=True, kw_only=True):
    """What a judgement speaks of, by a member that no merge changes.

    `member` is the id of an article, of a statement (also of an utterance), of a mention of an event, of a local
    actor, of a commitment mention; of an agreement and an indicator, which have no such ids, the place of its words
    (`article:start:end`). `kind` says what is meant: the statement or mention itself, or the merged event, actor,
    utterance, … that holds it. `words` are its words in `article`, shortened, to be read where the member is gone.
    """

    kind: AnchorKind
    member: str
    article: str = ""
    words: str = ""


class Who(Row, frozen=True, kw_only=True):
    """A person or body as a judgement names it: by a member, by a name, or by both; the name counts where the member
    is gone. `country` is ISO alpha-2."""

    anchor: Anchor | None = None
    name: str = ""
    kind: ActorKind = "person"
    country: str | None = None


class When(Row, frozen=True, kw_only=True):
    """Days, both ends inclusive, ISO 8601."""

    earliest: str
    latest: str
    approximate: bool = False


class Where(Row, frozen=True, kw_only=True):
    """A city, or a state where no city is known. `country` is ISO alpha-2."""

    name: str
    country: str | None = None


class Judgement(Row, frozen=True, kw_only=True):
    """What a person decided, once and for every later build. `id` is the hash of all the rest; `made` the moment, in
    UTC, to the millisecond.

    `anchors` are what it speaks of, any of which is enough to find it; of same and not_same they are one side and
    `others` the other. `who`, `when`, `where` and `words` (a title, a note) are the value that it gives; `undoes` is
    the id of the judgement that it withdraws.
    """

    id: str
    kind: JudgementKind
    author: str
    made: str
    reason: str = ""
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    who: Who | None = None
    when: When | None = None
    where: Where | None = None
    words: str = ""
    undoes: str = ""


class StandingJudgement(Judgement, frozen=True, kw_only=True):
    """A judgement and how it stands in the record: applied; overridden by a later one that contradicts it; replaced by
    a later one of the same author; or not applied because its anchor is gone. (Withdrawn are those that a list of all
    shows besides; no record holds them.) `against` are the judgements of others that contradict it: where there are
    any, there is a conflict. `items` are the ids of what it bears on in this record."""

    standing: Standing
    against: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
