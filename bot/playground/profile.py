"""What Telegram shows of the bot itself: commands, descriptions, names, the menu button."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.chats import Chat
from bot.playground.errors import bad_request
from bot.playground.markup import units

MOST_COMMANDS = 100
LIMITS = {"name": 64, "description": 512, "short_description": 120}
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")

Command = dict[str, str]


@dataclass(slots=True)
class Profile:
    """By language (empty: for everybody else); commands also by scope."""

    commands: dict[tuple[str, str], list[Command]] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=lambda: {name: {} for name in LIMITS})
    buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def set_commands(self, scope: str, language: str, commands: list[Any]) -> None:
        """Set the commands; an empty list deletes them."""
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        checked = [_checked(command) for command in commands]
        if len({command["command"] for command in checked}) < len(checked):
            raise bad_request("BOT_COMMAND_DUPLICATE")
        if checked:
            self.commands[scope, checked_language(language)] = checked
        else:
            self.commands.pop((scope, checked_language(language)), None)

    def set_text(self, name: str, language: str, text: str) -> None:
        """Set the name, description or short description; an empty text deletes it."""
        if units(text) > LIMITS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        known = self.texts[name]
        known[checked_language(language)] = text
        if not text:
            del known[language]

    def text(self, name: str, language: str) -> str:
        """Return a text as a person of this language sees it."""
        known = self.texts[name]
        return known.get(_base(language)) or known.get("", "")

    def commands_for(self, chat: Chat, user_id: int, language: str) -> list[Command]:
        """Return the menu that this person sees in this chat: the narrowest scope, their language first."""
        for scope in _scopes(chat, user_id):
            for code in (_base(language), ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []


def scope_key(scope: dict[str, Any], chat_id: int | None) -> str:
    """Return a scope as one word; chat_id: of the scopes that name a chat."""
    kind = str(scope.get("type", "default"))
    if kind in WIDE_SCOPES:
        return kind
    if kind in ("chat", "chat_administrators"):
        return f"{kind}:{chat_id}"
    if kind == "chat_member":
        return f"{kind}:{chat_id}:{scope.get('user_id')}"
    raise bad_request("unsupported scope specified")


def checked_language(code: str) -> str:
    """Return the code; refuses what is not two small letters."""
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _base(language: str) -> str:
    return language.lower().partition("-")[0]


def _checked(command: Any) -> Command:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scopes(chat: Chat, user_id: int) -> list[str]:
    if chat.type == "private":
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    is_admin = chat.members.get(user_id) in ("creator", "administrator")
    admins = [f"chat_administrators:{chat.id}"] if is_admin else []
    all_admins = ["all_chat_administrators"] if is_admin else []
    own = f"chat_member:{chat.id}:{user_id}"
    return [own, *admins, f"chat:{chat.id}", *all_admins, "all_group_chats", "default"]
