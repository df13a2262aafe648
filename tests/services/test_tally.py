"""Questions are counted at once and written in batches, and no count is lost."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from bot.services.tally import Tally

Counts = dict[tuple[date, str, str], int]


class Store:
    """Keeps what is added; fails when told to."""

    def __init__(self) -> None:
        self.counts: Counts = {}
        self.writes = 0
        self.error: BaseException | None = None
        self.meanwhile = lambda: None

    async def add(self, counts: Mapping[tuple[date, str, str], int]) -> None:
        self.meanwhile()
        if self.error is not None:
            raise self.error
        self.writes += 1
        for key, count in counts.items():
            self.counts[key] = self.counts.get(key, 0) + count


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 18, 59, tzinfo=UTC)  # a minute to midnight in Almaty

    def __call__(self) -> datetime:
        return self.now


def tally(store: Store, clock: Clock | None = None) -> Tally:
    return Tally(store, clock or Clock(), ZoneInfo("Asia/Almaty"))


async def test_a_question_counts_for_the_day_it_was_asked_on() -> None:
    store, clock = Store(), Clock()
    counting = tally(store, clock)
    counting.count("country", Language.RU)
    clock.now = datetime(2026, 11, 23, 19, 1, tzinfo=UTC)
    counting.count("country", Language.RU)
    counting.count("country", Language.KK)
    await counting.flush()
    assert store.counts == {
        (date(2026, 11, 23), "country", "ru"): 1,
        (date(2026, 11, 24), "country", "ru"): 1,
        (date(2026, 11, 24), "country", "kk"): 1,
    }
    assert counting.since_start == {("country", "ru"): 2, ("country", "kk"): 1}


async def test_nothing_is_written_twice_or_for_nothing() -> None:
    store = Store()
    counting = tally(store)
    await counting.flush()
    counting.count("fee", Language.KK)
    await counting.flush()
    await counting.flush()
    assert (store.writes, sum(store.counts.values())) == (1, 1)


@pytest.mark.parametrize("error", [ConnectionError("gone"), asyncio.CancelledError()])
async def test_what_could_not_be_written_is_written_the_next_time(error: BaseException) -> None:
    store = Store()
    counting = tally(store)
    counting.count("fee", Language.KK)
    store.error, store.meanwhile = error, lambda: counting.count("fee", Language.KK)
    with pytest.raises(type(error)):
        await counting.flush()
    store.error, store.meanwhile = None, lambda: None
    await counting.flush()
    assert list(store.counts.values()) == [2]
