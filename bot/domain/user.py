"""A person who talks to the bot."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.domain.language import Language


class UserState(StrEnum):
    """Whether messages can reach the person."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"


class Role(StrEnum):
    """What a person may do: owners come from settings, editors are added by owners in chat."""

    USER = "user"
    EDITOR = "editor"
    OWNER = "owner"

    @property
    def is_admin(self) -> bool:
        """Tell whether the desk is open to this role."""
        return self is not Role.USER


class Cadence(StrEnum):
    """When alerts are delivered."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A span of local time in which alerts wait; it may pass midnight. start == end means none."""

    start: time
    end: time

    def cover(self, moment: time) -> bool:
        """Tell whether this local time is quiet."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@dataclass(frozen=True, slots=True)
class User:
    """A person as stored.

    language_chosen: False while the language is only a guess. timezone: an IANA name, None for the bot's own.
    silent: alerts arrive without a sound.
    """

    telegram_id: int
    language: Language
    language_chosen: bool = False
    state: UserState = UserState.ACTIVE
    role: Role = Role.USER
    cadence: Cadence = Cadence.AT_ONCE
    quiet: QuietHours | None = None
    timezone: str | None = None
    silent: bool = False
    created_at: datetime | None = None
    last_seen_at: datetime | None = None
