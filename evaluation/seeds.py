"""The five seeds, end to end: what their record has to hold.

Built through the command line and scored on the export against `gold/seeds.json`, which has line numbers,
offsets and surnames, and none of the words. Shares are of the gold; each meeting counts 1 or 0.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation.export import Export, Row, built, spans

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("gold").joinpath("seeds.json").read_text("utf-8"))
TEHRAN, MOSCOW_A, MOSCOW_B, MOSCOW_C, UNDATED = GOLD
MOSCOW = {MOSCOW_A, MOSCOW_B, MOSCOW_C}
# A reported statement is found where its content, cue and speaker hold so much of the gold's words, and at most so
# many words in all: the measure of a truth table of the same form.
COVERED = 0.75
NEARLY = 0.97
LONGEST = (4, 12)
MEETING = {"meeting", "summit", "visit", "talks"}


def scores(shared: Path) -> dict[str, float]:
    """Shares of the gold that the record of `shared`/seeds gets right."""
    folder = shared / "seeds"
    lines = {path.stem: path.read_text("utf-8").split("\n") for path in sorted(folder.glob("*.txt"))}
    texts = {stem: "\n".join(rows) for stem, rows in lines.items()}
    with built(folder) as export:
        return {
            "spans_exact": _exact(export, texts),
            "body_kept": _body_kept(export, lines),
            "boilerplate_dropped": _boilerplate_dropped(export, lines),
            "titles": _share(_titled(export, stem, lines[stem][gold["title"] - 1]) for stem, gold in GOLD.items()),
            "dates": _share(_dated(export, stem) for stem in GOLD),
            **_meetings(export),
            "quotations": _share(_quoted(export, texts, stem, row) for stem in GOLD for row in GOLD[stem]["quotes"]),
            "reported": _share(_reported(export, texts, stem, row) for stem in GOLD for row in GOLD[stem]["reported"]),
        }


def _share(rights: Any) -> float:
    rows = [bool(right) for right in rights]
    return sum(rows) / len(rows)


def _exact(export: Export, captures: dict[str, str]) -> float:
    """Share of spans, of articles and of captures, whose words stand at their offsets."""
    kept = {row["id"]: row["text"] for row in export["articles"]}
    decoded = {row["id"]: captures[Path(row["capture"]).stem] for row in export["articles"]}
    found = [span for rows in export.values() for row in rows for span in spans(row)]
    texts = [kept.get(span.get("article", "")) or decoded.get(span.get("capture", "")) or "" for span in found]
    return _share(text[span["start"] : span["end"]] == span["exact"] for text, span in zip(texts, found, strict=True))


def _body_kept(export: Export, lines: dict[str, list[str]]) -> float:
    """Share of the body's lines that are kept, but for a place before a dash and the like."""
    wanted = [(stem, _words(lines[stem][n - 1])) for stem, gold in GOLD.items() for n in gold["body"]]
    texts = {stem: _words(export.article(stem)["text"]) for stem in GOLD}
    return _share((line & texts[stem]).total() >= NEARLY * line.total() for stem, line in wanted)


def _boilerplate_dropped(export: Export, lines: dict[str, list[str]]) -> float:
    """Share of the lines that are no part of the article and are not in its text."""
    junk = [
        (stem, line.strip())
        for stem, gold in GOLD.items()
        for n, line in enumerate(lines[stem], 1)
        if line.strip() and n not in {*gold["body"], *gold["kept"]}
    ]
    texts = {stem: set(export.article(stem)["text"].split("\n")) for stem in GOLD}
    return _share(line not in texts[stem] for stem, line in junk)


def _titled(export: Export, stem: str, line: str) -> bool:
    """The title's line, with or without the outlet or the section behind it."""
    title = (export.article(stem)["title"] or {}).get("value", "")
    return title in {line.strip(), line.rpartition("|")[0].strip()}


def _dated(export: Export, stem: str) -> bool:
    """The stated date; or an inferred one as wide as a week that names its article; or none."""
    time, gold = export.article(stem)["published"], GOLD[stem]["published"]
    if gold:
        return bool(time) and time["earliest"] == time["latest"] == gold and time["basis"] == "stated"
    if stem == UNDATED:
        return time is None
    return (
        bool(time)
        and time["basis"] == "inferred"
        and export.article(MOSCOW_A)["id"] in time["inferred_from"]
        and time["earliest"] <= "2022-01-19" <= time["latest"]
    )


