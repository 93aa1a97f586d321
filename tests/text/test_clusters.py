from communique.text.clusters import Groups


def test_groups_are_named_by_their_least_member_whatever_the_order() -> None:
    left, right = Groups("abcd"), Groups("dcba")
    for a, b in (("d", "b"), ("a", "c"), ("c", "d")):
        left.join(a, b)
    for a, b in (("c", "d"), ("d", "b"), ("c", "a")):
        right.join(a, b)
    assert left.members() == right.members() == {"a": ["a", "b", "c", "d"]}


def test_what_is_not_joined_stays_alone() -> None:
    groups = Groups(["x"])
    groups.add("y")
    assert groups.members() == {"x": ["x"], "y": ["y"]}
