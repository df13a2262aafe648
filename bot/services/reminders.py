"""Reminders: of which days people want to be told, and how they go out (docs/decisions/0053-reminders.md)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.domain.campaign import Content
from bot.domain.reminder import Due, Reminder, ReminderKind, Subject
from bot.domain.user import User
from bot.services.catalogue import Catalogue, CatalogueHolder

log = structlog.get_logger(__name__)

AT_ONCE = 1000
"""Reminders queued in one transaction."""

KEPT_AFTER = timedelta(days=2)
"""How long reminders of a day that is over stay: their last message may still be on its way."""

FARTHEST = timedelta(days=366 * 20)
"""How far ahead a day may lie."""

Compose = Callable[[Catalogue, Due], Content]
"""Makes the messages of a reminder, one a language."""


class ReminderStore(Protocol):
    """What this needs of a database."""

    async def keep(self, user_id: int, subject: Subject, distances: Iterable[int], moment: datetime) -> tuple[int, ...]:
        """Remind a person of this in place of another day of the same; return the distances still ahead."""
        ...

    async def of(self, user_id: int) -> tuple[Reminder, ...]:
        """Return a person's reminders that are still to come."""
        ...

    async def switch(self, user_id: int, subject: Subject, days_before: int, *, on: bool, moment: datetime) -> bool:
        """Turn one distance on or off; False when nothing changed."""
        ...

    async def stop(self, user_id: int, kind: ReminderKind, place: str) -> int:
        """Delete a person's reminders of a thing; return how many there were."""
        ...

    async def reschedule(self, user_id: int) -> None:
        """Move what is still to come to the person's time zone of now."""
        ...

    async def queue_due(self, moment: datetime, compose: Callable[[Due], Content], limit: int) -> int:
        """Queue what is due; return how many reminders were taken."""
        ...

    async def prune(self, before: date) -> int:
        """Delete the reminders of days before this one; return how many."""
        ...


@dataclass(frozen=True, slots=True)
class Reminders:
    """Reminders of people. zone: of those who set none. wake: tells the delivery loop that there is work."""

    store: ReminderStore
    holder: CatalogueHolder
    compose: Compose
    clock: Callable[[], datetime]
    zone: ZoneInfo
    wake: Callable[[], None] = lambda: None

    async def keep(
        self, user_id: int, kind: ReminderKind, place: str, day: date, distances: Iterable[int] | None = None
    ) -> tuple[int, ...]:
        """Remind a person of a day in place of another day of the same kind and place.

        distances: days before; None for the usual ones. Return those that are still ahead.
        """
        chosen = kind.usual if distances is None else tuple(distances)
        return await self.store.keep(user_id, Subject(kind, place, day), chosen, self.clock())

    async def of(self, user_id: int) -> tuple[Reminder, ...]:
        """Return what a person will be reminded of, the next first."""
        return await self.store.of(user_id)

    async def switch(self, user_id: int, subject: Subject, days_before: int, *, on: bool) -> bool:
        """Turn one distance on or off; False when nothing changed: it is so already, or its moment has passed."""
        if days_before not in subject.kind.offered:
            return False
        return await self.store.switch(user_id, subject, days_before, on=on, moment=self.clock())

    async def stop(self, user_id: int, kind: ReminderKind, place: str) -> bool:
        """Remind a person of this no more; tell whether there was anything left to stop."""
        return bool(await self.store.stop(user_id, kind, place))

    def zone_of(self, user: User) -> ZoneInfo:
        """Return the time zone by which a person is reminded."""
        return ZoneInfo(user.timezone) if user.timezone else self.zone

    async def reschedule(self, user_id: int) -> None:
        """Move what is still to come to the person's time zone of now."""
        await self.store.reschedule(user_id)

    async def queue_due(self) -> int:
        """Queue everything that is due; return how many reminders that were."""
        catalogue, taken = self.holder.current, 0
        while number := await self.store.queue_due(self.clock(), lambda due: self.compose(catalogue, due), AT_ONCE):
            taken += number
            self.wake()
            if number < AT_ONCE:
                break
        if taken:
            log.info("reminders queued", count=taken)
        return taken

    async def prune(self) -> int:
        """Delete the reminders of days that are over; return how many."""
        return await self.store.prune((self.clock() - KEPT_AFTER).date())