def _meetings(export: Export) -> dict[str, float]:
    found = [_facts(export, event) for event in export["events"] if event["form"] in MEETING]
    two = [f for f in found if f["held"] and len(f["people"]) == 2]
    return {
        "meeting_moscow_2022": _one(f for f in two if f["day"] == "2022-01-19" and f["of"] == {*MOSCOW, TEHRAN}),
        "meeting_ashgabat": _one(f for f in two if f["place"] == "Ashgabat" and f["of"] == {TEHRAN} and _late_june(f)),
        "meeting_tehran": _one(f for f in two if f["place"] == "Tehran" and f["day"] == "2022-07-19"),
        "meeting_three_apart": _one(f for f in found if len(f["people"]) == 3 and f["by"] == {TEHRAN}),
        "meeting_kremlin_undated": _one(f for f in two if "Rouhani" in f["people"] and f["time"] is None),
        "slack_said": _one(f for f in found if f["day"] == "2022-01-19" and _refined(export, f["id"])),
        "none_merged_across": float(all(_apart(f["of"]) for f in found)),
    }


def _facts(export: Export, event: Row) -> Row:
    stems = {row["id"]: Path(row["capture"]).stem for row in export["articles"]}
    time = event["time"]
    return {
        "id": event["id"],
        "held": event["status"] == "held",
        "people": export.people(event),
        "place": (event["place"] or {}).get("name"),
        "time": time,
        "day": time["earliest"][:10] if time and time["earliest"][:10] == time["latest"][:10] else None,
        "by": {stems[mention["article"]] for mention in event["mentions"]},
        "of": {stems[mention["article"]] for mention in event["mentions"] if mention["certainty"] == "certain"},
    }


def _one(found: Any) -> float:
    """1 where exactly one such event is there: twice is a meeting that was not merged."""
    return float(len(list(found)) == 1)


def _late_june(facts: Row) -> bool:
    time = facts["time"]
    return bool(time) and "2022-06-21" <= time["earliest"][:10] <= time["latest"][:10] <= "2022-06-30"


def _refined(export: Export, event: str) -> bool:
    return any(
        finding["field"] == "time" and any(value["relation"] != "same" for value in finding["values"])
        for finding in export["findings"]
        if finding["about"]["id"] == event
    )


def _apart(stems: set[str]) -> bool:
    return UNDATED not in stems or stems == {UNDATED}


def _quoted(export: Export, captures: dict[str, str], stem: str, row: Any) -> bool:
    """Exact words, and every speaker the right person, and nobody else."""
    start, end, speakers = row
    words = captures[stem][start:end].strip(" ,.")
    return any(
        _speakers(export, statement) == set(speakers)
        for statement in _of(export, stem)
        if any(quote["exact"].strip(" ,.") == words for quote in statement["quotes"])
    )


def _reported(export: Export, captures: dict[str, str], stem: str, row: Any) -> bool:
    """A statement that holds the gold's words and little else, with the right speakers."""
    start, end, speakers = row
    words = _words(captures[stem][start:end])
    factor, more = LONGEST
    found = []
    for statement in _of(export, stem):
        cue = (statement["cue"] or {}).get("exact", "")
        frame = _words(" ".join([statement["content"]["exact"], cue, *(s["text"] for s in statement["speakers"])]))
        if (words & frame).total() >= COVERED * words.total() and frame.total() <= factor * words.total() + more:
            found.append((frame.total(), statement))
    best = min(found, key=lambda pair: pair[0], default=(0, None))[1]
    return best is not None and (_speakers(export, best) == set(speakers) or _is_media(export, best, speakers))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _of(export: Export, stem: str) -> list[Row]:
    article = export.article(stem)["id"]
    return [statement for statement in export["statements"] if statement["article"] == article]


def _speakers(export: Export, statement: Row) -> set[str]:
    return {export.name(speaker["actor"]).split(" ")[-1] for speaker in statement["speakers"]}


def _is_media(export: Export, statement: Row, speakers: list[str]) -> bool:
    kinds = {row["id"]: row["kind"] for row in export["actors"]}
    return speakers == ["media"] and any(kinds.get(s["actor"]) in {"media", "group"} for s in statement["speakers"])
