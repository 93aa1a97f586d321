"""How long a judgement takes on a large record:

    python -m benchmarks.judging [ARTICLES] [--record FILE.db]

Makes a record of synthetic articles, judges it in several ways and prints the seconds until each judgement is applied;
with --profile, where the time of the first goes.
"""

import argparse
import cProfile
import pstats
import tempfile
import time
from pathlib import Path

import msgspec

from benchmarks.synthetic import generate
from communique import store
from communique.fingerprint import extraction_version
from communique.options import Options
from communique.records.captures import Capture
from communique.records.events import Event
from communique.records.judgements import Judgement, When
from communique.review.made import made
from communique.run.building import conclude_into
from communique.run.judging import judge
from communique.run.work import Outcome
from communique.store import extractions, inputs
from communique.store import judgements as log
from communique.store.batches import Batches

OPTIONS = Options()


def build(path: Path, articles: int) -> None:
    """A record of so many synthetic articles, with their extractions, as a build leaves it."""
    version = extraction_version(OPTIONS)
    with store.writing(path) as connection:
        batches = Batches(connection)
        shelf = inputs.shelve(batches, "/synthetic", "synthetic")
        for extraction in generate(articles).extractions:
            article = extraction.article
            capture = Capture(
                path=article.capture, sha256=article.sha256, kind="text", text=article.text, charset="utf-8"
            )
            _, digest = inputs.put_capture(batches, shelf, article.capture, capture)
            outcome = msgspec.json.encode(Outcome(extraction=extraction))
            extractions.put_extraction(batches, digest, version, outcome, lost=False, retry=False)
        batches.commit()
        with store.transaction(connection):
            conclude_into(connection, version, OPTIONS)


def judgements(path: Path) -> dict[str, Judgement]:
    """One of each of some kinds, on events of two reports and more."""
    with store.reading(path) as connection:
        rows: list[Event] = [row for row in store.load_kind(connection, "events") if len(row.mentions) > 2]
        actors = [row for row in store.load_kind(connection, "actors") if len(row.members) > 2]
    event, other = (log.anchors_of("event", row) for row in rows[:2])
    day = When(earliest="2020-05-06", latest="2020-05-06")
    found = {
        "note": made("note", "bench", anchors=event, words="a note"),
        "date": made("date", "bench", anchors=event, when=day),
        "same": made("same", "bench", anchors=event, others=other),
        "not same": made("not_same", "bench", anchors=event[:1], others=event[1:]),
        "actors": made("same", "bench", anchors=log.anchors_of("actor", actors[0])[:1],
                       others=log.anchors_of("actor", actors[1])[:1]),
        "hide": made("hide", "bench", anchors=other),
    }  # fmt: skip
    return found | {"undo": made("undo", "bench", undoes=found["same"].id)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--record", type=Path, help="keep the record there, or use the one that is there")
    parser.add_argument("--profile", action="store_true", help="where the time of the first judgement goes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.record or Path(folder) / "r.db"
        if not path.exists():
            began = time.perf_counter()
            build(path, given.articles)
            seconds = time.perf_counter() - began
            print(f"{given.articles:,} articles: built in {seconds:.1f} s, {path.stat().st_size:,} bytes")
        for name, judgement in judgements(path).items():
            began = time.perf_counter()
            if given.profile:
                profile = cProfile.Profile()
                profile.runcall(judge, path, [judgement])
                pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
                return
            judge(path, [judgement])
            print(f"  {name:<10}{time.perf_counter() - began:8.2f} s")


if __name__ == "__main__":
    main()
