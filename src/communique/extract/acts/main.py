"""The event that an article is about: what its title tells, or its first sentence, with who, when and where; and where
the article speaks of it again."""

from collections.abc import Iterable

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.acts.again import again, forms_at, met_again, names
from communique.extract.acts.carried import carried
from communique.extract.acts.coding import COOPERATION, VERBAL
from communique.extract.acts.grammar import FUTURE
from communique.extract.acts.head import Head, head_of
from communique.extract.acts.head_setting import agreed, completed, reported_there, with_setting
from communique.extract.acts.mention import Scene, built, status
from communique.extract.acts.news import STATES
from communique.extract.acts.told import Told, first_told, has_its_own, joined, reports, tell
from communique.extract.events.tense import helpers_of
from communique.extract.events.triggers import LIGHT
from communique.records.annotated import Sentence
from communique.records.events import TOOK_PLACE, MentionStatus, Plover
from communique.records.mentions import EventMention, Extraction, LocalParticipant
from communique.text.stems import stem

# "ends his visit", "wraps up the talks": verbs that only say where an event stands.
ENDING = frozenset(
    "end wrap close cap resume extend mark begin start open come conclude underscore signal highlight yield".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens scores hundreds many".split()
)
# In a text of fewer sentences an aside may be the news.
FEW = 3
# So many of the title's words, names of those who take part aside, tell it again.
RETOLD = 2
# Occasions of words.
SPOKEN = frozenset({"statement", "press_conference"})
# Types whose modes say what is refused or asked for.
OF_WHAT = frozenset({"REQUEST", "REJECT", "THREATEN"})


def main_mentions(own: Scene, so_far: Extraction) -> list[EventMention]:
    """The mentions of the main event, the one that tells it first first; none where a form of encounter is what the
    title tells, or where nothing is told."""
    head = head_of(own.tree)
    if head is None:
        return []
    few = len(head.sentences) < FEW
    first = first_told(own, head, few)
    if first is None:
        return []
    encounter = (
        _encounter(own.tree, first, so_far)
        or _carried(own, head, first, so_far)
        or _meeting_of(own, head, first, so_far)
        or _spoken_of(own, head, first, so_far)
    )
    if encounter is not None:
        return _completed(own, head, encounter, so_far)
    state = status(own, first.code) if first.code else _to_come(own, first)
    title = _spoken(own, first, so_far) or _in_form(own, first, state)
    lead = _published(own, head, title, so_far) or _lead(own, head, title, so_far)
    if lead is not None:
        # "Seven hurt": the first sentence says who they are.
        kept = tuple(p for p in title.participants if p in lead.participants)
        title = replace(title, participants=kept or lead.participants)
    known = [title, *([lead] if lead else [])]
    more = list(again(own, head, known))
    acts = _heads(own, [*known, *more])
    if lead is None:
        told = [with_setting(own, head, title, acts)]
    else:
        lead = with_setting(own, head, lead, acts)
        told = [agreed(title, lead), lead]
    tells = (first.news or _dated_state(own, first, told[-1])) and _is_some_act(told)
    return _placed(own, [*told, *more]) if tells and _somewhere(told[-1]) else []


def _placed(own: Scene, mentions: list[EventMention]) -> list[EventMention]:
    """The mentions, with the place of the dateline where none of them names another."""
    return mentions if any(m.place for m in mentions) else [reported_there(own, m) for m in mentions]


def _somewhere(mention: EventMention) -> bool:
    """Whether it says of whom it tells, or where it was: "Living small is hard" is no event."""
    return bool(mention.participants) or mention.place is not None


def _to_come(own: Scene, told: Told) -> MentionStatus:
    """Whether what is no act of a type took place or will."""
    return "planned" if helpers_of(own.tree, told.i) & FUTURE else "held"


def _is_some_act(told: list[EventMention]) -> bool:
    """Whether it has a type or a form, a time or a place, or is told again: "The debate hits home" has none."""
    kinds = any(m.plover is not None or m.form != "other" for m in told)
    return kinds or len(told) > 1 or any(m.time is not None or m.place is not None for m in told)


def _dated_state(own: Scene, told: Told, mention: EventMention) -> bool:
    """ "The home side are champions", of a day: how things have come to be."""
    return own.tree.tokens[told.i].pos == "AUX" and bool(mention.participants) and mention.time is not None


def _heads(own: Scene, mentions: Iterable[EventMention]) -> frozenset[int]:
    """The head words of mentions."""
    return frozenset(i for m in mentions if (i := own.tree.at(m.trigger.start)) is not None)


