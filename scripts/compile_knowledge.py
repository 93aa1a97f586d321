"""Write the compiled copies of the knowledge tables, beside them: `data/compiled/NAME.json`.

Run it after changing a table. A copy holds the digest of the YAML it was made from; a stale one is never used at run
time, only slower to do without, and fails the tests.

    python scripts/compile_knowledge.py
"""

import sys
from pathlib import Path

from communique.knowledge import yaml_table

DATA = Path(yaml_table.__file__).parent / "data"


def main() -> None:
    """Compile every table; remove copies whose table is gone."""
    folder = DATA / "compiled"
    folder.mkdir(exist_ok=True)
    tables = sorted(DATA.glob("*.yaml"))
    for table in tables:
        (folder / f"{table.stem}.json").write_bytes(yaml_table.compile_table(table.read_bytes(), table.name))
    for copy in folder.glob("*.json"):
        if not (DATA / f"{copy.stem}.yaml").exists():
            copy.unlink()
    sys.stdout.write(f"{len(tables)} tables compiled\n")


if __name__ == "__main__":
    main()
