"""Bulk sending: without a limit, at Telegram's limit, at a thousand a second, and through every failure."""

from collections.abc import Sequence
from typing import Any

from bench.engine import engine, people, send_to_all
from bench.reference import aiogram_rate
from bench.server import server, stats
from bench.table import Figure

UNLIMITED = 1000.0
FASTEST = 1e6


def middle_rate(arrivals: Sequence[float]) -> float:
    """Return the rate of the middle 80 % of a run."""
    cut = len(arrivals) // 10
    middle = arrivals[cut:-cut]
    return (len(middle) - 1) / (middle[-1] - middle[0])


async def no_limit(quick: bool) -> Figure:
    """Ours with durable settling against plain aiogram, alternating, on one server."""
    count, rounds = (3000, 2) if quick else (8000, 5)
    ratios = []
    async with server() as address:
        for _ in range(rounds):
            reference = await aiogram_rate(address, count)
            async with people(count) as db, engine(db, address, FASTEST) as campaigns:
                before = len((await stats(address))["arrivals"])  # type: ignore[arg-type]
                await send_to_all(campaigns)
                arrivals: Any = (await stats(address))["arrivals"]
                ours = (count - 1) / (arrivals[-1] - arrivals[before])
            ratios.append(ours / reference)
    median = sorted(ratios)[len(ratios) // 2]
    return Figure("bulk sending, no limit: ours ÷ plain aiogram", median, 0.85, 1.5)


async def limited(rate: float, seconds: float, bar: float) -> tuple[Figure, Figure]:
    """At a server's limit with 50 ms latency and jitter: share of the limit, and refusals."""
    count = int(rate * seconds)
    async with (
        server(limit=rate, latency=0.05, jitter=0.02) as address,
        people(count) as db,
        engine(db, address, rate) as campaigns,
    ):
        await send_to_all(campaigns)
        found: Any = await stats(address)
    share = middle_rate(found["arrivals"]) / rate
    return (
        Figure(f"bulk sending at {rate:g}/s, 50 ms ± 20 ms: rate ÷ limit", share, bar, 0.99),
        Figure(f"  refusals (429) at {rate:g}/s", found["statuses"].get("429", 0), 0, 0, most=True),
    )


async def faults(quick: bool) -> tuple[Figure, Figure, Figure]:
    """Blocked 2 %, deactivated 1 %, not found 1 %, three 429 storms, 1 % of 500, 502 and resets."""
    count = 1000 if quick else 5000
    reachable = {1000 + n for n in range(1, count + 1) if (1000 + n) % 100 > 3}
    async with (
        server(faults=1, storms=count) as address,
        people(count) as db,
        engine(db, address, 500) as campaigns,
    ):
        campaign, _ = await send_to_all(campaigns)
        found: Any = await stats(address)
    missed = len(reachable - set(found["reached"]))
    differs = abs(campaign.counts.get("sent", 0) - found["distinct"]) + abs(
        sum(campaign.reasons.values()) - (count - len(reachable))
    )
    return (
        Figure("mixed faults: reachable people missed", missed, 0, 0, most=True),
        Figure("mixed faults: doubled", found["doubled"], 0, 0, most=True),
        Figure("mixed faults: report differs from the server's record by", differs, 0, 0, most=True),
    )
