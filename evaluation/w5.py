"""Who, when and where of an article's main event on Giveme5W1H's gold, by the shared scorer.

The gold asks of one article: it is answered from a record of that article alone (`who_alone`, …), and from a record of
all articles together. There, reports of one event are one, and the words of its time stand in one of them, while the
scorer looks for them in each.
"""

from pathlib import Path

from evaluation.captures import answers_apart, judged, scored

KINDS = ("who", "when", "where")


def scores(shared: Path) -> dict[str, float]:
    """The share of questions answered right; where nothing is the answer, silence is right."""
    data = shared / "eval" / "giveme5w1h"
    alone = judged(shared, "w5", data, answers_apart(shared, "w5", data))
    together = scored(shared, "w5", data)
    return {f"{kind}_alone": alone[kind]["accuracy"] for kind in KINDS} | {
        kind: together[kind]["accuracy"] for kind in KINDS
    }
