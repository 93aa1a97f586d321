"""The states behind persons: a president's promise is his country's."""

from collections.abc import Iterable, Mapping, Sequence

from communique.records.mentions import Extraction


class Bodies:
    """Merged actors and the states they act for."""

    def __init__(self, extractions: Sequence[Extraction], actor_of: Mapping[str, str]) -> None:
        self._actor_of = actor_of
        self._country: dict[str, str] = {}
        self._state: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        for local in (a for e in extractions for a in e.actors):
            merged = actor_of.get(local.id)
            if merged is None:
                continue
            if local.country:
                self._country.setdefault(merged, local.country)
            if local.kind == "state" and local.country:
                self._state[local.country] = min(self._state.get(local.country, merged), merged)
            if local.members:
                self._members.setdefault(merged, tuple(actor_of[m] for m in local.members if m in actor_of))

    def merged(self, local: Iterable[str]) -> tuple[str, ...]:
        """The merged actors of local ids, sorted, each once."""
        return tuple(sorted({self._actor_of[i] for i in local if i in self._actor_of}))

    def behind(self, actors: Iterable[str]) -> frozenset[str]:
        """The actors with their countries' states in their place, groups by their members."""
        found: set[str] = set()
        for actor in actors:
            for one in self._members.get(actor) or (actor,):
                country = self._country.get(one)
                found.add(self._state.get(country, one) if country else one)
        return frozenset(found)
