"""Text, places and the dots of typing."""

from typing import Any

from bot.playground.chats import Chat
from bot.playground.entities import read_text
from bot.playground.errors import bad_request
from bot.playground.keyboards import read_markup
from bot.playground.parameters import Given
from bot.playground.world import World

ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip


def send(world: World, given: Given, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    """Lay the bot's message with its options into the chat and return it as the Bot API does."""
    markup = read_markup(given, is_private=chat.type == "private")
    extra: dict[str, Any] = _replied(given, chat)
    if given.flag("protect_content"):
        extra["has_protected_content"] = True
    sender = None if chat.type == "channel" else world.bot
    silent = given.flag("disable_notification")
    return dict(world.put(chat, content | extra, sender, markup=markup, silent=silent).data)


def _replied(given: Given, chat: Chat) -> dict[str, Any]:
    wanted = given.table("reply_parameters")
    message_id = int(wanted.get("message_id") or given.number("reply_to_message_id"))
    if not message_id:
        return {}
    target = chat.messages.get(message_id)
    if target is None:
        if wanted.get("allow_sending_without_reply") or given.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in target.data.items() if key != "reply_to_message"}}


def send_message(world: World, given: Given) -> dict[str, Any]:
    """Send text."""
    chat = world.chats.reachable(given.text("chat_id"))
    preview = {key: value for key, value in given.table("link_preview_options").items() if value is not None}
    return send(world, given, chat, read_text(given) | ({"link_preview_options": preview} if preview else {}))


def send_location(world: World, given: Given) -> dict[str, Any]:
    """Send a point on the map."""
    chat = world.chats.reachable(given.text("chat_id"))
    return send(world, given, chat, {"location": _location(given)})


def send_venue(world: World, given: Given) -> dict[str, Any]:
    """Send a place with a name and an address."""
    chat = world.chats.reachable(given.text("chat_id"))
    if not given.has("title") or not given.has("address"):
        raise bad_request("title and address of the venue must be non-empty")
    location = _location(given)
    venue = {"location": location, "title": given.text("title"), "address": given.text("address")}
    return send(world, given, chat, {"venue": venue, "location": location})


def send_contact(world: World, given: Given) -> dict[str, Any]:
    """Send a phone number."""
    chat = world.chats.reachable(given.text("chat_id"))
    if not given.has("phone_number") or not given.has("first_name"):
        raise bad_request("phone number and first name of the contact must be non-empty")
    named = {key: given.text(key) for key in ("phone_number", "first_name", "last_name") if given.has(key)}
    return send(world, given, chat, {"contact": named})


def _location(given: Given) -> dict[str, float]:
    latitude, longitude = given.real("latitude"), given.real("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def send_chat_action(world: World, given: Given) -> bool:
    """Show that the bot is busy."""
    chat = world.chats.reachable(given.text("chat_id"))
    if given.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.tell("typing", chat.id, action=given.text("action"))
    return True


METHODS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
}