def _encounter(tree: Tree, told: Told, so_far: Extraction) -> EventMention | None:
    """The event of a form that the verb tells already, or the noun that it only carries."""
    heads = {told.i, *([told.code.inner] if told.code else [])}
    for mention in so_far.events:
        at = tree.at(mention.trigger.end - 1)
        if at is None:
            continue
        above = tree.tokens[at].head
        if at in heads or (above in heads and tree.tokens[above].lemma in LIGHT | ENDING):
            return mention
        if mention.form == "statement" and tree.tokens[above].dep == "prep" and tree.tokens[above].head == told.i:
            # "will speak at the party's convention"
            return mention
    return None


def _carried(own: Scene, head: Head, told: Told, so_far: Extraction) -> EventMention | None:
    """The encounter that the words around the told verb only carry."""
    part = next((p for p in (*head.parts, *head.lead) if p.first <= told.i < p.last), None)
    who = {p.actor for p in told.who if p.role == "participant"}
    return carried(own, head, part, told.i, who, so_far) if part is not None else None


def _spoken(own: Scene, told: Told, so_far: Extraction) -> EventMention | None:
    """The event of the words that the act is made of: "announced on Monday that", "said in a letter that"."""
    if told.coded is None or told.coded.event not in VERBAL:
        return None
    above = {told.i, *own.tree.ancestors(told.i)}
    for mention in so_far.events:
        at = own.tree.at(mention.trigger.start)
        if mention.form != "statement" or at is None:
            continue
        verbs = (a for a in (at, *own.tree.ancestors(at)) if own.tree.tokens[a].pos == "VERB")
        if next(verbs, None) in above:
            who = joined(mention.participants, told.who)
            return replace(mention, main=True, plover=told.coded, participants=who)
    return None


def _in_form(own: Scene, told: Told, state: MentionStatus) -> EventMention:
    """The act as the title tells it; words where it only says that something was said, a signing where something was
    signed."""
    mention = built(own, told.i, told.who, told.coded, state, main=True)
    if told.spoken:
        return replace(mention, form="statement")
    if told.coded is not None:
        return mention
    lemma = own.tree.tokens[told.i].lemma
    _, how = own.knowledge.event_forms.verbs.get(lemma, ("other", ""))
    if how == "signs":
        return replace(mention, form="signing")
    # "Club adds members": a thing, no words.
    thing = lemma == "add" and own.tree.children(told.i, "dobj")
    spoken = how == "issues" or (reports(own, told.i) and lemma not in STATES and not thing)
    return replace(mention, form="statement") if spoken else mention


def _published(own: Scene, head: Head, title: EventMention, so_far: Extraction) -> EventMention | None:
    """The words that the first sentences tell of as an event, of whoever speaks in the title: "posted on Monday",
    "said in a letter", "held a press conference"."""
    if title.form != "statement":
        return None
    speakers = {p.actor for p in title.participants if p.role == "participant"}
    for mention in so_far.events:
        inside = _in_lead(own, head, mention)
        said = mention.form in SPOKEN and mention.status == title.status
        if inside and said and speakers & {p.actor for p in mention.participants}:
            return replace(mention, main=True, antecedent=title.id)
    return None


def _meeting_of(own: Scene, head: Head, told: Told, so_far: Extraction) -> EventMention | None:
    """The encounter that the first sentences tell, of all whom the title names: what they say, they said there."""
    who = {p.actor for p in told.who}
    families = own.knowledge.event_forms.families
    met = told.coded is not None and told.coded.event == "CONSULT"
    if (len(who) < 2 and not met) or (told.coded is not None and told.coded.event not in COOPERATION):
        return None
    for mention in so_far.events:
        inside = _in_lead(own, head, mention)
        encounter = mention.status in TOOK_PLACE and families.get(mention.form) == "encounter"
        present = [_takes_part(own, actor, mention) for actor in who]
        if inside and encounter and (all(present) or (met and any(present))):
            return mention
    return None


