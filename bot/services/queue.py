"""What waits for an editor: people's reports and feedback, and questions that were not understood."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.user import User

LONGEST = 2000
"""Letters of a report that are kept."""


class Report(Protocol):
    """What a person wrote. subject: the ISO code of the card it is about, empty for feedback in general."""

    @property
    def id(self) -> int: ...
    @property
    def user_id(self) -> int: ...
    @property
    def language(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def answered_at(self) -> datetime | None: ...


class Missed(Protocol):
    """A question nobody's rules understood, and how often it was asked."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def count(self) -> int: ...


class ReportStore(Protocol):
    """What this needs of a database for reports."""

    async def add(self, user_id: int, language: str, subject: str, text: str) -> int:
        """Store a report and return its number."""
        ...

    async def find(self, report_id: int) -> Report | None:
        """Return a report, None when there is none."""
        ...

    async def waiting(self, limit: int = 20) -> Sequence[Report]:
        """Return the reports without an answer, the oldest first."""
        ...

    async def answer(self, report_id: int, by: int) -> bool:
        """Mark a report as answered; False when it is not waiting."""
        ...

    async def total(self) -> int:
        """Return how many wait."""
        ...


class MissedStore(Protocol):
    """What this needs of a database for questions."""

    async def top(self, limit: int = 20) -> Sequence[Missed]:
        """Return the open questions, the most asked first."""
        ...

    async def close(self, text: str) -> bool:
        """Take a question off; False when it is not there."""
        ...

    async def total(self) -> int:
        """Return how many are open."""
        ...


class AuditLog(Protocol):
    """Where the acts of admins are written down."""

    async def add(self, actor: int, action: str, **details: Any) -> None:
        """Write an entry."""
        ...


@dataclass(frozen=True, slots=True)
class Queue:
    """The editors' queue."""

    reports: ReportStore
    missed: MissedStore
    audit: AuditLog

    async def report(self, user: User, subject: str, text: str) -> int:
        """Keep what a person wrote, cut at LONGEST letters; return its number."""
        return await self.reports.add(user.telegram_id, user.language, subject, text.strip()[:LONGEST])

    async def take(self, report_id: int, editor: int, *, reply: str) -> Report | None:
        """Take a report off the queue for this editor; None when another was quicker.

        reply: what the person will be told, empty when it is closed without an answer.
        """
        if not await self.reports.answer(report_id, editor):
            return None
        await self.audit.add(editor, "report.answer" if reply else "report.close", report=report_id, reply=reply)
        return await self.reports.find(report_id)

    async def close_question(self, key: str, editor: int) -> bool:
        """Take the question with this key off the queue; False when it is not there."""
        found = next((missed for missed in await self.missed.top(limit=1000) if key_of(missed) == key), None)
        if found is None or not await self.missed.close(found.text):
            return False
        await self.audit.add(editor, "question.close", text=found.text)
        return True


def key_of(missed: Missed) -> str:
    """Return a short name for a question that fits into a button."""
    return hashlib.blake2b(missed.text.encode(), digest_size=6).hexdigest()
