"""Reminders: of the last legal day of a stay, of a passport's end, of a visa's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

AT = time(10)
"""Local time at which reminders are due."""


class ReminderKind(StrEnum):
    """What is reminded of."""

    LAST_DAY = "last_day"
    PASSPORT = "passport"
    VISA = "visa"

    @property
    def offered(self) -> tuple[int, ...]:
        """Return the distances, in days before, among which a person chooses."""
        return _OFFERED[self]

    @property
    def usual(self) -> tuple[int, ...]:
        """Return the distances of those who chose none."""
        return _USUAL[self]


_OFFERED = {
    ReminderKind.LAST_DAY: (14, 7, 3, 1),
    ReminderKind.PASSPORT: (365, 180, 90, 30, 7),
    ReminderKind.VISA: (90, 30, 7, 1),
}
_USUAL = {
    ReminderKind.LAST_DAY: (14, 3, 1),
    ReminderKind.PASSPORT: (180, 90, 30),
    ReminderKind.VISA: (30, 7, 1),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a reminder is of. place: ISO code or SCHENGEN, empty for a passport. day: the last one."""

    kind: ReminderKind
    place: str
    day: date


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is still to come."""

    subject: Subject
    days_before: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """What is told to everybody who gets the same words. left: days from the day they arrive to the last one."""

    subject: Subject
    left: int


def due_at(day: date, days_before: int, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) of a reminder: in the morning of the person's day so many days before."""
    return datetime.combine(day - timedelta(days=days_before), AT, zone).astimezone(UTC)


def ahead(day: date, distances: Iterable[int], zone: ZoneInfo, now: datetime) -> dict[int, datetime]:
    """Return the distances whose moment is still to come, each with it, the longest first."""
    moments = {distance: due_at(day, distance, zone) for distance in sorted(set(distances), reverse=True)}
    return {distance: moment for distance, moment in moments.items() if moment > now}


def carried_over(kind: ReminderKind, old: date, pending: Iterable[int], zone: ZoneInfo, now: datetime) -> set[int]:
    """Return the distances for another day of the same thing: those chosen, and the usual ones that had passed.

    What a person switched off stays off; what was too late for the old day was never theirs to choose.
    """
    passed = set(kind.usual) - set(ahead(old, kind.usual, zone, now))
    return set(pending) | passed
