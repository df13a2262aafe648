"""Papers whose end a person wants to be reminded of."""

from dataclasses import dataclass
from datetime import date

from bot.domain.reminder import ReminderKind, Subject

MOST_PAPERS = 20
"""Papers of one person: the passport, and visas."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A passport, or the visa of a place. kind: PASSPORT or VISA. expires: the last day on which it is valid."""

    kind: ReminderKind
    place: str
    expires: date

    @property
    def subject(self) -> Subject:
        """Return what reminders of it are of."""
        return Subject(self.kind, self.place, self.expires)
