"""Takes the pictures of the desk that the documents show, of the examples' record:

python scripts/desk_pictures.py RECORD CHROMIUM [docs/img]
"""

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from communique.store import reading
from communique.web.app import create_app
from communique.web.settings import Settings

PORT = 8797
SIZES = {
    "overview": (1280, 1000), "event": (1280, 1150), "article": (1280, 1000), "relationship": (1280, 1000),
    "commitments": (1280, 1000), "search": (1280, 900),
}  # fmt: skip
# The event that most articles report, the article that most is said in, the relationship with most events.
CHOICES = {
    "event": "SELECT item FROM weights WHERE kind = 'events' ORDER BY articles DESC, item LIMIT 1",
    "article": "SELECT article FROM spans GROUP BY article ORDER BY count(*) DESC, article LIMIT 1",
    "relationship": "SELECT id FROM relationships ORDER BY json_array_length(data, '$.events') DESC, id LIMIT 1",
}


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The desk over a record, for as long as it is needed."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(Settings(record=record, port=PORT)), port=PORT, log_level="error")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise SystemExit(f"The desk did not start; is port {PORT} taken?")
    try:
        yield f"http://127.0.0.1:{PORT}"
    finally:
        server.should_exit = True
        thread.join()


def addresses(record: Path) -> dict[str, str]:
    """The pages to take, by name."""
    with reading(record) as connection:
        ids = {name: connection.execute(sql).fetchone()[0] for name, sql in CHOICES.items()}
    return {
        "overview": "/", "event": f"/events/{ids['event']}", "article": f"/articles/{ids['article']}?capture=1",
        "relationship": f"/relationships/{ids['relationship']}", "commitments": "/commitments",
        "search": "/search?words=trade",
    }  # fmt: skip


def main(record: str, browser: str, folder: str = "docs/img") -> None:
    """Takes them all."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with served(Path(record)) as home, tempfile.TemporaryDirectory() as profile:
        for name, address in addresses(Path(record)).items():
            width, height = SIZES[name]
            taken = Path(profile) / f"{name}.png"
            options = [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
                f"--user-data-dir={profile}", f"--window-size={width},{height}", f"--screenshot={taken}",
            ]  # fmt: skip
            subprocess.run([browser, *options, home + address], check=True, stderr=subprocess.DEVNULL, timeout=120)
            shutil.copyfile(taken, out / f"desk-{name}.png")
            print(f"{out / f'desk-{name}.png'}: {address}")


if __name__ == "__main__":
    main(*sys.argv[1:])
