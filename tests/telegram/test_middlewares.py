"""Flooding, handlers in flight, updates on their way in."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update

from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Translator
from bot.tasks import Supervisor
from bot.telegram.intake import Intake
from bot.telegram.middlewares.flood import Flood
from bot.telegram.middlewares.in_flight import InFlight

BOT = Bot("1:x")


def raw_message(update_id: int, chat: int = 1, text: str = "x") -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "A"}
    chat_data = {"id": chat, "type": "private"}
    message = {"message_id": update_id, "date": 1, "chat": chat_data, "from": person, "text": text}
    return {"update_id": update_id, "message": message}


class SilentBot:
    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send_message(self, chat_id: int, text: str) -> None:
        self.sent.append(text)


async def test_twenty_at_once_and_two_a_second_pass_and_the_rest_is_told_once() -> None:
    now, handled, bot = [0.0], [], SilentBot()
    flood = Flood(lambda: now[0])
    texts = Translator()[Language.RU]

    async def handler(event: object, data: object) -> None:
        handled.append(event)

    async def arrive() -> None:
        update = Update.model_validate(raw_message(1), context={"bot": BOT})
        assert update.message is not None
        data = {"user": User(1, Language.RU), "texts": texts, "bot": bot, "event_chat": update.message.chat}
        await flood(handler, update, data)

    for _ in range(30):
        await arrive()
    assert len(handled) == 20
    assert bot.sent == [texts("error-slow-down")]
    for _ in range(20):
        now[0] += 0.5
        await arrive()
    assert len(handled) == 40
    await arrive()
    assert len(handled) == 40
    assert len(bot.sent) == 2


async def test_an_update_of_nobody_passes_the_flood_limit() -> None:
    passed = []

    async def handler(event: object, data: object) -> None:
        passed.append(event)

    for _ in range(100):
        await Flood()(handler, Update(update_id=1), {})
    assert len(passed) == 100


async def test_a_stop_waits_for_handlers_in_hand() -> None:
    in_flight, gate = InFlight(), asyncio.Event()

    async def handler(event: object, data: object) -> None:
        await gate.wait()

    task = asyncio.create_task(in_flight(handler, Update(update_id=1), {}))
    await asyncio.sleep(0)
    assert in_flight.count == 1
    assert not await in_flight.drain(0.01)
    gate.set()
    assert await in_flight.drain(1)
    await task


@pytest.fixture
def dispatcher() -> Dispatcher:
    return Dispatcher()


async def test_updates_of_a_chat_keep_their_order_and_chats_do_not_wait_for_each_other(
    dispatcher: Dispatcher,
) -> None:
    order: list[tuple[int, str | None]] = []
    slow = asyncio.Event()

    @dispatcher.message()
    async def handle(message: Message) -> None:
        if message.text == "slow":
            await slow.wait()
        order.append((message.chat.id, message.text))

    intake = Intake(dispatcher, BOT, Supervisor())
    await intake.take(raw_message(1, 1, "slow"))
    await intake.take(raw_message(2, 1, "second"))
    await intake.take(raw_message(3, 2, "other"))
    await asyncio.sleep(0.02)
    assert order == [(2, "other")]
    slow.set()
    assert await intake.drain(1)
    assert order == [(2, "other"), (1, "slow"), (1, "second")]


@pytest.mark.parametrize("raw", [None, [], "x", {}, {"update_id": "x"}, {"update_id": 1, "message": {"chat": 5}}])
async def test_an_update_that_can_not_be_parsed_is_skipped(dispatcher: Dispatcher, raw: object) -> None:
    handled: list[str | None] = []

    @dispatcher.message()
    async def handle(message: Message) -> None:
        handled.append(message.text)

    intake = Intake(dispatcher, BOT, Supervisor())
    assert not await intake.take(raw)
    assert await intake.take(raw_message(2, text="next"))
    assert not await intake.take({"update_id": 3, "a_kind_from_the_future": {}})
    assert await intake.drain(1)
    assert handled == ["next"]


async def test_a_failing_handler_does_not_stop_the_chat(dispatcher: Dispatcher) -> None:
    handled: list[str | None] = []

    @dispatcher.message()
    async def handle(message: Message) -> None:
        if message.text == "bad":
            raise RuntimeError
        handled.append(message.text)

    intake = Intake(dispatcher, BOT, Supervisor())
    await intake.take(raw_message(1, text="bad"))
    await intake.take(raw_message(2, text="good"))
    assert await intake.drain(1)
    assert handled == ["good"]
