"""Write the compiled copies of the large knowledge tables, beside them: `data/compiled/NAME.json`.

Run it after changing a table. A copy holds the digest of the YAML it was made from; a stale one is never used at run
time, only slower to do without, and fails the tests.

    python scripts/compile_knowledge.py
"""

import sys
from pathlib import Path

from communique.knowledge import yaml_table
from communique.knowledge.tables import office_files

DATA = Path(yaml_table.__file__).parent / "data"
# The large tables: the others are read as fast as they are.
LARGE = (
    "agreements", "descriptions", "media", "metonyms", "organizations", "states", "titles", "topics", "venues",
)  # fmt: skip


def main() -> None:
    """Compile the large tables; remove copies of others."""
    folder = DATA / "compiled"
    folder.mkdir(exist_ok=True)
    names = (*LARGE, *office_files())
    for name in names:
        table = DATA / f"{name}.yaml"
        (folder / f"{name}.json").write_bytes(yaml_table.compile_table(table.read_bytes(), table.name))
    for copy in folder.glob("*.json"):
        if copy.stem not in names:
            copy.unlink()
    sys.stdout.write(f"{len(names)} tables compiled\n")


if __name__ == "__main__":
    main()
