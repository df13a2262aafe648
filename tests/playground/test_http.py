"""The Bot API over HTTP: what TELEGRAM_API_URL points at."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramUnauthorizedError
from aiogram.types import BufferedInputFile
from aiohttp import ClientSession, FormData

from bot.playground import StandIn, Town

OTHER_TOKEN = "7000000001:AAanother-token-of-the-same-bot_000"


@pytest.fixture
def base(api_url: str, telegram: StandIn) -> str:
    return f"{api_url}/bot{telegram.token}"


async def test_aiograms_own_session_talks_to_it(api_url: str, telegram: StandIn) -> None:
    erlan = Town(telegram).person("Ерлан")
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    async with Bot(telegram.token, session=session).context() as bot:
        assert (await bot.me()).username == "sapar_demo_bot"
        sent = await bot.send_document(erlan.id, BufferedInputFile("деректер".encode(), "деректер.json"), caption="a")
        assert sent.document is not None
        assert sent.document.file_name == "деректер.json"
        content = await bot.download(sent.document)
        assert content is not None
        assert content.read().decode() == "деректер"
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(5, "a")
        telegram.lose_next(after=True)
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(erlan.id, "b")
        assert erlan.last.text == "b"


async def test_a_wrong_token_is_unauthorized(api_url: str, http: ClientSession) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    async with Bot(OTHER_TOKEN, session=session).context() as bot:
        with pytest.raises(TelegramUnauthorizedError):
            await bot.get_me()
    async with http.get(f"{api_url}/file/bot{OTHER_TOKEN}/a/b.txt") as answer:
        assert answer.status == 401


async def test_parameters_come_in_every_form(base: str, http: ClientSession, telegram: StandIn) -> None:
    telegram.add_person(5)
    message = {"chat_id": "5", "text": "a"}
    async with http.get(f"{base}/sendMessage", params=message) as answer:
        assert answer.status == 200
    async with http.post(f"{base}/sendMessage", json=message | {"chat_id": 5}) as answer:
        assert (await answer.json())["result"]["text"] == "a"
    async with http.post(f"{base}/sendMessage", data=message) as answer:
        assert answer.status == 200
    form = FormData(message)
    form.add_field("document", b"x", filename="a.txt")
    async with http.post(f"{base}/sendDocument", data=form) as answer:
        assert (await answer.json())["result"]["document"]["file_name"] == "a.txt"
    assert len(telegram.sent_to(5)) == 4


@pytest.mark.parametrize("body", ["[1]", "{", '"a"'])
async def test_broken_json_is_a_bad_request(base: str, http: ClientSession, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"{base}/sendMessage", data=body, headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["ok"] is False


async def test_unknown_methods_and_files_are_not_found(base: str, api_url: str, http: ClientSession) -> None:
    async with http.get(f"{base}/makeCoffee") as answer:
        assert (answer.status, (await answer.json())["description"]) == (404, "Not Found")
    async with http.get(base.replace("/bot", "/file/bot") + "/documents/x.txt") as answer:
        assert answer.status == 404


async def test_polling_waits_on_the_line(base: str, http: ClientSession, telegram: StandIn) -> None:
    erlan = Town(telegram).person("Ерлан")

    async def poll(**params: int) -> list[dict[str, Any]]:
        async with http.get(f"{base}/getUpdates", params=params) as answer:
            return list((await answer.json())["result"])

    polling = asyncio.create_task(poll(timeout=5))
    await asyncio.sleep(0.05)
    await erlan.say("привет")
    [update] = await asyncio.wait_for(polling, 2)
    assert update["message"]["text"] == "привет"
    assert await poll(offset=update["update_id"] + 1) == []


async def test_the_server_ends_without_waiting_for_polls(base: str, http: ClientSession) -> None:
    polling = asyncio.create_task(http.get(f"{base}/getUpdates", params={"timeout": 30}))
    await asyncio.sleep(0.05)
    assert not polling.done()
    polling.add_done_callback(lambda task: task.cancelled() or task.exception())


async def test_a_429_carries_its_seconds(base: str, http: ClientSession, telegram: StandIn) -> None:
    telegram.fail_next(429, retry_after=3)
    async with http.post(f"{base}/getMe") as answer:
        assert answer.status == 429
        assert (await answer.json())["parameters"] == {"retry_after": 3}
