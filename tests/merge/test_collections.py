"""Small collections of articles of our own, and the events that they tell: each once, and no two in one."""

import re

from tests.factories import article

from communique.annotate.parser import annotate
from communique.extract import extract
from communique.knowledge import load
from communique.merge import merge
from communique.records.events import Event
from communique.records.record import Record

DATED = re.compile(r"^(\d{4}-\d\d-\d\d|undated): ")


def record(*texts: str) -> Record:
    """The record of articles, each written "2021-05-03: Title. | First paragraph. | Second paragraph."."""
    made = []
    for number, text in enumerate(texts):
        day, words = text.split(": ", 1)
        title, *paragraphs = words.split(" | ")
        published = None if day == "undated" else day
        made.append(extract(annotate(article(f"a{number}", *paragraphs, title=title, published=published)), load()))
    return merge(made, load())


def told(found: Record, *forms: str) -> list[str]:
    """The encounters, or the events of those forms: "form status day place: who (how many articles)"."""
    wanted = forms or ("meeting", "summit", "talks", "visit", "call")
    names = {a.id: a.name for a in found.actors}
    return sorted(_line(e, names) for e in found.events if e.form in wanted)


def _line(event: Event, names: dict[str, str]) -> str:
    who = ", ".join(sorted(names[p.actor].split()[-1] for p in event.participants))
    when = event.time.edtf if event.time else "undated"
    where = event.place.name if event.place else "nowhere"
    return f"{event.form} {event.status} {when} {where}: {who} ({len({m.article for m in event.mentions})})"


def whole(found: Record, form: str) -> list[str]:
    """The form of what each event of that form is a part of."""
    forms = {e.id: e.form for e in found.events}
    return [forms[id_] for e in found.events if e.form == form for id_ in e.part_of]


def test_what_is_planned_and_then_held_is_one_event_that_was_held() -> None:
    found = record(
        "2025-03-04: Finland and Spain plan talks | Finnish President Alexander Stubb will meet Spanish "
        "Prime Minister "
        "Pedro Sanchez in Madrid on Friday, his office said.",
        "2025-03-07: Leaders meet in Madrid | Finnish President Alexander Stubb met Spanish Prime Minister "
        "Pedro Sanchez "
        "in Madrid on Friday.",
        "2025-03-08: Two leaders agree | Spanish Prime Minister Pedro Sanchez received Finnish President "
        "Alexander Stubb "
        "in Madrid on Friday.",
    )
    assert told(found) == ["meeting held 2025-03-07 Madrid: Stubb, Sánchez (3)"]


def test_what_lies_beyond_the_page_s_own_date_was_not_held() -> None:
    found = record(
        "2025-03-04: Finland and Spain agree | Finnish President Alexander Stubb met Spanish Prime Minister "
        "Pedro Sanchez in Madrid on Tuesday. The two leaders agreed to hold the next summit in Finland by the end "
        "of the year.",
    )
    assert [line for line in told(found) if "2025-12" in line] != []
    assert [line for line in told(found) if "2025-12" in line and " held " in line] == []


def test_a_plan_of_years_ago_is_not_the_visit_of_today() -> None:
    found = record(
        "2017-03-29: Trade grows | Spanish Prime Minister Pedro Sanchez plans to visit Helsinki.",
        "2022-07-19: Visit to Finland | Spanish Prime Minister Pedro Sanchez visited Helsinki on Tuesday, "
        "where he met "
        "Finnish President Sauli Niinisto.",
    )
    assert [line for line in told(found) if "planned" in line] == ["visit planned undated Helsinki: Sánchez (1)"]


def test_the_same_two_in_one_city_twice_a_year_are_two() -> None:
    found = record(
        "2025-02-10: Talks in Paris | Indian Prime Minister Narendra Modi met French President Emmanuel "
        "Macron in Paris "
        "on Monday.",
        "2025-02-11: At the palace | French President Emmanuel Macron received Indian Prime Minister "
        "Narendra Modi at "
        "the Elysee Palace on Monday.",
        "2025-09-18: Back in Paris | Indian Prime Minister Narendra Modi met French President Emmanuel "
        "Macron in Paris "
        "on Thursday, their second meeting this year.",
    )
    assert told(found) == [
        "meeting held 2025-02-10 Elysee Palace, Paris: Macron, Modi (2)",
        "meeting held 2025-09-18 Paris: Macron, Modi (1)",
    ]


def test_what_two_do_on_the_margins_of_a_summit_is_a_part_of_it() -> None:
    found = record(
        "2025-05-28: Leaders gather | Turkish President Recep Tayyip Erdogan, Azerbaijani President Ilham Aliyev and "
        "Georgian Prime Minister Irakli Kobakhidze met in Baku on Wednesday for a summit. | On the sidelines of the "
        "summit, Erdogan met Aliyev.",
        "2025-05-29: Baku | Turkish President Recep Tayyip Erdogan met Azerbaijani President Ilham Aliyev in Baku on "
        "Wednesday on the margins of the summit.",
    )
    assert "meeting held 2025-05-28 Baku: Aliyev, Erdoğan (2)" in told(found)
    assert whole(found, "meeting") == ["summit"]


