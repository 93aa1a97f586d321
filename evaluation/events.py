"""How many of the record's events the annotated articles bear out: the precision beside the shared scorer's recall.

An event is right if some gold row of an article that tells it agrees in words, participants, place, time and status.
Words, place and time are judged as the shared scorer does; of the participants nobody may be missing (of three or
more one may), and no person may be added. A gold row that was or recalls what took place asks for an event held or
under way, a planned one for a plan; a standing process takes any.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.gold import Truth

type Json = dict[str, Any]

TOOK_PLACE = frozenset({"held", "ongoing", "denied", "cancelled"})
TO_COME = frozenset({"planned", "conditional", "cancelled", "denied"})
STATUS = {"main": TOOK_PLACE | {"planned"}, "prior": TOOK_PLACE, "planned": TO_COME, "context": TOOK_PLACE | TO_COME}
REMARKS = frozenset({"the", "of", "a", "an", "joint", "both", "official", "officials", "unnamed", "host", "guest"})


class BorneOut(NamedTuple):
    """Events that the gold bears out, all events that the annotated articles tell, and the ids of the others."""

    right: int
    told: int
    wrong: tuple[str, ...] = ()


def both_ways(recall: float, parts: Sequence[BorneOut]) -> dict[str, float]:
    """Precision of the events of several topics, and F1 with their recall."""
    precise = sum(part.right for part in parts) / max(1, sum(part.told for part in parts))
    f1 = 2 * precise * recall / (precise + recall) if precise + recall else 0.0
    return {"events_precision": precise, "events_f1": f1}


def precision(folder: Path, truth: Truth) -> BorneOut:
    """How many events of a jsonl export the gold of the annotated articles bears out."""
    events = _load(folder, "events")
    actors = {actor["id"]: actor for actor in _load(folder, "actors")}
    documents = {a["id"]: Path(a["capture"]).name.split(".")[0] for a in _load(folder, "articles")}
    told = [e for e in events if any(documents[m["article"]] in truth["events"] for m in e["mentions"])]
    wrong = [e["id"] for e in told if not _borne_out(e, truth["events"], actors, documents)]
    return BorneOut(len(told) - len(wrong), len(told), tuple(wrong))


def _load(folder: Path, kind: str) -> list[Json]:
    path = folder / f"{kind}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _borne_out(
    event: Json, gold: Mapping[str, Sequence[Sequence[str]]], actors: Mapping[str, Json], documents: Mapping[str, str]
) -> bool:
    people = [actors[p["actor"]] for p in event["participants"] if p["actor"] in actors]
    for mention in event["mentions"]:
        words = mention["span"]["exact"]
        for _, status, parts, place, date, _, anchor in gold.get(documents[mention["article"]], ()):
            near = cover(anchor, words) >= 0.5 or cover(words, anchor) >= 0.5
            if (
                near
                and event["status"] in STATUS[status]
                and _same_people(parts, people)
                and _same_place(place, event)
                and _same_time(date, event)
            ):
                return True
    return False


def words_of(text: str) -> list[str]:
    """The words of `text`, small."""
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def cover(some: str, others: str) -> float:
    """The share of the words of `some` that stand in `others`."""
    wanted = Counter(words_of(some))
    return sum((wanted & Counter(words_of(others))).values()) / max(1, sum(wanted.values()))


def _same_people(parts: str, people: Iterable[Json]) -> bool:
    wanted = [w for part in re.split(r"\s*;\s*", parts) if (w := [x for x in words_of(part) if x not in REMARKS])]
    names = [{w for name in (p["name"], *p["names"]) for w in words_of(name or "")} for p in people]
    missing = sum(not any(part[-1] in name for name in names) for part in wanted)
    known = {word for part in wanted for word in part}
    added = [n for p, n in zip(people, names, strict=True) if p["kind"] == "person" and n and not n & known]
    return missing <= (len(wanted) > 2) and not added


def _same_place(place: str, event: Json) -> bool:
    wanted = re.findall(r"[A-Z][a-z]+", place)
    got = ((event.get("place") or {}).get("name") or "").lower()
    return not wanted or any(word.lower() in got for word in wanted) or ("Kremlin" in wanted and "moscow" in got)


def _same_time(date: str, event: Json) -> bool:
    said = re.search(r"\d{4}-\d\d(?:-\d\d)?|\b(?:19|20)\d\d\b", date)
    if said is None:
        return True
    time = event.get("time")
    return bool(time) and time["earliest"][: len(said[0])] <= said[0] <= time["latest"][: len(said[0])]
