"""How often people are counted."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.statistics import Statistics
from bot.services.readings import KEPT, Readings
from tests.numbers import NOBODY, NOW, Numbers


class Time:
    """A clock and a stopwatch; counting takes as long as is set."""

    def __init__(self, takes: float) -> None:
        self.now, self.takes, self.seconds = NOW, takes, 0.0

    def clock(self) -> datetime:
        return self.now

    def timer(self) -> float:
        self.seconds += self.takes / 2  # asked before and after
        return self.seconds


def made(takes: float) -> tuple[Readings, Numbers, Time]:
    store, time = Numbers(NOBODY), Time(takes * 2)
    return Readings(store, time.clock, time.timer), store, time


async def test_a_quick_count_is_soon_done_again() -> None:
    readings, store, time = made(takes=0.01)
    await readings.current()
    time.now += timedelta(seconds=0.1)
    assert (await readings.current()).moment == NOW
    time.now += timedelta(seconds=0.2)
    assert (await readings.current()).moment == time.now
    assert store.asked == 2


async def test_a_slow_count_is_shown_for_a_minute_and_a_half() -> None:
    readings, store, time = made(takes=3)
    await readings.current()
    time.now += KEPT
    assert (await readings.current()).moment == NOW
    time.now += timedelta(seconds=1)
    await readings.current()
    assert store.asked == 2


async def test_scrapes_are_content_with_an_older_count() -> None:
    readings, store, time = made(takes=0.01)
    for _ in range(6):
        await readings.current(KEPT)
        time.now += timedelta(seconds=15)
    assert store.asked == 1


@pytest.mark.parametrize(("takes", "counted"), [(0.01, 1), (3, 3)])
async def test_only_slow_counts_are_done_ahead(takes: float, counted: int) -> None:
    readings, store, _time = made(takes)
    for _ in range(3):
        await readings.count_ahead()
    assert store.asked == counted


async def test_who_asks_together_waits_for_one_count() -> None:
    readings, store, _time = made(takes=1)
    found = await asyncio.gather(*(readings.current() for _ in range(5)))
    assert store.asked == 1
    assert len({id(one) for one in found}) == 1


async def test_a_count_that_failed_is_tried_again() -> None:
    readings, store, _time = made(takes=1)
    store.fails = True
    with pytest.raises(ConnectionError):
        await readings.current()
    store.fails = False
    numbers: Statistics = (await readings.current()).numbers
    assert numbers is NOBODY