def test_a_call_is_no_meeting_of_the_same_day() -> None:
    found = record(
        "2025-12-01: Ukraine | Ukrainian President Volodymyr Zelensky met French President Emmanuel Macron "
        "in Paris on "
        "Monday.",
        "2025-12-02: France | French President Emmanuel Macron held a phone call with Ukrainian President Volodymyr "
        "Zelensky on Monday evening.",
    )
    assert told(found) == [
        "call held 2025-12-01 nowhere: Macron, Zelenskyy (1)",
        "meeting held 2025-12-01 Paris: Macron, Zelenskyy (1)",
    ]


def test_what_their_ministers_do_is_no_part_of_what_leaders_do() -> None:
    found = record(
        "2025-05-04: Ministers | Egyptian Foreign Minister Badr Abdelatty met Greek Foreign Minister George "
        "Gerapetritis "
        "in Cairo on Sunday.",
        "2025-05-04: Leaders | French President Emmanuel Macron received Greek Prime Minister Kyriakos Mitsotakis in "
        "Cairo on Sunday.",
    )
    assert len(told(found)) == 2
    assert whole(found, "meeting") == []


def test_reports_by_venue_by_city_and_by_country_are_of_one_event() -> None:
    found = record(
        "2025-08-07: At the palace | Kazakh President Kassym-Jomart Tokayev received Uzbek President Shavkat "
        "Mirziyoyev "
        "at the Ak Orda palace on Thursday.",
        "2025-08-08: A visit | Uzbek President Shavkat Mirziyoyev visited Kazakhstan on Thursday.",
        "undated: Negotiations | Uzbek President Shavkat Mirziyoyev and his Kazakh counterpart Tokayev held talks in "
        "Astana on Thursday.",
    )
    assert told(found) == ["meeting held 2025-08-07 Ak Orda, Astana: Mirziyoyev, Tokayev (3)"]


def test_one_host_and_two_guests_on_one_day_are_two_meetings() -> None:
    found = record(
        "2016-11-10: A busy day | Norwegian Prime Minister Jonas Gahr Store met Emil Dahl at the Palace "
        "Hotel in Oslo on "
        "Thursday. | Prime Minister Store also met Ruth Vik at the Palace Hotel in Oslo on Thursday."
    )
    assert told(found) == [
        "meeting held 2016-11-10 Oslo: Dahl, Støre (1)",
        "meeting held 2016-11-10 Oslo: Støre, Vik (1)",
    ]


def test_one_report_of_another_day_does_not_scatter_the_rest() -> None:
    main = "Finnish President Alexander Stubb met Spanish Prime Minister Pedro Sanchez in Madrid on Thursday."
    again = "Finnish President Alexander Stubb met Spanish Prime Minister Pedro Sanchez in Madrid."
    found = record(
        *(f"2025-03-07: Madrid {n} | {main}" for n in range(4)),
        "2025-03-07: Madrid, before | Finnish President Alexander Stubb met Spanish Prime Minister Pedro Sanchez in "
        "Madrid on Wednesday. They met again on Thursday.",
        *(f"2025-03-07: The talks {n} | {again}" for n in range(3)),
    )
    assert [line for line in told(found) if "2025-03-06" in line] == [
        "meeting held 2025-03-06 Madrid: Stubb, Sánchez (8)"
    ]


def test_what_states_sign_on_the_day_is_a_part_of_their_leaders_meeting() -> None:
    found = record(
        "2017-03-28: Madrid | Finnish President Alexander Stubb met Spanish Prime Minister Pedro Sanchez in "
        "Madrid on "
        "Tuesday. | Finland and Spain signed an agreement on trade in Madrid on Tuesday."
    )
    assert whole(found, "signing") == ["meeting"]


def test_parts_stay_with_the_meeting_that_their_own_article_tells() -> None:
    found = record(
        "undated: Iohannis and Sandu speak to press in Bucharest | After their talks at the Cotroceni Palace "
        "on Tuesday, Romanian President "
        "Klaus Iohannis "
        "and Moldovan President Maia Sandu held a joint press conference.",
        "2023-07-06: In Chisinau | Moldovan President Maia Sandu met Romanian President Klaus Iohannis in "
        "Chisinau on "
        "Thursday. | After the talks, Iohannis and Sandu held a joint press conference.",
    )
    assert told(found, "press_conference") == [
        "press_conference held 2023-07-06 Chisinau: Iohannis, Sandu (1)",
        "press_conference held undated Cotroceni Palace, Bucharest: Iohannis, Sandu (1)",
    ]


def test_a_farewell_is_a_part_of_what_the_departure_belongs_to() -> None:
    found = record(
        "2025-03-07: Off to Spain | Finnish President Alexander Stubb met Spanish Prime Minister Pedro "
        "Sanchez in Madrid "
        "on Friday. | Before leaving Helsinki, Stubb spoke at Vantaa Airport in Helsinki, where a farewell "
        "ceremony was "
        "held for him."
    )
    assert whole(found, "ceremony") == whole(found, "departure") == ["meeting"]


def test_what_is_planned_and_then_called_off_is_one_event() -> None:
    found = record(
        "2025-05-06: A visit | Hungarian Prime Minister Viktor Orban will visit Warsaw on May 15 for talks "
        "with Polish "
        "Prime Minister Donald Tusk.",
        "2025-05-14: No visit | Hungarian Prime Minister Viktor Orban has cancelled his visit to Warsaw, his "
        "office said.",
    )
    assert told(found) == ["talks cancelled 2025-05-15 Warsaw: Orbán, Tusk (2)"]
