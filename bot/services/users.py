"""People: who they are, in which language they are answered, what they may do."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.domain.language import Language
from bot.domain.topic import Topic
from bot.domain.user import Cadence, QuietHours, Role, User, UserState

log = structlog.get_logger(__name__)

CACHED_USERS = 20_000
"""Bound of the cache: about 10 MB."""

FRESH_FOR = timedelta(seconds=60)
"""How long the cache is believed: another replica or the command line may have changed the row."""

RIGHTS_FRESH_FOR = timedelta(seconds=1)
"""How long an editor's rights are believed: an owner may have taken them back through another replica."""


class UserStore(Protocol):
    """What this needs of a database."""

    async def find_with_topics(self, telegram_ids: Sequence[int]) -> dict[int, tuple[User, tuple[Topic, ...]]]:
        """Return users as stored and what they follow, by id; unknown ones are left out."""
        ...

    async def add(self, user: User) -> None:
        """Store a new user; one that exists is left as it is."""
        ...

    async def set_language(self, telegram_id: int, language: Language) -> None:
        """Store the language as chosen."""
        ...

    async def set_state(self, telegram_id: int, state: UserState) -> None:
        """Store whether messages reach the person."""
        ...

    async def set_delivery(self, user: User) -> None:
        """Store cadence, quiet hours, time zone and silence."""
        ...

    async def set_editor(self, telegram_id: int, is_editor: bool, by: int) -> bool:
        """Make or unmake an editor, in the log too; False when the person is unknown or that already."""
        ...

    async def editors(self) -> tuple[int, ...]:
        """Return every editor's id."""
        ...

    async def touch(self, seen: Mapping[int, datetime]) -> None:
        """Store when people were last seen, many at once."""
        ...

    async def forget(self, telegram_id: int) -> bool:
        """Delete everything kept of a person."""
        ...

    async def mydata(self, telegram_id: int) -> dict[str, object] | None:
        """Return everything kept of a person."""
        ...


@dataclass(frozen=True, slots=True)
class _Known:
    """What the cache holds of a person. at: when it was read."""

    at: datetime
    user: User
    topics: tuple[Topic, ...]


