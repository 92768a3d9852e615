from __future__ import annotations

from dashboards.parts import MINUTES, PARTS
from dashboards.registry import pages, steps


def test_the_parts_have_the_minutes_of_the_script() -> None:
    assert [part.minutes for part in PARTS] == [5, 5, 10, 5, 5]
    assert MINUTES == 30


def test_every_step_is_found_says_something_and_has_an_address_of_its_own() -> None:
    keys = [step.key for step in steps()] + [page.key for page in pages()]
    assert len(set(keys)) == len(keys)
    for step in steps():
        assert step.say, step.key
        assert step.minutes > 0, step.key
        assert all("  " not in point for point in (*step.say, *step.more)), step.key
