"""Backups by the clock: one a day, the newest few kept, owners told when one fails."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.domain.trouble import Cause, Part
from bot.services.troubles import Troubles

log = structlog.get_logger(__name__)

CHORE = "backup"
TURN = timedelta(hours=1)
"""How long a process that began a backup is believed to be at it: one that was killed holds up nobody longer."""

_NAME = re.compile(r"sapar-(\d{8}T\d{6})Z\.db")
_FORM = "%Y%m%dT%H%M%S"


class Turns(Protocol):
    """Lets one of several processes make the backup; bot.db.chores has it."""

    async def claim(self, name: str, every: timedelta, at: datetime) -> bool:
        """Tell whether it is this process's turn."""
        ...

    async def reopen(self, name: str) -> None:
        """Let somebody have a turn at once."""
        ...


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The backups made by the clock, by the moment in their names; other files in the folder are nobody's business."""

    path: Path

    def file(self, at: datetime) -> Path:
        """Return the name of a backup taken at this moment."""
        return self.path / f"sapar-{at.astimezone(UTC).strftime(_FORM)}Z.db"

    def taken(self) -> list[tuple[datetime, Path]]:
        """Return what is there, the oldest first."""
        if not self.path.is_dir():
            return []
        found = [(_moment(path.name), path) for path in self.path.iterdir()]
        return sorted((moment, path) for moment, path in found if moment is not None)

    def newest(self, now: datetime) -> datetime | None:
        """Return when the last backup was taken, None when there is none; one of the future is a wrong clock's."""
        return max((moment for moment, _ in self.taken() if moment <= now), default=None)

    def keep(self, number: int) -> int:
        """Delete all but the newest so many, and return how many those were."""
        old = self.taken()[:-number]
        for _, path in old:
            path.unlink(missing_ok=True)
        return len(old)


@dataclass(frozen=True, slots=True)
class Backups:
    """Makes a backup when one is due. copy: writes a whole and checked copy to a path, or nothing."""

    folder: BackupFolder
    hour: int
    kept: int
    copy: Callable[[Path], Awaitable[None]]
    cause_of: Callable[[BaseException], Cause]
    turns: Turns
    troubles: Troubles
    clock: Callable[[], datetime]
    zone: ZoneInfo

    async def look(self) -> Path | None:
        """Make the backup of the day unless it is there; return its file. A failure is told, and tried again."""
        now = self.clock()
        try:
            if not self.is_due(now) or not await self.turns.claim(CHORE, TURN, now):
                return None
            made = await self._make(now)
        except Exception as error:
            log.exception("no backup could be made", folder=str(self.folder.path))
            await self.troubles.note(Part.BACKUP, self.cause_of(error))
            return None
        await self.troubles.note(Part.BACKUP, None)
        return made

    def is_due(self, now: datetime) -> bool:
        """Tell whether no backup was taken since the hour of backups came round last."""
        newest = self.folder.newest(now)
        return newest is None or newest < last_due(now.astimezone(self.zone), self.hour)

    async def _make(self, now: datetime) -> Path:
        file = self.folder.file(now)
        try:
            await self.copy(file)
        except BaseException:
            await self._give_up_turn()
            raise
        dropped = self.folder.keep(self.kept)
        log.info("backup made", file=str(file), bytes=file.stat().st_size, dropped=dropped)
        return file

    async def _give_up_turn(self) -> None:
        try:
            await self.turns.reopen(CHORE)
        except Exception as error:  # the copy's own failure is the one to tell of
            log.warning("the turn to make a backup is kept for an hour", error=type(error).__name__)


def last_due(local: datetime, hour: int) -> datetime:
    """Return the last moment at or before this one at which the hour began."""
    due = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return due if due <= local else due - timedelta(days=1)


def _moment(name: str) -> datetime | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
