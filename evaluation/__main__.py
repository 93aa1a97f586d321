"""`python -m evaluation [SET...]`: the scores against their pinned floors; exit status 1 below one.

The development sets lie beside the project, in `../shared`, and are no part of it: a set that is not
there is skipped with a message. `--shared DIR` names another place.
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

from evaluation import floors

ROOT = Path(__file__).resolve().parent.parent
# Each set, and the folder of `shared` that it needs. The module of the same name scores it.
SETS = {
    "seeds": "seeds",
    "wcxb": "eval/wcxb",
    "polnear": "eval/polnear",
    "timebank": "eval/timebank",
    "newsquant": "eval/newsquant",
    "newswcl50": "eval/newswcl50",
    "wide": "eval/giveme5w1h",
    "broad": "eval/newswcl50",
    "fresh": "eval/timebank",
    "checks": "eval/newswcl50",
    "ledger": "seeds",
    "stories": "eval/newswcl50",
    "plover": "eval/plover",
    "w5": "eval/giveme5w1h",
    "re3d": "eval/re3d",
    "ecbplus": "eval/ecbplus",
}

# Large, and outside what the record is for: scored where it is named.
ASKED_FOR = frozenset({"ecbplus"})


def run(name: str, shared: Path, pinned: dict[str, float]) -> bool:
    """Score one set, print its table, and say whether every floor holds."""
    if not (shared / SETS[name]).is_dir():
        print(f"{name}: skipped, {SETS[name]} is not in {shared}")
        return True
    began = time.perf_counter()
    module = importlib.import_module(f"evaluation.{name}")
    scores = module.scores(shared)
    print(f"{name} ({time.perf_counter() - began:.1f} s)", flush=True)
    verdicts = floors.judge(scores, pinned)
    for verdict in verdicts:
        print(f"  {verdict.measure:<28}{_number(verdict.score)}  floor {_number(verdict.floor)}  {verdict.state}")
    if hasattr(module, "report"):
        # What the next gap is: figures by kind, pinned nowhere.
        module.report(shared)
    return not any(verdict.failed for verdict in verdicts)


def _number(value: float | None) -> str:
    return f"{'-':>9}" if value is None else f"{value:9.4f}".rstrip("0").rstrip(".").rjust(9)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of development sets")
    options = parser.parse_args()
    if unknown := [name for name in options.sets if name not in SETS]:
        parser.error(f"no such set: {', '.join(unknown)}; choose from {', '.join(SETS)}")
    if not options.shared.is_dir():
        print("No development sets: ../shared is not there. Nothing scored.")
        return 0
    pinned = floors.read()
    held = [
        run(name, options.shared, pinned.get(name, {}))
        for name in options.sets or (name for name in SETS if name not in ASKED_FOR)
    ]
    if not all(held):
        print(
            "Below a floor. Repair what fell, or say in evaluation/floors.toml why the floor was wrong.",
            file=sys.stderr,
        )
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
