"""Messages to the people who run the bot: what the watch found, a feed that fails, the weekly list of old facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.domain.language import Language
from bot.domain.user import Role, User
from bot.i18n import Texts, Translator
from bot.services.users import Users
from bot.telegram.reply import NO_PREVIEW, Reply

log = structlog.get_logger(__name__)

_PASSING = (TelegramNetworkError, TelegramRetryAfter, TelegramServerError)
"""Errors that say nothing of the person, and that another time there may be none."""

Draw = Callable[[Texts, Role], Reply]
"""Draws a message in the language of the one who gets it, with what their role may do."""


@dataclass(frozen=True, slots=True)
class Notices:
    """Tells owners and editors something, each in their own language."""

    bot: Bot
    users: Users
    translator: Translator

    async def admins(self) -> tuple[int, ...]:
        """Return the ids of owners and editors, each once."""
        return tuple(dict.fromkeys((*sorted(self.users.owners), *await self.users.editors())))

    async def tell(self, draw: Draw, *, silent: bool = False) -> tuple[tuple[int, int], ...]:
        """Send everybody a message; return (chat_id, message_id) of those that arrived.

        An owner who never wrote to the bot, or has blocked it, is passed over. When nobody was told because Telegram
        is out of reach, its error is raised, so that the caller can try again.
        """
        return await self._send(await self.admins(), draw, silent=silent)

    async def tell_owners(self, draw: Draw) -> tuple[tuple[int, int], ...]:
        """Send every owner a message, as `tell` does; it needs no database, for that may be what is wrong."""
        return await self._send(sorted(self.users.owners), draw, silent=False)

    async def _send(self, people: Iterable[int], draw: Draw, *, silent: bool) -> tuple[tuple[int, int], ...]:
        told, trouble = [], None
        for person in people:
            reply = draw(*await self._whose(person))
            try:
                sent = await self.bot.send_message(
                    person,
                    reply.html,
                    reply_markup=reply.keyboard,
                    link_preview_options=NO_PREVIEW,
                    disable_notification=silent,
                )
            except TelegramAPIError as error:
                log.info("an admin was not told", user_id=person, error=error.message)
                trouble = error if isinstance(error, _PASSING) else trouble
                continue
            told.append((person, sent.message_id))
        if trouble is not None and not told:
            raise trouble
        return tuple(told)

    async def redraw(self, messages: Iterable[tuple[int, int]], draw: Draw) -> None:
        """Draw messages anew that were sent before; those that are gone, or a former editor's, are passed over."""
        for chat_id, message_id in messages:
            texts, role = await self._whose(chat_id)
            if not role.is_admin:
                continue
            reply = draw(texts, role)
            try:
                await self.bot.edit_message_text(
                    reply.html,
                    chat_id=chat_id,
                    message_id=message_id,
                    reply_markup=reply.inline,
                    link_preview_options=NO_PREVIEW,
                )
            except TelegramAPIError as error:  # deleted, or not changed
                log.debug("a notice was not redrawn", chat_id=chat_id, error=error.message)

    async def _whose(self, person: int) -> tuple[Texts, Role]:
        user = await self._known(person)
        if user is None:  # an owner who has not written to the bot
            return self.translator[Language.guess(None)], Role.OWNER
        return self.translator[user.language], user.role

    async def _known(self, person: int) -> User | None:
        try:
            return await self.users.get(person)
        except Exception as error:
            if person not in self.users.owners:  # of them alone the role is known without the database
                raise
            log.warning("an owner's language can't be read", error=type(error).__name__)
            return None
