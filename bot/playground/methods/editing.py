"""Changing and deleting what was sent."""

from typing import Any

from bot.playground.chats import Chat, Stored
from bot.playground.entities import read_caption, read_text
from bot.playground.errors import bad_request
from bot.playground.files import KINDS
from bot.playground.keyboards import is_inline, read_markup
from bot.playground.methods.media import read_input_media
from bot.playground.parameters import Given
from bot.playground.world import World

TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")
WITH_CAPTION = ("photo", "video", "document", "animation", "audio", "voice")
DELETABLE_FOR = 48 * 3600
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
Edited = dict[str, Any] | bool


def edit_text(world: World, given: Given) -> Edited:
    """Replace the text; an inline keyboard that is not given anew goes."""
    chat, stored = _own(world, given)
    if "text" not in stored.data:
        raise bad_request("there is no text in the message to edit")
    preview = {key: value for key, value in given.table("link_preview_options").items() if value is not None}
    return _replace(world, given, chat, stored, TEXT, read_text(given) | _option("link_preview_options", preview))


def edit_caption(world: World, given: Given) -> Edited:
    """Replace the caption of a media message."""
    chat, stored = _own(world, given)
    if not any(kind in stored.data for kind in WITH_CAPTION):
        raise bad_request("there is no caption in the message to edit")
    return _replace(world, given, chat, stored, CAPTION, read_caption(given))


def edit_media(world: World, given: Given) -> Edited:
    """Replace the file with its caption."""
    chat, stored = _own(world, given)
    kind, content = read_input_media(world, given, given.table("media"))
    was_text = "text" in stored.data
    if not was_text and not any(other in stored.data for other in WITH_CAPTION):
        raise bad_request("message can't be edited")
    if stored.data.get("media_group_id") and kind not in stored.data:
        raise bad_request("can't change media type in the album")
    return _replace(world, given, chat, stored, (*KINDS, *TEXT, *CAPTION, "has_media_spoiler"), content)


def edit_markup(world: World, given: Given) -> Edited:
    """Replace the inline keyboard; none takes it away."""
    chat, stored = _own(world, given)
    return _replace(world, given, chat, stored, (), {})


def _replace(
    world: World, given: Given, chat: Chat, stored: Stored, parts: tuple[str, ...], content: dict[str, Any]
) -> Edited:
    markup = read_markup(given, is_private=chat.type == "private")
    if markup is not None and not is_inline(markup):
        raise bad_request("inline keyboard expected")
    keyboard = _option("reply_markup", markup)
    old = {key: stored.data[key] for key in (*parts, "reply_markup") if key in stored.data}
    if old == content | keyboard:
        raise bad_request(SAME)
    for key in old:
        del stored.data[key]
    stored.data |= content | keyboard
    stored.markup = markup
    world.changed(chat, stored)
    return True if given.has("inline_message_id") else dict(stored.data)


def _own(world: World, given: Given) -> tuple[Chat, Stored]:
    """Return the message to edit; refuses what is gone, is not the bot's, or holds a reply keyboard."""
    chat, stored = _target(world, given)
    if stored is None:
        raise bad_request("message to edit not found")
    via_bot = stored.data.get("via_bot", {}).get("id") == world.bot_id
    is_own = via_bot if given.has("inline_message_id") else stored.mine
    if not is_own or (stored.markup is not None and not is_inline(stored.markup)):
        raise bad_request("message can't be edited")
    return chat, stored


def _target(world: World, given: Given) -> tuple[Chat, Stored | None]:
    if given.has("inline_message_id"):
        place = world.inline_messages.get(given.text("inline_message_id"))
        chat = world.chats.get(place[0]) if place else None
        if place is None or chat is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, chat.messages.get(place[1])
    if not given.has("message_id"):
        raise bad_request("message identifier is not specified")
    chat = world.chats.reachable(given.text("chat_id"))
    return chat, chat.messages.get(given.number("message_id"))


def delete_message(world: World, given: Given) -> bool:
    """Delete a message that is younger than 48 hours."""
    chat = world.chats.known(given.text("chat_id"))
    stored = chat.messages.get(given.number("message_id"))
    if stored is None:
        raise bad_request("message to delete not found")
    if not _may_delete(world, chat, stored):
        raise bad_request("message can't be deleted for everyone")
    world.delete(chat, stored.id)
    return True


def delete_messages(world: World, given: Given) -> bool:
    """Delete up to 100 messages; those not found are skipped."""
    chat = world.chats.known(given.text("chat_id"))
    ids = given.rows("message_ids")
    if not 1 <= len(ids) <= 100:
        raise bad_request("there must be from 1 to 100 message identifiers")
    for number in ids:
        stored = chat.messages.get(int(number))
        if stored is not None and _may_delete(world, chat, stored):
            world.delete(chat, stored.id)
    return True


def _may_delete(world: World, chat: Chat, stored: Stored) -> bool:
    is_young = world.stamp() - stored.data["date"] <= DELETABLE_FOR
    return is_young and (stored.mine or chat.type == "private" or chat.bot == "administrator")


def _option(name: str, value: Any) -> dict[str, Any]:
    return {name: value} if value else {}


METHODS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
