"""Passports and visas of people: kept, changed, removed, and what they are too short for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.paper import Paper
from bot.domain.question import SCHENGEN
from bot.domain.reminder import ReminderKind
from bot.services.catalogue import CatalogueHolder
from bot.services.reminders import FARTHEST
from bot.services.validity import Demand, demands


class PaperStore(Protocol):
    """What this needs of a database."""

    async def of(self, user_id: int) -> tuple[Paper, ...]:
        """Return a person's papers."""
        ...

    async def put(self, user_id: int, one: Paper, moment: datetime) -> bool:
        """Keep a paper and its reminders; False when there are too many."""
        ...

    async def remove(self, user_id: int, kind: ReminderKind, place: str) -> bool:
        """Keep a paper no more, nor remind of it; False when there was none."""
        ...


class Refusal(StrEnum):
    """Why a paper is not kept."""

    EXPIRED = "expired"
    TOO_FAR = "too-far"
    TOO_MANY = "too-many"
    NO_PLACE = "no-place"


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers of people. today: of the bot's time zone."""

    store: PaperStore
    holder: CatalogueHolder
    today: Callable[[], date]
    clock: Callable[[], datetime]

    async def of(self, user_id: int) -> tuple[Paper, ...]:
        """Return a person's papers: the passport, then visas by the day they end."""
        return await self.store.of(user_id)

    async def find(self, user_id: int, kind: ReminderKind, place: str) -> Paper | None:
        """Return one of a person's papers, None when they keep no such."""
        papers = await self.of(user_id)
        return next((one for one in papers if (one.kind, one.place) == (kind, place)), None)

    async def passport(self, user_id: int) -> Paper | None:
        """Return a person's passport, None when they keep none."""
        return await self.find(user_id, ReminderKind.PASSPORT, "")

    async def put(self, user_id: int, one: Paper) -> Refusal | None:
        """Keep a paper in place of the one of that place, with its reminders; return why not, None when it is kept."""
        today = self.today()
        if one.kind is ReminderKind.VISA and self.area(one.place) != one.place:
            return Refusal.NO_PLACE
        if one.expires < today:
            return Refusal.EXPIRED
        if one.expires > today + FARTHEST:
            return Refusal.TOO_FAR
        return None if await self.store.put(user_id, one, self.clock()) else Refusal.TOO_MANY

    async def remove(self, user_id: int, kind: ReminderKind, place: str) -> bool:
        """Keep a paper no more, nor remind of it; False when there was none."""
        return await self.store.remove(user_id, kind, place)

    def area(self, place: str) -> str | None:
        """Return where a visa of a place is valid: SCHENGEN for its states; None for a place without facts."""
        catalogue = self.holder.current
        if place == SCHENGEN or place in catalogue.schengen:
            return SCHENGEN
        return place if place in catalogue.destinations else None

    def demands(self, passport: Paper) -> tuple[Demand, ...]:
        """Return what places demand of a passport, as of today."""
        return demands(self.holder.current, passport.expires, self.today())
