"""Every unit that the grammar can find is one that a record may hold."""

import msgspec
import pytest

from communique.records.times import TimeExpression
from communique.text.times import find


@pytest.mark.parametrize(
    "words", ["seconds later", "30 seconds later", "two minutes later", "a fortnight ago", "three hours ago"]
)
def test_what_is_found_can_be_kept(words: str) -> None:
    for _, _, expression in find(f"It was over {words}, they said."):
        assert msgspec.json.decode(msgspec.json.encode(expression), type=TimeExpression) == expression
