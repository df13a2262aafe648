"""Trips until whose end people hear of changes of that place's rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.followed_trip import FollowedTrip
from bot.domain.question import SCHENGEN
from bot.services.catalogue import CatalogueHolder
from bot.services.reminders import FARTHEST


class FollowedTripStore(Protocol):
    """What this needs of a database."""

    async def of(self, user_id: int, since: date) -> tuple[FollowedTrip, ...]:
        """Return the trips a person follows that have not ended by a day."""
        ...

    async def follow(self, user_id: int, one: FollowedTrip, moment: datetime) -> bool:
        """Follow a trip; False when there are too many."""
        ...

    async def stop(self, user_id: int, places: tuple[str, ...], first: date | None = None) -> int:
        """Follow the trips to these places no more, or the one that begins on a day; return how many there were."""
        ...


class TripRefusal(StrEnum):
    """Why a trip is not followed."""

    OVER = "over"
    TOO_FAR = "too-far"
    TOO_MANY = "too-many"


def trip_places(iso2: str, *, schengen: bool) -> tuple[str, ...]:
    """Return the places whose trips a change of this destination concerns."""
    return (iso2, SCHENGEN) if schengen else (iso2,)


@dataclass(frozen=True, slots=True)
class FollowedTrips:
    """Followed trips of people. today: of the bot's time zone."""

    store: FollowedTripStore
    holder: CatalogueHolder
    today: Callable[[], date]
    clock: Callable[[], datetime]

    def is_known(self, place: str) -> bool:
        """Tell whether there are facts of a place, so that something could change there."""
        return place == SCHENGEN or place in self.holder.current.destinations

    async def of(self, user_id: int) -> tuple[FollowedTrip, ...]:
        """Return the trips a person follows that have not ended, the next first."""
        return await self.store.of(user_id, self.today())

    async def follow(self, user_id: int, one: FollowedTrip) -> TripRefusal | None:
        """Follow a trip; return why not, None when it is followed."""
        ends = one.trip.last or one.trip.first
        if ends < self.today():
            return TripRefusal.OVER
        if ends > self.today() + FARTHEST:
            return TripRefusal.TOO_FAR
        return None if await self.store.follow(user_id, one, self.clock()) else TripRefusal.TOO_MANY

    async def stop(self, user_id: int, place: str, first: date | None = None) -> bool:
        """Follow the trips to a place no more, or the one that begins on a day; tell whether any was followed."""
        if first is not None:
            return bool(await self.store.stop(user_id, (place,), first))
        places = trip_places(place, schengen=place in self.holder.current.schengen)
        return bool(await self.store.stop(user_id, places))
