"""How fast the desk answers many readers of a large record:

    python -m benchmarks.desk [ARTICLES] [--readers 8] [--seconds 60] [--pause 0]

Makes a record of synthetic articles (kept in out/ for the next run), serves it by `communique serve` in a process of
its own, and lets the readers ask every kind of page again and again, each for other items, over this machine's own
interface. Prints the median and the 99th percentile of each kind in milliseconds, and what of the target it misses;
behind them what the page costs the desk's own process, which does not depend on who else works on the machine.

Every kind is asked for once before anything is measured: what a desk works out once is no reader's wait.
"""

import argparse
import os
import random
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from msgspec.structs import replace

from benchmarks.said import SECTORS, with_remarks
from benchmarks.synthetic import generate
from communique import store
from communique.compare import compare
from communique.merge import settle
from communique.merge.actors.build import build_actors
from communique.merge.dates import times_of
from communique.merge.events import build_events
from communique.records.record import Record
from communique.review import FREE
from communique.store.write import write

OUT = Path("out")
TARGET = (200.0, 600.0)
# Of each kind so many addresses are asked for, in turns.
ADDRESSES = 60
LOOKED_AT = 13
ITEMS = ("events", "actors", "relationships", "commitments", "agreements", "indicators", "findings", "articles")
LISTS = (
    "/", "/events", "/actors", "/relationships", "/commitments", "/agreements", "/indicators", "/findings", "/articles",
    "/outlets", "/check", "/changes", "/judgements", "/problems", "/search",
)  # fmt: skip


def built(articles: int) -> Path:
    """The record of so many articles, made unless it is there."""
    path = OUT / f"desk-{articles}.db"
    if path.exists():
        return path
    OUT.mkdir(exist_ok=True)
    began = time.perf_counter()
    record = with_remarks(merged(articles))
    record = replace(record, findings=compare(record))
    half = path.with_suffix(".part")
    half.unlink(missing_ok=True)
    with store.writing(half) as connection, store.transaction(connection):
        write(connection, record, f"synthetic {articles}")
        connection.execute(
            "INSERT INTO builds (finished, version, captures, extracted, problems) VALUES (?, '1', ?, ?, 0)",
            ("2026-01-01T00:00:00+00:00", articles, articles),
        )
    half.rename(path)
    print(f"{articles:,} articles written in {time.perf_counter() - began:.0f} s, {path.stat().st_size:,} bytes")
    return path


def merged(articles: int) -> Record:
    """The synthetic articles with their actors and events; no stories: all sentences are of one form."""
    made = generate(articles)
    ordered, cast, clusters = settle(made.extractions, made.knowledge)
    times = times_of(ordered)
    events, _ = build_events(clusters, cast, made.knowledge, ordered, times, FREE)
    return Record(
        articles=tuple(sorted((e.article for e in ordered), key=lambda row: row.id)),
        actors=tuple(build_actors(cast, made.knowledge)),
        times=tuple(sorted((t for e in ordered for t in e.times), key=lambda row: row.id)),
        events=tuple(events),
    )


def addresses(record: Path) -> dict[str, list[str]]:
    """By kind of page, what is asked for: items spread evenly over all, and the largest of them."""
    found = {path: [path] for path in LISTS}
    with store.reading(record) as connection:
        for kind in (*ITEMS, "utterances"):
            found[f"/{kind}/…"] = [f"/{kind}/{item}" for item in _spread(connection, kind)]
        actors, events = _spread(connection, "actors"), _spread(connection, "events")
        words = [f"{sector} years" for sector in SECTORS]
        said = [
            row[0]
            for row in connection.execute(
                "SELECT json_extract(data, '$.content.exact') FROM statements ORDER BY id LIMIT ?", (ADDRESSES,)
            )
        ]
    found["/events?…"] = [f"/events?{urlencode({'actor': actor, 'first': '2015'})}" for actor in actors]
    found["/events?page"] = [f"/events?page={page}" for page in range(2, 12)]
    found["/articles?event"] = [f"/articles?event={event}" for event in events]
    found["/search?words"] = [f"/search?{urlencode({'words': one})}" for one in (*words, *SECTORS)]
    found["/search?words&actor"] = [
        f"/search?{urlencode({'words': one, 'actor': actor})}" for one, actor in zip(SECTORS, actors, strict=False)
    ]
    found["/check?words"] = [f"/check?{urlencode({'words': one})}" for one in said]
    found["/findings?judgement"] = ["/findings?judgement=differ", "/findings?judgement=refine"]
    found["/commitments?kind"] = ["/commitments?kind=pledge", "/commitments?kind=plan"]
    found["/api/…"] = ["/api", "/api/events", "/api/statements?page=40", *(f"/api/events/{event}" for event in events)]
    return {kind: rows for kind, rows in found.items() if rows}


