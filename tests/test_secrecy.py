"""The token, the webhook's secret and what people write are nowhere to be read while the bot runs for real."""

import re
import signal
from pathlib import Path

import aiohttp
import pytest

from bot.playground import StandIn
from tests.running import bot_process, command, environment, people, telegram_server, until

SECRET = "a-webhook-secret-of-thirty-letters"
LETTER = "Заблудившийся вопрос о паспорте N1234567"


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("by_file", [False, True], ids=["environment", "files"])
async def test_no_secret_and_no_letter_leaves_the_process(tmp_path: Path, by_file: bool) -> None:
    telegram = StandIn()
    person = people(telegram).person("Ерлан", language="ru")
    (tmp_path / "token").write_text(f"{telegram.token}\n", encoding="utf-8")
    port = free_port()
    given = {"BOT_TOKEN": "", "BOT_TOKEN_FILE": str(tmp_path / "token")} if by_file else {}
    async with telegram_server(telegram) as address:
        env = environment(
            telegram, address, tmp_path, HTTP_PORT=str(port), LOG_LEVEL="DEBUG", LOG_FORMAT="json",
            WEBHOOK_SECRET=SECRET, BACKUP_DIR=str(tmp_path / "backups"), **given,
        )  # fmt: skip
        async with bot_process(env) as process:
            await person.say("/start")
            await until(lambda: person.messages)
            before = len(person.messages)
            await person.say(LETTER)
            await until(lambda: len(person.messages) > before)
            pages = await read_pages(port)
            told = Path(f"/proc/{process.pid}/cmdline").read_bytes().decode()
            process.send_signal(signal.SIGTERM)
            out, err = await process.communicate()
        failed = await command({**env, "HTTP_PORT": "70000"}, "doctor")
    written = "\n".join([pages, told, out.decode(), err.decode(), *map(str, failed)])
    assert "at work" in written
    assert len(err.splitlines()) > 2
    for secret in (telegram.token, telegram.token.partition(":")[2], SECRET, "N1234567", "Заблудившийся"):
        assert secret not in written, f"{secret}: {context(written, secret)}"


async def read_pages(port: int) -> str:
    """Return all that the HTTP server says to anybody."""
    texts = []
    async with aiohttp.ClientSession() as client:
        for path in ("/", "/healthz", "/readyz", "/metrics", "/nothing"):
            async with client.get(f"http://127.0.0.1:{port}{path}") as answer:
                texts.append(await answer.text())
    return "\n".join(texts)


def context(text: str, secret: str) -> str:
    """Return what stands around a secret that was found, without it."""
    found = re.search(f".{{0,80}}{re.escape(secret)}", text)
    return found[0].removesuffix(secret) if found else ""
