"""What people do, as the updates that Telegram makes of it."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from bot.playground.chats import Account, Chat, Stored
from bot.playground.entities import said
from bot.playground.errors import bad_request
from bot.playground.methods.about_chats import member
from bot.playground.world import Inquiry, Tap, World


@dataclass(frozen=True, slots=True)
class Happening:
    """An update before it has a number. kind: its field in the Bot API's Update."""

    kind: str
    content: dict[str, Any]


def write(world: World, chat: Chat, account: Account, content: dict[str, Any], reply_to: int = 0) -> Happening:
    """Lay a person's message into a chat."""
    if account.blocked and chat.type == "private":
        raise RuntimeError(f"{account.user['first_name']} has blocked the bot and can't write to it")
    account.started = account.started or chat.type == "private"
    if reply_to and reply_to in chat.messages:
        target = chat.messages[reply_to].data
        content = content | {"reply_to_message": {k: v for k, v in target.items() if k != "reply_to_message"}}
    stored = world.put(chat, content, account.user)
    return Happening("message", deepcopy(stored.data))


def post(world: World, chat: Chat, text: str) -> Happening:
    """Lay an editor's post into a channel."""
    stored = world.put(chat, said(text), None)
    stored.mine = False
    return Happening("channel_post", deepcopy(stored.data))


def edit(world: World, chat: Chat, stored: Stored, text: str) -> Happening:
    """Change the text of a person's message."""
    part = "text" if "text" in stored.data else "caption"
    for key in (part, "entities", "caption_entities"):
        stored.data.pop(key, None)
    changed = said(text)
    if part == "caption":
        changed = {"caption" if key == "text" else "caption_entities": value for key, value in changed.items()}
    stored.data |= changed
    world.changed(chat, stored)
    kind = "edited_channel_post" if chat.type == "channel" else "edited_message"
    return Happening(kind, deepcopy(stored.data))


def tap(world: World, chat: Chat, account: Account, stored: Stored, data: str) -> Happening:
    """Tap a button with this callback data under a message."""
    tap_id = world.unique("7")
    world.taps[tap_id] = Tap(account.id, chat.id, world.now())
    query: dict[str, Any] = {"id": tap_id, "from": account.user, "chat_instance": str(chat.id), "data": data}
    inline_id = next((key for key, place in world.inline_messages.items() if place == (chat.id, stored.id)), None)
    if inline_id is not None:
        return Happening("callback_query", query | {"inline_message_id": inline_id})
    return Happening("callback_query", query | {"message": deepcopy(stored.data)})


def turn(world: World, chat: Chat, account: Account, *, away: bool) -> Happening:
    """Block the bot, or have it back."""
    account.blocked = away
    world.tell("account", chat.id, blocked=away)
    statuses = ("member", "kicked") if away else ("kicked", "member")
    return membership(world, chat, account, *statuses)


def membership(world: World, chat: Chat, account: Account, old: str, new: str) -> Happening:
    """Change what the bot is in a chat."""
    content = {
        "chat": chat.brief(),
        "from": account.user,
        "date": world.stamp(),
        "old_chat_member": member(world.bot, old),
        "new_chat_member": member(world.bot, new),
    }
    return Happening("my_chat_member", content)


def ask_inline(world: World, account: Account, text: str, offset: str = "") -> tuple[Inquiry, Happening]:
    """Type `@bot text` in some chat."""
    inquiry = Inquiry(world.unique("8"), account.id, text, world.now())
    world.inquiries[inquiry.id] = inquiry
    content = {"id": inquiry.id, "from": account.user, "query": text, "offset": offset, "chat_type": "sender"}
    return inquiry, Happening("inline_query", content)


def choose(world: World, chat: Chat, account: Account, inquiry: Inquiry, result_id: str) -> tuple[Stored, Happening]:
    """Send an inline result into a chat as the person's own message by way of the bot."""
    found = [result for result in (inquiry.results or []) if result["id"] == result_id]
    if not found:
        raise bad_request("RESULT_ID_INVALID")
    content = {key: value for key, value in found[0]["content"].items() if value}
    markup = found[0]["reply_markup"]
    stored = world.put(chat, content | {"via_bot": world.bot}, account.user, markup=markup)
    chosen: dict[str, Any] = {"result_id": result_id, "from": account.user, "query": inquiry.text}
    if markup is not None:  # only then does Telegram say how to reach the message again
        inline_id = world.unique("inline")
        world.inline_messages[inline_id] = (chat.id, stored.id)
        chosen["inline_message_id"] = inline_id
    return stored, Happening("chosen_inline_result", chosen)
