"""A list as a file for a spreadsheet."""

import csv
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient
from tests.web.desks import Outline, client, stored

from communique.web.pages import tables
from communique.web.pages.tables import OFFERED


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(stored(tmp_path_factory.mktemp("desk"))) as browser:
        yield browser


def rows(desk: TestClient, address: str) -> list[dict[str, str]]:
    answer = desk.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    return list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_every_kind_that_has_a_list_has_a_table(desk: TestClient, name: str) -> None:
    found = rows(desk, f"/tables/{name}.csv")
    assert len({next(iter(row.values())) for row in found}) == desk.get(f"/api/{name}").json()["total"]


def test_a_list_leads_to_its_table_narrowed_down_alike(desk: TestClient) -> None:
    page = Outline(desk.get("/events?form=arrival").text)
    (address,) = [link["href"] for link in page.all("a") if "download" in link]
    assert address == "/tables/events.csv?form=arrival"
    assert [(row["form"], row["event"]) for row in rows(desk, address)] == [("arrival", "event-3")]


def test_counts_in_a_part_are_those_of_the_whole_record(desk: TestClient) -> None:
    whole = {row["actor"]: row for row in rows(desk, "/tables/actors.csv")}
    (part,) = rows(desk, "/tables/actors.csv?words=vance")
    assert part == whole["actor-2"]
    assert part["statements"] == "2"


@pytest.mark.parametrize("address", ["/tables/events", "/tables/nothing.csv", "/tables/problems.csv"])
def test_what_is_no_table_is_not_found(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 404


def test_a_record_too_large_for_a_page_is_left_to_the_command_line(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ARTICLES", 2)
    answer = desk.get("/tables/events.csv")
    assert answer.status_code == 422
    assert "communique export RECORD --format csv" in Outline(answer.text).text
