"""What happened, in a few sentences: composed from the record by fixed rules, each clause with its sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.records.actors import Actor
from communique.records.events import Event
from communique.report.dates import when
from communique.report.facts import first_told, in_parts, is_principal, looking_back, parties
from communique.report.index import Index
from communique.report.ledger import Value, rulings
from communique.report.naming import act_of, scene
from communique.report.people import office_at, principals, speaker_names
from communique.report.promises import promises
from communique.report.renderings import Rendering, Said, utterances
from communique.report.sources import Citer, Source
from communique.report.wording import clipped, counted, listed

STORIES = 12
REMARKS = 2
PROMISES = 2
LONGEST = 260
SHORTEST = 25
MARKS = " \t\n,.\"“”„«»‘’'"
# A cue that can stand in a sentence of ours as it is: "praised", "said", not "adding" and not "in the words of".
PAST = re.compile(r"[a-z]+ed|said|told|spoke|wrote")
# Of one who speaks, what a headline says of him now: "pledges".
PRESENT = re.compile(r"[a-z]+s")
# What was left out, with the commas that stood around it.
GAPS = re.compile(r",?(?:\s*…)+(?:\s*[…,])*\s*")

# What several did together, what one did alone, and how either is said of what has not taken place.
TOGETHER = {
    "meeting": "met", "talks": "held talks", "summit": "held a summit", "visit": "met on a visit",
    "call": "spoke by telephone", "press_conference": "gave a press conference", "signing": "attended a signing",
    "ceremony": "took part in a ceremony", "exercise": "held an exercise",
}  # fmt: skip
TO_COME = {
    "meeting": "meet", "talks": "hold talks", "summit": "hold a summit", "visit": "meet on a visit",
    "call": "speak by telephone", "signing": "attend a signing",
}  # fmt: skip
# A label and the words: a sentence made of both would say what no source says ("refused: will never stop").
LABELS = {
    "pledge": "A pledge", "agreed": "Agreed", "proposal": "A proposal", "plan": "A plan", "refusal": "A refusal",
    "threat": "A threat",
}  # fmt: skip
STATUS = "whether it took place"
# What a reader asks of an event, in this order, by the fields of findings.
ASKED = {"participants": "who", "place": "where", "time": "when", "form": "the form", "status": STATUS}
# What begins so is the tail of a phrase, not a remark.
FRAGMENT = re.compile(r"(?:to (?:the|a|an|his|her|its|their)|of|in|on|at|for|with|by|from)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """A few words and where they come from; `quote` holds exact words of a capture, set between the two."""

    words: str
    sources: tuple[Source, ...]
    quote: str = ""
    tail: str = "."


@dataclass(frozen=True)
class Story:
    """One event told: its anchor, what happened, and what was said, promised and disputed there."""

    anchor: str
    date: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Chapter:
    """The stories of one relationship, in the order of time."""

    heading: str
    stories: tuple[Story, ...]
    more: int


def account(index: Index, citer: Citer) -> tuple[Chapter, ...]:
    """A chapter for each set of parties, those with most reports first; the events told are the principal ones."""
    told: dict[tuple[str, ...], list[Event]] = {}
    for event in index.events.values():
        if is_principal(event, index) and event.status in {"held", "planned", "ongoing"}:
            told.setdefault(parties(event, index), []).append(event)
    ordered = sorted(told.items(), key=lambda item: (-sum(len(e.mentions) for e in item[1]), item[0]))
    introduced: set[str] = set()
    return tuple(
        Chapter(
            listed(names) or "Others",
            tuple(_story(event, index, citer, introduced) for event in events[:STORIES]),
            max(0, len(events) - STORIES),
        )
        for names, events in ordered
    )


def _story(event: Event, index: Index, citer: Citer, introduced: set[str]) -> Story:
    clauses = [
        _happened(event, index, citer, introduced),
        *_parts(event, index, citer),
        *_remarks(event, index, citer),
        *_promised(event, index, citer),
        *_agreed(event, index, citer),
        *_disputed(event, index, citer),
    ]
    told = first_told(event, index)
    return Story(event.id, f"{when(event.time)}, {told}" if told else when(event.time), tuple(clauses))


def _happened(event: Event, index: Index, citer: Citer, introduced: set[str]) -> Clause:
    who = principals(event, index)
    names = listed([_introduced(actor, event, index, introduced) for actor in who]) or "Unnamed parties"
    words = f"{names} {_did(event, len(who))}{scene(event.place)}"
    certain = [mention for mention in event.mentions if mention.certainty == "certain"] or list(event.mentions)
    sources = citer.of_spans(mention.span for mention in certain)
    origins = index.origins(mention.article for mention in certain)
    reports = counted(len({mention.article for mention in certain}), "report")
    texts = f", {counted(origins, 'distinct text')}" if len(sources) > 1 else ""
    back = len(looking_back(certain))
    recalled = f", {back} of them looking back" if back and len(sources) > 1 else ""
    return Clause(words, sources, tail=f" ({reports}{texts}{recalled}{in_parts(event, index)}).")


def _introduced(actor: Actor, event: Event, index: Index, introduced: set[str]) -> str:
    """The name, with the office where it is told for the first time."""
    if actor.id in introduced or actor.kind != "person":
        return actor.name
    introduced.add(actor.id)
    office = office_at(actor, event.time, index)
    # Where nobody names the person, the office is the name.
    return f"{actor.name} ({office})" if office and office.lower() != actor.name.lower() else actor.name


def _did(event: Event, number: int) -> str:
    if number < 2:
        return f"is reported with {_a(act_of(event))} ({event.status})"
    if event.status == "held":
        return TOGETHER.get(event.form, "took part in an event")
    if event.status == "ongoing":
        return "are reported in talks"
    return f"are to {TO_COME.get(event.form, 'take part in an event')}"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _parts(event: Event, index: Index, citer: Citer) -> list[Clause]:
    parts = [part for part in index.parts.get(event.id, []) if part.status == "held"]
    if not parts:
        return []
    # An act without a name of its own says nothing in a list; it is told with its words below.
    names = list(dict.fromkeys(_a(act_of(part)) for part in parts if part.form != "other"))
    if not names:
        return []
    spans = [mention.span for part in parts for mention in part.mentions]
    return [Clause(f"Part of it: {listed(names)}", citer.of_spans(spans))]


def _remarks(event: Event, index: Index, citer: Citer) -> list[Clause]:
    """What was said: one remark a speaker, the best attested first, then the longest quotation."""
    rows = [row for row in utterances(index.utterances_at.get(event.id, []), index, citer) if _is_telling(row)]
    first: dict[tuple[str, ...], Said] = {}
    for row in sorted(rows, key=lambda row: (-row.origins, -_quoted(_best(row)))):
        first.setdefault(row.names, row)
    return [_remark(row) for row in list(first.values())[:REMARKS]]


def _is_telling(row: Said) -> bool:
    best = _best(row)
    is_fragment = FRAGMENT.match(_text(best).strip()) is not None
    return len(_text(best)) >= SHORTEST and not is_fragment and not any(voice.open for voice in best.voices)


def _best(row: Said) -> Rendering:
    """The rendering that quotes most; of those that quote nothing, the first."""
    return max(row.renderings, key=_quoted)


def _quoted(rendering: Rendering) -> int:
    return min(LONGEST, sum(len(piece.text) for piece in rendering.pieces if piece.quoted and not piece.aside))


def _text(rendering: Rendering) -> str:
    """The words less the report's own asides, whose place three points hold."""
    told = "".join(" … " if piece.aside and piece.text.strip(MARKS) else piece.text for piece in rendering.pieces)
    return GAPS.sub(" … ", told)


