"""Killed in the middle of an alert, started again: everybody has it, and at most what was in flight twice."""

import asyncio
import csv
import signal
from pathlib import Path

from bot.playground import StandIn
from tests.running import bot_process, command, environment, start, telegram_server, until
from tests.test_for_real import PUBLISH

PEOPLE = 500
FIRST_ID = 100_000


def write_audience(folder: Path) -> Path:
    """Write a file of half Kazakh, half Russian subscribers of the talks."""
    audience = folder / "people.csv"
    with audience.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["telegram_id", "language", "topics"])
        rows.writerows([FIRST_ID + number, "kk" if number % 2 else "ru", "eu"] for number in range(PEOPLE))
    return audience


async def test_kill_9_in_an_alert_loses_nobody(tmp_path: Path) -> None:
    telegram = StandIn(open_house=True)
    telegram.latency = 0.02
    async with telegram_server(telegram) as address:
        env = environment(telegram, address, tmp_path, SEND_RATE="100")
        assert (await command(env, "users", "import", str(write_audience(tmp_path))))[0] == 0
        assert (await command(env, *PUBLISH))[0] == 0

        process = await start(env, "run")
        await until(lambda: len(telegram.calls_of("sendMessage")) > PEOPLE // 3, 60)
        process.kill()
        await process.communicate()
        before = len(telegram.calls_of("sendMessage"))
        assert before < PEOPLE

        async with bot_process(env):
            reached = lambda: {call["chat_id"] for call in telegram.calls_of("sendMessage")}  # noqa: E731
            await until(lambda: len(reached()) == PEOPLE, 60)
            await asyncio.sleep(1)
        assert reached() == {FIRST_ID + number for number in range(PEOPLE)}
        doubled = len(telegram.calls_of("sendMessage")) - PEOPLE
        assert doubled <= 10, "more than was in flight at 100 a second and 20 ms"
        languages = {call["chat_id"] % 2: "үшінші" in call["text"] for call in telegram.calls_of("sendMessage")}
        assert languages == {0: False, 1: True}
        code, out, _ = await command(env, "campaigns", "show", "1", "--json")
        assert code == 0
        assert f'"sent": {PEOPLE}' in out


async def test_a_stop_in_an_alert_leaves_the_rest_queued_and_doubles_nothing(tmp_path: Path) -> None:
    telegram = StandIn(open_house=True)
    telegram.latency = 0.05
    async with telegram_server(telegram) as address:
        env = environment(telegram, address, tmp_path, SEND_RATE="100")
        assert (await command(env, "users", "import", str(write_audience(tmp_path))))[0] == 0
        assert (await command(env, *PUBLISH))[0] == 0

        process = await start(env, "run")
        await until(lambda: len(telegram.calls_of("sendMessage")) > PEOPLE // 4, 60)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            await process.communicate()
        assert process.returncode == 0
        assert len(telegram.calls_of("sendMessage")) < PEOPLE

        async with bot_process(env):
            await until(lambda: len(telegram.calls_of("sendMessage")) >= PEOPLE, 60)
            await asyncio.sleep(1)
        reached = [call["chat_id"] for call in telegram.calls_of("sendMessage")]
        assert len(reached) == len(set(reached)) == PEOPLE
