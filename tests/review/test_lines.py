import datetime as dt
import io
import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.factories import MOMENT, judged

from communique.errors import UsageError
from communique.records.judgements import Anchor, Judgement, When, Where, Who
from communique.review.lines import MAX_LINE, Refused, dump, lines_of, parse

STATEMENT = Anchor(kind="statement", member="statement-0123456789abcdef0123", article="article-0123456789abcdef0123")
LEFT = Anchor(kind="actor", member="local-0123456789abcdef0001")
RIGHT = Anchor(kind="actor", member="local-0123456789abcdef0002")
EVENT = Anchor(kind="event", member="mention-0123456789abcdef0002", words="met in Oslo")
GOOD = [
    judged("speaker", 0, anchors=(STATEMENT,), who=Who(name="Anna Berg", country="SE")),
    judged("speaker", 1, "bob", anchors=(STATEMENT,), who=Who(anchor=LEFT), reason="line 3\nsays so"),
    judged("same", 2, anchors=(LEFT,), others=(RIGHT,)),
    judged("not_same", 3, anchors=(LEFT,), others=(RIGHT,)),
    judged("date", 4, anchors=(EVENT,), when=When(earliest="2024-05-06", latest="2024-05-08", approximate=True)),
    judged("place", 5, anchors=(EVENT,), where=Where(name="Oslo", country="NO")),
    judged("hide", 6, anchors=(EVENT,)),
    judged("note", 7, anchors=(STATEMENT, EVENT), words="بپرس"),
]
GOOD.append(judged("undo", 8, undoes=GOOD[0].id))


def read(data: bytes, now: dt.datetime = MOMENT) -> list[Judgement | Refused]:
    return list(parse(lines_of(io.BytesIO(data)), now))


def test_what_was_written_is_read_back() -> None:
    assert read(dump(GOOD)) == GOOD


@given(st.randoms(use_true_random=False), st.integers(0, len(GOOD)))
def test_the_union_of_two_files_is_one_file_in_any_order(chance: random.Random, cut: int) -> None:
    mixed = [*GOOD, *GOOD[:cut]]
    chance.shuffle(mixed)

    assert dump(mixed) == dump(GOOD)
    assert dump([*read(dump(mixed[:cut])), *read(dump(mixed[cut:]))]) == dump(GOOD)  # type: ignore[list-item]


def test_lines_of_an_export_are_read_without_what_is_worked_out_anew() -> None:
    row = json.loads(dump(GOOD[:1])) | {"standing": "applied", "against": [], "items": ["event-1"]}

    assert read(json.dumps(row).encode()) == GOOD[:1]


def row(**changes: object) -> bytes:
    return json.dumps(json.loads(dump(GOOD[:1])) | changes).encode()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "no judgement"),
        (b"[1, 2]", "no object"),
        (b"null", "no object"),
        (b'"\xff\xfe"', "no judgement"),
        (b"[" * 100_000, "no judgement"),
        (row(kind="delete"), "no judgement"),
        (row(author=7), "no judgement"),
        (row(author=""), "no author"),
        (row(author="ann\u202egnp"), "control characters"),
        (row(author="a\nb"), "control characters"),
        (row(author="a" * 101), "longer than 100"),
        (row(reason="\x1b[2J"), "control characters"),
        (row(reason="x" * 2001), "longer than 2000"),
        (row(reason="\ud800"), "control characters|no judgement"),
        (row(anchors=[]), "no anchor"),
        (row(anchors=[{"kind": "statement", "member": "../../etc/passwd"}]), "no id of a member"),
        (row(anchors=[{"kind": "event", "member": STATEMENT.member}]), "cannot speak of: event"),
        (row(anchors=[{"kind": "statement", "member": STATEMENT.member, "x": 1}]), "its id is not"),
        (row(anchors=[{"kind": "statement", "member": STATEMENT.member}] * 1001), "more than 1000"),
        (row(others=[{"kind": "statement", "member": STATEMENT.member}]), "one side only"),
        (row(who=None), "says `who`"),
        (row(who={"name": " ", "kind": "person"}), "names nobody"),
        (row(who={"name": "Anna", "kind": "person", "country": "Sweden"}), "no country"),
        (row(words="also"), "nothing else"),
        (row(made="yesterday"), "no moment"),
        (row(made="2024-02-30T00:00:00.000Z"), "no moment"),
        (row(made="٢٠٢٤-05-06T07:08:09.000Z"), "no moment"),
        (row(id="judgement-" + "0" * 20), "its id is not"),
        (row(reason="changed"), "its id is not"),
        (row(extra={"a": [1]}), "'extra'"),
        (b"{" + b" " * MAX_LINE + b"}", "longer than"),
    ],
)
def test_a_hostile_line_is_one_problem_and_costs_itself_alone(line: bytes, why: str) -> None:
    before, refused, after = read(dump(GOOD[:1]) + line + b"\n" + dump(GOOD[1:2]))

    assert (before, after) == tuple(GOOD[:2])
    assert isinstance(refused, Refused)
    assert refused.number == 2
    assert re.search(why, refused.why), refused.why


def test_a_judgement_of_tomorrow_is_refused_so_that_it_cannot_win_for_ever() -> None:
    (refused,) = read(dump([judged("hide", 3 * 86_400, anchors=(EVENT,))]))

    assert isinstance(refused, Refused)
    assert "yet to come" in refused.why


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    assert all(isinstance(found, Refused) for found in read(data))


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        ("same", {"anchors": (LEFT,)}, "two sides"),
        ("same", {"anchors": (LEFT,), "others": (LEFT,)}, "a member in common"),
        ("same", {"anchors": (LEFT,), "others": (EVENT,)}, "not of one kind"),
        ("same", {"anchors": (STATEMENT,), "others": (RIGHT,)}, "cannot speak of: statement"),
        ("date", {"anchors": (EVENT,), "when": When(earliest="2024-05-08", latest="2024-05-06")}, "no day"),
        ("place", {"anchors": (EVENT,), "where": Where(name="?")}, "names no place"),
        ("title", {"anchors": (EVENT,), "words": "T"}, "cannot speak of: event"),
        ("title", {"anchors": (Anchor(kind="article", member="article-0123456789"),), "words": " "}, "title is empty"),
        ("undo", {"undoes": "everything"}, "no id of a judgement"),
        ("speaker", {"anchors": (STATEMENT,), "who": Who(anchor=EVENT)}, "no actor"),
    ],
)
def test_what_no_judgement_can_say_is_wrong_use(kind: str, fields: dict[str, object], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        judged(kind, **fields)
