"""Long polling: what happens to updates while Telegram, the line or another installation gets in its way."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError

from bot.playground import StandIn, StandInSession
from bot.telegram import polling
from bot.telegram.polling import CONFLICT, Polling, RawUpdates
from tests.running import until


class Taking:
    """Takes updates, as the intake does."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def take(self, raw: Any) -> bool:
        self.texts.append(raw["message"]["text"])
        return True


@pytest.fixture
def telegram() -> StandIn:
    return StandIn()


@pytest.fixture
def bot(telegram: StandIn) -> Bot:
    return Bot(telegram.token, session=StandInSession(telegram))


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
async def loop(bot: Bot, taking: Taking, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Polling]:
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0.02)
    loop = Polling(bot, taking, ["message"], wait=1)  # type: ignore[arg-type]
    running = asyncio.ensure_future(loop.run())
    yield loop
    running.cancel()
    await asyncio.wait([running])


async def write(telegram: StandIn, text: str) -> None:
    """Leave a message for the bot, which getUpdates hands over."""
    message = {"message_id": 1, "date": 0, "chat": {"id": 1002, "type": "private"}, "text": text}
    updates = telegram.world.updates
    await updates.put(updates.number("message", message))


async def test_another_installation_is_told_of_and_no_update_is_lost(
    telegram: StandIn, loop: Polling, taking: Taking, capsys: pytest.CaptureFixture[str]
) -> None:
    await write(telegram, "до")
    await until(lambda: taking.texts == ["до"])
    telegram.world.webhook = {"url": "https://other.example/webhook"}
    await write(telegram, "во время")
    await until(lambda: not loop.polled.is_set())
    telegram.world.webhook = {}
    await write(telegram, "после")
    await until(lambda: taking.texts == ["до", "во время", "после"])
    assert loop.polled.is_set()
    told = capsys.readouterr().out
    assert CONFLICT in told
    assert "Traceback" not in told


async def test_a_broken_line_is_tried_again_and_nothing_is_taken_twice(
    telegram: StandIn, bot: Bot, taking: Taking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0.02)
    failures = [
        TelegramNetworkError(RawUpdates(), "gone"),
        TimeoutError(),
        OSError("reset"),
        None,
        TimeoutError(),
        None,
    ]
    real = StandInSession.make_request

    async def flaky(session: Any, bot: Bot, method: Any, timeout: Any = None) -> Any:
        if isinstance(method, RawUpdates) and failures and (failure := failures.pop(0)) is not None:
            raise failure
        return await real(session, bot, method, timeout)

    monkeypatch.setattr(StandInSession, "make_request", flaky)
    for text in ("один", "два"):
        await write(telegram, text)
    loop = Polling(bot, taking, ["message"], wait=1)  # type: ignore[arg-type]
    running = asyncio.ensure_future(loop.run())
    await until(lambda: len(failures) == 0)
    await write(telegram, "три")
    await until(lambda: taking.texts == ["один", "два", "три"])
    running.cancel()
    await asyncio.wait([running])
    await loop.confirm()
    assert len(telegram.world.updates) == 0


async def test_a_refused_token_ends_it(bot: Bot, taking: Taking, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: Any, **__: Any) -> None:
        raise TelegramUnauthorizedError(RawUpdates(), "Unauthorized")

    monkeypatch.setattr(StandInSession, "make_request", refuse)
    with pytest.raises(TelegramUnauthorizedError):
        await Polling(bot, taking, ["message"]).run()  # type: ignore[arg-type]
