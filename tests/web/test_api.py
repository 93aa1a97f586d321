"""The REST interface."""

from collections.abc import Iterator

import msgspec
import pytest
from litestar.testing import TestClient
from tests.report.factory import record
from tests.web.desks import client, stored

from communique.store.tables import TABLES, row_id, rows

KINDS = [table.kind for table in TABLES]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(stored(tmp_path_factory.mktemp("desk"))) as browser:
        yield browser


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_listed_and_each_item_given_as_the_record_has_it(desk: TestClient, kind: str) -> None:
    held = {row_id(row): msgspec.json.decode(msgspec.json.encode(row)) for row in rows(record(), kind)}
    page = desk.get(f"/api/{kind}").json()
    assert (page["total"], page["page"], page["next"]) == (len(held), 1, None)
    assert sorted(map(str, page["items"])) == sorted(map(str, held.values()))
    for item, row in held.items():
        assert desk.get(f"/api/{kind}/{item}").json() == row


def test_pages_follow_each_other(desk: TestClient) -> None:
    first = desk.get("/api/articles?size=2").json()
    assert (len(first["items"]), first["total"], first["next"]) == (2, 3, "/api/articles?size=2&page=2")
    second = desk.get(first["next"]).json()
    assert (len(second["items"]), second["next"]) == (1, None)


def test_filters_narrow_down(desk: TestClient) -> None:
    assert [row["id"] for row in desk.get("/api/events?form=meeting&actor=actor-1").json()["items"]] == ["event-1"]
    assert desk.get("/api/statements?actor=actor-2&article=courier").json()["total"] == 1


def test_tags_spare_the_way(desk: TestClient) -> None:
    first = desk.get("/api/events")
    again = desk.get("/api/events", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_wrong_questions_are_told_as_json(desk: TestClient) -> None:
    assert desk.get("/api/events/none").json()["status"] == 404
    for address in ("/api/events?page=0", "/api/events?size=100000", "/api/events?page=x", "/api/nothing"):
        answer = desk.get(address)
        assert answer.status_code in (400, 404)
        assert answer.json()["status"] == answer.status_code


def test_search_and_check(desk: TestClient) -> None:
    found = desk.get("/api/search?words=bridge&size=5").json()
    assert {row["where"] for row in found["items"]} == {"statement", "paragraph"}
    assert "[bridge]" in found["items"][0]["words"]
    checked = desk.get("/api/check", params={"words": "We will build the bridge together with Graustark"}).json()
    assert checked["matches"][0]["utterance"] == "u-1"


def test_the_contents_and_the_schema_say_what_there_is(desk: TestClient) -> None:
    assert desk.get("/api").json()["counts"]["articles"] == 3
    schema = desk.get("/schema/openapi.json").json()
    assert {f"/api/{kind}" for kind in KINDS} <= set(schema["paths"])
    assert "participants" in schema["components"]["schemas"]["Event"]["properties"]
    assert not any(path.startswith("/judge") for path in schema["paths"])
