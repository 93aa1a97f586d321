"""Where the per-article stages execute, and the build that runs them."""

from communique.run.building import Summary, build
from communique.run.engines import Engine, engine

__all__ = ["Engine", "Summary", "build", "engine"]
