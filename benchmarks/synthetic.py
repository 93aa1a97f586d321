"""Synthetic extractions of events whose identity is known: heads of state and foreign ministers who do not exist meet
in real capitals, and each meeting is reported one to thirty times.

    generate(20_000) -> Collection

`world` says what happens and what is made to mislead, `reports` how it is told. Everything follows from the seed.
"""

from dataclasses import replace
from random import Random

from benchmarks.reports import Collection, report
from benchmarks.world import Happening, World

# News comes at a steady rate: a collection of twice the size covers twice the time.
EVENTS_A_DAY = 0.9
MOST_REPORTS = 30


def generate(articles: int, seed: int = 0) -> Collection:
    """Exactly so many articles; the same seed gives the same ones."""
    chance = Random(seed)
    world = World(chance)
    made = Collection(world.knowledge)
    days = articles / (EVENTS_A_DAY * (MOST_REPORTS + 1) / 2)
    pending: list[Happening] = []
    while len(made.extractions) < articles:
        event = replace(pending.pop() if pending else world.event(chance, days), number=len(made.happenings))
        if not event.trap:
            pending += world.traps(chance, event)
        made.happenings.append(event)
        for _ in range(min(chance.randint(1, MOST_REPORTS), articles - len(made.extractions))):
            report(chance, event, made)
    return made


__all__ = ["Collection", "generate"]
