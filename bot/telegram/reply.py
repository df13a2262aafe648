"""A message on its way to a chat, and the few ways to deliver one."""

import re
from dataclasses import dataclass
from html import unescape

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TEXT_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Reply:
    """Text in Telegram's HTML with its keyboard."""

    html: str
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None

    @property
    def plain(self) -> str:
        """Return the text as read on the screen."""
        return to_plain(self.html)

    @property
    def inline(self) -> InlineKeyboardMarkup | None:
        """Return the keyboard if it can stand under an edited message."""
        return self.keyboard if isinstance(self.keyboard, InlineKeyboardMarkup) else None


def to_plain(html: str) -> str:
    """Return Telegram's HTML without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


async def send(message: Message, reply: Reply) -> Message:
    """Answer in the chat of this message; in groups as a reply to it."""
    is_group = message.chat.type in ("group", "supergroup")
    method = message.reply if is_group else message.answer
    return await method(reply.html, reply_markup=reply.keyboard, link_preview_options=NO_PREVIEW)


async def show(query: CallbackQuery, reply: Reply) -> None:
    """Put the reply in place of the message whose button was tapped; a new message where that can't be."""
    message = query.message
    keyboard = reply.keyboard if isinstance(reply.keyboard, InlineKeyboardMarkup) else None
    if query.inline_message_id is not None and query.bot is not None:
        await query.bot.edit_message_text(
            text=reply.html,
            inline_message_id=query.inline_message_id,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        )
    elif isinstance(message, Message) and message.text is not None:
        await _edit(message, reply.html, keyboard)
    elif message is not None and query.bot is not None:
        await query.bot.send_message(
            message.chat.id, reply.html, reply_markup=reply.keyboard, link_preview_options=NO_PREVIEW
        )


async def show_below(query: CallbackQuery, reply: Reply) -> None:
    """Send the reply as a new message under the one whose button was tapped."""
    if query.message is not None and query.bot is not None:
        await query.bot.send_message(
            query.message.chat.id, reply.html, reply_markup=reply.keyboard, link_preview_options=NO_PREVIEW
        )


async def _edit(message: Message, html: str, keyboard: InlineKeyboardMarkup | None) -> None:
    try:
        await message.edit_text(html, reply_markup=keyboard, link_preview_options=NO_PREVIEW)
    except TelegramBadRequest as error:
        if "not modified" in error.message:  # a double tap
            return
        if "can't be edited" not in error.message and "not found" not in error.message:
            raise
        await message.answer(html, reply_markup=keyboard, link_preview_options=NO_PREVIEW)
