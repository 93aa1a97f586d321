import pytest
from tests.report.factory import record

from communique.report.index import build
from communique.report.ledger import is_telling, rulings, spoken
from communique.report.sources import Citer

INDEX = build(record(), lambda code: None)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-19", "19 January 2022"),
        ("2022-01-21/2022-01-31~", "late January 2022 (approximately)"),
        ("2022-01-21~/2022-01-31~", "late January 2022 (approximately)"),
        ("2022-06", "June 2022"),
        ("2022-06/2022-07", "June to July 2022"),
        ("2022-07-20T08:34+08:00", "20 July 2022, 08:34 (UTC+08:00)"),
        ("2022-13-01", "2022-13-01"),
        ("2017", "2017"),
        ("38 percent", "38 percent"),
        ("actor-1, actor-2", "Rudolf Elphberg, Mina Vance"),
        ("actor-99", "actor-99"),
        ("ten days of slack: 2022-01-21/2022-01-31", "ten days of slack: 21 to 31 January 2022"),
    ],
)
def test_values_are_said_in_words(value: str, words: str) -> None:
    assert spoken(value, INDEX) == words


def test_what_is_more_precise_comes_before_what_agrees() -> None:
    found = rulings(record().findings, INDEX, Citer(INDEX))
    assert [(row.field, row.words) for row in found] == [("when", "one is more precise"), ("who", "agree: 2 origins")]
    assert [is_telling(row) for row in record().findings] == [True, False]
