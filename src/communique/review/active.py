"""Which judgements hold: those that no judgement that holds has withdrawn."""

from collections.abc import Iterable

from communique.records.judgements import Judgement


def active(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold, the earliest first; of an undo that holds only where what it withdraws is not here. The order
    of `judgements` does not matter, nor does it that one comes twice."""
    by_id = {judgement.id: judgement for judgement in judgements}
    withdrawn = _withdrawn(by_id)
    kept = (j for j in by_id.values() if j.id not in withdrawn)
    return sorted((j for j in kept if j.kind != "undo" or j.undoes not in by_id), key=in_time)


def in_time(judgement: Judgement) -> tuple[str, str]:
    """Sorts by the moment, and of one moment by id."""
    return judgement.made, judgement.id


def _withdrawn(by_id: dict[str, Judgement]) -> set[str]:
    """An undo counts unless another undo that counts withdraws it. An id is the hash of what it is of, so that nothing
    can undo itself by any way round."""
    by: dict[str, list[str]] = {}
    for judgement in by_id.values():
        if judgement.kind == "undo":
            by.setdefault(judgement.undoes, []).append(judgement.id)
    known: dict[str, bool] = {}
    for start in sorted(by_id):
        waiting = [start]
        while waiting:
            item = waiting[-1]
            open_ = [undo for undo in by.get(item, ()) if undo not in known and undo not in waiting]
            if open_:
                waiting += open_
            else:
                known[item] = any(not known.get(undo, False) for undo in by.get(item, ()))
                waiting.pop()
    return {item for item, gone in known.items() if gone}
