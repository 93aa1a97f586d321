import gc

import pytest

from communique.run.memory import uncollected


def test_circles_are_looked_for_again_afterwards_also_where_the_work_failed() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="invalid literal"), uncollected():
        int("no")
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
