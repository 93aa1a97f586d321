"""Whether a verb of violence tells of an attack: "fired the coach", "killed in a crash", "hit a record" do not."""

from communique.annotate.tree import Tree
from communique.knowledge.acts import Acts

# What is attacked in earnest, by the sets of nouns.
HIT = frozenset({"people", "troops", "arms", "settlements", "police", "crowd", "mission", "peacekeepers"})


def is_assault(tree: Tree, acts: Acts, i: int, base: str) -> bool:
    """Whether the verb `base` at token `i` tells of an attack: somebody means harm, and to somebody."""
    if base in acts.harmful and not _meant_to_harm(tree, acts, i):
        return False
    if base in acts.dismissing and _takes_people(tree, acts, i):
        return False
    return base not in acts.figurative or _at_somebody(tree, acts, i)


def _takes_people(tree: Tree, acts: Acts, i: int) -> bool:
    """ "fired the coach": whom the verb takes is sent away, not hurt."""
    heads = [tree.tokens[o] for o in tree.children(i, "dobj", "nsubjpass")]
    return any(t.pos == "PROPN" or "people" in acts.sets_of(t.lemma) for t in heads)


def _at_somebody(tree: Tree, acts: Acts, i: int) -> bool:
    """Whether what the verb is done to has a name, or is people or theirs; or nothing is said of it."""
    heads = tree.children(i, "dobj", "nsubjpass", "dative")
    heads += [p for prep in tree.children(i, "prep") for p in tree.children(prep, "pobj")]
    inside = [t for h in heads for t in tree.subtree(h)]
    hit = any(tree.tokens[t].pos == "PROPN" or acts.sets_of(tree.tokens[t].text.lower()) & HIT for t in inside)
    return hit or not heads


def _meant_to_harm(tree: Tree, acts: Acts, i: int) -> bool:
    """Whether somebody is said to do it, or something meant to harm: "two were killed" may tell of an accident."""
    sentence = tree.sentence_of(i)
    around = (tree.tokens[k].text.lower() for k in range(sentence.first, sentence.last))
    return any(_harms(acts, word) for word in around) or _by_somebody(tree, acts, i)


def _harms(acts: Acts, word: str) -> bool:
    named = acts.events.get(word)
    return "arms" in acts.nouns.get(word, ()) or (named is not None and named.event == "ASSAULT")


def _by_somebody(tree: Tree, acts: Acts, i: int) -> bool:
    """Whether people, armed men or somebody with a name do it."""
    agents = [p for a in tree.children(i, "agent") for p in tree.children(a, "pobj")]
    if not agents and not tree.children(i, "nsubjpass"):
        agents = tree.children(i, "nsubj")
    if any(tree.tokens[agent].pos == "PROPN" for agent in agents):
        return True
    for token in (tree.tokens[t] for agent in agents for t in tree.subtree(agent)):
        word = token.text.lower()
        if word in acts.people or "troops" in acts.nouns.get(word, ()):
            return True
    return False