@dataclass(slots=True)
class Users:
    """People, behind a bounded cache, with what they may do from settings. moved: told whose time zone changed."""

    store: UserStore
    owners: frozenset[int]
    clock: Callable[[], datetime]
    moved: Callable[[int], Awaitable[None]] | None = None
    _cache: "OrderedDict[int, _Known]" = field(default_factory=OrderedDict)
    _seen: dict[int, datetime] = field(default_factory=dict)
    _wanted: set[int] = field(default_factory=set)
    _found: dict[int, tuple[User, tuple[Topic, ...]]] = field(default_factory=dict)
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def meet(self, telegram_id: int, language_code: str | None) -> User:
        """Return the person who just wrote, stored at first contact with a guessed language.

        While the database fails they are who they were when it did not: questions are answered from memory.
        """
        try:
            return await self._meet(telegram_id, language_code)
        except Exception as error:
            log.warning("a person can't be read or stored", error=type(error).__name__)
            return self._from_memory(telegram_id, language_code)

    def _from_memory(self, telegram_id: int, language_code: str | None) -> User:
        known = self._cache.get(telegram_id)
        user = known.user if known is not None else User(telegram_id, Language.guess(language_code))
        # An editor's rights may have been taken back meanwhile; owners are named in the settings.
        return replace(user, role=Role.OWNER if telegram_id in self.owners else Role.USER)

    async def _meet(self, telegram_id: int, language_code: str | None) -> User:
        user = await self.get(telegram_id)
        if user is None:
            moment = self.clock()
            user = User(telegram_id, Language.guess(language_code), created_at=moment, last_seen_at=moment)
            await self.store.add(user)
            user = self._remember(user, ())
        elif user.state is not UserState.ACTIVE:
            await self.store.set_state(telegram_id, UserState.ACTIVE)
            user = self._remember(replace(user, state=UserState.ACTIVE))
        self._seen[telegram_id] = self.clock()
        return user

    async def get(self, telegram_id: int) -> User | None:
        """Return a person, None when unknown."""
        known = await self._known(telegram_id)
        return None if known is None else known.user

    async def topics(self, telegram_id: int) -> tuple[Topic, ...]:
        """Return what a person follows, in the order of subscribing."""
        known = await self._known(telegram_id)
        return () if known is None else known.topics

    async def _known(self, telegram_id: int) -> _Known | None:
        known = self._cache.get(telegram_id)
        if known is not None and self.clock() - known.at < _fresh_for(known.user):
            return known
        self._wanted.add(telegram_id)
        async with self._reading:  # who comes while the database is being read is read with all the others next
            if telegram_id in self._wanted:
                await self._read()
            found = self._found.get(telegram_id)
        if found is None:
            return None
        self._remember(*found)
        return self._cache[telegram_id]

    async def _read(self) -> None:
        wanted, self._wanted = self._wanted, set()
        try:
            self._found = await self.store.find_with_topics(sorted(wanted))
        except BaseException:
            self._wanted |= wanted  # the others of them try again
            raise

    async def set_language(self, user: User, language: Language) -> User:
        """Store the language a person chose."""
        await self.store.set_language(user.telegram_id, language)
        return self._remember(replace(user, language=language, language_chosen=True))

    async def set_state(self, telegram_id: int, state: UserState) -> None:
        """Mark a person as reachable or not."""
        await self.store.set_state(telegram_id, state)
        self._cache.pop(telegram_id, None)

    async def set_cadence(self, user: User, cadence: Cadence) -> User:
        """Store when a person wants alerts."""
        return await self._set_delivery(replace(user, cadence=cadence))

    async def set_quiet(self, user: User, quiet: QuietHours | None) -> User:
        """Store a person's quiet hours, None for none."""
        return await self._set_delivery(replace(user, quiet=quiet))

    async def set_timezone(self, user: User, timezone: str | None) -> User:
        """Store a person's time zone (IANA name), None for the bot's own."""
        changed = await self._set_delivery(replace(user, timezone=timezone))
        if self.moved is not None:
            await self.moved(user.telegram_id)
        return changed

    async def set_silent(self, user: User, silent: bool) -> User:
        """Store whether alerts come without a sound."""
        return await self._set_delivery(replace(user, silent=silent))

    async def set_editor(self, telegram_id: int, is_editor: bool, by: int) -> bool:
        """Make or unmake an editor; False when the person never wrote to the bot, or is that already.

        by: the owner who does it.
        """
        done = await self.store.set_editor(telegram_id, is_editor, by)
        self._cache.pop(telegram_id, None)
        return done

    async def editors(self) -> tuple[int, ...]:
        """Return every editor's id."""
        return await self.store.editors()

    async def forget(self, telegram_id: int) -> bool:
        """Delete everything kept of a person, at once."""
        self._seen.pop(telegram_id, None)
        self._cache.pop(telegram_id, None)
        return await self.store.forget(telegram_id)

    async def mydata(self, telegram_id: int) -> dict[str, object] | None:
        """Return everything kept of a person, None when that is nothing."""
        await self.flush()
        return await self.store.mydata(telegram_id)

    async def flush(self) -> None:
        """Store when people were last seen: run every few seconds, one write for all."""
        seen, self._seen = self._seen, {}
        if not seen:
            return
        try:
            await self.store.touch(seen)
        except BaseException:
            self._seen = seen | self._seen
            raise

    def drop(self, telegram_id: int) -> None:
        """Forget what the cache knows of a person: somebody else changed the row."""
        self._cache.pop(telegram_id, None)

    def clear(self) -> None:
        """Empty the cache: rows changed outside, by an import for instance."""
        self._cache.clear()

    async def _set_delivery(self, user: User) -> User:
        await self.store.set_delivery(user)
        return self._remember(user)

    def _remember(self, user: User, topics: tuple[Topic, ...] | None = None) -> User:
        if user.telegram_id in self.owners and user.role is not Role.OWNER:
            user = replace(user, role=Role.OWNER)
        known = self._cache.get(user.telegram_id)
        if topics is not None:
            self._cache[user.telegram_id] = _Known(self.clock(), user, topics)
        elif known is not None:
            self._cache[user.telegram_id] = replace(known, user=user)
        else:  # somebody dropped it: what they follow is not known
            return user
        self._cache.move_to_end(user.telegram_id)
        while len(self._cache) > CACHED_USERS:
            self._cache.popitem(last=False)
        return user


def _fresh_for(user: User) -> timedelta:
    return RIGHTS_FRESH_FOR if user.role is Role.EDITOR else FRESH_FOR
