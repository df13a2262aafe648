"""The bot's own face: name, descriptions, commands, menu button."""

from collections.abc import Callable
from typing import Any

from bot.playground.errors import bad_request
from bot.playground.keyboards import check_web_app
from bot.playground.parameters import Given
from bot.playground.profile import LIMITS, checked_language, scope_key
from bot.playground.world import World

BUTTONS = ("default", "commands", "web_app")


def get_me(world: World, given: Given) -> dict[str, Any]:
    """Return the bot's account."""
    return world.bot


def set_commands(world: World, given: Given) -> bool:
    """Set the menu of commands of a scope and language."""
    world.profile.set_commands(_scope(world, given), given.text("language_code"), given.rows("commands"))
    world.tell("profile", 0)
    return True


def get_commands(world: World, given: Given) -> list[dict[str, str]]:
    """Return the menu of exactly this scope and language."""
    language = checked_language(given.text("language_code"))
    return world.profile.commands.get((_scope(world, given), language), [])


def delete_commands(world: World, given: Given) -> bool:
    """Take the menu of this scope and language away."""
    world.profile.set_commands(_scope(world, given), given.text("language_code"), [])
    world.tell("profile", 0)
    return True


def _scope(world: World, given: Given) -> str:
    scope = given.table("scope")
    named = str(scope.get("chat_id", ""))
    return scope_key(scope, world.chats.known(named).id if named else None)


def setter(name: str) -> Callable[[World, Given], bool]:
    """Return the method that sets this text."""

    def set_text(world: World, given: Given) -> bool:
        world.profile.set_text(name, given.text("language_code"), given.text(name))
        world.tell("profile", 0)
        return True

    return set_text


def getter(name: str) -> Callable[[World, Given], dict[str, str]]:
    """Return the method that tells this text."""

    def get_text(world: World, given: Given) -> dict[str, str]:
        text = world.profile.text(name, checked_language(given.text("language_code")))
        return {name: text or (str(world.bot["first_name"]) if name == "name" else "")}

    return get_text


def set_button(world: World, given: Given) -> bool:
    """Set what the button left of the text field does, for a chat or for all."""
    button = given.table("menu_button") or {"type": "default"}
    if button.get("type") not in BUTTONS or (button["type"] == "web_app" and not button.get("text")):
        raise bad_request("can't parse MenuButton: wrong type or no text")
    if button["type"] == "web_app":
        check_web_app(button.get("web_app"))
    chat = world.chats.known(given.text("chat_id")) if given.has("chat_id") else None
    world.profile.buttons[chat.id if chat else 0] = button
    world.tell("profile", 0)
    return True


def get_button(world: World, given: Given) -> dict[str, Any]:
    """Return the button of a chat, or of all."""
    chat = world.chats.known(given.text("chat_id")).id if given.has("chat_id") else 0
    buttons = world.profile.buttons
    return buttons.get(chat) or buttons.get(0) or {"type": "default"}


METHODS: dict[str, Callable[[World, Given], Any]] = {
    "getMe": get_me,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setChatMenuButton": set_button,
    "getChatMenuButton": get_button,
    **{f"setMy{name.title().replace('_', '')}": setter(name) for name in LIMITS},
    **{f"getMy{name.title().replace('_', '')}": getter(name) for name in LIMITS},
}
