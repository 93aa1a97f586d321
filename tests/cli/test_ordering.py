"""What stands first in a table, and how an interval is written there."""

from pathlib import Path

import pytest
from tests.cli.calling import saved
from tests.report.factory import record

from communique import store
from communique.cli.ordering import in_order
from communique.cli.view import View, days_of
from communique.records.times import Time

# By date, an undated article last; as it stands in its article; who is mentioned most.
ORDER = {
    "statements": ["s-3", "s-1", "s-2"],
    "utterances": ["u-2", "u-1"],
    "actors": ["actor-2", "actor-1"],
    "articles": ["courier", "reprint", "gazette"],
}


def test_items_stand_as_a_reader_wants_them(tmp_path: Path) -> None:
    with store.reading(saved(tmp_path / "r.db", record())) as connection:
        view = View(connection)
        order = {kind: [row.id for row in in_order(kind, view.rows(kind), view)] for kind in ORDER}
    assert order == ORDER


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2022-03-01", "2022-03-31", "2022-03"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2022-03-01", "2022-04-30", "2022-03-01 to 2022-04-30"),
        ("2022-03-21", "2022-03-31", "2022-03-21 to 2022-03-31"),
        ("2022-03-05", "2022-03-05", "2022-03-05"),
        ("-0044-03-01", "-0044-03-31", "-0044-03-01 to -0044-03-31"),
    ],
)
def test_whole_months_and_years_are_written_short(first: str, last: str, shown: str) -> None:
    assert days_of(Time(earliest=first, latest=last, basis="stated")) == shown
    assert days_of(Time(earliest=first, latest=last, basis="stated", approximate=True)) == f"about {shown}"
