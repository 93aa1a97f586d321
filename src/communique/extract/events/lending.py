"""Encounters of the same people in one sentence lend each other the place and the time that only one of them names
("they agreed on Wednesday to …, as part of his visit to Moscow"): unless one is told in a clause of its own about
somebody, or as what was before or after the other."""

from dataclasses import replace

import msgspec

from communique.annotate.tree import Tree
from communique.extract.events.attachment import leads, leads_away
from communique.extract.events.drafts import Draft
from communique.knowledge import Knowledge
from communique.records.mentions import EventMention

LENDING = frozenset({"held", "planned"})
# Clauses that tell of something else.
ASIDE = frozenset({"relcl", "acl", "ccomp", "csubj", "parataxis"})


def shared_in_sentence(knowledge: Knowledge, tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with what the others of their sentence lend them."""
    encounters = [d for d in drafts if knowledge.event_forms.families.get(d.mention.form) == "encounter"]
    lenders = [d for d in drafts if d in encounters or d.mention.form == "arrival"]
    return [_lent(tree, d, lenders) if d in encounters else d for d in drafts]


def _lent(tree: Tree, draft: Draft, lenders: list[Draft]) -> Draft:
    mention = draft.mention
    if mention.status not in LENDING or (mention.place and mention.time):
        return draft
    others = [d.mention for d in lenders if d is not draft and _lends(tree, d, draft)]
    places = {o.place.name: o.place for o in others if o.place}
    times = {o.time for o in others if o.time}
    place = mention.place or (next(iter(places.values())) if len(places) == 1 else None)
    time = mention.time or (next(iter(times)) if len(times) == 1 else None)
    return replace(draft, mention=msgspec.structs.replace(mention, place=place, time=time))


def _lends(tree: Tree, lender: Draft, draft: Draft) -> bool:
    left, right = lender.mention, draft.mention
    if tree.sentence_number(lender.trigger.i) != tree.sentence_number(draft.trigger.i) or left.status != right.status:
        return False
    return bool(_people(left) & _people(right)) and not _apart(tree, lender.trigger.i, draft.trigger.i)


def _people(mention: EventMention) -> set[str]:
    return {p.actor for p in mention.participants}


def _apart(tree: Tree, left: int, right: int) -> bool:
    """Whether a border lies between the two in the tree."""
    above_left, above_right = (left, *tree.ancestors(left)), (right, *tree.ancestors(right))
    common = set(above_left) & set(above_right)
    ways = ([i for i in way if i not in common] for way in (above_left, above_right))
    return any(_border(tree, i, way[n - 1] if n else i) for way in ways for n, i in enumerate(way))


def _border(tree: Tree, i: int, below: int) -> bool:
    token = tree.tokens[i]
    if leads(tree, i):
        return leads_away(tree, i, below)
    if token.dep == "advcl":
        # "arriving in Oslo, he met …", "went to Oslo to meet …" tell of the same; "as others met" does not.
        marked = [c for c in tree.children(i, "mark", "advmod") if c < i and tree.tokens[c].pos in {"SCONJ", "ADV"}]
        return token.tag not in {"VBG", "VB"} or bool(marked)
    # "a visit to Oslo to speak with the king" tells of the same.
    return token.dep in ASIDE and not (token.dep == "acl" and token.tag == "VB")
