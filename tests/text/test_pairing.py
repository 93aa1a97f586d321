"""Groups by scored pairs."""

from communique.text.pairing import average_link, complete_link, sharing

CHAIN = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.35}


def test_complete_link_makes_no_chains() -> None:
    assert complete_link("abcd", CHAIN, 0.5) == [["a", "b"], ["c"], ["d"]]


def test_average_link_takes_what_is_close_on_the_mean() -> None:
    assert average_link("abc", CHAIN, 0.5, 0.3) == [["a", "b", "c"]]


def test_average_link_keeps_the_floor() -> None:
    assert average_link("abc", CHAIN, 0.5, 0.4) == [["a", "b"], ["c"]]


def test_a_pair_without_a_score_is_never_in_one_group() -> None:
    assert average_link("abc", {("a", "b"): 1.0, ("b", "c"): 1.0}, 0.1, 0.0) == [["a", "b"], ["c"]]


def test_the_order_of_items_does_not_matter() -> None:
    assert complete_link("dcba", CHAIN, 0.5) == complete_link("abcd", dict(reversed(CHAIN.items())), 0.5)


def test_pairs_share_a_key_that_tells() -> None:
    keys = {"a": ["x", "the"], "b": ["x", "the"], "c": ["y", "the"]}
    assert sharing(keys, most=2) == [("a", "b")]
    assert sharing(keys) == [("a", "b"), ("a", "c"), ("b", "c")]
