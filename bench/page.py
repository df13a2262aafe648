"""The public page: what it weighs, how soon it is seen on a slow phone, and facts for others while people ask."""

import asyncio
import re
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bench.engine import fill
from bench.server import server, stats
from bench.table import Figure
from bench.whole import ask, free_port, running, settings_of, until_listening, webhook_settings

CHROMIUM = Path("/usr/bin/chromium")
SLOWER = 4
"""How many times slower than this machine the phone is."""

FACTS_A_SECOND = 1000
READERS = 20
PAUSE = 0.05
"""Seconds between two people's questions."""


async def page(quick: bool) -> list[Figure]:
    """Return the page's weight and first paint, the pace of the facts, and what it does to answers."""
    async with server() as address, _site(address) as port:
        figures = [Figure("page with all it fetches, kB", await _weight(port) / 1000, 200, 90, most=True)]
        if CHROMIUM.exists():
            paint = statistics.median([await _first_paint(port) for _ in range(3 if quick else 7)])
            figures.append(Figure(f"first paint, {SLOWER} × slower CPU, s", paint / 1000, 1.0, 0.5, most=True))
        alone, _ = await _answers(address, port, quick, facts=0)
        beside, pace = await _answers(address, port, quick, facts=FACTS_A_SECOND)
        figures += [
            Figure("facts served a second, while people ask", pace, 950, FACTS_A_SECOND * 0.99),
            Figure("median card answer meanwhile, ms", beside * 1000, 50, 20, most=True),
            Figure("the same without them, ms", alone * 1000, 50, 20, most=True),
        ]
        return figures


@asynccontextmanager
async def _site(address: str) -> AsyncIterator[int]:
    port = free_port()
    with TemporaryDirectory() as folder:
        await fill(f"{folder}/sapar.db", 5000)
        settings = settings_of(address, folder) | webhook_settings(port)
        async with running("-m", "bot", "run", **settings, SEND_RATE="1000"):
            await until_listening(port)
            yield port


async def _weight(port: int) -> int:
    """Return the bytes that travel for the page and everything it names."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
        async with client.get("/") as answer:
            whole, text = int(answer.headers["Content-Length"]), await answer.text()
        for one in set(re.findall(r'"(/page/[^"]+)"', text)):
            async with client.get(one) as answer:
                whole += int(answer.headers["Content-Length"])
    return whole


async def _first_paint(port: int) -> float:
    """Return milliseconds to the first contentful paint, with nothing kept from before."""
    from playwright.async_api import async_playwright

    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = await browser.new_page(viewport={"width": 390, "height": 844})
        throttle = await tab.context.new_cdp_session(tab)
        await throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        await tab.goto(f"http://127.0.0.1:{port}/")
        await tab.locator("#canvas svg").wait_for()
        paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        found = float(await tab.evaluate(paint))
        await browser.close()
        return found


async def _answers(address: str, port: int, quick: bool, *, facts: int) -> tuple[float, float]:
    """Return the median seconds from a question to its answer, and the facts served a second meanwhile."""
    seconds = 4 if quick else 10
    began = time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(_read_facts(port, facts, seconds))
        asking = tasks.create_task(_ask_evenly(address, port, seconds))
    return statistics.median(asking.result()), reading.result() / max(1e-9, min(time.monotonic() - began, seconds))


async def _read_facts(port: int, pace: int, seconds: float) -> int:
    """Ask for the facts at an even pace; return how often they came."""
    if not pace:
        return 0
    end, served = time.monotonic() + seconds, 0

    async def read(client: aiohttp.ClientSession, number: int) -> None:
        nonlocal served
        due = time.monotonic() + number / pace
        while due < end:
            await asyncio.sleep(due - time.monotonic())
            async with client.get("/api/destinations") as answer:
                await answer.read()
                served += answer.status == 200
            due += READERS / pace

    async with (
        aiohttp.ClientSession(f"http://127.0.0.1:{port}", auto_decompress=False) as client,
        asyncio.TaskGroup() as tasks,
    ):
        for number in range(READERS):
            tasks.create_task(read(client, number))
    return served


async def _ask_evenly(address: str, port: int, seconds: float) -> list[float]:
    """Return how long each of the questions waited for its answer."""
    before: Any = (await stats(address, "/stats"))["arrivals"]
    asked: list[float] = []
    async with aiohttp.ClientSession() as client:
        await ask(client, port, range(4000, 4020))
        await asyncio.sleep(0.5)
        for number in range(int(seconds / PAUSE)):
            asked.append(time.monotonic())
            await ask(client, port, range(number, number + 1))
            await asyncio.sleep(PAUSE)
        await asyncio.sleep(1)
    arrivals: Any = (await stats(address, "/stats"))["arrivals"]
    return [came - at for at, came in zip(asked, arrivals[len(before) + 20 :], strict=True)]