def _remark(row: Said) -> Clause:
    """The words of one rendering, in quotation marks only where its article has them."""
    best = _best(row)
    is_quoted = all(piece.quoted or piece.aside or not piece.text.strip(MARKS) for piece in best.pieces)
    sources = _each_once((best.source, *(rendering.source for rendering in row.renderings)))
    names = listed(row.names)
    if is_quoted:
        return Clause(f"{names} said:", sources, f"“{clipped(_text(best).strip(MARKS), LONGEST)}”", "")
    text = clipped(_text(best), LONGEST).strip(" ,…")
    has_that = text.startswith("that ")
    passive = f"{'is' if len(row.names) == 1 else 'are'} reported{' as saying' if has_that else ''}"
    told = (PAST.fullmatch(best.cue) or (len(row.names) == 1 and PRESENT.fullmatch(best.cue))) is not None
    cue = "said" if best.cue == "told" else best.cue  # whom is not told here
    # A clause with its own beginning ("Raisi recalled …") is no object of ours.
    runs_on = has_that or (told and not text[:1].isupper())
    return Clause(f"{names} {cue if told else passive}" + ("" if runs_on else ":"), sources, text, "")


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(sorted({source.number: source for source in sources}.values(), key=lambda source: source.number))


def _promised(event: Event, index: Index, citer: Citer) -> list[Clause]:
    rows = index.commitments_at.get(event.id, [])
    best = sorted(rows, key=lambda row: (-len(row.mentions), row.strength != "firm", row.id))[:PROMISES]
    return [
        Clause(
            f"{LABELS[row.kind]} ({speaker_names(row.parties, index) or 'by whom is not said'}):",
            promise.sources,
            clipped(promise.action, LONGEST),
            "",
        )
        for row in best
        for promise in promises([row], index, citer)
    ]


def _agreed(event: Event, index: Index, citer: Citer) -> list[Clause]:
    """On what all reports agree, and on what one is more precise than the others."""
    found = {row.field: row for row in index.findings_on.get(event.id, []) if row.judgement in {"agree", "refine"}}
    told = [found[field] for field in ASKED if field in found]
    agree = listed([ASKED[row.field] for row in told if row.judgement == "agree"])
    refine = listed([ASKED[row.field] for row in told if row.judgement == "refine"])
    parts = [f"agree on {agree}" if agree else "", f"differ in precision on {refine}" if refine else ""]
    words = "; they ".join(part for part in parts if part)
    words = words.replace(STATUS, "that it took place") if event.status == "held" else words
    articles = dict.fromkeys(name for row in told for value in row.values for name in value.articles)
    return [Clause(f"The reports {words}", citer.sources(articles))] if words else []


def _disputed(event: Event, index: Index, citer: Citer) -> list[Clause]:
    differing = [finding for finding in index.findings_on.get(event.id, []) if finding.judgement == "differ"]
    return [
        Clause(
            f"The reports differ on {ruling.field}: {_values(ruling.values)}",
            _each_once(source for value in ruling.values for source in value.sources),
        )
        for ruling in rulings(differing, index, citer)
    ]


def _values(values: Sequence[Value]) -> str:
    return listed([f"{clipped(value.words, 60)} ({value.origins})" for value in values])
