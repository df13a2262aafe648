"""The limiter, on a clock of our own: no second ever holds more than it may, and no burst follows a stall."""

import asyncio
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.pacing import SLOWEST, Limiter
from bot.telegram.window import Slot


class Clock:
    """A clock that sleeping moves, together with everybody who sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.sleepers: list[tuple[float, int, asyncio.Event]] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        self.sleepers.append((self.now + seconds, len(self.sleepers), woken))
        await woken.wait()

    async def run(self, until: float) -> None:
        """Let time pass until this moment."""
        while True:
            for _ in range(6):
                await asyncio.sleep(0)
            due = min(self.sleepers, default=None, key=lambda one: one[:2])
            if due is None or due[0] > until:
                break
            self.sleepers.remove(due)
            self.now = max(self.now, due[0])
            due[2].set()
        self.now = max(self.now, until)


def most_in_a_second(moments: Sequence[float]) -> int:
    """Return the most moments in any sliding second."""
    first, most = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


class Traffic:
    """Bulk messages as fast as they may, and replies."""

    def __init__(self, rate: float) -> None:
        self.clock = Clock()
        self.limiter = Limiter(rate, clock=self.clock, sleep=self.clock.sleep)
        self.bulk: list[float] = []
        self.replies: list[float] = []
        self.tasks = [asyncio.create_task(self._send())]

    async def _send(self) -> None:
        while True:
            slot = await self.limiter.bulk()
            self.bulk.append(self.clock())
            self.limiter.land(slot)
            await asyncio.sleep(0)

    async def _reply(self) -> None:
        slot = await self.limiter.reply()
        self.replies.append(self.clock())
        self.limiter.land(slot)

    def reply(self) -> None:
        self.tasks.append(asyncio.create_task(self._reply()))

    async def pass_by(self, seconds: float) -> None:
        await self.clock.run(self.clock.now + seconds)

    def stall(self, seconds: float) -> None:
        """Let time pass while nothing runs: a blocked loop."""
        self.clock.now += seconds

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@pytest.mark.parametrize("rate", [1, 25, 30, 200])
async def test_bulk_messages_leave_evenly_and_nearly_at_the_rate(rate: float) -> None:
    traffic = Traffic(rate)
    await traffic.pass_by(10)
    await traffic.stop()
    assert len(traffic.bulk) >= 0.99 * rate * 10
    assert most_in_a_second(traffic.bulk) <= rate
    gaps = [later - sooner for sooner, later in zip(traffic.bulk, traffic.bulk[1:], strict=False)]
    assert max(gaps) < 1.1 / rate + 0.004, "a look again is 3 ms"
    assert min(gaps) > (0.9 if rate < 100 else 0.55) / rate, "the first second is no burst either"


async def test_no_burst_follows_a_stall() -> None:
    traffic = Traffic(30)
    await traffic.pass_by(3)
    traffic.stall(2)
    stalled_until = traffic.clock.now
    await traffic.pass_by(3)
    await traffic.stop()
    after = [moment for moment in traffic.bulk if moment >= stalled_until]
    assert most_in_a_second(traffic.bulk) <= 30
    assert len([moment for moment in after if moment < stalled_until + 0.1]) <= 4
    assert len(after) >= 3 * 29


steps = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.floats(0.001, 1.5)),
        st.tuples(st.just("stall"), st.floats(0.001, 2)),
        st.tuples(st.just("reply"), st.integers(1, 40)),
        st.tuples(st.just("pause"), st.floats(0.1, 3)),
    ),
    max_size=12,
)


@pytest.mark.no_cover
@given(st.sampled_from([5, 25, 30, 60]), steps)
@settings(max_examples=120, deadline=None)
def test_no_second_holds_more_than_it_may_whatever_happens(rate: float, story: list[tuple[str, float]]) -> None:
    async def tell() -> Traffic:
        traffic = Traffic(rate)
        for act, value in story:
            match act:
                case "pass":
                    await traffic.pass_by(value)
                case "stall":
                    traffic.stall(value)
                case "reply":
                    for _ in range(int(value)):
                        traffic.reply()
                case _:
                    traffic.limiter.pause(value)
        await traffic.pass_by(2)
        await traffic.stop()
        return traffic

    traffic = asyncio.run(tell())
    assert most_in_a_second(traffic.bulk) <= rate
    assert most_in_a_second(sorted(traffic.bulk + traffic.replies)) <= max(30, rate)


async def test_replies_go_before_bulk_messages() -> None:
    traffic = Traffic(30)
    await traffic.pass_by(2)
    asked = traffic.clock.now
    for _ in range(10):
        traffic.reply()
    await traffic.pass_by(1)
    await traffic.stop()
    assert len(traffic.replies) == 10
    assert max(traffic.replies) - asked < 10 / 30 + 0.05
    between = [moment for moment in traffic.bulk if asked < moment < max(traffic.replies)]
    assert len(between) <= 1
    assert most_in_a_second(sorted(traffic.bulk + traffic.replies)) <= 30


async def test_a_pause_holds_bulk_messages_and_not_replies() -> None:
    traffic = Traffic(30)
    await traffic.pass_by(1)
    traffic.limiter.pause(5)
    paused, sent = traffic.clock.now, len(traffic.bulk)
    await traffic.pass_by(1)
    traffic.reply()
    await traffic.pass_by(6)
    await traffic.stop()
    assert traffic.replies[0] - paused < 1.01
    assert traffic.bulk[sent] >= paused + 5


async def test_repeated_refusals_slow_down_and_peace_brings_the_rate_back() -> None:
    traffic = Traffic(30)
    traffic.limiter.pause(1)
    traffic.limiter.pause(1)
    assert traffic.limiter.current_rate == 30, "one storm is one refusal"
    for _ in range(20):
        await traffic.pass_by(2)
        traffic.limiter.pause(1)
    assert 30 * SLOWEST <= traffic.limiter.current_rate < 10
    await traffic.pass_by(1)
    slow = len(traffic.bulk)
    await traffic.pass_by(2)
    assert len(traffic.bulk) - slow < 30
    await traffic.pass_by(60)
    assert traffic.limiter.current_rate == 30
    await traffic.stop()


async def test_a_message_without_an_answer_keeps_its_place_and_a_free_slot_gives_it_back() -> None:
    clock = Clock()
    limiter = Limiter(1, clock=clock, sleep=clock.sleep)
    limiter.land(await limiter.bulk())
    clock.now += 2
    slot = await limiter.bulk()
    next_one = asyncio.create_task(limiter.bulk())
    await clock.run(clock.now + 5)
    assert not next_one.done(), "it may arrive this very moment"
    limiter.free(slot)
    await clock.run(clock.now + 0.1)
    assert next_one.done()


async def arrivals(rate: float, there: Sequence[float], back: Sequence[float]) -> list[float]:
    """Return when messages arrive that are this long on their way, there and back."""
    clock = Clock()
    arrived: list[float] = []
    limiter = Limiter(rate, clock=clock, sleep=clock.sleep)

    async def send(slot: Slot, out: float, home: float) -> None:
        arrived.append(clock() + out)
        await clock.sleep(out + home)
        limiter.land(slot)

    async def send_all() -> None:
        async with asyncio.TaskGroup() as tasks:
            for out, home in zip(there, back, strict=True):
                tasks.create_task(send(await limiter.bulk(), out, home))
                await asyncio.sleep(0)

    sending = asyncio.create_task(send_all())
    await clock.run(clock.now + 100)
    await sending
    return sorted(arrived)


trip = st.floats(0.020, 0.030)


@given(st.sampled_from([30, 60]), st.lists(st.tuples(trip, trip), max_size=130))
@settings(max_examples=40, deadline=None)
def test_no_second_of_arrivals_holds_more_whatever_the_jitter(rate: float, trips: list[tuple[float, float]]) -> None:
    there, back = zip((0.020, 0.020), *trips, strict=True)
    assert most_in_a_second(asyncio.run(arrivals(rate, there, back))) <= rate


async def test_jitter_costs_little() -> None:
    chance = random.Random(1)
    there, back = ([chance.uniform(0.015, 0.035) for _ in range(600)] for _ in range(2))
    arrived = await arrivals(30, there, back)
    assert 599 / (arrived[-1] - arrived[0]) > 0.965 * 30
