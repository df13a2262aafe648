"""A trip until whose end a person wants to hear of changes."""

from dataclasses import dataclass

from bot.domain.stay_days import Trip


@dataclass(frozen=True, slots=True)
class FollowedTrip:
    """A trip to a place: ISO code or SCHENGEN. One without an end is under way."""

    place: str
    trip: Trip
