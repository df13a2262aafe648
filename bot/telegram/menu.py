"""What Telegram itself shows of the bot: commands, description, name; per language and role."""

from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.domain.language import Language
from bot.domain.user import Role
from bot.i18n import Texts, Translator
from bot.services.users import Users
from bot.telegram.commands import BY_SPELLING, COMMANDS, OWNERS_ONLY

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


def desk_commands(texts: Texts, role: Role) -> list[BotCommand]:
    """Return the commands an admin of this role has."""
    return [
        one
        for one in commands_of(texts, "menu", "desk")
        if role is Role.OWNER or one.command not in {_latin(name, texts.language) for name in OWNERS_ONLY}
    ]


async def publish(bot: Bot, translator: Translator) -> None:
    """Tell Telegram what everybody sees; what it refuses is logged and does not stop the start."""
    for language in (None, *Language):
        await _try(bot, translator[language or DEFAULT], language)


async def publish_page(bot: Bot, texts: Texts, address: str) -> None:
    """Let the menu button of everybody's chat open the page; without an address it is the usual button again."""
    button = MenuButtonWebApp(text=texts.plain("page-menu"), web_app=WebAppInfo(url=address)) if address else None
    try:
        await bot.set_chat_menu_button(menu_button=button or MenuButtonDefault())
    except TelegramAPIError as error:  # Telegram takes https addresses only
        log.warning("the menu button does not open the page", address=address, error=error.message)


@dataclass(slots=True)
class DeskMenu:
    """The menus of admins, each in their own chat and language: renewed when a right or the language changes."""

    bot: Bot
    users: Users
    translator: Translator
    _shown: dict[int, tuple[Role, Language]] = field(default_factory=dict)

    async def publish(self) -> None:
        """Give every admin their menu."""
        for person in dict.fromkeys((*sorted(self.users.owners), *await self.users.editors())):
            await self.refresh(person)

    async def refresh(self, person: int) -> None:
        """Give an admin their menu, take it from a former one; nothing is done where it is right already."""
        user = await self.users.get(person)
        if user is None:  # an owner who has not written to the bot yet
            return
        if user.role is Role.USER:
            if self._shown.pop(person, None) is not None:
                await self._clear(person)
        elif self._shown.get(person) != (user.role, user.language):
            self._shown[person] = user.role, user.language
            await self._show(person, desk_commands(self.translator[user.language], user.role))

    async def _show(self, person: int, commands: list[BotCommand]) -> None:
        try:
            await self.bot.set_my_commands(commands, BotCommandScopeChat(chat_id=person))
            await self.bot.set_chat_menu_button(chat_id=person, menu_button=MenuButtonCommands())
        except TelegramAPIError as error:  # they blocked the bot
            log.info("no desk menu", person=person, error=error.message)

    async def _clear(self, person: int) -> None:
        try:
            await self.bot.delete_my_commands(BotCommandScopeChat(chat_id=person))
        except TelegramAPIError as error:
            log.info("a former editor keeps the desk's menu", person=person, error=error.message)


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


def _latin_names(language: Language) -> set[str]:
    return {_latin(name, language) for name in IN_GROUPS}


def _latin(name: str, language: Language) -> str:
    return BY_SPELLING[name].latin[language]
