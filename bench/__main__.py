"""`python -m bench [--quick] [NAME …]`: runs the benchmarks and prints the table of goals.md."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bench import crash, delivery, kills, page, replicas, replies, scale, soak, understanding, whole
from bench.table import Figure, show

Bench = Callable[[bool], Awaitable[Any]]

BENCHES: dict[str, Bench] = {
    "no-limit": delivery.no_limit,
    "limit-30": lambda quick: delivery.limited(30, 10 if quick else 30, 0.97),
    "limit-1000": lambda quick: delivery.limited(1000, 5 if quick else 12, 0.95),
    "faults": delivery.faults,
    "crash": crash.crash,
    "kills": kills.kills,
    "replies": replies.replies,
    "replicas": replicas.replicas,
    "scale": scale.scale,
    "webhook": whole.webhook,
    "page": page.page,
    "understanding": understanding.figures,
    "soak": soak.soak,
    "start-up": whole.start_up,
}


async def main() -> None:
    """Run what was asked for, all by default."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--quick", action="store_true", help="shorter runs")
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], help="only these")
    options = parser.parse_args()
    figures: list[Figure] = []
    for name in options.names or BENCHES:
        print(f"… {name}", flush=True)
        found = await BENCHES[name](options.quick)
        figures += [found] if isinstance(found, Figure) else found
    show(figures)


if __name__ == "__main__":
    asyncio.run(main())
