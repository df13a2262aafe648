"""What Telegram has answered and no transaction holds yet, noted where a kill leaves it: beside SQLite's file.

An outcome waits some milliseconds for its transaction. Who was killed in between would send the message again; so each
message that arrived is noted in the moment of its answer, which takes 2 µs, and taken up at the next start.
"""

import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.db.engine import Database
from bot.domain.campaign import DeliveryState
from bot.domain.delivery import Settled

log = structlog.get_logger(__name__)

_NOTE = struct.Struct("<qqqiid")
"""Campaign, user, message id (-1: none), messages, tries, moment in seconds since 1970."""
_NONE = -1


class AnswerJournal:
    """Two files that take turns: one is being written into a transaction while the other takes what comes.

    It is a help and no condition: without it (path None, a full disk) what was just answered may be sent twice.
    """

    def __init__(self, path: Path | None) -> None:
        """Keep it in files of these names with -answers0 and -answers1 behind; nothing is opened before `open`."""
        self._paths = [path.with_name(f"{path.name}-answers{n}") for n in range(2)] if path is not None else []
        self._files: list[int] = []
        self._noted = [0, 0]
        self._active = 0

    @classmethod
    def beside(cls, db: Database) -> "AnswerJournal":
        """Return a database's journal, one without files on PostgreSQL: there the next sender may stand elsewhere."""
        file = db.url.database if db.is_sqlite else None
        return cls(Path(file) if file and file != ":memory:" else None)

    def discard(self) -> None:
        """Empty the files, which speak of other rows once the database is replaced."""
        for path in self._paths:
            if path.exists():
                os.truncate(path, 0)

    def open(self) -> tuple[Settled, ...]:
        """Begin to take notes; return those that were left. They stay until `clear`."""
        try:
            left = self.left()
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
            self._files = [os.open(path, flags, 0o600) for path in self._paths]
        except OSError as error:
            log.warning("answers can't be noted: a kill may double what was just answered", error=str(error))
            return ()
        return left

    def left(self) -> tuple[Settled, ...]:
        """Return what is noted now. Raises OSError."""
        return tuple(note for path in self._paths if path.exists() for note in _notes(path.read_bytes()))

    def note(self, results: Iterable[Settled]) -> None:
        """Note the messages that arrived among these."""
        notes = [_packed(one) for one in results if one.state is DeliveryState.SENT] if self._files else ()
        if not notes:
            return
        try:
            os.write(self._files[self._active], b"".join(notes))
            self._noted[self._active] += 1
        except OSError as error:
            log.warning("answers can't be noted: a kill may double what was just answered", error=str(error))

    def turn(self) -> None:
        """Note in the other file from now on, if it is free: what is noted so far goes into one transaction."""
        if not self._noted[1 - self._active]:
            self._active = 1 - self._active

    def forget(self) -> None:
        """Drop what was noted before the last turn: it is in the database."""
        self._empty(1 - self._active)

    def clear(self) -> None:
        """Drop everything."""
        for number in range(len(self._files)):
            self._noted[number] = 1
            self._empty(number)

    def close(self) -> None:
        """Take no more notes; what is not in the database is kept."""
        for file, path in zip(self._files, self._paths, strict=False):  # none is open where none could be
            os.close(file)
            if not path.stat().st_size:
                path.unlink()
        self._files, self._noted, self._active = [], [0, 0], 0

    def _empty(self, number: int) -> None:
        if self._files and self._noted[number]:
            with suppress(OSError):  # a note too many does no harm: the row it speaks of has its last word
                os.ftruncate(self._files[number], 0)
            self._noted[number] = 0


def _packed(one: Settled) -> bytes:
    message = _NONE if one.message_id is None else one.message_id
    moment = one.tried_at.timestamp() if one.tried_at is not None else 0.0
    return _NOTE.pack(one.campaign_id, one.user_id, message, one.message_count, one.tries, moment)


def _notes(content: bytes) -> Iterable[Settled]:
    """Return the notes of a file; a last one that was cut off is none."""
    whole = len(content) - len(content) % _NOTE.size
    for campaign, user, message, count, tries, moment in _NOTE.iter_unpack(content[:whole]):
        yield Settled(
            campaign,
            user,
            DeliveryState.SENT,
            tries=tries,
            tried_at=datetime.fromtimestamp(moment, UTC) if moment else None,
            message_id=None if message == _NONE else message,
            message_count=count,
        )
