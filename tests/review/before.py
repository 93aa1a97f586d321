"""A record before any judgement, what it holds by name, and one judgement of every kind."""

from msgspec.structs import replace
from tests.review.factories import concluded, judged, on

from communique.records.events import Event
from communique.records.judgements import Anchor, When, Where, Who
from communique.records.record import Record

BEFORE = concluded()
BERG, LIE = sorted(BEFORE.actors, key=lambda a: a.name)
LATER, VISIT = sorted(BEFORE.events, key=lambda e: len(e.mentions))
FISH, BRIDGE = sorted(BEFORE.utterances, key=lambda u: len(u.renderings))
SAID = next(s for s in BEFORE.statements if s.id == FISH.renderings[0])
ARTICLE = next(a for a in BEFORE.articles if a.capture == "d.txt")
TOLL, FIRST_TOLL = sorted(BEFORE.commitments, key=lambda c: len(c.members))


def report_of(event: Event, capture: str) -> Anchor:
    article = next(a.id for a in BEFORE.articles if a.capture == capture)
    return next(anchor for anchor in on("event", event) if anchor.article == article)


STAYS = report_of(VISIT, "a.txt"), report_of(VISIT, "b.txt")
LEAVES = report_of(VISIT, "c.txt")
JUDGEMENTS = [
    judged("speaker", 0, anchors=on("statement", SAID), who=Who(name="Olav Lie", anchor=on("actor", LIE)[0])),
    judged("speaker", 1, anchors=on("statement", SAID), who=Who(name="Tove Dahl", country="DK")),
    judged("same", 2, anchors=on("event", VISIT), others=on("event", LATER)),
    judged("not_same", 3, anchors=STAYS, others=(LEAVES,)),
    judged("same", 4, anchors=on("utterance", BRIDGE), others=on("utterance", FISH)),
    judged("not_same", 5, anchors=on("utterance", BRIDGE)[:1], others=on("utterance", BRIDGE)[1:]),
    judged("same", 6, anchors=on("actor", BERG), others=on("actor", LIE)),
    judged("not_same", 7, anchors=on("actor", BERG)[:2], others=on("actor", BERG)[2:]),
    judged("not_commitment", 8, anchors=on("commitment", TOLL)),
    judged("date", 9, anchors=on("article", ARTICLE), when=When(earliest="2020-05-09", latest="2020-05-09")),
    judged("date", 10, anchors=on("event", VISIT), when=When(earliest="2019-05-07", latest="2019-05-07")),
    judged(
        "date", 11, anchors=(replace(LEAVES, kind="mention"),), when=When(earliest="2019-05-01", latest="2019-05-31")
    ),
    judged("place", 12, anchors=on("event", VISIT), where=Where(name="Bergen", country="NO")),
    judged("place", 13, anchors=(replace(LEAVES, kind="mention"),), where=Where(name="Trondheim")),
    judged("title", 14, anchors=on("article", ARTICLE), words="Of fish"),
    judged("note", 15, anchors=on("actor", LIE), words="resigned since"),
    *(
        judged("hide", 16 + number, anchors=on(kind, row))
        for number, (kind, row) in enumerate(
            (
                ("article", ARTICLE),
                ("statement", SAID),
                ("event", VISIT),
                ("actor", BERG),
                ("utterance", BRIDGE),
                ("commitment", FIRST_TOLL),
            )
        )
    ),
    judged("hide", 30, anchors=(replace(LEAVES, kind="mention"),)),
]


def spoken(record: Record, statement: str = SAID.id) -> list[tuple[str, str, str]]:
    names = {a.id: a.name for a in record.actors}
    return [
        (names[s.actor or ""], s.basis, mark.found)
        for row in record.statements
        if row.id == statement
        for s, mark in zip(row.speakers, row.judged, strict=True)
    ]
