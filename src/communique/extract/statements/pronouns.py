"""Who "he", "they" and "it" are that speak: whoever spoke before, then whom the article's actors have for them."""

from communique.extract.statements.described import lemma
from communique.extract.statements.nouns import of_paper
from communique.extract.statements.scene import Scene, known
from communique.extract.statements.speakers import phrase
from communique.records.mentions import LocalSpeaker

SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
# Tokens back to the crowd that "they" stands for.
MAX_CROWD = 60


def singular(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "he": the person who spoke in this sentence or the last one; else the one the article's actors have; else
    whoever spoke alone last, nearby; at the very start of a story, whom it names next."""
    cast, talk, word = scene.cast, scene.talk, scene.word(head)
    spoke = talk.last[0] if len(talk.last) == 1 else None
    if spoke is not None and talk.sentences_ago(scene.tree, head) <= 1 and _fits(scene, spoke, word):
        return [known(blank, spoke.actor, "pronoun", spoke.candidates)]
    seen = cast.at(scene.start(head))
    if seen is not None:
        return [known(blank, seen.actor, "pronoun")]
    alone = talk.alone_before(scene.tree, head)
    if alone is not None and _fits(scene, alone, word):
        return [known(blank, alone.actor, "pronoun", alone.candidates)]
    near = cast.persons_before(scene.start(head))
    later = None if near else cast.introduced_after(scene.start(head), word)
    return [known(blank, later, "pronoun", near)]


def _fits(scene: Scene, speaker: LocalSpeaker, pronoun: str) -> bool:
    return speaker.actor is not None and scene.cast.may_be(speaker.actor, pronoun)


def neuter(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "it": the paper of the sentence before ("read a statement from the family"), or the body that spoke last."""
    papers = [] if scene.talk.sentences_back(scene.tree, head) <= 1 else _papers_before(scene, head)
    if papers:
        return [known(blank, s.actor, "pronoun") for s in of_paper(scene, papers[-1], blank)]
    body = scene.talk.body_before(scene.tree, head)
    if body is not None and scene.cast.kind(body) == "media" and _wills(scene, head):
        body = _body_told_of(scene, head)
    return [known(blank, body, "pronoun")]


def _wills(scene: Scene, head: int) -> bool:
    """Whether a verb of will or deed has the pronoun for its subject: an outlet that told of plans has none."""
    verb = scene.page.verbs.verb(scene.word(scene.tree.tokens[head].head))
    return verb is not None and verb.stance in ("promise", "agree", "think")


def _body_told_of(scene: Scene, head: int) -> str | None:
    """The last body, no outlet, that is a subject in the sentence before."""
    tree, number = scene.tree, scene.tree.sentence_number(head)
    before = tree.sentences[number - 1] if number else None
    subjects = (i for i in range(before.first, before.last) if tree.tokens[i].dep == "nsubj") if before else ()
    seen = [found for i in subjects if (found := scene.cast.at(tree.tokens[i].start)) is not None]
    bodies = [s.actor for s in seen if scene.cast.is_body(s.actor) and scene.cast.kind(s.actor) != "media"]
    return bodies[-1] if bodies else None


def _papers_before(scene: Scene, head: int) -> list[int]:
    """The papers named in the sentence before, in the same paragraph."""
    number = scene.tree.sentence_number(head)
    before = scene.tree.sentences[number - 1] if number else None
    if before is None or before.paragraph != scene.tree.sentences[number].paragraph:
        return []
    nouns = (i for i in range(before.first, before.last) if scene.tree.tokens[i].pos == "NOUN")
    return [i for i in nouns if scene.page.verbs.is_document(scene.word(i))]


def crowd_that_spoke(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "they": the crowd or body that spoke in this sentence or the one before."""
    spoke = scene.talk.last[0].actor if len(scene.talk.last) == 1 else None
    near = spoke is not None and scene.talk.sentences_ago(scene.tree, head) <= 1 and not scene.cast.is_person(spoke)
    return [known(blank, spoke, "collective")] if near else []


def joint(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "the leaders": those who spoke together last, in this paragraph."""
    together = len(scene.talk.last) > 1 and scene.talk.sentences_ago(scene.tree, head) <= 3
    return [known(blank, s.actor, "collective") for s in scene.talk.last] if together else []


def plural(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "they": those who spoke together last, or the people of whom the text was speaking."""
    return joint(scene, head, blank) or [known(blank, _crowd(scene, head), "collective")]


def some(scene: Scene, head: int, blank: LocalSpeaker) -> list[LocalSpeaker]:
    """ "some", "others" alone: of the people who just spoke, or of whom the sentence before is."""
    found = crowd_that_spoke(scene, head, blank)
    crowd = found[0].actor if found else _crowd(scene, head)
    return [] if crowd is None else [known(blank, crowd, "collective")]


def _crowd(scene: Scene, head: int) -> str | None:
    """The people who are the subject of the sentence before, or of a clause before in this one."""
    tree, cast = scene.tree, scene.cast
    number = tree.sentence_number(head)
    goes_on = number > 0 and tree.sentences[number - 1].paragraph == tree.sentences[number].paragraph
    first = tree.sentences[number - 1 if goes_on else number].first
    for i in range(head - 1, max(first, head - MAX_CROWD) - 1, -1):
        token = tree.tokens[i]
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "NNS" and cast.people.speaks(lemma(tree, i)):
            seen = cast.at(token.start)
            return cast.describe(phrase(tree, i), "group") if seen is None else seen.actor
    return None
