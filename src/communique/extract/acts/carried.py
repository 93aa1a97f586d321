"""Headlines whose verb tells nothing by itself: "ends Moscow visit", "arrives for talks", "says they had a good
conversation". What they tell is an encounter that the text holds already."""

from collections.abc import Collection, Iterator

from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene
from communique.records.annotated import Sentence
from communique.records.events import TOOK_PLACE
from communique.records.mentions import EventMention, Extraction

# Where an encounter stands: begun, going on, over.
STANDS = frozenset(
    "end wrap close cap resume extend begin start open conclude finish complete kick hold pay make enter have".split()
)
GOES = frozenset({"arrive", "travel", "fly", "head", "land", "go", "come", "return"})
ENCOUNTER = "encounter"
# What a word of an encounter hangs on its verb by: not "after talks", "before his visit".
BELOW = frozenset({"dobj", "ccomp", "xcomp", "nsubj", "nsubjpass", "attr", "conj"})


def carried(
    own: Scene, head: Head, part: Sentence, verb: int, who: Collection[str], so_far: Extraction
) -> EventMention | None:
    """The encounter that the words of `part` tell of below their verb, by the first mention of the first sentences in
    which all of `who` take part."""
    words = list(_words(own, part, verb))
    if not words or not who:
        return None
    families = own.knowledge.event_forms.families
    rows = [m for m in so_far.events if families.get(m.form) == ENCOUNTER and m.status in TOOK_PLACE]
    at = {m.id: i for m in rows if (i := own.tree.at(m.trigger.end - 1)) is not None}
    there = [m for m in rows if m.id in at and any(s.first <= at[m.id] < s.last for s in head.lead)]
    return next((m for m in there if set(who) <= {p.actor for p in m.participants}), None)


def _words(own: Scene, part: Sentence, verb: int) -> Iterator[int]:
    """The words for an encounter that the verb carries."""
    tree, forms = own.tree, own.knowledge.event_forms
    lemma = tree.tokens[verb].lemma
    reports = own.acts.operator("verbs", [tree.tokens[verb].text.lower(), lemma]) == "report"
    for i in range(verb + 1, part.last):
        token = tree.tokens[i]
        form = forms.nouns.get(token.lemma) or (forms.verbs[token.lemma][0] if token.lemma in forms.verbs else None)
        if form is None or forms.families.get(form) != ENCOUNTER:
            continue
        path = _path(own, i, verb)
        if path is None:
            continue
        if (
            (lemma in STANDS and path <= BELOW)
            or (lemma in GOES and path <= {"pobj", "for", "on"})
            or (reports and "ccomp" in path and path <= BELOW | {"with"})
        ):
            yield i


def _path(own: Scene, i: int, verb: int) -> set[str] | None:
    """What stands between the word and the verb: dependencies, and prepositions themselves."""
    tree, found = own.tree, set[str]()
    while i != verb:
        token = tree.tokens[i]
        if token.head == i:
            return None
        found.add(token.text.lower() if token.dep == "prep" else token.dep)
        i = token.head
    return found
