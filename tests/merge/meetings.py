"""Reports of a meeting of two presidents, and the clusters that the merge makes of them."""

from msgspec.structs import replace
from tests.factories import Report

from communique.knowledge import load
from communique.merge import settle
from communique.merge.events import Cluster
from communique.records.events import Place
from communique.text.times import find, resolve

BERN = Place(name="Bern", country="CH", lat=46.9, lon=7.4)
OSLO = Place(name="Oslo", country="NO", lat=59.9, lon=10.7)
# A Monday.
MAY_3 = "2021-05-03"


def report(
    name: str,
    when: str = "on Monday",
    place: Place | None = BERN,
    published: str | None = MAY_3,
    *,
    guest: str = "Anna Berg",
    also: str = "",
) -> Report:
    """Two presidents meet; `when` is counted from the article's date. `also`: a third."""
    made = Report(name, f"President {guest} met-{name} President Carl Dahl {also} {when}.", published)
    people = [made.person(guest, "president", "NO"), made.person("Carl Dahl", "president", "CH")]
    if also:
        people.append(made.person(also, "president", "FI"))
    made.event(f"met-{name}", tuple(people), place=place)
    if when:
        expression = find(when)[0][2]
        id_ = made.time(when, resolve(expression, made.article.published, "past"))
        made.times[-1] = replace(made.times[-1], expression=expression)
        made.events[0] = replace(made.events[0], time=id_)
    return made


def clusters(*reports: Report) -> list[Cluster]:
    return settle([r.extraction() for r in reports], load())[2]


def shape(found: list[Cluster]) -> list[str]:
    """The names of the reports in each cluster, run together."""
    return sorted("".join(sorted(n.mention.trigger.exact.removeprefix("met-") for n in c.nodes)) for c in found)
