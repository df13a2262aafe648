"""The stand-in as a session of aiogram."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from bot.playground.errors import ConnectionLost
from bot.playground.files import Upload
from bot.playground.standin import StandIn


class StandInSession(BaseSession):
    """Calls the stand-in where AiohttpSession calls Telegram; errors are aiogram's own exceptions."""

    def __init__(self, standin: StandIn, **kwargs: Any) -> None:
        """Take the stand-in and what BaseSession takes."""
        super().__init__(**kwargs)
        self.standin = standin

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        """Carry out a method; raises what aiogram raises for Telegram's answer."""
        params, attached = self._prepared(bot, method)
        files = {key: Upload(await _content(file, bot), file.filename or key) for key, file in attached.items()}
        try:
            async with asyncio.timeout(self.timeout if timeout is None else timeout):
                status, answer = await self.standin.call(method.__api_method__, params, files)
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ConnectionLost as error:
            raise TelegramNetworkError(method=method, message=f"ClientOSError: {error}") from error
        response = self.check_response(bot=bot, method=method, status_code=status, content=self.json_dumps(answer))
        return cast("TelegramType", response.result)

    def _prepared(self, bot: Bot, method: TelegramMethod[Any]) -> tuple[dict[str, Any], dict[str, InputFile]]:
        files: dict[str, InputFile] = {}
        prepared = {
            key: self.prepare_value(value, bot=bot, files=files)
            for key, value in method.model_dump(warnings=False).items()
        }
        return {key: value for key, value in prepared.items() if value}, files

    async def stream_content(
        self, url: str, headers: dict[str, Any] | None = None, timeout: int = 30,  # noqa: ASYNC109
        chunk_size: int = 65536,        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:  # fmt: skip
        """Yield a file's content by its address; LookupError when there is no such file."""
        path = url.partition(f"/bot{self.standin.token}/")[2]
        stored = self.standin.world.files.at(path)
        if stored is None:
            raise LookupError(f"no file at {path}")
        for start in range(0, len(stored.data), chunk_size):
            yield stored.data[start : start + chunk_size]

    async def close(self) -> None:
        """Nothing is open."""


async def _content(file: InputFile, bot: Bot) -> bytes:
    return b"".join([chunk async for chunk in file.read(bot)])
