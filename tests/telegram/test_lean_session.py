"""The session of replies: the same calls as aiogram's own, through the lean client."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.telegram.lean_session import LeanSession

TOKEN = "42:secret"
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ә & я = 100 %", callback_data="a:b")]])
MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}


class Telegram:
    """Records what it is sent; answers as told."""

    def __init__(self) -> None:
        self.forms: list[dict[str, Any]] = []
        self.kinds: list[str] = []
        self.answer: tuple[int, Any] = (200, {"ok": True, "result": MESSAGE})

    async def take(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.kinds.append(request.content_type)
        self.forms.append({k: v if isinstance(v, str) else v.file.read() for k, v in form.items()})
        status, body = self.answer
        return web.json_response(body, status=status) if isinstance(body, dict) else web.Response(text=body)


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[Telegram, str]]:
    told = Telegram()
    app = web.Application()
    app.router.add_post("/bot42:secret/{method}", told.take)
    async with TestServer(app) as server:
        yield told, f"http://127.0.0.1:{server.port}"


def bot(session: BaseSession) -> Bot:
    return Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML, protect_content=True))


async def test_a_call_is_the_same_as_aiograms_own(telegram: tuple[Telegram, str]) -> None:
    told, address = telegram
    for session in (AiohttpSession(api=TelegramAPIServer.from_base(address)), LeanSession(address)):
        one = bot(session)
        sent = await one.send_message(
            5,
            "<b>Түркия</b> & Грузия + 1 = 2 🟢\nок",
            reply_markup=KEYBOARD,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        await one.edit_message_text("б", chat_id=5, message_id=7)
        await one.send_message(5, "а", reply_markup=KEYBOARD)
        assert (sent.message_id, sent.bot) == (7, one)
        await session.close()
    assert told.forms[:3] == told.forms[3:]
    assert set(told.kinds) == {"application/x-www-form-urlencoded"}


async def test_a_file_goes_through_aiohttp(telegram: tuple[Telegram, str]) -> None:
    told, address = telegram
    session = LeanSession(address)
    await bot(session).send_document(5, BufferedInputFile(b"bytes", "a.json"))
    await session.close()
    assert told.kinds == ["multipart/form-data"]
    assert b"bytes" in told.forms[0].values()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((400, {"ok": False, "error_code": 400, "description": "Bad Request: no"}), TelegramBadRequest),
        (
            (429, {"ok": False, "error_code": 429, "description": "wait", "parameters": {"retry_after": 3}}),
            TelegramRetryAfter,
        ),
    ],
)
async def test_a_refusal_is_aiograms_own_error(
    telegram: tuple[Telegram, str], answer: tuple[int, Any], error: type[Exception]
) -> None:
    told, address = telegram
    told.answer = answer
    session = LeanSession(address)
    with pytest.raises(error):
        await bot(session).send_message(5, "x")
    await session.close()


async def test_nobody_there_is_a_network_error_without_the_token() -> None:
    session = LeanSession("http://127.0.0.1:1")
    with pytest.raises(TelegramNetworkError) as caught:
        await bot(session).send_message(5, "x")
    assert "secret" not in str(caught.value)
    await session.close()
