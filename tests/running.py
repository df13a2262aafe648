"""A bot process against a Bot API server on loopback, for tests that run it as a user would."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from bot.playground import StandIn, Town, build_bot_api

ROOT = Path(__file__).parent.parent


@asynccontextmanager
async def telegram_server(standin: StandIn) -> AsyncIterator[str]:
    """Serve the stand-in over HTTP; yield its address."""
    runner = web.AppRunner(build_bot_api(standin, standin.token))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def environment(standin: StandIn, address: str, folder: Path, **settings: str) -> dict[str, str]:
    """Return what a bot process is told."""
    return {
        **os.environ,
        "BOT_TOKEN": standin.token,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/sapar.db",
        "HTTP_PORT": "0",
        "ADMIN_IDS": "7000",
        "WATCH_INTERVAL": "0",
        **settings,
    }


async def start(env: dict[str, str], *arguments: str) -> asyncio.subprocess.Process:
    """Start `python -m bot …`."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, cwd=ROOT, env=env,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def command(env: dict[str, str], *arguments: str) -> tuple[int, str, str]:
    """Run a command to its end; return exit code, stdout and stderr."""
    process = await start(env, *arguments)
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


@asynccontextmanager
async def bot_process(env: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot; it is stopped by SIGTERM at the end unless it ended before."""
    process = await start(env, "run")
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.communicate()


async def until(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something is true. AssertionError when it never is."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"not so after {seconds} seconds")
        await asyncio.sleep(0.01)


def people(standin: StandIn) -> Town:
    """Return a town whose updates wait for getUpdates."""
    return Town(standin)
