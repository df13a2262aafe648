"""Pictures on their way to a chat: drawn once, then sent again by the id that Telegram gave them."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.pictures.rendering import Renderer

REMEMBERED = 500
"""Pictures whose ids are kept; the one drawn first goes first."""

Photo = str | BufferedInputFile
Put = Callable[[Photo], Awaitable[Message | bool]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words. svg: what is drawn; the same drawing is the same picture."""

    svg: str
    caption: str
    keyboard: InlineKeyboardMarkup | None = None

    @property
    def key(self) -> str:
        """Return what the picture is known by."""
        return hashlib.sha256(self.svg.encode()).hexdigest()[:20]


@dataclass(slots=True)
class Pictures:
    """Sends pictures. PictureError where one can't be drawn."""

    renderer: Renderer
    _ids: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _locks: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def send(self, message: Message, picture: Picture) -> None:
        """Send a picture to the chat of this message; in groups as a reply to it."""
        is_group = message.chat.type in ("group", "supergroup")
        method = message.reply_photo if is_group else message.answer_photo

        async def put(photo: Photo) -> Message:
            return await method(photo, caption=picture.caption, reply_markup=picture.keyboard)

        await self._put(picture, put)

    async def show(self, query: CallbackQuery, picture: Picture) -> None:
        """Put a picture in place of the one whose button was tapped; below where a message is no picture."""
        message = query.message
        if not isinstance(message, Message) or not message.photo:
            return await self.show_below(query, picture)

        async def put(photo: Photo) -> Message | bool:
            media = InputMediaPhoto(media=photo, caption=picture.caption)
            return await message.edit_media(media, reply_markup=picture.keyboard)

        try:
            await self._put(picture, put)
        except TelegramBadRequest as error:
            if "not modified" not in error.message:  # a double tap
                raise
        return None

    async def show_below(self, query: CallbackQuery, picture: Picture) -> None:
        """Send a picture as a new message under the one whose button was tapped."""
        message, bot = query.message, query.bot
        if message is None or bot is None:
            return
        chat = message.chat.id

        async def put(photo: Photo) -> Message:
            return await bot.send_photo(chat, photo, caption=picture.caption, reply_markup=picture.keyboard)

        await self._put(picture, put)

    async def _put(self, picture: Picture, put: Put) -> None:
        """Send by the id that is known, or draw; who asks for the same picture meanwhile waits for its id."""
        lock = self._locks.setdefault(picture.key, asyncio.Lock())
        if await self._put_known(picture, put):
            return
        async with lock:
            if not await self._put_known(picture, put):
                drawn = BufferedInputFile(await self.renderer.png(picture.svg), "sapar.png")
                self._remember(picture.key, await put(drawn))

    async def _put_known(self, picture: Picture, put: Put) -> bool:
        """Send by the id that is known, if there is one; an id that Telegram knows no more is forgotten."""
        known = self._ids.get(picture.key)
        if known is None:
            return False
        try:
            await put(known)
        except TelegramBadRequest as error:
            if "file" not in error.message.lower():
                raise
            self._ids.pop(picture.key, None)
            return False
        return True

    def _remember(self, key: str, sent: Message | bool) -> None:
        if not isinstance(sent, Message) or not sent.photo:
            return
        self._ids[key] = sent.photo[-1].file_id
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
