"""Whom a speaker can bind."""

from communique.extract.commitments.scene import Scene
from communique.records.mentions import LocalActor, StatementMention

# Who speaks for somebody else.
_SERVING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "secretary", "aide", "adviser", "advisor", "manager", "minister",
    "envoy", "ambassador", "lawyer", "attorney", "official", "counsel", "strategist", "surrogate", "deputy",
})  # fmt: skip


def speaks_for(scene: Scene, statement: StatementMention | None, subject: tuple[int, ...]) -> bool:
    """Whether what a speaker says of the subject can bind it: it is himself, his side, or a group with him. What he
    foretells of another country's people is no promise."""
    if statement is None:
        return True
    own = [scene.actors[s.actor] for s in statement.speakers if s.actor in scene.actors]
    named = [a for h in subject for a in scene.actors_of(h)]
    if any(scene.is_own(h) for h in subject):
        return True
    if not named:  # "the two sides", but no "he" or "it" that stands for nobody known
        return any(scene.tree.tokens[h].lemma in scene.words.agents for h in subject) and scene.is_joint(subject)
    if all(a.kind == "media" for a in own) or _speak_for_it(statement, named):
        return True
    serving = any(word in _SERVING for s in statement.speakers for word in s.text.lower().split())
    return any(_binds(a, own, serving) for a in named)


def _binds(actor: LocalActor, own: list[LocalActor], serving: bool) -> bool:
    """Whether the speakers can bind the actor: themselves, their country, or a group; a person binds no other person
    of his country by name, whom he may stand against, unless it is said that he is `serving` one."""
    ids, countries = {a.id for a in own}, {a.country for a in own if a.country}
    if actor.id in ids or ids & set(actor.members) or actor.kind == "group":
        return True
    apart = actor.kind == "person" and all(a.kind == "person" for a in own) and not serving
    return actor.country in countries and not apart


def _speak_for_it(statement: StatementMention, named: list[LocalActor]) -> bool:
    """Whether the speakers are described as of the one who shall act: "Ana Ruiz's office", "its minister"."""
    if any(s.text.lower().startswith(("its ", "their ")) for s in statement.speakers):
        return True
    words = {word.removesuffix("'s").removesuffix("’s") for s in statement.speakers for word in s.text.split()}
    return any(word in words for a in named for word in (a.name or "").split()[-1:])
