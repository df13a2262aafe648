"""The bot as its own process against a Bot API server, over HTTP: what the first issue must show."""

import signal
from pathlib import Path

import pytest

from bot.playground import Person, StandIn
from tests.running import bot_process, command, environment, people, telegram_server, until

PUBLISH = (
    "status", "publish", "--stage", "round", "--date", "2026-11-20",
    "--title-ru", "Третий раунд прошёл в Брюсселе", "--title-kk", "Брюссельде үшінші раунд өтті",
    "--source-url", "https://example.org/round-3", "--source-name", "МИД",
)  # fmt: skip


async def ask(person: Person, text: str) -> str:
    """Say something and return the next message of the bot."""
    before = len(person.messages)
    await person.say(text)
    await until(lambda: len(person.messages) > before)
    return person.messages[before].text


async def test_the_whole_main_job_over_http(tmp_path: Path) -> None:
    telegram = StandIn()
    town = people(telegram)
    erlan, aigul = town.person("Ерлан", language="ru"), town.person("Айгүл", language="kk")
    async with telegram_server(telegram) as address:
        env = environment(telegram, address, tmp_path)
        async with bot_process(env) as process:
            assert "Сапар" in await ask(erlan, "/start")
            turkey = await ask(erlan, "/visa Турция")
            assert turkey.startswith("🇹🇷")
            assert "🟢" in turkey.splitlines()[0]
            germany = await ask(erlan, "/виза Германия")
            assert germany.startswith("🇩🇪")
            assert "🔴" in germany.splitlines()[0]
            assert "Түркия · 🟢 виза қажет емес" in await ask(aigul, "/visa Түркия")
            assert "42" in await ask(erlan, "/free")
            assert "3 марта 2026" in await ask(erlan, "/eu")

            await ask(erlan, "/subscribe eu")
            await ask(aigul, "/жазылу ео")
            seen = {person.id: len(person.messages) for person in (erlan, aigul)}
            code, out, err = await command(env, *PUBLISH)
            assert code == 0, err
            campaign = out.strip().splitlines()[-1]
            assert campaign.isdigit()
            await until(lambda: all(len(p.messages) > seen[p.id] for p in (erlan, aigul)), 10)
            assert "Третий раунд" in erlan.last.text
            assert "үшінші раунд" in aigul.last.text

            await ask(erlan, "/unsubscribe eu")
            await aigul.block_bot()
            count = len(erlan.messages)
            assert (await command(env, *PUBLISH[:-4], "--source-url", "https://example.org/b"))[0] == 0
            code, out, _ = await command(env, "campaigns", "show", "2", "--json")
            assert code == 0
            assert '"total": 0' in out
            assert len(erlan.messages) == count
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0


async def test_a_refused_token_ends_with_one_clear_line(tmp_path: Path) -> None:
    telegram = StandIn()
    async with telegram_server(telegram) as address:
        env = environment(telegram, address, tmp_path, BOT_TOKEN="123456:WRONGWRONGWRONGWRONGWRONGWRONGWRONG")
        code, out, err = await command(env, "run")
        assert code == 2
        assert "BOT_TOKEN" in err.strip().splitlines()[-1]
        assert "Traceback" not in err
        assert "WRONGWRONG" not in out + err


@pytest.mark.parametrize("token", ["nonsense", "1:"])
async def test_what_can_be_no_token_is_said_so(tmp_path: Path, token: str) -> None:
    telegram = StandIn()
    env = environment(telegram, "http://127.0.0.1:1", tmp_path, BOT_TOKEN=token)
    code, _, err = await command(env, "run")
    assert code == 2
    assert "Traceback" not in err
