"""The synthetic articles are what they are said to be, and the merge finds their events."""

from collections import Counter

import pytest
from benchmarks.merge import Score, pairs
from benchmarks.synthetic import Collection, generate

from communique.merge import settle
from communique.text.times.intervals import civil


@pytest.fixture(scope="module")
def made() -> Collection:
    return generate(600, seed=5)


def test_pairs_are_counted_by_event() -> None:
    truth = {"a": 1, "b": 1, "c": 1, "x": 2}
    assert pairs([["a", "b"], ["c", "x"], ["unknown"]], truth) == Score(right=1, joined=2, true=3)
    assert (Score(1, 2, 3).precision, Score(1, 2, 3).recall, Score(1, 2, 3).f1) == (0.5, 1 / 3, 0.4)


def test_the_seed_decides_everything(made: Collection) -> None:
    again = generate(600, seed=5)
    assert again.extractions == made.extractions
    assert again.event_of == made.event_of
    assert generate(600, seed=6).extractions != made.extractions


def test_shares_are_as_promised(made: Collection) -> None:
    reports = Counter(made.event_of.values())
    assert len(made.extractions) == 600
    assert 1 <= min(reports.values()) <= max(reports.values()) <= 30
    assert 0.27 < _share(made, lambda e: e.article.published is None) < 0.4
    assert 0.27 < _share(made, lambda e: e.events[0].place is None) < 0.4
    assert 0.07 < _share(made, lambda e: _states_another_day(made, e)) < 0.13


def _share(made: Collection, test) -> float:  # type: ignore[no-untyped-def]
    return sum(map(test, made.extractions)) / len(made.extractions)


def _states_another_day(made: Collection, extraction) -> bool:  # type: ignore[no-untyped-def]
    day = made.happenings[made.event_of[extraction.events[0].id]].day
    for time in extraction.times:
        said = time.expression
        if time.time is not None and said.offset is not None:
            return civil(time.time)[0] != day
        if said.weekday not in (None, day.weekday()) or said.day not in (None, day.day):
            return True
    return False


def test_words_stand_where_their_spans_say(made: Collection) -> None:
    for extraction in made.extractions:
        mention = extraction.events[0]
        spans = [mention.trigger, *(t.span for t in extraction.times), *(mention.place.spans if mention.place else ())]
        spans += [m.span for a in extraction.actors for m in a.mentions]
        assert all(extraction.article.text[s.start : s.end] == s.exact for s in spans)


def test_doubles_are_what_they_are_called() -> None:
    found = generate(4000, seed=1).happenings
    for event in (e for e in found if e.trap):
        first = found[event.double_of]
        same_people = (event.guest, event.host) == (first.guest, first.host)
        days = (event.day - first.day).days
        kinds = {
            "ten days apart": same_people and event.city == first.city and days == 10,
            "two cities": same_people and event.city != first.city and days == 0,
            "another holder": event.host == first.host and event.guest.title == first.guest.title and not same_people,
        }
        assert [name for name, true in kinds.items() if true] == [event.trap]
    assert {e.trap for e in found} == {"", "ten days apart", "two cities", "another holder"}


def test_people_hold_an_office_one_after_another(made: Collection) -> None:
    assert all(e.guest.start <= e.day < e.guest.end and e.host.start <= e.day < e.host.end for e in made.happenings)


@pytest.mark.parametrize("seed", [5, 6])
def test_the_merge_finds_the_events(seed: int) -> None:
    made = generate(1500, seed)
    _, cast, clusters = settle(made.extractions, made.knowledge)
    found = pairs([[n.id for n in c.nodes] for c in clusters], made.event_of)
    named = {a.id: made.person_of[a.id] for e in made.extractions for a in e.actors if a.name}
    people = pairs(cast.groups.members().values(), named)
    assert (found.precision > 0.98, found.f1 > 0.94) == (True, True), found
    assert (people.precision > 0.99, people.f1 > 0.95) == (True, True), people
