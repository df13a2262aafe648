"""Following from the page: the same subscriptions as in the chat."""

from dataclasses import dataclass, replace

from bot.domain.language import Language
from bot.domain.topic import Topic, TopicKind
from bot.domain.user import UserState
from bot.services.catalogue import CatalogueHolder
from bot.services.subscriptions import Subscriptions
from bot.services.users import Users


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody whom Telegram vouches for. may_write: whether they allowed the bot to write to them."""

    telegram_id: int
    language_code: str | None = None
    may_write: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """What somebody follows. language: theirs, None before they chose or were met.

    reachable: whether the bot's messages arrive. changed: whether the last wish changed anything.
    """

    topics: tuple[Topic, ...]
    language: Language | None
    reachable: bool
    changed: bool = False


class UnknownTopicError(LookupError):
    """A topic that nobody can follow."""


@dataclass(frozen=True, slots=True)
class Followers:
    """Lets people who came by the page follow topics."""

    users: Users
    subscriptions: Subscriptions
    holder: CatalogueHolder

    async def of(self, visitor: Visitor, *, changed: bool = False) -> Following:
        """Return what a visitor follows; one who was never met is not stored for having looked."""
        user = await self.users.get(visitor.telegram_id)
        if user is None:
            return Following((), None, visitor.may_write)
        topics = await self.subscriptions.of(visitor.telegram_id)
        return Following(topics, user.language, user.state is UserState.ACTIVE, changed)

    async def follow(self, visitor: Visitor, topic: Topic) -> Following:
        """Follow a topic; UnknownTopicError when the facts know nothing of it."""
        if topic.kind is TopicKind.COUNTRY and topic.iso2 not in self.holder.current.destinations:
            raise UnknownTopicError(str(topic))
        is_new = await self.users.get(visitor.telegram_id) is None
        if is_new:
            await self.users.meet(visitor.telegram_id, visitor.language_code)
        changed = await self.subscriptions.subscribe(visitor.telegram_id, topic)
        following = await self.of(visitor, changed=changed)
        # Nobody who has not started the bot can be written to, unless they allowed it.
        return replace(following, reachable=visitor.may_write) if is_new else following

    async def unfollow(self, visitor: Visitor, topic: Topic) -> Following:
        """Follow a topic no more."""
        changed = await self.subscriptions.unsubscribe(visitor.telegram_id, topic)
        return await self.of(visitor, changed=changed)
