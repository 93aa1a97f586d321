"""The Chromium of this machine, for the browser tests and the pictures."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Nothing that a browser does of itself leaves this machine.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip
MISSING = "no Chromium on the PATH: install one (Debian: apt install chromium) or name it in COMMUNIQUE_CHROMIUM"


def chromium() -> str | None:
    """The Chromium named by COMMUNIQUE_CHROMIUM, or the first on the PATH; None where there is none."""
    named = os.environ.get("COMMUNIQUE_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)
