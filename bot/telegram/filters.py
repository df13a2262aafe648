"""Who said what: commands by any of their names, and rights."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.domain.user import Role, User
from bot.telegram.commands import BY_SPELLING, find_command, split_command


class Named(Filter):
    """A command by its canonical name, in any spelling: `/eu`, `/статус`, `/мәртебе@bot`.

    Gives the handler `argument`: the text after the command.
    """

    def __init__(self, name: str) -> None:
        """Take the canonical name; ValueError when there is no such command."""
        if name not in BY_SPELLING:
            raise ValueError(f"no command is called {name}")
        self.name = name

    async def __call__(self, message: Message, bot_name: str = "") -> bool | dict[str, Any]:
        """Tell whether the message is this command, meant for this bot."""
        parts = split_command(message.text or message.caption or "")
        if parts is None:
            return False
        spelling, mention, argument = parts
        if mention and bot_name and mention.lower() != bot_name.lower():
            return False
        command = find_command(spelling)
        return {"argument": argument} if command is not None and command.name == self.name else False


class HasRole(Filter):
    """Lets only these roles through. The check is made on every action, not where its button is shown."""

    def __init__(self, *roles: Role) -> None:
        """Take the roles that may."""
        self.roles = roles

    async def __call__(self, event: Message | CallbackQuery, user: User | None = None) -> bool:
        """Tell whether the person has one of the roles."""
        return user is not None and user.role in self.roles


ADMINS = HasRole(Role.OWNER, Role.EDITOR)
OWNERS = HasRole(Role.OWNER)
