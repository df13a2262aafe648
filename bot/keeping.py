"""Keeping the data safe, put together: the look at the database, the backup of the day, and what /metrics shows."""

from dataclasses import dataclass
from pathlib import Path

from bot import clock
from bot.assembly import App
from bot.db.backup import backup
from bot.db.causes import cause_of
from bot.db.chores import DatabaseChores
from bot.db.storage import Storage
from bot.domain.trouble import Part
from bot.jobs import Job
from bot.services.backups import BackupFolder, Backups
from bot.services.troubles import StorageWatch, Tell, Troubles
from bot.web.metrics import Figure

LOOK_EVERY = 60
TRY_EVERY = 600
"""Seconds between two looks whether a backup is due: a failed one is tried again then."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What watches over the data. backups: None where none are made by the clock."""

    storage: Storage
    troubles: Troubles
    watch: StorageWatch
    folder: BackupFolder
    backups: Backups | None

    def jobs(self) -> tuple[Job, ...]:
        """Return what is to be done periodically."""
        looking = Job("look at the database", self.watch.look, seconds=LOOK_EVERY)
        if self.backups is None:
            return (looking,)
        return (looking, Job("make a backup", self.backups.look, seconds=TRY_EVERY))

    def figures(self) -> tuple[Figure, ...]:
        """Return what /metrics shows: troubles, free room, the last backup."""
        failing: dict[tuple[str, ...], float] = {(str(part),): float(part in self.troubles.now) for part in Part}
        figures = [Figure("sapar_trouble", "1 while a part of keeping the data fails.", failing, ("part",))]
        if (room := self.storage.room()) is not None:
            figures.append(Figure("sapar_disk_free_bytes", "Free room beside the database.", {(): float(room)}))
        if (newest := self.folder.newest(clock.now())) is not None:
            moment: dict[tuple[str, ...], float] = {(): newest.timestamp()}
            figures.append(Figure("sapar_backup_timestamp_seconds", "When the newest backup was taken.", moment))
        return tuple(figures)


def build_keeping(app: App, tell: Tell) -> Keeping:
    """Return what watches over this app's data. tell: tells the owners."""
    settings, storage, troubles = app.settings, Storage(app.db), Troubles(tell)
    folder, backups = BackupFolder(Path(settings.backup_dir)), None

    async def copy(path: Path) -> None:
        await backup(app.db, path)

    if settings.backup_keep:
        backups = Backups(
            folder=folder,
            hour=settings.backup_hour,
            kept=settings.backup_keep,
            copy=copy,
            cause_of=cause_of,
            turns=DatabaseChores(app.db),
            troubles=troubles,
            clock=clock.now,
            zone=settings.zone,
        )
    return Keeping(storage, troubles, StorageWatch(storage, troubles, clock.now), folder, backups)
