"""What Telegram itself shows of the bot: commands, description, name; per language and role."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
)

from bot.domain.language import Language
from bot.i18n import Texts, Translator
from bot.telegram.commands import COMMANDS

log = structlog.get_logger(__name__)

IN_GROUPS = ("visa", "free", "eu", "help")
DEFAULT = Language.RU
"""What people see whose Telegram speaks neither of our languages."""


def commands_of(texts: Texts, *places: str) -> list[BotCommand]:
    """Return the commands of these places, named and told in the language."""
    return [
        BotCommand(command=command.latin[texts.language], description=texts.plain(f"menu-{command.name}"))
        for command in COMMANDS
        if command.place in places
    ]


async def publish(bot: Bot, translator: Translator, owners: frozenset[int]) -> None:
    """Tell Telegram everything; what it refuses is logged and does not stop the start."""
    for language in (None, *Language):
        texts = translator[language or DEFAULT]
        await _try(bot, texts, language)
    for owner in owners:
        await _desk_menu(bot, translator[DEFAULT], owner)


async def _try(bot: Bot, texts: Texts, language: Language | None) -> None:
    code = language.value if language else None
    in_groups = [c for c in commands_of(texts, "menu") if c.command in _latin_names(texts.language)]
    try:
        await bot.set_my_commands(commands_of(texts, "menu"), BotCommandScopeDefault(), code)
        await bot.set_my_commands(in_groups, BotCommandScopeAllGroupChats(), code)
        await bot.set_my_description(texts.plain("bot-description"), code)
        await bot.set_my_short_description(texts.plain("bot-short-description"), code)
    except TelegramAPIError as error:
        log.warning("could not publish the menu", language=code, error=error.message)


async def _desk_menu(bot: Bot, texts: Texts, owner: int) -> None:
    try:
        await bot.set_my_commands(commands_of(texts, "menu", "desk"), BotCommandScopeChat(chat_id=owner))
        await bot.set_chat_menu_button(chat_id=owner, menu_button=MenuButtonCommands())
    except TelegramAPIError as error:  # an owner who has not written to the bot yet
        log.info("no desk menu", owner=owner, error=error.message)


def _latin_names(language: Language) -> set[str]:
    return {command.latin[language] for command in COMMANDS if command.name in IN_GROUPS}
