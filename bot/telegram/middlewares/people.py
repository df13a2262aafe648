"""Who is writing, and in which language to answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update
from aiogram.types import User as TelegramUser

from bot.domain.language import Language
from bot.domain.user import User
from bot.i18n import Translator
from bot.services.catalogue import CatalogueHolder
from bot.services.subscriptions import Subscriptions
from bot.services.users import Users
from bot.telegram.acts import PersonActs

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class People(BaseMiddleware):
    """Puts `user`, `texts`, `acts` and `catalogue` into the data.

    It stands on the update itself, so that the error boundary has them too.
    """

    def __init__(
        self, users: Users, subscriptions: Subscriptions, translator: Translator, holder: CatalogueHolder
    ) -> None:
        """Take where people, texts and facts come from."""
        self.users, self.subscriptions = users, subscriptions
        self.translator, self.holder = translator, holder

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Meet the person and hand on; an update of nobody (a channel's post) goes on without one."""
        data["catalogue"] = self.holder.current
        writer: TelegramUser | None = data.get("event_from_user")
        if writer is not None and not writer.is_bot and not _leaves(event):
            user = await self._user(event, writer)
            data["user"], data["texts"] = user, self.translator[user.language]
            data["acts"] = PersonActs(user, self.users, self.subscriptions)
        return await handler(event, data)

    async def _user(self, event: TelegramObject, writer: TelegramUser) -> User:
        """Return the person; who only types `@bot …` elsewhere can't be written to, so they are not stored."""
        if isinstance(event, Update) and event.inline_query is not None:
            known = await self.users.get(writer.id)
            return known or User(writer.id, Language.guess(writer.language_code))
        return await self.users.meet(writer.id, writer.language_code)


def _leaves(event: TelegramObject) -> bool:
    """Tell whether the person is blocking the bot right now: that must not bring them back to life."""
    return isinstance(event, Update) and event.my_chat_member is not None
