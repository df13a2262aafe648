"""What can go wrong with keeping data, in the few words that owners are told."""

from enum import StrEnum

LEAST_ROOM = 100 * 1024 * 1024
"""Bytes on the disk below which owners are warned: the database can hardly grow."""


class Part(StrEnum):
    """What does not work."""

    STORAGE = "storage"
    ROOM = "room"
    BACKUP = "backup"


class Cause(StrEnum):
    """Why it does not. A passing one is told when it is still there at the second look."""

    FULL = "full"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    DAMAGED = "damaged"
    OTHER = "other"

    @property
    def is_passing(self) -> bool:
        """Tell whether this often ends by itself."""
        return self in (Cause.LOCKED, Cause.UNREACHABLE)
