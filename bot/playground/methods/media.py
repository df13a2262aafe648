"""Photos, documents, albums: everything that is a file."""

from collections.abc import Callable
from typing import Any

from bot.playground.entities import read_caption
from bot.playground.errors import bad_request
from bot.playground.files import KINDS, describe
from bot.playground.methods.sending import send
from bot.playground.parameters import Given
from bot.playground.world import World

WITHOUT_CAPTION = ("sticker", "video_note")
TOGETHER = {"photo": "picture", "video": "picture", "document": "document", "audio": "audio"}


def sender(kind: str) -> Callable[[World, Given], dict[str, Any]]:
    """Return the method that sends a file of this kind."""

    def send_file(world: World, given: Given) -> dict[str, Any]:
        chat = world.chats.reachable(given.text("chat_id"))
        return send(world, given, chat, read_file(world, given, kind))

    return send_file


def read_file(world: World, given: Given, kind: str, name: str = "") -> dict[str, Any]:
    """Return the content of a media message: the file, its caption, how it is shown. name: of the parameter."""
    name = name or kind
    value = given.text(name)
    if not value and name not in given.files:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    stored = world.files.take(kind, value or f"attach://{name}", given)
    content = describe(stored, given)
    if kind not in WITHOUT_CAPTION:
        content |= read_caption(given)
    if given.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    if given.flag("show_caption_above_media") and "caption" in content:
        content["show_caption_above_media"] = True
    return content


def read_input_media(world: World, given: Given, media: Any) -> tuple[str, dict[str, Any]]:
    """Return (kind, content) of an InputMedia object."""
    if not isinstance(media, dict) or media.get("type") not in KINDS or not media.get("media"):
        raise bad_request("can't parse InputMedia: wrong type or no media")
    kind = str(media["type"])
    inner = Given(media, given.files)
    return kind, read_file(world, inner, kind, "media")


def send_media_group(world: World, given: Given) -> list[dict[str, Any]]:
    """Send an album of 2 to 10 files; documents and audio only among their like."""
    chat = world.chats.reachable(given.text("chat_id"))
    media = given.rows("media")
    if not 2 <= len(media) <= 10:
        raise bad_request("media group must include from 2 to 10 items")
    items = [read_input_media(world, given, item) for item in media]
    if len({TOGETHER.get(kind, "alone") for kind, _ in items}) > 1 or items[0][0] not in TOGETHER:
        raise bad_request("documents and audio can't be mixed with other media types")
    if given.has("reply_markup"):
        given = Given({key: value for key, value in given.params.items() if key != "reply_markup"}, given.files)
    album = world.unique("album")
    return [send(world, given, chat, content | {"media_group_id": album}) for _, content in items]


CAMEL = {"photo": "Photo", "video": "Video", "document": "Document", "animation": "Animation", "audio": "Audio",
         "voice": "Voice", "video_note": "VideoNote", "sticker": "Sticker"}  # fmt: skip
METHODS: dict[str, Callable[[World, Given], Any]] = {
    **{f"send{CAMEL[kind]}": sender(kind) for kind in KINDS},
    "sendMediaGroup": send_media_group,
}
