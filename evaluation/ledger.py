"""The five seeds, end to end: remarks joined, promises, figures, the findings and the relationship that their record
has to hold, scored on the export against `gold/ledger.json`, which has offsets into the captures and none of their
words.
"""

import json
from pathlib import Path
from typing import Any

from evaluation.export import Export, Row, built
from evaluation.gold import Truth
from evaluation.joined import commitments, pairs

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("gold").joinpath("ledger.json").read_text("utf-8"))
PAIR = ("Iran", "Russia")
FEWEST_SECTORS, FEWEST_FORMATS, FEWEST_INSTRUMENTS = 10, 4, 2
ENCOUNTERS = {"meeting", "summit", "visit", "talks", "call"}


def scores(shared: Path) -> dict[str, float]:
    """Shares of the gold; 1 or 0 for each finding and part of the relationship."""
    folder = shared / "seeds"
    truth = expand({path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))})
    with built(folder) as export:
        return {
            **pairs(export, truth).scores("pairs"),
            "pairs_of_one_occasion": _one_occasion(export),
            **commitments(export, truth).scores("commitments"),
            "indicators": _share(_measured(export, *row) for row in GOLD["indicators"]),
            **{f"finding_{name}": float(held) for name, held in _findings(export).items()},
            **{f"relationship_{name}": float(held) for name, held in _relationship(export).items()},
        }


def expand(texts: dict[str, str]) -> Truth:
    """The gold in the form that the counts of pairs and commitments read."""

    def rows(kind: str) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {stem: [] for stem in texts}
        for name, (stem, start, end) in GOLD[kind].items():
            found[stem].append([name, texts[stem][start:end]])
        return found

    promised: dict[str, list[list[str]]] = {stem: [] for stem in texts}
    for stem, start, end in GOLD["commitments"]:
        promised[stem].append([texts[stem][start:end]])
    return Truth(
        meta={stem: {} for stem in texts},
        quotes=rows("quotes"),
        indirect=rows("reported"),
        events={},
        commit=promised,
        indic={},
        time={},
        align_pairs=GOLD["pairs"],
    )


def _share(rights: Any) -> float:
    rows = [bool(right) for right in rights]
    return sum(rows) / len(rows)


def _one_occasion(export: Export) -> float:
    """1 where no utterance has renderings of two meetings that are known to be of different days."""
    days = {e["id"]: (e["time"] or {}).get("earliest", "")[:7] for e in export["events"]}
    events = {s["id"]: s["event"] for s in export["statements"]}
    return float(
        all(len({d for r in u["renderings"] if (d := days.get(events.get(r)))}) <= 1 for u in export["utterances"])
    )


def _measured(export: Export, stem: str, value: float, unit: str, bound: str | None, when: str) -> bool:
    """Whether an indicator of the article has value, unit, bound and duration or year."""
    article = export.article(stem)["id"]
    return any(
        (i["value"], i["unit"]) == (value, unit)
        and bound in (None, i["bound"])
        and when in (i["duration"], (i["period"] or {}).get("earliest", "")[:4])
        and any(m["article"] == article for m in i["mentions"])
        for i in export["indicators"]
    )


def _findings(export: Export) -> dict[str, bool]:
    found = export["findings"]

    def values(kind: str, field: str, judgement: str) -> list[list[str]]:
        rows = [f for f in found if (f["about"]["kind"], f["field"], f["judgement"]) == (kind, field, judgement)]
        return [sorted(v["value"] for v in f["values"]) for f in rows]

    slack = [f for f in found if f["field"] == "time" and f["judgement"] == "differ" and "slack" in f["note"]]
    return {
        "date_within_slack": bool(slack),
        "forty_and_over_forty": ["40", "over 40"] in values("utterance", "bound", "differ"),
        "place_of_a_remark": ["Moscow", "Tehran"] in values("utterance", "place", "differ"),
        "stage_of_the_text": bool(values("agreement", "stage", "differ") + values("agreement", "stage", "refine")),
        "spelling_of_a_name": any("Ibrahim Raisi" in names for names in values("actor", "name", "differ")),
        "the_growth_alone": ["38 percent"] in values("indicator", "value", "alone"),
    }


def _relationship(export: Export) -> dict[str, bool]:
    row = next(r for r in export["relationships"] if sorted(map(export.name, r["actors"])) == list(PAIR))
    events = [e for e in export["events"] if e["id"] in row["events"] and e["form"] in ENCOUNTERS]
    drawn: list[Row] = [s for s in row["sectors"] if s["spans"]]
    return {
        "sectors": len(drawn) >= FEWEST_SECTORS,
        "instruments": len(row["agreements"]) >= FEWEST_INSTRUMENTS,
        "formats": len(row["formats"]) >= FEWEST_FORMATS,
        "indicator": any(s["indicators"] for s in row["sectors"]),
        "meetings_with_level_and_basis": bool(events)
        and all(e["level"] for e in events)
        and any((e["time"] or {}).get("basis") for e in events),
    }
