"""The doctor's look at what keeps data and secrets safe: backups, files with secrets, the clock."""

import os
import stat
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bot.services.doctor import Finding, fine, note, wrong

OLD = timedelta(hours=36)
"""A backup of every day is younger, unless one failed."""

SMALL_SKEW, LARGE_SKEW = timedelta(seconds=5), timedelta(minutes=1)


def check_backups(folder: Path, kept: int, newest: datetime | None, now: datetime) -> list[Finding]:
    """Return how backups are. kept: BACKUP_KEEP; newest: when the last was taken."""
    if not kept:
        return [note("backups", "BACKUP_KEEP is 0: the bot makes none", "make them another way")]
    place = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return [wrong("backups", f"{folder} can't be written", "give the bot's user the right to, or set BACKUP_DIR")]
    if newest is None:
        return [note("backups", f"none in {folder} yet: a running bot makes the first within ten minutes")]
    age = now - newest
    text = f"the newest in {folder} is {age / timedelta(hours=1):.0f} hours old"
    if age > OLD:
        return [wrong("backups", text, "is the bot running? Its log says why none could be made")]
    return [fine("backups", text)]


def check_secret_files(files: Iterable[Path]) -> list[Finding]:
    """Return which of the files that hold secrets others can read; those that are not there are passed over."""
    there = [file for file in files if file.is_file()]
    open_ones = [str(file) for file in there if file.stat().st_mode & stat.S_IROTH]
    if open_ones:
        return [
            note("secrets", f"every user of this machine can read {', '.join(open_ones)}", f"chmod o-r {open_ones[0]}")
        ]
    return [fine("secrets", f"{len(there)} files, closed to others")] if there else []


def check_clock(theirs: datetime | None, now: datetime) -> list[Finding]:
    """Return how far this machine's clock is off. theirs: the time of Telegram's server, None when it told none."""
    if theirs is None:
        return []
    skew = abs(now - theirs)
    text = f"{skew.total_seconds():.0f} seconds off Telegram's"
    if skew > LARGE_SKEW:
        return [wrong("clock", text, "switch on time synchronisation: `timedatectl set-ntp true`")]
    return [note("clock", text)] if skew > SMALL_SKEW else [fine("clock", "as Telegram's")]
