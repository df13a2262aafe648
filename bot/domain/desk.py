"""What the people who run the bot see: queues, the log of their acts, and the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.language import Language
from bot.domain.user import UserState

COMMAND_LINE = 0
"""The admin's id for what is done on the command line."""


@dataclass(frozen=True, slots=True)
class UserCounts:
    """How many people there are, by state and by language. editors: of all states."""

    by_state: Mapping[UserState, int]
    by_language: Mapping[Language, int]
    editors: int

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that was not understood, how often it was asked and when last.

    text: its most frequent spelling; spellings: some of them, that one first. fold: the same for all of them.
    """

    text: str
    language: str
    count: int
    last_asked_at: datetime
    fold: str = ""
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a person wrote to the editors.

    subject: the ISO code of the card it is about, empty for feedback in general.
    """

    id: int
    user_id: int
    language: str
    subject: str
    text: str
    created_at: datetime
    answered_at: datetime | None
    answered_by: int | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what and when. action: a short word such as `talks.publish`; details: whatever tells it apart."""

    id: int
    at: datetime
    actor: int
    action: str
    details: Mapping[str, Any]
