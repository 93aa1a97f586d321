import pytest

from communique.clean.table import column
from communique.clean.weights import Feature, Model, Scorer


@pytest.mark.parametrize(("value", "chance"), [(-5, 0.5), (0.9, 0.5), (1, 0.731), (1.5, 0.731), (2, 0.119)])
def test_a_value_on_an_edge_falls_above_it(value: float, chance: float) -> None:
    model = Model(bias=0.5, threshold=0.5, features={"size": Feature(edges=(1.0, 2.0), weights=(-0.5, 0.5, -2.5))})
    assert Scorer(model)({"size": column([value])}).tolist() == pytest.approx([chance], abs=0.001)


def test_a_feature_that_is_not_there_counts_as_nothing() -> None:
    model = Model(bias=0.0, threshold=0.5, features={"other": Feature(edges=(1.0,), weights=(0.0, 9.0))})
    assert Scorer(model)({"size": column([1, 2])}).tolist() == [0.5, 0.5]
