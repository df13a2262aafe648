"""What waits for an editor: people's reports and feedback, and questions that were not understood."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.user import User

LONGEST = 2000
"""Letters of a report that are kept."""

AT_MOST = 1000
"""Questions that are looked through; the rest come up as these are closed."""

FIXED, DROPPED, ALIASED = "fixed", "dropped", "alias"
"""How a question leaves the queue."""


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
    @property
    def fold(self) -> str: ...
    @property
    def spellings(self) -> tuple[str, ...]: ...
    @property
    def last_asked_at(self) -> datetime: ...


class ReportStore(Protocol):
    """What this needs of a database for reports."""

    async def add(self, user_id: int, language: str, subject: str, text: str) -> int:
        """Store a report and return its number."""
        ...

    async def find(self, report_id: int) -> Report | None:
        """Return a report, None when there is none."""
        ...

    async def waiting(self, limit: int = 20, *, mistakes: bool | None = None) -> Sequence[Report]:
        """Return the reports without an answer; True: mistakes alone, by place; False: feedback alone."""
        ...

    async def answer(self, report_id: int, by: int, action: str, reply: str) -> bool:
        """Mark a report as answered, with its audit entry; False when it is not waiting."""
        ...

    async def reopen(self, report_id: int) -> None:
        """Put a report back: its answer could not be sent."""
        ...

    async def newer(self, moment: datetime) -> int:
        """Return how many of the waiting reports are newer than a moment."""
        ...

    async def total(self, *, mistakes: bool | None = None) -> int:
        """Return how many wait."""
        ...


class MissedStore(Protocol):
    """What this needs of a database for questions."""

    async def top(self, limit: int = 20) -> Sequence[Missed]:
        """Return the open questions, the most asked first."""
        ...

    async def close(self, fold: str, how: str, by: int) -> bool:
        """Take a question off in all its spellings, with its audit entry; False when it is not there."""
        ...

    async def total(self) -> int:
        """Return how many are open."""
        ...


@dataclass(frozen=True, slots=True)
class Queue:
    """The editors' queue."""

    reports: ReportStore
    missed: MissedStore

    async def report(self, user: User, subject: str, text: str) -> int:
        """Keep what a person wrote, cut at LONGEST letters; return its number."""
        return await self.reports.add(user.telegram_id, user.language, subject, text.strip()[:LONGEST])

    async def take(self, report_id: int, editor: int, *, reply: str = "", fixed: bool = False) -> Report | None:
        """Take a report off the queue for this editor; None when another was quicker.

        reply: what the person will be told, empty when it is closed without an answer. fixed: they will be told that
        it was mended.
        """
        action = "report.answer" if reply else "report.fixed" if fixed else "report.close"
        done = await self.reports.answer(report_id, editor, action, reply)
        return await self.reports.find(report_id) if done else None

    async def take_all(self, subject: str, editor: int) -> tuple[Report, ...]:
        """Take every report on a destination off the queue as mended; return those that nobody else took."""
        waiting = [one for one in await self.reports.waiting(AT_MOST, mistakes=True) if one.subject == subject]
        taken = [await self.take(one.id, editor, fixed=True) for one in waiting]
        return tuple(one for one in taken if one is not None)

    async def question(self, key: str) -> Missed | None:
        """Return the open question with this key, None when it is not there."""
        return next((missed for missed in await self.missed.top(AT_MOST) if key_of(missed) == key), None)

    async def close_question(self, key: str, editor: int, how: str) -> bool:
        """Take the question with this key off the queue; False when it is not there. how: see `MissedStore.close`."""
        found = await self.question(key)
        return found is not None and await self.missed.close(found.fold, how, editor)

    async def solved(self, is_understood: Callable[[str], bool]) -> tuple[Missed, ...]:
        """Return the open questions that are understood by now: a release or an alias has seen to them."""
        return tuple(one for one in await self.missed.top(AT_MOST) if is_understood(one.text))

    async def close_solved(self, is_understood: Callable[[str], bool], editor: int) -> int:
        """Take those off the queue; return how many they were."""
        found = await self.solved(is_understood)
        return sum([await self.missed.close(one.fold, FIXED, editor) for one in found])


def key_of(missed: Missed) -> str:
    """Return a short name for a question that fits into a button."""
    return hashlib.blake2b((missed.fold or missed.text).encode(), digest_size=6).hexdigest()
