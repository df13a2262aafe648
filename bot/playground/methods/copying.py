"""Copies and forwards."""

from typing import Any

from bot.playground.chats import Chat, Stored
from bot.playground.entities import read_caption
from bot.playground.errors import bad_request
from bot.playground.methods.sending import send
from bot.playground.parameters import Given
from bot.playground.world import World

CONTENT = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "photo", "video", "document",
    "animation", "audio", "voice", "video_note", "sticker", "location", "venue", "contact", "has_media_spoiler",
    "show_caption_above_media",
)  # fmt: skip
SERVICE = ("new_chat_members", "left_chat_member", "pinned_message", "migrate_to_chat_id")
MOST = 100


def content_of(stored: Stored) -> dict[str, Any]:
    """Return what of a message goes with a copy."""
    return {key: stored.data[key] for key in CONTENT if key in stored.data}


def copy_message(world: World, given: Given) -> dict[str, int]:
    """Send the same content as the bot's own message; a caption may be replaced."""
    chat = world.chats.reachable(given.text("chat_id"))
    source = _source(world, given, given.number("message_id"), "copy")
    content = content_of(source)
    if given.params.get("caption") is not None and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= read_caption(given)
    return {"message_id": send(world, given, chat, content)["message_id"]}


def copy_messages(world: World, given: Given) -> list[dict[str, int]]:
    """Copy up to 100 messages in order, keeping albums together; those not found are left out."""
    return [{"message_id": message["message_id"]} for message in _many(world, given, "copy")]


def forward_message(world: World, given: Given) -> dict[str, Any]:
    """Send a message on, naming where it comes from."""
    chat = world.chats.reachable(given.text("chat_id"))
    source = _source(world, given, given.number("message_id"), "forward")
    return send(world, given, chat, content_of(source) | {"forward_origin": _origin(source)})


def forward_messages(world: World, given: Given) -> list[dict[str, int]]:
    """Forward up to 100 messages in order."""
    return [{"message_id": message["message_id"]} for message in _many(world, given, "forward")]


def _many(world: World, given: Given, verb: str) -> list[dict[str, Any]]:
    chat = world.chats.reachable(given.text("chat_id"))
    ids = given.rows("message_ids")
    if not 1 <= len(ids) <= MOST:
        raise bad_request("there must be from 1 to 100 message identifiers")
    found = [source for number in ids if (source := _from_chat(world, given).messages.get(int(number)))]
    if not found:
        raise bad_request(f"there are no messages to {verb}")
    albums: dict[str, str] = {}
    return [_one(world, given, chat, source, verb, albums) for source in found]


def _one(world: World, given: Given, chat: Chat, source: Stored, verb: str, albums: dict[str, str]) -> dict[str, Any]:
    content = content_of(source)
    if verb == "forward":
        content["forward_origin"] = _origin(source)
    old = source.data.get("media_group_id")
    if old:
        content["media_group_id"] = albums.setdefault(old, world.unique("album"))
    return send(world, given, chat, content)


def _from_chat(world: World, given: Given) -> Chat:
    return world.chats.known(given.text("from_chat_id"))


def _source(world: World, given: Given, message_id: int, verb: str) -> Stored:
    source = _from_chat(world, given).messages.get(message_id)
    if source is None:
        raise bad_request(f"message to {verb} not found")
    if any(key in source.data for key in SERVICE):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return source


def _origin(source: Stored) -> dict[str, Any]:
    date, data = source.data["date"], source.data
    if "forward_origin" in data:
        return dict(data["forward_origin"])
    if "sender_chat" in data:
        return {"type": "channel", "date": date, "chat": data["sender_chat"], "message_id": source.id}
    return {"type": "user", "date": date, "sender_user": data["from"]}


METHODS = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