def _spread(connection: sqlite3.Connection, kind: str) -> list[str]:
    count = connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0]
    step = max(1, count // ADDRESSES)
    rows = [row[0] for row in connection.execute(f"SELECT id FROM {kind} ORDER BY id")]
    largest = [row[0] for row in connection.execute(f"SELECT id FROM {kind} ORDER BY length(data) DESC LIMIT 5")]
    return [*islice(rows, 0, None, step), *largest][: ADDRESSES + 5]


@dataclass(frozen=True)
class Served:
    """A desk that runs: its port and its process."""

    port: int
    process: int

    def spent(self) -> float:
        """Seconds of work so far; 0 on systems that do not tell."""
        told = Path(f"/proc/{self.process}/stat")
        if not told.exists():
            return 0.0
        fields = told.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(record: Path) -> Iterator[Served]:
    """The desk in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "communique", "serve", str(record), "--port", str(port)]
    desk = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield Served(port, desk.pid)
    finally:
        desk.terminate()
        desk.wait(20)


class Readers:
    """Readers who ask, one after the other, for pages of every kind in a random order."""

    def __init__(self, port: int, asked: dict[str, list[str]]) -> None:
        self.port = port
        self.asked = asked
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.failed: list[str] = []
        self._lock = threading.Lock()

    def run(self, readers: int, seconds: float, pause: float) -> None:
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self._read, args=(n, until, pause)) for n in range(readers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _read(self, number: int, until: float, pause: float) -> None:
        chance = random.Random(number)
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        kinds: list[str] = []
        while time.monotonic() < until:
            if not kinds:
                kinds = sorted(self.asked)
                chance.shuffle(kinds)
            kind = kinds.pop()
            address = chance.choice(self.asked[kind])
            began = time.perf_counter()
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            taken = 1000 * (time.perf_counter() - began)
            with self._lock:
                self.taken[kind].append(taken)
                if answer.status != 200:
                    self.failed.append(f"{answer.status} {address}")
            time.sleep(pause)
        connection.close()


def report(readers: Readers) -> bool:
    """Prints the table; whether every kind is within the target."""
    slow = []
    print(f"{'page':<24}{'asked':>7}{'median ms':>12}{'99% ms':>10}")
    for kind in sorted(readers.taken):
        taken = readers.taken[kind]
        middle, high = median(taken), (quantiles(taken, n=100)[98] if len(taken) > 1 else taken[0])
        late = middle > TARGET[0] or high > TARGET[1]
        slow += [kind] * late
        print(f"{kind:<24}{len(taken):>7}{middle:>12.0f}{high:>10.0f}{'  slow' if late else ''}")
    everything = [one for rows in readers.taken.values() for one in rows]
    print(f"{'all':<24}{len(everything):>7}{median(everything):>12.0f}{quantiles(everything, n=100)[98]:>10.0f}")
    for line in sorted(set(readers.failed))[:10]:
        print(f"failed: {line}")
    return not slow and not readers.failed


def alone(desk: Served, asked: dict[str, list[str]]) -> None:
    """What each kind takes when nobody else asks: the first answer, the median and the longest of some others in
    milliseconds, and the desk's own work on one."""
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=60)
    print(f"{'page':<24}{'first ms':>10}{'median ms':>12}{'longest':>10}{'work ms':>10}")
    for kind in sorted(asked):
        taken, worked = [], 0.0
        for n, address in enumerate(asked[kind][:LOOKED_AT]):
            worked = desk.spent() if n == 1 else worked
            began = time.perf_counter()
            connection.request("GET", address)
            connection.getresponse().read()
            taken.append(1000 * (time.perf_counter() - began))
        first, rest = taken[0], taken[1:] or taken
        work = 1000 * (desk.spent() - worked) / len(rest) if len(taken) > 1 else 0.0
        print(f"{kind:<24}{first:>10.0f}{median(rest):>12.0f}{max(rest):>10.0f}{work:>10.0f}")
    connection.close()


def warmed(desk: Served, asked: dict[str, list[str]]) -> None:
    """Every kind asked for once."""
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=60)
    for rows in asked.values():
        connection.request("GET", rows[0])
        connection.getresponse().read()
    connection.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0, help="seconds that a reader looks at a page")
    parser.add_argument("--alone", action="store_true", help="one reader, each kind by itself: median and longest")
    given = parser.parse_args()
    record = built(given.articles)
    asked = addresses(record)
    with serving(record) as desk:
        if given.alone:
            alone(desk, asked)
            return 0
        warmed(desk, asked)
        readers, worked = Readers(desk.port, asked), desk.spent()
        readers.run(given.readers, given.seconds, given.pause)
        work = 1000 * (desk.spent() - worked) / max(1, sum(map(len, readers.taken.values())))
    good = report(readers)
    print(f"{work:.0f} ms of the desk's own work on a page; load of the machine {os.getloadavg()[0]:.1f}")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
