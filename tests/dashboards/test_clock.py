from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from dashboards import clock as module
from dashboards.clock import Clock


class Time:
    """A clock on the wall that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Time:
    found = Time()
    monkeypatch.setattr(module, "time", found)
    return found


def test_time_goes_to_the_part_that_is_shown_and_to_none_while_paused(wall: Time) -> None:
    clock = Clock()
    clock.start()
    wall.now += 60
    clock.enter(2)
    wall.now += 30
    clock.pause()
    wall.now += 1000
    assert (clock.seconds(1), clock.seconds(2), clock.total()) == (60, 30, 90)
    clock.start()
    wall.now += 5
    assert clock.seconds(2) == 35
    assert clock.left() == 30 * 60 - 95


def test_a_part_that_takes_longer_than_its_minutes_is_over(wall: Time) -> None:
    clock = Clock(part=3)
    clock.start()
    wall.now += 600
    assert not clock.overrun()
    wall.now += 1
    assert clock.overrun()


def test_it_goes_on_after_it_was_kept_as_json(wall: Time) -> None:
    clock = Clock()
    clock.start()
    wall.now += 10
    clock.enter(4)
    again = Clock.of(json.loads(json.dumps(asdict(clock))))
    wall.now += 7
    assert (again.seconds(1), again.seconds(4)) == (10, 7)
