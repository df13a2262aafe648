"""What an admin sent, as the call that sends it on: text, media, albums; anything else is copied."""

from collections.abc import Sequence
from typing import Any

import aiogram.methods
from aiogram import Bot
from aiogram import types as tg
from aiogram.enums import ContentType
from aiogram.methods import TelegramMethod

from bot.domain.campaign import Message

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ALBUM_LIMIT = 10

_MEDIA = {
    ContentType.PHOTO: "sendPhoto",
    ContentType.VIDEO: "sendVideo",
    ContentType.ANIMATION: "sendAnimation",
    ContentType.DOCUMENT: "sendDocument",
    ContentType.AUDIO: "sendAudio",
    ContentType.VOICE: "sendVoice",
    ContentType.VIDEO_NOTE: "sendVideoNote",
    ContentType.STICKER: "sendSticker",
}
_COPIED = (ContentType.POLL, ContentType.LOCATION, ContentType.VENUE, ContentType.CONTACT, ContentType.DICE)
_IN_ALBUM = {"sendPhoto": "photo", "sendVideo": "video", "sendDocument": "document", "sendAudio": "audio"}


class UnsendableError(ValueError):
    """This can't be sent on. key: the text that says why; arguments: its arguments."""

    def __init__(self, key: str, **arguments: Any) -> None:
        """Take the text's key."""
        super().__init__(key)
        self.key, self.arguments = key, arguments


def message_of(message: tg.Message) -> Message:
    """Return the call that sends the same to somebody else; UnsendableError when there is none.

    Link buttons of a forwarded message stay; other buttons belong to their bot and are left out.
    """
    return with_links(_bare(message), _links(message.reply_markup))


def album(first: Message, second: Message) -> Message:
    """Return both as one album, the first of which may be one already; UnsendableError when they don't fit."""
    media = [*_items(first), *_items(second)]
    kinds = {item["type"] for item in media}
    if len(media) > ALBUM_LIMIT:
        raise UnsendableError("broadcast-wrong-album-size", limit=ALBUM_LIMIT)
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise UnsendableError("broadcast-wrong-album-kinds")
    return Message("sendMediaGroup", {"media": media})


def with_links(message: Message, links: Sequence[tuple[str, str]]) -> Message:
    """Return the message with these (text, address) buttons below, one a row; none takes them off."""
    params = {name: value for name, value in message.params.items() if name != "reply_markup"}
    if links and takes_links(message):
        rows = [[{"text": text, "url": url}] for text, url in links]
        params["reply_markup"] = {"inline_keyboard": rows}
    return Message(message.method, params)


def links_of(message: Message) -> tuple[tuple[str, str], ...]:
    """Return the (text, address) buttons of a message."""
    rows = message.params.get("reply_markup", {}).get("inline_keyboard", ())
    return tuple((one["text"], one["url"]) for row in rows for one in row)


def takes_links(message: Message) -> bool:
    """Tell whether buttons can stand under it: Telegram has none under albums."""
    return message.method != "sendMediaGroup"


def words_of(message: Message) -> str:
    """Return the text or caption of a message, empty when it has none or is a copy."""
    params = message.params["media"][0] if message.method == "sendMediaGroup" else message.params
    return str(params.get("text") or params.get("caption") or "")


def call(message: Message, chat_id: int) -> TelegramMethod[Any]:
    """Return aiogram's call of a message: the same method and parameters that the delivery sends."""
    name = message.method[0].upper() + message.method[1:]
    params = {"parse_mode": None, **message.params, "chat_id": chat_id}
    if "media" in params:
        params["media"] = [{"parse_mode": None, **item} for item in params["media"]]
    method: TelegramMethod[Any] = getattr(aiogram.methods, name).model_validate(params)
    return method


async def send(bot: Bot, message: Message, chat_id: int) -> None:
    """Send a message to one chat, at once; raises what aiogram raises."""
    await bot(call(message, chat_id))


def _bare(message: tg.Message) -> Message:
    kind = ContentType(message.content_type)
    if kind is ContentType.TEXT:
        return Message("sendMessage", _text(message))
    if kind in _MEDIA:
        return Message(_MEDIA[kind], _media(message, kind))
    if kind in _COPIED:
        return Message("copyMessage", {"from_chat_id": message.chat.id, "message_id": message.message_id})
    raise UnsendableError("broadcast-wrong-kind")


def _text(message: tg.Message) -> dict[str, Any]:
    text = message.text or ""
    if len(text) > TEXT_LIMIT:
        raise UnsendableError("broadcast-wrong-text", length=len(text), limit=TEXT_LIMIT)
    found: dict[str, Any] = {"text": text}
    if message.entities:
        found["entities"] = [_dump(entity) for entity in message.entities]
    if message.link_preview_options is not None:
        found["link_preview_options"] = _dump(message.link_preview_options)
    return found


def _media(message: tg.Message, kind: ContentType) -> dict[str, Any]:
    caption = message.caption or ""
    if len(caption) > CAPTION_LIMIT:
        raise UnsendableError("broadcast-wrong-caption", length=len(caption), limit=CAPTION_LIMIT)
    field = kind.value
    file = message.photo[-1] if kind is ContentType.PHOTO and message.photo else getattr(message, field)
    found: dict[str, Any] = {field: file.file_id}
    if caption:
        found["caption"] = caption
    if message.caption_entities:
        found["caption_entities"] = [_dump(entity) for entity in message.caption_entities]
    if message.has_media_spoiler:
        found["has_spoiler"] = True
    if message.show_caption_above_media:
        found["show_caption_above_media"] = True
    return found


def _items(message: Message) -> list[dict[str, Any]]:
    """Return what a message brings into an album."""
    if message.method == "sendMediaGroup":
        return list(message.params["media"])
    kind = _IN_ALBUM.get(message.method)
    if kind is None:
        raise UnsendableError("broadcast-wrong-album-kinds")
    rest = {name: value for name, value in message.params.items() if name not in (kind, "reply_markup")}
    return [{"type": kind, "media": message.params[kind], **rest}]


def _links(markup: tg.InlineKeyboardMarkup | None) -> list[tuple[str, str]]:
    rows = markup.inline_keyboard if markup is not None else []
    return [(one.text, one.url) for row in rows for one in row if one.url]


def _dump(part: tg.TelegramObject) -> dict[str, Any]:
    return part.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
