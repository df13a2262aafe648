"""What answers change, for the person who asked."""

from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import User
from bot.services.subscriptions import Subscriptions
from bot.services.users import Users

log = structlog.get_logger(__name__)


class Acts(Protocol):
    """What an answer may change, for one person."""

    async def subscribe(self, topic: Topic) -> bool:
        """Follow a topic; False when it was followed already."""
        ...

    async def unsubscribe(self, topic: Topic | None) -> bool:
        """Follow a topic no more, None for all of them; False when nothing was followed."""
        ...

    async def follows(self, topic: Topic) -> bool:
        """Tell whether a topic is followed."""
        ...

    async def speak(self, language: Language) -> None:
        """Answer in this language from now on."""
        ...


class NoActs:
    """Changes nothing and says that all went well: for looking at answers."""

    async def subscribe(self, topic: Topic) -> bool:
        """Do nothing."""
        return True

    async def unsubscribe(self, topic: Topic | None) -> bool:
        """Do nothing."""
        return True

    async def follows(self, topic: Topic) -> bool:
        """Follow nothing."""
        return False

    async def speak(self, language: Language) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class PersonActs:
    """Acts for one person; satisfies `Acts` of the responder."""

    user: User
    users: Users
    subscriptions: Subscriptions

    async def subscribe(self, topic: Topic) -> bool:
        """Follow a topic; False when it was followed already."""
        return await self.subscriptions.subscribe(self.user.telegram_id, topic)

    async def unsubscribe(self, topic: Topic | None) -> bool:
        """Follow a topic no more, None for all of them; False when nothing was followed."""
        if topic is None:
            return bool(await self.subscriptions.unsubscribe_all(self.user.telegram_id))
        return await self.subscriptions.unsubscribe(self.user.telegram_id, topic)

    async def follows(self, topic: Topic) -> bool:
        """Tell whether a topic is followed; False while the database fails, so that the card still comes."""
        try:
            return topic in await self.users.topics(self.user.telegram_id)
        except Exception as error:
            log.warning("what a person follows can't be read", error=type(error).__name__)
            return False

    async def speak(self, language: Language) -> None:
        """Answer in this language from now on."""
        await self.users.set_language(self.user, language)
