"""Keeps the command menus of admins right: after whatever an admin did, their language may be another."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.domain.user import User
from bot.telegram.menu import DeskMenu

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class AdminMenus(BaseMiddleware):
    """Looks at an admin's menu once the update is answered; others cost nothing."""

    def __init__(self, desk_menu: DeskMenu) -> None:
        """Take what knows the menus."""
        self.desk_menu = desk_menu

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand on, then see to the menu."""
        result = await handler(event, data)
        user: User | None = data.get("user")
        if user is not None and user.role.is_admin:
            await self.desk_menu.refresh(user.telegram_id)
        return result
