"""Reports that hang on a noun, an adjective or a light verb: "his claim that", "is sure of", "voiced doubts on"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.statements.constructions import has_that, is_infinitive
from communique.extract.statements.contents import pieces
from communique.extract.statements.frames import cue_tokens
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.polarity import polarity
from communique.extract.statements.speakers import phrase, speaker
from communique.knowledge.verbs import Cue

# What a reporting noun is about; "of" also names its owner.
TOPICAL = frozenset({"about", "for", "on", "over", "to", "toward", "towards", "against", "of", "with", "in", "at"})
MAX_TOPIC = 7
PLAIN = frozenset({"clear", "plain", "known", "explicit", "public"})
OPENERS = frozenset({"that", "whether", "how", "what", "why", "who", "when", "he", "she", "they", "it", "his", "the"})
CLEAR = Cue("make clear", "say", frozenset({"clause"}))
MODIFIERS = ("amod", "det", "compound", "poss", "nummod", "neg")


def noun_drafts(page: Page) -> Iterator[Draft]:
    """A draft for each reporting noun that has an owner and says what is reported."""
    for i, token in enumerate(page.tree.tokens):
        if token.pos == "NOUN" and page.is_open(i):
            word = page.verbs.noun(token.text.lower())
            if word is not None:
                yield from _of_noun(page, i, word)


def _of_noun(page: Page, noun: int, word: Cue) -> Iterator[Draft]:
    tree = page.tree
    clause = _clause(tree, noun)
    light = _light_verb(page, noun)
    topical = _topic(tree, noun)
    heads = clause or (topical if light is not None else [])
    if not heads:
        return
    if light is not None:
        source, cue = speaker(page, light), _between(tree, light, noun)
    else:
        source, cue = _owner(tree, noun), (noun,)
    if source.head is None or page.is_quoted(source.head):
        return
    tokens = [t for head in heads for t in tree.subtree(head)]
    found = pieces(tree, tokens, (*cue, *source.tokens))
    if found:
        kind = "light" if light is not None else "noun"
        yield Draft(
            light if light is not None else noun,
            cue,
            word,
            source,
            found,
            kind,
            (),
            "positive" if light is None else polarity(tree, light, word),
        )


def _clause(tree: Tree, noun: int) -> list[int]:
    """ "claim that …", "promise to …"."""
    return [
        c
        for c in (*tree.children(noun, "acl", "ccomp", "relcl"), *_hung_on_verb(tree, noun))
        if c > noun and (is_infinitive(tree, c) or has_that(tree, c)) and tree.tokens[c].tag.startswith(("VB", "MD"))
    ][:1]


def _hung_on_verb(tree: Tree, noun: int) -> list[int]:
    """The infinitive right behind the noun, where the parser gave it to the verb: "voiced his hope TO sign"."""
    if tree.tokens[noun].dep != "dobj":
        return []
    found = tree.children(tree.tokens[noun].head, "xcomp", "advcl")
    return [c for c in found if c > noun and is_infinitive(tree, c) and min(tree.subtree(c)) == noun + 1]


def _topic(tree: Tree, noun: int) -> list[int]:
    """ "doubts about …"; the phrase right behind the noun, where the parser gave it to the verb."""
    own = tree.children(noun, "prep")
    if tree.tokens[noun].dep == "dobj":
        own += [p for p in tree.children(tree.tokens[noun].head, "prep") if p == noun + 1]
        own += _about(tree, noun)
    return [p for p in own if p > noun and tree.tokens[p].text.lower() in TOPICAL][:1]


def _about(tree: Tree, noun: int) -> list[int]:
    """ "raised concerns after the crash ABOUT speeds": the parser hangs the topic on what stands between."""
    behind = range(noun + 2, min(noun + MAX_TOPIC, tree.sentence_of(noun).last))
    near = (i for i in behind if tree.tokens[i].text.lower() == "about" and tree.tokens[i].dep == "prep")
    found = next(near, None)
    return [] if found is None or any(tree.tokens[i].pos == "VERB" for i in range(noun, found)) else [found]


def _owner(tree: Tree, noun: int) -> Source:
    """The possessor, the author after "by", or the one after "of" where a clause follows."""
    owner = tree.child(noun, "poss")
    if owner is None:
        by = [p for p in tree.children(noun, "prep") if tree.tokens[p].text.lower() in ("by", "from")]
        owner = next((c for p in by for c in tree.children(p, "pobj")), None)
    return Source() if owner is None else phrase(tree, owner)


def _light_verb(page: Page, noun: int) -> int | None:
    """The light verb that `noun` is the object of."""
    tree = page.tree
    token = tree.tokens[noun]
    if token.dep != "dobj" or page.is_quoted(token.head):
        return None
    verb = tree.tokens[token.head].text.lower()
    listed = page.verbs.verb(verb)
    reports_noun = listed is not None and listed.has("object")
    light = page.verbs.is_light(verb) and not reports_noun
    return token.head if light and tree.child(noun, "poss") is None else None


def _between(tree: Tree, verb: int, noun: int) -> tuple[int, ...]:
    first = cue_tokens(tree, verb)
    own = [c for c in tree.children(noun, *MODIFIERS) if c < noun]
    return tuple(sorted({*first, *own, noun}))


def adjective_drafts(page: Page) -> Iterator[Draft]:
    """ "is confident that", "were concerned about"."""
    for i, token in enumerate(page.tree.tokens):
        if token.dep in ("acomp", "oprd", "conj", "ROOT") and page.is_open(i):
            word = page.verbs.adjective(token.text.lower())
            if word is not None and token.head != i:
                yield from _of_adjective(page, i, word)


def made_clear(page: Page) -> Iterator[Draft]:
    """ "made clear that", "made it plain whether"."""
    tree = page.tree
    for i, token in enumerate(tree.tokens):
        verb = token.head
        if token.text.lower() not in PLAIN or tree.tokens[verb].lemma != "make" or not 0 < i - verb < 4:
            continue
        clauses = [c for c in (*tree.children(i, "ccomp", "advcl"), *tree.children(verb, "ccomp", "advcl")) if c > i]
        source = speaker(page, verb)
        if not clauses or not _opens_clause(tree, i + 1) or source.head is None or not page.is_open(i):
            continue
        cue = tuple(sorted({*cue_tokens(tree, verb), *range(verb, i + 1)}))
        found = pieces(tree, tree.subtree(clauses[0]), (*cue, *source.tokens))
        if found:
            yield Draft(verb, cue, CLEAR, source, found, "clause", (), polarity(tree, verb, CLEAR))


def _opens_clause(tree: Tree, token: int) -> bool:
    return token < len(tree.tokens) and tree.tokens[token].text.lower() in OPENERS


def _of_adjective(page: Page, adjective: int, word: Cue) -> Iterator[Draft]:
    tree = page.tree
    verb = tree.tokens[adjective].head
    heads = [c for c in tree.children(adjective, "ccomp", "xcomp") if c > adjective and _fits(tree, c, word)]
    if any(tree.tokens[c].text.lower() in ("so", "too") for c in tree.children(adjective, "advmod")):
        # "so confident that her staff left": what came of it.
        heads = []
    heads += [p for p in tree.children(adjective, "prep") if word.has(tree.tokens[p].text.lower())]
    if not heads or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return
    source = (
        speaker(page, verb)
        if tree.child(verb, "nsubjpass") is None
        else phrase(tree, tree.children(verb, "nsubjpass")[0])
    )
    cue = tuple(sorted({*cue_tokens(tree, verb), adjective}))
    found = pieces(tree, [t for head in heads[:1] for t in tree.subtree(head)], (*cue, *source.tokens))
    if found and source.head is not None:
        yield Draft(adjective, cue, word, source, found, "adjective", (), polarity(tree, verb, word))


def _fits(tree: Tree, complement: int, word: Cue) -> bool:
    return word.has("infinitive" if is_infinitive(tree, complement) else "clause")