def _spoken_of(own: Scene, head: Head, told: Told, so_far: Extraction) -> EventMention | None:
    """The encounter that the first sentences tell first, where a title only says of one that it is fixed, put off or
    over: "Talks set for May"."""
    if not head.titled or (told.coded is not None and told.coded.event not in COOPERATION):
        return None
    forms = own.knowledge.event_forms
    described = [own.tree.tokens[told.i].head] if own.tree.tokens[told.i].dep == "acl" else []
    nouns = [*own.tree.children(told.i, "nsubj", "nsubjpass", "dobj"), *described]
    named = {forms.nouns.get(own.tree.tokens[n].text.lower()) for n in nouns}
    if not any(form is not None and forms.families.get(form) == "encounter" for form in named):
        return None
    rows = (m for m in so_far.events if forms.families.get(m.form) == "encounter")
    return next((m for m in rows if _in_lead(own, head, m)), None)


def _in_lead(own: Scene, head: Head, mention: EventMention) -> bool:
    at = own.tree.at(mention.trigger.start)
    return at is not None and any(s.first <= at < s.last for s in head.lead)


def _takes_part(own: Scene, actor: str, mention: EventMention) -> bool:
    """Whether the actor takes part, or somebody of the state that it is."""
    there = {p.actor for p in mention.participants}
    known = own.cast.actors.get(actor)
    if known is None or known.kind not in {"state", "government"}:
        return actor in there
    return known.country in {own.cast.actors[a].country for a in there}


def _completed(own: Scene, head: Head, title: EventMention, so_far: Extraction) -> list[EventMention]:
    """The encounter that the title tells, marked; with when and where, if no other mention of it says so."""
    who = {p.actor for p in title.participants}
    others = [
        m
        for m in so_far.events
        if m.id != title.id
        and who <= {p.actor for p in m.participants}
        and (m.form, m.status) == (title.form, title.status)
    ]
    marked = replace(title, main=True)
    if title.status not in TOOK_PLACE:
        return [marked]
    more = list(met_again(own, head, marked, so_far))
    found = completed(own, head, marked, _heads(own, [marked, *others, *more]))
    time = marked.time or next((m.time for m in others if m.time), found.time)
    place = marked.place or next((m.place for m in others if m.place), found.place)
    return [replace(found, time=time, place=place), *more]


def _lead(own: Scene, head: Head, title: EventMention, so_far: Extraction) -> EventMention | None:
    """The sentence of the body that tells it again, the one with most of the title's words, with when and where; none
    that tells an encounter."""
    met = _heads(own, so_far.events)
    told_in = ((s, tell(own, s, titled=False)) for s in head.lead)
    words = head.words(own.tree, head.parts) - names(title)
    rows = [
        (s, told) for s, told in told_in
        if told is not None and told.i not in met and _encounter(own.tree, told, so_far) is None
        and _retells(own, head, title, words, s, told)
    ]  # fmt: skip
    if not rows:
        return None
    sentence, told = max(rows, key=lambda row: (len(words & head.words(own.tree, [row[0]])), -row[0].first))
    i = _same_word(own, sentence, title.trigger.exact) or told.i
    who = tuple(p for p in title.participants if not _bare_number(p)) or told.who
    more = () if has_its_own(own, i, told.i) else told.who
    mention = built(own, i, joined(who, more), title.plover, title.status, main=True)
    return replace(mention, form=title.form, antecedent=title.id)


def _retells(own: Scene, head: Head, title: EventMention, words: set[str], s: Sentence, told: Told) -> bool:
    """Whether the sentence tells the title's act, by its word or its type, or enough else of the title's words."""
    if told.coded is not None and title.plover is not None and told.coded.event == title.plover.event:
        return _one_kind(told.coded, title.plover)
    same = _same_word(own, s, title.trigger.exact) is not None
    return same or (own.tree.tokens[told.i].dep != "prep" and len(words & head.words(own.tree, [s])) >= RETOLD)


def _one_kind(left: Plover, right: Plover) -> bool:
    """Whether two of one type are of one kind: who is blamed is not investigated."""
    return left.mode == right.mode or None in {left.mode, right.mode} or left.event in OF_WHAT


def _bare_number(part: LocalParticipant) -> bool:
    """ "Seven hurt": the first sentence says who they are."""
    return all(" " not in span.exact for span in part.spans) and part.spans[0].exact.lower() in NUMBERS


def _same_word(own: Scene, sentence: Sentence, word: str) -> int | None:
    """The sentence's verb or noun that is the title's, else one for the same act."""
    tokens = own.tree.tokens
    told = stem(word)
    found = [i for i in range(sentence.first, sentence.last) if tokens[i].pos in {"VERB", "NOUN"}]
    same = (i for i in found if told in forms_at(own, i))
    alike = (i for i in found if any(own.acts.one_act(form, told) for form in sorted(forms_at(own, i))))
    return next(same, next(alike, None))
