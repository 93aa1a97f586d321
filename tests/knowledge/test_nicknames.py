import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load
from communique.knowledge.nicknames import compile_nicknames


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Robert W. Berg", "Bob Berg", True),
        ("Bob Berg", "Robert Berg", True),
        ("Robert W. Berg", "Bob A. Berg", False),
        ("Robert Walter Berg", "Bob W. Berg", True),
        ("Robert Berg", "Bob Dahl", False),
        ("Robert Berg", "Ronald Berg", False),
        ("Robert Berg Jr", "Bob Berg", False),
        ("Robert", "Bob", False),
    ],
)
def test_a_short_form_may_be_the_same_person(left, right, same):
    assert load().nicknames.same_person(left, right) is same
    assert load().nicknames.same_person(right, left) is same


@pytest.mark.parametrize("tables", [{"nicknames": {"Robert": "Bob"}}, {"names": {}}])
def test_a_table_that_does_not_hold_together(tables):
    with pytest.raises(KnowledgeError, match=r"nicknames\.yaml"):
        compile_nicknames(tables)
