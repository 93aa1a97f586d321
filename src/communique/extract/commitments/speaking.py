"""Whom a speaker can bind."""

from communique.extract.commitments.scene import Scene
from communique.records.mentions import LocalActor, StatementMention

# Who speaks for somebody else.
_SERVING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "secretary", "aide", "adviser", "advisor", "manager", "minister",
    "envoy", "ambassador", "lawyer", "attorney", "official", "counsel", "strategist", "surrogate", "deputy",
})  # fmt: skip
# Who speaks for a body whose name nobody gives: "the company will …, its chairman said".
_HEADS = _SERVING | {
    "president", "chairman", "chairwoman", "chairperson", "chair", "director", "chief", "head", "executive", "ceo",
    "governor", "mayor", "commissioner", "general", "commander", "superintendent", "sheriff", "captain", "officer",
    "leader", "founder", "owner", "boss", "premier", "chancellor", "officials", "authorities", "ministers", "aides",
    "spokespeople", "spokespersons", "executives", "representatives", "representative", "organizers", "organisers",
    "administrators", "managers", "diplomats", "commanders", "lawyers", "attorneys", "advisers", "advisors",
}  # fmt: skip
# Titles of those who stand against whom they speak of, or serve no longer.
_AGAINST = frozenset({"opposition", "shadow", "former", "ex", "rival"})
# Nouns for what a state's officers act for.
_PUBLIC = frozenset({
    "government", "administration", "country", "nation", "state", "ministry", "department", "army", "military", "navy",
    "force", "police", "party", "team", "delegation", "campaign", "cabinet", "coalition", "alliance", "city", "town",
    "county", "parliament", "agency", "authority", "office", "commission", "council", "side", "power", "republic",
})  # fmt: skip
_BODIES = frozenset({"state", "government", "organization", "bloc"})


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
        agents = any(scene.tree.tokens[h].lemma in scene.words.agents for h in subject)
        heads = _heads_it(statement, own) and _may_head(scene, own, subject)
        return agents and (scene.is_joint(subject) or heads or _are_rulers(own))
    if all(a.kind == "media" for a in own) or _speak_for_it(statement, named):
        return True
    serving = any(word in _SERVING for s in statement.speakers for word in s.text.lower().split())
    # Whose side nobody names serves whom he speaks of.
    free = not any(a.country for a in own) and all(a.kind in ("person", "group") for a in own)
    if free and (serving or (any(a.kind in _BODIES for a in named) and _heads_it(statement, own))):
        return True
    return any(_binds(a, own, serving) for a in named)


def _may_head(scene: Scene, own: list[LocalActor], subject: tuple[int, ...]) -> bool:
    """Whether it may be theirs: who acts for a state heads what is the state's, not any company or museum."""
    public = all(scene.tree.tokens[h].lemma in _PUBLIC for h in subject)
    return public or not any(a.country for a in own)


def _are_rulers(own: list[LocalActor]) -> bool:
    """Whether a seat of power speaks: "the White House said the president will"."""
    return bool(own) and all(a.kind == "government" for a in own)


def _heads_it(statement: StatementMention, own: list[LocalActor]) -> bool:
    """Whether the speakers hold an office or are told of as officials, and do not stand against those in office."""
    said = {word for s in statement.speakers for word in s.text.lower().replace("-", " ").split()}
    held = {word for a in own for office in a.offices if not office.former for word in office.title.lower().split()}
    return bool((said | held) & _HEADS) and not (said | held) & _AGAINST


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
