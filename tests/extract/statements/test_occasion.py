"""Whether the sentence of the cue says that the words were written, or said elsewhere."""

import pytest
from tests.extract.statements.spoken import statements


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("Ana Ruiz said that the ship was late.", None),
        ("Ana Ruiz told Pedro Gomez that the ship was late.", None),
        ("Ana Ruiz stressed that the port was ready for the talks.", None),
        ("Ana Ruiz told him that the ship was late.", None),
        ("Ana Ruiz wrote that the ship was late.", "written"),
        ("Ana Ruiz tweeted that the ship was late.", "written"),
        ("Ana Ruiz said in an interview that the ship was late.", "elsewhere"),
        ("Ana Ruiz said in a statement that the ship was late.", "elsewhere"),
        ("Ana Ruiz told reporters that the ship was late.", None),
        ("Ana Ruiz told her guest that the ship was late.", None),
        ("Ana Ruiz told a crowd that the ship was late.", "elsewhere"),
        ("Ana Ruiz has said that the ship was late.", "elsewhere"),
        ("Ana Ruiz would not say that the ship was late.", "elsewhere"),
    ],
)
def test_apart(sentence: str, apart: str | None) -> None:
    _, found = statements("Pedro Gomez met Ana Ruiz in Lisbon.", sentence)
    assert [row.apart for row in found] == [apart]
