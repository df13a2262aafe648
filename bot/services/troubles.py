"""Keeps what is wrong with the data in view: owners hear of it once, and once when it is over."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import structlog

from bot.domain.trouble import LEAST_ROOM, Cause, Part

log = structlog.get_logger(__name__)

Tell = Callable[[Part, Cause | None], Awaitable[None]]
"""Tells the owners that a part fails, or with None that it works again; raises when nobody could be reached."""


class Storage(Protocol):
    """The database and its disk."""

    async def trouble(self, at: datetime) -> Cause | None:
        """Return why writing fails, None when it works."""
        ...

    def room(self) -> int | None:
        """Return the free bytes where the database lives, None when that is not here."""
        ...


@dataclass(slots=True)
class Troubles:
    """What fails now, and what of it the owners know."""

    tell: Tell
    now: dict[Part, Cause] = field(default_factory=dict)
    _told: set[Part] = field(default_factory=set)

    async def note(self, part: Part, cause: Cause | None) -> None:
        """Take in how a part is. A passing cause is told at the second time; what could not be told is tried again."""
        again = self.now.get(part) is cause
        if cause is None:
            self.now.pop(part, None)
        else:
            self.now[part] = cause
        if cause is None and part in self._told:
            await self._say(part, None)
        elif cause is not None and part not in self._told and (again or not cause.is_passing):
            await self._say(part, cause)

    async def _say(self, part: Part, cause: Cause | None) -> None:
        try:
            await self.tell(part, cause)
        except Exception as error:  # Telegram's, and the next look tries again
            log.warning("the owners were not told", part=str(part), cause=str(cause), error=type(error).__name__)
            return
        if cause is None:
            self._told.discard(part)
        else:
            self._told.add(part)


@dataclass(frozen=True, slots=True)
class StorageWatch:
    """Looks now and then whether data can be kept."""

    storage: Storage
    troubles: Troubles
    clock: Callable[[], datetime]
    least_room: int = LEAST_ROOM

    async def look(self) -> None:
        """Write a mark, look at the room on the disk, and take both in."""
        await self.troubles.note(Part.STORAGE, await self.storage.trouble(self.clock()))
        room = self.storage.room()
        is_short = room is not None and room < self.least_room
        if Part.STORAGE not in self.troubles.now:  # else the owners know of worse
            await self.troubles.note(Part.ROOM, Cause.FULL if is_short else None)
