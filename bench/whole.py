"""The whole bot as a process, against the smallest aiogram bot: start-up, memory, card questions by webhook."""

import asyncio
import os
import socket
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bench.engine import PEOPLE_FROM, fill
from bench.server import TOKEN, server, stats
from bench.table import Figure

SECRET = "bench"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
QUESTIONS = ("Турция", "нужна ли виза в Грузию", "Таиландқа виза керек пе", "виза в Китай", "Дубай")
AT_ONCE = 20
"""Updates that Telegram sends side by side."""


async def start_up(quick: bool) -> tuple[Figure, Figure]:
    """Seconds from the start of the process to the first poll, and resident memory then; alternating."""
    times, sizes = [], []
    async with server() as address:
        with TemporaryDirectory() as folder:
            await _first_poll(address, "-m", "bot", "run", **settings_of(address, folder))  # makes the database
            for _ in range(3 if quick else 5):
                bare = await _first_poll(address, "-m", "bench.minimal_bot", address)
                ours = await _first_poll(address, "-m", "bot", "run", **settings_of(address, folder))
                times.append(ours[0] / bare[0])
                sizes.append(ours[1] / bare[1])
    return (
        Figure("start-up to the first poll ÷ bare aiogram", statistics.median(times), 1.5, 1.15, most=True),
        Figure("resident memory idle ÷ bare aiogram", statistics.median(sizes), 1.5, 1.2, most=True),
    )


async def webhook(quick: bool) -> Figure:
    """Card questions by webhook: ours ÷ the bot that answers a constant, alternating."""
    count, ratios = 600 if quick else 2000, []
    async with server() as address:
        for _ in range(1 if quick else 5):
            bare = await _webhook_rate(address, count, "-m", "bench.minimal_bot", address, "{port}")
            with TemporaryDirectory() as folder:
                await fill(f"{folder}/sapar.db", count)
                ours = await _webhook_rate(
                    address, count, "-m", "bot", "run", **settings_of(address, folder), SEND_RATE="1000"
                )
            ratios.append(ours / bare)
    return Figure("card questions by webhook: ours ÷ minimal aiogram bot", statistics.median(ratios), 0.8, 1.0)


def settings_of(address: str, folder: str) -> dict[str, str]:
    """Return the settings of a bot that polls this server."""
    url = f"sqlite+aiosqlite:///{folder}/sapar.db"
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": url,
        "HTTP_PORT": "0",
        "WATCH_INTERVAL": "0",
    }


def webhook_settings(port: int) -> dict[str, str]:
    """Return the settings of a bot that takes updates by webhook."""
    url = f"http://127.0.0.1:{port}/webhook"
    return {"HTTP_PORT": str(port), "WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET}


@asynccontextmanager
async def running(*arguments: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run Python with these arguments and settings until the block ends."""
    nowhere = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env={**os.environ, **settings}, stdout=nowhere, stderr=nowhere
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _first_poll(address: str, *arguments: str, **settings: str) -> tuple[float, int]:
    """Return seconds to the first poll and resident bytes two seconds later."""
    polls = (await stats(address, "/count"))["polls"]
    began = time.monotonic()
    async with running(*arguments, **settings) as process:
        while (await stats(address, "/count"))["polls"] == polls:
            assert process.returncode is None, arguments
            await asyncio.sleep(0.01)
        took = time.monotonic() - began
        await asyncio.sleep(2)
        pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
        return took, pages * os.sysconf("SC_PAGE_SIZE")


async def _webhook_rate(address: str, count: int, *arguments: str, **settings: str) -> float:
    """Return answered questions a second, each from another person."""
    port = free_port()
    if settings:
        settings |= webhook_settings(port)
    arguments = tuple(argument.format(port=port) for argument in arguments)
    async with running(*arguments, **settings), aiohttp.ClientSession() as client:
        await until_listening(port)
        await ask(client, port, range(count, count + 50))  # warm: connections, models, caches
        await asyncio.sleep(1)
        before: Any = (await stats(address, "/count"))["arrived"]
        began = time.monotonic()
        await ask(client, port, range(count))
        while True:
            arrived: Any = (await stats(address, "/count"))["arrived"]
            if arrived - before >= count:
                return count / (time.monotonic() - began)
            assert time.monotonic() - began < 120, f"{arrived - before} of {count} answered"
            await asyncio.sleep(0.01)


async def ask(client: aiohttp.ClientSession, port: int, numbers: range) -> None:
    """Hand in a question of each of these people."""
    left = iter(numbers)

    async def ask() -> None:
        for number in left:
            asked = update(PEOPLE_FROM + 1 + number, QUESTIONS[number % len(QUESTIONS)])
            async with client.post(f"http://127.0.0.1:{port}/webhook", json=asked, headers=HEADERS) as answer:
                assert answer.status == 200

    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE):
            tasks.create_task(ask())


def update(person: int, text: str) -> dict[str, Any]:
    """Return what somebody wrote, as Telegram tells it."""
    return {
        "update_id": person,
        "message": {
            "message_id": 1,
            "date": int(time.time()),
            "chat": {"id": person, "type": "private", "first_name": "А"},
            "from": {"id": person, "is_bot": False, "first_name": "А", "language_code": "ru"},
            "text": text,
        },
    }


async def until_listening(port: int) -> None:
    """Wait until somebody listens there."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
