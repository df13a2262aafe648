"""A reply that Telegram refuses is sent again when it may be, and its refusal holds the bulk queue."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendChatAction, SendMessage, TelegramMethod

from bot.telegram.middlewares.pacing import TRIES, RepliesFirst
from bot.telegram.pacing import Limiter

BOT = Bot("1:x")


class Refusing:
    """Refuses so many times, then takes it."""

    def __init__(self, refusals: int, seconds: int = 2) -> None:
        self.refusals, self.seconds, self.tries = refusals, seconds, 0
        self.waits: list[float] = []
        self.limiter = Limiter(25)
        self.middleware = RepliesFirst(self.limiter, self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> str:
        self.tries += 1
        if self.tries <= self.refusals:
            raise TelegramRetryAfter(method, "Too Many Requests", self.seconds)
        return "taken"

    async def send(self, chat: int) -> str:
        return await self.middleware(self, BOT, SendMessage(chat_id=chat, text="x"))  # type: ignore[arg-type]


async def test_a_refused_reply_is_sent_again_when_it_may_be() -> None:
    telegram = Refusing(2)
    assert await telegram.send(7) == "taken"
    assert telegram.waits == [2, 2]


async def test_a_reply_that_is_refused_again_and_again_is_given_up() -> None:
    telegram = Refusing(9)
    with pytest.raises(TelegramRetryAfter):
        await telegram.send(7)
    assert telegram.tries == TRIES


async def test_nobody_waits_for_minutes() -> None:
    telegram = Refusing(9, seconds=600)
    with pytest.raises(TelegramRetryAfter):
        await telegram.send(7)
    assert (telegram.tries, telegram.waits) == (1, [])


@pytest.mark.parametrize(("chat", "holds"), [(7, True), (-7, False)])
async def test_a_refusal_in_a_private_chat_holds_the_bulk_queue(chat: int, holds: bool) -> None:
    telegram = Refusing(1)
    await telegram.send(chat)
    assert (telegram.limiter._paused_until > 0) is holds


async def test_what_is_no_message_takes_no_slot() -> None:
    telegram = Refusing(0)
    method = SendChatAction(chat_id=7, action="typing")
    assert await telegram.middleware(telegram, BOT, method) == "taken"  # type: ignore[arg-type]
    assert not telegram.limiter._all._landed
