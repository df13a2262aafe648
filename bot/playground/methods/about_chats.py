"""Chats and their members, pins, reactions, files."""

from typing import Any

from bot.playground.chats import Chat
from bot.playground.errors import bad_request, forbidden
from bot.playground.files import LARGEST_DOWNLOAD
from bot.playground.parameters import Given
from bot.playground.world import World

RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_send_welcome_messages", "can_post_messages",
    "can_edit_messages", "can_pin_messages",
)  # fmt: skip
WITHHELD = ("can_be_edited", "is_anonymous", "can_promote_members")


def get_chat(world: World, given: Given) -> dict[str, Any]:
    """Return everything about a chat."""
    chat = world.chats.known(given.text("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, chat.type == "private"),
    }
    pinned = [chat.messages[number].data for number in chat.pinned[-1:] if number in chat.messages]
    return chat.brief() | full | ({"pinned_message": pinned[0]} if pinned else {})


def get_member(world: World, given: Given) -> dict[str, Any]:
    """Return what a user is in a chat."""
    chat = world.chats.known(given.text("chat_id"))
    if chat.bot in ("left", "kicked") and chat.type != "private":
        raise forbidden(f"bot is not a member of the {chat.in_words}")
    user_id = given.number("user_id")
    if user_id == world.bot_id:
        return member(world.bot, chat.bot)
    account = world.chats.accounts.get(user_id)
    if account is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member(account.user, chat.members.get(user_id, "left"))


def get_administrators(world: World, given: Given) -> list[dict[str, Any]]:
    """Return the people who run a chat."""
    chat = _place(world, given)
    leading = ("creator", "administrator")
    found = [
        member(world.chats.accounts[user_id].user, status)
        for user_id, status in chat.members.items() if status in leading
    ]  # fmt: skip
    return found + ([member(world.bot, chat.bot)] if chat.bot in leading else [])


def count_members(world: World, given: Given) -> int:
    """Return how many are in a chat, the bot included."""
    chat = world.chats.known(given.text("chat_id"))
    present = sum(status not in ("left", "kicked") for status in chat.members.values())
    return present + (chat.bot not in ("left", "kicked"))


def member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """Return a ChatMember."""
    found: dict[str, Any] = {"user": user, "status": status}
    if status == "administrator":
        found |= {right: right not in WITHHELD for right in RIGHTS}
    if status == "creator":
        found["is_anonymous"] = False
    if status == "kicked":
        found["until_date"] = 0
    return found


def leave(world: World, given: Given) -> bool:
    """Take the bot out of a group or channel."""
    chat = _place(world, given)
    chat.bot = "left"
    world.tell("account", chat.id, bot=chat.bot)
    return True


def pin(world: World, given: Given) -> bool:
    """Put a message on top of the chat."""
    chat, number = _with_pins(world, given), given.number("message_id")
    if number not in chat.messages:
        raise bad_request("message to pin not found")
    if number in chat.pinned:
        chat.pinned.remove(number)
    chat.pinned.append(number)
    world.tell("pinned", chat.id, pinned=chat.pinned[-1:])
    return True


def unpin(world: World, given: Given) -> bool:
    """Take a message, or the newest pinned one, off the top."""
    chat = _with_pins(world, given)
    number = given.number("message_id") if given.has("message_id") else (chat.pinned or [0])[-1]
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.tell("pinned", chat.id, pinned=chat.pinned[-1:])
    return True


def unpin_all(world: World, given: Given) -> bool:
    """Take everything off the top."""
    chat = _with_pins(world, given)
    chat.pinned.clear()
    world.tell("pinned", chat.id, pinned=[])
    return True


def react(world: World, given: Given) -> bool:
    """Put the bot's reaction on a message, one at most; none takes it away."""
    chat = world.chats.reachable(given.text("chat_id"))
    stored = chat.messages.get(given.number("message_id"))
    if stored is None:
        raise bad_request("message to react not found")
    reactions = given.rows("reaction")
    if len(reactions) > 1 or any(reaction.get("type") not in ("emoji", "custom_emoji") for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    world.tell("edited", chat.id, message=stored.data | {"reaction": reactions}, mine=stored.mine)
    return True


def get_file(world: World, given: Given) -> dict[str, Any]:
    """Return where a file can be downloaded from."""
    stored = world.files.find(given.text("file_id"))
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    brief = {"file_id": stored.file_id, "file_unique_id": stored.unique_id}
    return brief | {"file_size": len(stored.data), "file_path": stored.path}


def _place(world: World, given: Given) -> Chat:
    chat = world.chats.reachable(given.text("chat_id"))
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    return chat


def _with_pins(world: World, given: Given) -> Chat:
    chat = world.chats.reachable(given.text("chat_id"))
    if chat.type != "private" and chat.bot != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": count_members,
    "leaveChat": leave,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
    "setMessageReaction": react,
    "getFile": get_file,
}
